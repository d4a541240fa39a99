package org.selfstab.dynamics;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.geometry.FloorDirections;
import org.selfstab.geometry.FloorGeometry;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.numeric.Norm;

/**
 * The constrained trajectory over times of {@code 1/eps^2}, where it is slow: by the central flow on the floor, {@code d theta/dt = -b P_s [grad L + (delta^2/2) grad S]}, theory.md (22) and
 * (36) with {@code delta^2 = 2 alpha/beta} of (D1). Integrated by Bogacki and Shampine's method of order 3(2) with steps of many steps of the optimizer, after each of which Newton's method
 * brings the point back to {@code S = S_c}, {@code grad L . u = 0} and, along stiff directions, to the mean of the oscillation.
 */
public final class SlowTrajectory {

    /** The error of a step that is accepted, in units of delta. */
    private static final double TOLERANCE = 1e-4;
    /** The largest change of u, and relatively of g, alpha and beta, over a step: between its ends they are interpolated linearly. */
    private static final double LARGEST_TURN = 0.03;

    private static final double SAFETY = 0.8;
    private static final double MOST_GROWTH = 3.0;
    private static final double LEAST_GROWTH = 0.2;
    /** Newton's steps to the constraints; the first leaves the square of what the flow's error is. */
    private static final int CORRECTIONS = 4;

    private static final double ROUNDING = 1e-11;

    private final GeometryEvaluator<Binary64> evaluator;
    private final Rates<Binary64> rates;
    private final FloorDirections.Limits limits;
    private FieldVector<Binary64> u;
    private Knot before;
    private Knot present;
    private double length;

    /**
     * A point of the trajectory.
     *
     * @param t its time, in steps of the optimizer
     * @param floor the geometry there
     * @param velocity of dimension n, in a step of the optimizer
     */
    public record Knot(double t, FloorGeometry<Binary64> floor, FieldVector<Binary64> velocity) {

        /** The geometry. */
        public LocalGeometry<Binary64> local() {
            return floor.local();
        }
    }

    /**
     * Starts.
     *
     * @param dagger the start of the constrained trajectory, at the edge
     * @param limits what makes directions stiff and soft
     * @throws UndefinedGeometryException if the geometry is undefined where the constraints lead
     */
    public SlowTrajectory(
            GeometryEvaluator<Binary64> evaluator,
            Rates<Binary64> rates,
            LocalGeometry<Binary64> dagger,
            FloorDirections.Limits limits) {
        this.evaluator = evaluator;
        this.rates = rates;
        this.limits = limits;
        this.u = dagger.u();
        this.present = knot(0.0, corrected(floor(dagger)));
        this.before = present;
        this.length = 0.1 / Math.max(Math.ulp(1.0), epsilon());
    }

    /** The last point. */
    public Knot present() {
        return present;
    }

    /** The point before the last. */
    public Knot before() {
        return before;
    }

    /** {@code sqrt(a b alpha)} at the last point, with the alpha of (D1). */
    public double epsilon() {
        return rates.rate().getReal() * Math.sqrt(present.floor().alpha().getReal());
    }

    /**
     * Goes on.
     *
     * @param most how many steps of the optimizer at most
     * @throws UndefinedGeometryException if the geometry is undefined where the flow leads
     */
    public void advance(double most) {
        double tried = Math.min(length, most);
        while (true) {
            Attempt attempt = attempt(tried);
            double factor = Math.max(LEAST_GROWTH, Math.min(MOST_GROWTH, SAFETY * attempt.room()));
            if (attempt.room() >= 1.0 || tried <= 1.0) {
                before = present;
                present = attempt.end();
                u = present.local().u();
                length = Math.max(tried < most ? 0.0 : length, tried * Math.max(1.0, factor));
                return;
            }
            tried = Math.max(1.0, tried * Math.min(SAFETY, factor));
        }
    }

    /** A step that may be taken, and by what factor a longer one may be. */
    private record Attempt(Knot end, double room) {}

    private Attempt attempt(double h) {
        FieldVector<Binary64> from = present.local().point();
        FieldVector<Binary64> k1 = present.velocity();
        FieldVector<Binary64> k2 = velocity(floor(from.add(scaled(k1, h / 2))));
        FieldVector<Binary64> k3 = velocity(floor(from.add(scaled(k2, 3 * h / 4))));
        FieldVector<Binary64> move =
                scaled(k1, 2 * h / 9).add(scaled(k2, h / 3)).add(scaled(k3, 4 * h / 9));
        Knot end = knot(present.t() + h, corrected(floor(from.add(move))));
        FieldVector<Binary64> lower = scaled(k1, 7 * h / 24)
                .add(scaled(k2, h / 4))
                .add(scaled(k3, h / 3))
                .add(scaled(end.velocity(), h / 8));
        double delta = Math.sqrt(
                2 * present.floor().alpha().getReal() / present.floor().beta().getReal());
        double error = Norm.of(move.subtract(lower)).getReal() / (TOLERANCE * delta);
        double turn = turn(present, end) / LARGEST_TURN;
        return new Attempt(end, Math.min(1 / Math.cbrt(Math.max(error, 1e-9)), 1 / Math.max(turn, 1e-9)));
    }

    private static double turn(Knot one, Knot other) {
        double ofU = Norm.of(one.local().u().subtract(other.local().u())).getReal();
        double ofG = Norm.of(one.floor().g().subtract(other.floor().g())).getReal()
                / Math.sqrt(one.floor().beta().getReal());
        double ofAlpha = Math.abs(
                Math.log(other.floor().alpha().getReal() / one.floor().alpha().getReal()));
        return Math.max(Math.max(ofU, ofG), ofAlpha);
    }

    private Knot knot(double t, FloorGeometry<Binary64> floor) {
        return new Knot(t, floor, velocity(floor));
    }

    /** {@code -b P_s [grad L + (alpha/beta) g]}. */
    private FieldVector<Binary64> velocity(FloorGeometry<Binary64> floor) {
        Binary64 halfDeltaSquared = floor.alpha().divide(floor.beta());
        return floor.onFloor(floor.local().gradient())
                .add(floor.g().mapMultiply(halfDeltaSquared))
                .mapMultiply(rates.drift().negate());
    }

    /** Newton's method for the constraints: u and stiff directions first, then the sharpness along g with what that moved it. */
    private FloorGeometry<Binary64> corrected(FloorGeometry<Binary64> start) {
        FloorGeometry<Binary64> here = start;
        for (int i = 0; i < CORRECTIONS; i++) {
            FieldVector<Binary64> off = here.offMean();
            double excess = here.local().sharpness().getReal()
                    - rates.edge().getReal()
                    - here.local().gradS().dotProduct(off).getReal();
            FieldVector<Binary64> step =
                    off.add(scaled(here.g(), excess / here.beta().getReal()));
            if (Norm.of(step).getReal()
                    <= ROUNDING * Norm.of(here.local().point()).getReal()) {
                return here;
            }
            here = floor(here.local().point().subtract(step));
        }
        return here;
    }

    private FloorGeometry<Binary64> floor(FieldVector<Binary64> point) {
        SignConvention<Binary64> sign = SignConvention.along(u);
        return floor(evaluator.evaluate(point, sign));
    }

    private FloorGeometry<Binary64> floor(LocalGeometry<Binary64> local) {
        return FloorGeometry.of(local, rates.rate(), rates.drift(), limits);
    }

    private static FieldVector<Binary64> scaled(FieldVector<Binary64> vector, double factor) {
        return vector.mapMultiply(new Binary64(factor));
    }
}
