/**
 * The derivatives of a loss by automatic differentiation: exact, as expression graphs that share every common part, and in time and size
 * polynomial in the size of the loss's graph.
 *
 * <p>The rules are those of Griewank and Walther, Evaluating Derivatives, 2nd ed., chapters 3 and 5.
 */
package org.selfstab.expression.autodiff;
