/**
 * Immutable, hash-consed expression graphs over the reals and their evaluation in any field.
 *
 * <p>An {@link org.selfstab.expression.Expression} is exact: its constants are rationals. Evaluation goes through a
 * {@link org.selfstab.expression.StraightLineProgram}, in which every common subexpression is computed once. A {@link org.selfstab.expression.ClosedForm} is the geometry
 * of a loss at a point as such graphs.
 */
package org.selfstab.expression;
