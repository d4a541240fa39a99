package org.selfstab.dynamics;

import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.geometry.FloorGeometry;
import org.selfstab.geometry.SignConvention;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.run.FloorDirections;

/**
 * The slow drift under RMSProp with one second moment, theory.md (58a). At the edge the second moment is a function of the parameters, {@code nu = (eta S/2)^2}. In the coordinates {@code sqrt(P) theta} the floor is that of gradient
 * descent with step size 1; besides it the oscillation moves nu.
 */
final class ScalarSlowLaw implements SlowLaw {

    private final AdaptiveModel<Binary64> model;
    private final AdaptiveMethod<Binary64> method;
    private final FloorDirections.Limits limits;

    ScalarSlowLaw(AdaptiveModel<Binary64> model, FloorDirections.Limits limits) {
        this.model = model;
        this.method = model.method();
        this.limits = limits;
    }

    @Override
    public Rates<Binary64> rates() {
        return model.rates();
    }

    @Override
    public SlowPoint at(FieldVector<Binary64> theta, FieldVector<Binary64> u) {
        FieldVector<Binary64> nu = model.scaledToEdge(theta, DoubleVector.of(1.0));
        AdaptiveGeometry<Binary64> here = model.geometryAt(theta, nu, SignConvention.along(u));
        Binary64 one = Binary64.ONE;
        FloorGeometry<Binary64> floor = FloorGeometry.of(here.inMetric(here.variance()), one, one, limits);
        double unit = here.root().getEntry(0).getReal();
        Moment moment = new Moment(floor, here, unit);
        FieldVector<Binary64> velocity =
                floor.pull(new Binary64(moment.alpha / moment.beta)).mapMultiply(one.negate());
        Binary64 ofNu = nu.getEntry(0).multiply(floor.local().gradS().dotProduct(velocity));
        FieldVector<Binary64> position = theta.append(nu.getEntry(0));
        return new SlowPoint(
                floor,
                moment.alpha,
                moment.beta,
                Optional.of(moment.inLaw()),
                unit,
                position,
                velocity.mapDivide(new Binary64(unit)).append(ofNu),
                floor.local().u().mapMultiply(new Binary64(unit)).append(Binary64.ZERO),
                floor.g()
                        .mapMultiply(new Binary64(unit))
                        .append(nu.getEntry(0).reciprocal().negate()));
    }

    /** Along u and stiff directions; the second moment is at the edge wherever the parameters are. */
    @Override
    public FieldVector<Binary64> offTrajectory(SlowPoint point) {
        return point.floor().offMean(new Binary64(point.alpha() / point.beta())).mapDivide(new Binary64(point.unit()));
    }

    @Override
    public int stateLength() {
        return model.loss().dimension() + 1;
    }

    @Override
    public void observe(Descent<Binary64> descent, double[] state) {
        List<FieldVector<Binary64>> present = descent.state();
        DoubleVector.copy(present.get(0), state, 0);
        state[state.length - 1] = present.get(1).getEntry(0).getReal();
    }

    /** A and B of (53) along the floor, and what the second moment adds to the law of gradient descent. */
    private final class Moment {

        private final FloorGeometry<Binary64> floor;
        /** {@code rho (Hu)^2/nu}: half of what nu does to B. */
        private final double gain;
        /** {@code |grad L|^2/nu} along the floor. */
        private final double gradientShare;
        /** How that changes along g with nu fixed. */
        private final double slopeOfShare;

        private final double rho;
        private final double beta;
        private final double alpha;

        Moment(FloorGeometry<Binary64> floor, AdaptiveGeometry<Binary64> here, double unit) {
            double nu = here.nu().getEntry(0).getReal();
            FieldVector<Binary64> gradient = floor.onFloor(floor.local().gradient());
            this.floor = floor;
            this.rho = method.rho().getReal();
            this.gain = rho * here.curvatureSquares().getEntry(0).getReal() / nu;
            this.gradientShare = unit * unit * gradient.dotProduct(gradient).getReal() / nu;
            this.slopeOfShare =
                    2 * unit * unit * floor.curvature(floor.g(), gradient).getReal() / nu;
            this.alpha = floor.alpha().getReal() + ofAlpha();
            this.beta = floor.beta().getReal() + 2 * gain;
        }

        private double ofAlpha() {
            return rho * (1 - gradientShare);
        }

        SlowPoint.SecondMoment inLaw() {
            double variance = 2 * alpha / beta;
            return new SlowPoint.SecondMoment(
                    gamma(),
                    floor.beta().getReal() * variance,
                    gain / rho * variance,
                    method.forgetting().getReal());
        }

        /**
         * Gamma less what gradient descent's has, (58a): nu answers to the oscillation of its own step, so that its share of B does not make the orbit grow; along {@code (g, -2 rho (Hu)^2)} it changes A and B; and it
         * forgets.
         */
        private double gamma() {
            double ofBeta = 2 * gain;
            double ofFloor = floor.beta().getReal();
            double slopeOfAlpha = 2 * floor.alpha().getReal() * gain
                    + ofAlpha() * beta / 2
                    - rho * (slopeOfShare + 2 * gain * gradientShare);
            double slopeOfBeta = 2 * ofFloor * gain + ofBeta * (beta / 2 + ofFloor + ofBeta);
            return -2 * ofBeta / beta + (slopeOfAlpha / alpha - slopeOfBeta / beta) / beta;
        }
    }
}
