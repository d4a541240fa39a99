package org.selfstab.recheck;

import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;
import org.selfstab.recheck.taylor.TaylorLoss;

/**
 * Verifies that the stable set has a point within a stated distance of every point of a box: on the line through it in a direction d,
 * {@code grad L . u} changes its sign. The angle between d and u is bounded on all of the line ({@link TopDirection}), so that u turns
 * continuously.
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
        TopDirection top = new TopDirection(decimals, direction);
        DecimalInterval length = top.length();
        RejectedException.unless(
                reach.isPositive()
                        && length.isPositive()
                        && length.isAtMost(decimals.field().getOne()),
                "no distance of the nearest point");
        FieldVector<DecimalInterval> way = direction.mapMultiply(reach);
        FieldVector<DecimalInterval> line = box.add(direction.mapMultiply(reach.symmetricHull()));
        DecimalInterval tangent =
                top.tangentOfAngle(CentredForm.over(decimals, loss, line).hessian());
        int forwards = top.sign(gradient(box.add(way)), tangent);
        int backwards = top.sign(gradient(box.subtract(way)), tangent);
        RejectedException.unless(
                forwards * backwards < 0, "the stable set may have no point within the stated distance");
        return largestWithin(reach);
    }

    private FieldVector<DecimalInterval> gradient(FieldVector<DecimalInterval> points) {
        return CentredForm.over(decimals, loss, points).gradient();
    }

    /** S over a cube, or where less S on the box and the distance times a Lipschitz constant, the Frobenius norm of D3L. */
    private DecimalInterval largestWithin(DecimalInterval reach) {
        LossEnclosure within = CentredForm.over(decimals, loss, decimals.around(box, reach));
        DecimalInterval direct = bounds.topEigenvalue(within.hessian());
        DecimalInterval rise = FrobeniusNorms.third(decimals, within).multiply(reach);
        DecimalInterval here = bounds.topEigenvalue(
                        CentredForm.over(decimals, loss, box).hessian())
                .add(rise.mag());
        boolean isLess =
                here.isFinite() && (!direct.isFinite() || direct.upper().compareTo(here.upper()) > 0);
        return isLess ? here : direct;
    }
}
