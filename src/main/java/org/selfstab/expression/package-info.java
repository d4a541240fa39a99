/**
 * Immutable, hash-consed expression graphs over the reals and their evaluation in any field.
 *
 * <p>An {@link org.selfstab.expression.Expression} is exact: its constants are rationals. Evaluation goes through a
 * {@link org.selfstab.expression.StraightLineProgram}, in which every common subexpression is computed once.
 */
package org.selfstab.expression;
