package org.selfstab.expression.autodiff;

import java.util.List;
import java.util.Map;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/**
 * A loss and its derivatives up to order four as expressions of the variables (and of any parameters left symbolic).
 *
 * <p>Indices run from 0 to n - 1, n the number of variables; all derivatives are symmetric in them. The contractions
 * with directions are linear forms in the direction symbols, which are distinct from all variables and parameters.
 */
public interface LossDerivatives {

    /** The variables, in the order of the indices. */
    List<Symbol> variables();

    /** The loss itself, its sums written out unless that is too long. */
    Expression value();

    /** The same loss with its sums over indices as sums, if it has any. */
    default Expression withSums() {
        return value();
    }

    /** Entry i of the gradient. */
    Expression gradient(int i);

    /** Entry (i, j) of the Hessian. */
    Expression hessian(int i, int j);

    /** Whether single entries of the third and fourth derivatives are available (up to about ten variables). */
    boolean hasFullTensors();

    /** Entry (i, j, k) of D3L; only if {@link #hasFullTensors()}. */
    Expression third(int i, int j, int k);

    /** Entry (i, j, k, l) of D4L; only if {@link #hasFullTensors()}. */
    Expression fourth(int i, int j, int k, int l);

    /** The symbols that stand for the first direction a, one for each variable. */
    List<Symbol> firstDirection();

    /** The symbols that stand for the second direction b, one for each variable. */
    List<Symbol> secondDirection();

    /** Entry (i, j) of the matrix D3L(a, ., .), an expression of the variables and of {@link #firstDirection()}. */
    Expression thirdAlong(int i, int j);

    /** Entry (i, j) of the matrix D4L(a, b, ., .), an expression of the variables and of both directions. */
    Expression fourthAlong(int i, int j);

    /**
     * The same derivatives with values put in for parameters, without deriving anything again.
     *
     * @param parameters expressions for symbols other than the variables and directions
     */
    LossDerivatives substitute(Map<String, Expression> parameters);
}
