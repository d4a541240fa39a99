package org.selfstab.generate;

import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/** The derived parameters of generated problems, and expressions of parameters that occur in several places. */
final class Names {

    /** {@code |gradS_perp|}. */
    static final Symbol SHARPNESS_GRADIENT = Expression.symbol("slope");
    /** The part of -grad L that is orthogonal to gradS_perp. */
    static final Symbol DRIFT = Expression.symbol("drift");
    /** {@code |gradS_perp|/S}: the inverse of the length over which the sharpness changes by its own size. */
    static final Symbol CURVATURE = Expression.symbol("bend");
    /** {@code D4L} along the last coordinate. */
    static final Symbol QUARTIC = Expression.symbol("quartic");
    /** Theory.md (5). */
    static final Symbol DELTA = Expression.symbol("delta");
    /** {@code y_0 = gradS_perp . v_0}. */
    static final Symbol OFFSET = Expression.symbol("rise");
    /** How much of {@code grad(grad L . u)/S} is in the start's displacement. */
    static final Symbol ALONG_NORMAL = Expression.symbol("along_normal");

    private Names() {}

    static Symbol of(Prescribed kind) {
        return Expression.symbol(kind.parameter());
    }

    /** {@code eta lambda_j}. */
    static String etaLambda(int j) {
        return "eta_lambda_" + j;
    }

    /** A coordinate's component of {@code grad(grad L . u)/S} at the start. */
    static Symbol normal(String coordinate) {
        return Expression.symbol("normal_" + coordinate);
    }
}
