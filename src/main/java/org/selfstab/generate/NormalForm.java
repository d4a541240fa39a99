package org.selfstab.generate;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.optimizer.StabilityEdge;

/**
 * The loss in coordinates x along u, y along gradS_perp and z1, z2, ... orthogonal to both, with its edge point in the origin:
 *
 * <pre>{@code
 * L = x^2/eta + slope y x^2/2 + kappa_3 x^3/6 + f x^4/24 - (alpha/slope) y - drift z1 + sum lambda_w w^2/2
 * }</pre>
 *
 * with {@code slope = sqrt(beta)} and {@code drift = (alpha/slope) sqrt(1/gamma^2 - 1)}. In the origin {@code H = diag(2/eta, lambda_y, ...)},
 * {@code D3L(u,u) = (kappa_3, slope, 0, ...)}, {@code D4L(u,u,u,u) = f} and {@code grad L = -(0, alpha/slope, drift, 0, ...)}, from which
 * theory.md (1) to (7) have the values prescribed.
 *
 * @param prescription the values
 * @param spectrum the names of the eigenvalues
 */
record NormalForm(Prescription prescription, Spectrum spectrum) {

    private static final Expression ETA = Names.of(Prescribed.ETA);
    /** The curvature along u, {@code 2/eta}. */
    static final Expression EDGE = StabilityEdge.of(Optimizer.gradientDescent(ETA));

    private static final Expression ALPHA = Names.of(Prescribed.ALPHA);

    /** The terms of the loss. */
    List<Expression> terms(Coordinates at) {
        List<Expression> terms = new ArrayList<>();
        Expression square = at.x().power(2);
        terms.add(EDGE.times(square).dividedBy(Expression.TWO));
        terms.add(Names.SHARPNESS_GRADIENT.times(at.y()).times(square).dividedBy(Expression.TWO));
        if (!prescription.of(Prescribed.KAPPA_3).isZero()) {
            terms.add(Names.of(Prescribed.KAPPA_3).times(over(6, at.x().power(3))));
        }
        if (!prescription.of(Prescribed.FOURTH).isZero()) {
            terms.add(Names.of(Prescribed.FOURTH).times(over(24, at.x().power(4))));
        }
        addFloor(at.y(), terms);
        if (prescription.drifts()) {
            terms.add(Names.DRIFT.times(at.z().get(0)).negate());
        }
        for (int i = 0; i <= at.z().size(); i++) {
            if (!spectrum.isFlat(i)) {
                Expression coordinate = i == 0 ? at.y() : at.z().get(i - 1);
                terms.add(spectrum.etaLambda(i).times(coordinate.power(2)).dividedBy(Expression.TWO.times(ETA)));
            }
        }
        if (prescription.quartic().isPresent()) {
            terms.add(Names.QUARTIC.times(over(24, at.z().get(at.z().size() - 1).power(4))));
        }
        return terms;
    }

    /** The floor falls along y, or has its lowest point below the edge, where eta S = 19/10. */
    private void addFloor(Expression y, List<Expression> terms) {
        Expression fall = ALPHA.times(y).dividedBy(Names.SHARPNESS_GRADIENT);
        if (prescription.run() instanceof Prescription.RunPlan.BelowEdge) {
            terms.add(fall);
            terms.add(Expression.constant(5).times(ETA).times(ALPHA).times(y.power(2)));
        } else {
            terms.add(fall.negate());
        }
    }

    private static Expression over(int denominator, Expression numerator) {
        return Expression.constant(new BigFraction(1, denominator)).times(numerator);
    }
}
