package org.selfstab.dynamics;

import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.geometry.FloorGeometry;
import org.selfstab.geometry.SignConvention;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.run.FloorDirections;

/** The slow drift under a linear optimizer: {@code d theta/dt = -b P_s [grad L + (delta^2/2) grad S]} on the floor, theory.md (22) and (36) with (D1). */
final class LinearSlowLaw implements SlowLaw {

    private final LinearModel<Binary64> model;
    private final FloorDirections.Limits limits;

    LinearSlowLaw(LinearModel<Binary64> model, FloorDirections.Limits limits) {
        this.model = model;
        this.limits = limits;
    }

    @Override
    public Rates<Binary64> rates() {
        return model.rates();
    }

    @Override
    public SlowPoint at(FieldVector<Binary64> theta, FieldVector<Binary64> u) {
        Rates<Binary64> rates = rates();
        FloorGeometry<Binary64> floor = FloorGeometry.of(
                model.geometry().evaluate(theta, SignConvention.along(u)), rates.rate(), rates.drift(), limits);
        return new SlowPoint(
                floor,
                floor.alpha().getReal(),
                floor.beta().getReal(),
                Optional.empty(),
                1,
                theta,
                floor.pull(floor.alpha().divide(floor.beta()))
                        .mapMultiply(rates.drift().negate()),
                floor.local().u(),
                floor.g());
    }

    /** Along u and stiff directions first, then along g what is left of the sharpness with what that moves it. */
    @Override
    public FieldVector<Binary64> offTrajectory(SlowPoint point) {
        FloorGeometry<Binary64> floor = point.floor();
        FieldVector<Binary64> off = floor.offMean(floor.alpha().divide(floor.beta()));
        Binary64 excess = floor.local()
                .sharpness()
                .subtract(rates().edge())
                .subtract(floor.local().gradS().dotProduct(off));
        return off.add(floor.g().mapMultiply(excess.divide(floor.beta())));
    }

    @Override
    public int stateLength() {
        return model.loss().dimension();
    }

    @Override
    public void observe(Descent<Binary64> descent, double[] state) {
        DoubleVector.copy(descent.iterate(), state, 0);
    }
}
