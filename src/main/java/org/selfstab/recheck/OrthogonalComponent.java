package org.selfstab.recheck;

import java.util.List;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;

/**
 * The curvature at {@code dagger_t} off u along {@code v*_perp, gradL_perp, gradS_perp}. Where such a w may be zero its ratio is only known to
 * be between 0 and what it can be for any w off u.
 *
 * @param second contains the largest {@code |P H w|/|w|}
 * @param third contains the largest {@code |P D3L(w,w)|/(rho_3 |w|^2)}
 */
record OrthogonalComponent(DecimalInterval second, DecimalInterval third) {

    static OrthogonalComponent of(Decimals decimals, DecimalGeometry geometry, FieldVector<DecimalInterval> predicted) {
        LossEnclosure local = geometry.local();
        FieldMatrix<DecimalInterval> hessian = local.hessian();
        FieldMatrix<DecimalInterval> p = geometry.projector(decimals);
        DecimalInterval anySecond =
                new SymmetricBounds(decimals).norm(p.multiply(hessian).multiply(p));
        DecimalInterval leastThird = decimals.norm(geometry.gradS());
        DecimalInterval anyThird = frobenius(decimals, local, p).divide(leastThird);
        DecimalInterval third = leastThird.isFinite()
                ? leastThird.hull(frobenius(decimals, local, decimals.identity(p.getRowDimension())))
                : leastThird;
        DecimalInterval largestSecond = decimals.field().getZero();
        DecimalInterval largestThird = decimals.field().getZero();
        for (FieldVector<DecimalInterval> w :
                List.of(geometry.off(predicted), geometry.off(local.gradient()), geometry.across())) {
            DecimalInterval square = Decimals.squareSum(w);
            DecimalInterval force = decimals.norm(geometry.off(hessian.operate(w)));
            largestSecond = largestSecond.max(between(decimals, force.divide(square.sqrt()), anySecond));
            DecimalInterval bend = decimals.norm(geometry.off(local.third(w).operate(w)));
            largestThird = largestThird.max(between(decimals, bend.divide(square.multiply(third)), anyThird));
        }
        return new OrthogonalComponent(largestSecond, largestThird);
    }

    /** The ratio, which is neither negative nor above the bound on any. */
    private static DecimalInterval between(Decimals decimals, DecimalInterval ratio, DecimalInterval any) {
        if (!any.isFinite()) {
            return ratio;
        }
        DecimalInterval possible = decimals.field().getZero().hull(any.mag());
        return ratio.isFinite() ? ratio.intersection(possible) : possible;
    }

    /** The Frobenius norm of the third derivative with a projector in each argument. */
    private static DecimalInterval frobenius(
            Decimals decimals, LossEnclosure local, FieldMatrix<DecimalInterval> projector) {
        DecimalInterval squares = decimals.field().getZero();
        for (int i = 0; i < projector.getRowDimension(); i++) {
            FieldMatrix<DecimalInterval> slice =
                    projector.multiply(local.third(projector.getRowVector(i))).multiply(projector);
            for (int j = 0; j < slice.getRowDimension(); j++) {
                squares = squares.add(Decimals.squareSum(slice.getRowVector(j)));
            }
        }
        return squares.sqrt();
    }
}
