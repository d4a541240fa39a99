package org.selfstab.recheck;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;
import org.selfstab.recheck.taylor.TaylorLoss;

/**
 * Verifies that the stable set has a point within a stated distance of every point of a box: on the line through it in a direction d,
 * {@code grad L . u} changes its sign. The angle between d and u has a sine of at most {@code |H d - c d|/((c - m) |d|)} if no second
 * eigenvalue exceeds m (Davis and Kahan), so that u turns continuously and the sign follows from {@code grad L . d}.
 */
final class InteriorCheck {

    /** A direction a little shorter than a unit vector, so that its length is certainly not above 1. */
    private static final double SHORTER = 1.0 - 0x1p-40;

    private final Decimals decimals;
    private final TaylorLoss loss;
    private final SymmetricBounds bounds;
    private final FieldVector<DecimalInterval> box;
    private final FieldVector<DecimalInterval> direction;

    InteriorCheck(Decimals decimals, TaylorLoss loss, FieldVector<DecimalInterval> box) {
        this.decimals = decimals;
        this.loss = loss;
        this.bounds = new SymmetricBounds(decimals);
        this.box = box;
        this.direction = bounds.topDirection(loss.over(box).hessian())
                .mapMultiply(decimals.field().of(SHORTER));
    }

    /**
     * Contains the largest S within a distance, in each coordinate, of the box.
     *
     * @throws RejectedException if the stable set is not shown to have a point within the distance
     */
    DecimalInterval sharpnessWithin(DecimalInterval reach) {
        DecimalInterval length = decimals.norm(direction);
        RejectedException.unless(
                reach.isPositive()
                        && length.isPositive()
                        && length.isAtMost(decimals.field().getOne()),
                "no distance of the nearest point");
        FieldVector<DecimalInterval> way = direction.mapMultiply(reach);
        FieldVector<DecimalInterval> line = box.add(direction.mapMultiply(reach.symmetricHull()));
        DecimalInterval tangent =
                tangentOfAngle(CentredForm.over(decimals, loss, line).hessian(), length);
        int forwards = sign(box.add(way), tangent, length);
        int backwards = sign(box.subtract(way), tangent, length);
        RejectedException.unless(
                forwards * backwards < 0, "the stable set may have no point within the stated distance");
        return largestWithin(reach);
    }

    /** S over a cube, or where less S on the box and the distance times a Lipschitz constant, the Frobenius norm of D3L. */
    private DecimalInterval largestWithin(DecimalInterval reach) {
        LossEnclosure within = CentredForm.over(decimals, loss, decimals.around(box, reach));
        DecimalInterval direct = bounds.topEigenvalue(within.hessian());
        DecimalInterval rise = FrobeniusNorms.third(decimals, within).multiply(reach);
        DecimalInterval here = bounds.topEigenvalue(
                        CentredForm.over(decimals, loss, box).hessian())
                .add(rise.magnitude());
        boolean isLess =
                here.isFinite() && (!direct.isFinite() || direct.upper().compareTo(here.upper()) > 0);
        return isLess ? here : direct;
    }

    /** A bound on the tangent of the angle between the direction and the top eigenvectors. */
    private DecimalInterval tangentOfAngle(FieldMatrix<DecimalInterval> hessian, DecimalInterval length) {
        if (direction.getDimension() == 1) {
            return decimals.field().getZero();
        }
        FieldVector<DecimalInterval> image = hessian.operate(direction);
        DecimalInterval c = decimals.middle(image.dotProduct(direction).divide(length.square()));
        DecimalInterval residual = decimals.norm(image.subtract(direction.mapMultiply(c)));
        DecimalInterval gap = c.subtract(bounds.secondEigenvalueAtMost(hessian, direction));
        DecimalInterval sine = residual.divide(gap.multiply(length)).magnitude();
        if (!gap.isPositive() || !decimals.field().getOne().isAbove(sine)) {
            return decimals.field().wholeLine();
        }
        return sine.divide(decimals.field().getOne().subtract(sine.square()).sqrt());
    }

    /** The sign of {@code grad L . u} for the u at an acute angle to the direction; 0 if it is not certain. */
    private int sign(FieldVector<DecimalInterval> points, DecimalInterval tangent, DecimalInterval length) {
        FieldVector<DecimalInterval> gradient =
                CentredForm.over(decimals, loss, points).gradient();
        DecimalInterval along = gradient.dotProduct(direction).divide(length);
        FieldVector<DecimalInterval> across = gradient.subtract(direction.mapMultiply(along.divide(length)));
        DecimalInterval deviation = decimals.norm(across).multiply(tangent).magnitude();
        return along.isAbove(deviation) ? 1 : along.negate().isAbove(deviation) ? -1 : 0;
    }
}
