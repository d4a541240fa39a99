package org.selfstab.dynamics;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.numeric.Norm;

/**
 * The constrained trajectory over times of {@code 1/eps^2}, where it is slow: by the central flow on the floor, {@code d theta/dt = -b P_s [grad L + (delta^2/2) grad S]}, theory.md (22) and
 * (36) with {@code delta^2 = 2 alpha/beta} of (D1), and what belongs to it of another {@link SlowLaw}. Integrated by Bogacki and Shampine's method of order 3(2) with steps of many steps of the optimizer, after each of which Newton's method
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

    private final SlowLaw law;
    private Knot before;
    private Knot present;
    private double length;

    /**
     * A point of the trajectory.
     *
     * @param t its time, in steps of the optimizer
     * @param at what the law takes of it
     */
    public record Knot(double t, SlowPoint at) {}

    /**
     * Starts.
     *
     * @param theta the start of the constrained trajectory, at the edge
     * @param u there
     * @throws org.selfstab.geometry.UndefinedGeometryException if the geometry is undefined where the constraints lead
     */
    public SlowTrajectory(SlowLaw law, FieldVector<Binary64> theta, FieldVector<Binary64> u) {
        this.law = law;
        this.present = new Knot(0.0, corrected(law.at(theta, u)));
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

    /** {@code sqrt(a b alpha)} at the last point. */
    public double epsilon() {
        return law.rates().rate().getReal() * Math.sqrt(present.at().alpha());
    }

    /**
     * Goes on.
     *
     * @param most how many steps of the optimizer at most
     * @throws org.selfstab.geometry.UndefinedGeometryException if the geometry is undefined where the flow leads
     */
    public void advance(double most) {
        double tried = Math.min(length, most);
        while (true) {
            Attempt attempt = attempt(tried);
            double factor = Math.max(LEAST_GROWTH, Math.min(MOST_GROWTH, SAFETY * attempt.room()));
            if (attempt.room() >= 1.0 || tried <= 1.0) {
                before = present;
                present = attempt.end();
                length = Math.max(tried < most ? 0.0 : length, tried * Math.max(1.0, factor));
                return;
            }
            tried = Math.max(1.0, tried * Math.min(SAFETY, factor));
        }
    }

    /** A step that may be taken, and by what factor a longer one may be. */
    private record Attempt(Knot end, double room) {}

    private Attempt attempt(double h) {
        FieldVector<Binary64> from = present.at().theta();
        FieldVector<Binary64> k1 = present.at().thetaVelocity();
        FieldVector<Binary64> k2 = velocity(from.add(scaled(k1, h / 2)));
        FieldVector<Binary64> k3 = velocity(from.add(scaled(k2, 3 * h / 4)));
        FieldVector<Binary64> move =
                scaled(k1, 2 * h / 9).add(scaled(k2, h / 3)).add(scaled(k3, 4 * h / 9));
        Knot end = new Knot(present.t() + h, corrected(at(from.add(move))));
        FieldVector<Binary64> lower = scaled(k1, 7 * h / 24)
                .add(scaled(k2, h / 4))
                .add(scaled(k3, h / 3))
                .add(scaled(end.at().thetaVelocity(), h / 8));
        double error = Norm.of(move.subtract(lower)).getReal()
                * present.at().unit()
                / (TOLERANCE * present.at().delta());
        double turn = turn(present.at(), end.at()) / LARGEST_TURN;
        return new Attempt(end, Math.min(1 / Math.cbrt(Math.max(error, 1e-9)), 1 / Math.max(turn, 1e-9)));
    }

    private static double turn(SlowPoint one, SlowPoint other) {
        double ofU = Norm.of(
                        one.floor().local().u().subtract(other.floor().local().u()))
                .getReal();
        double ofG = Norm.of(one.floor().g().subtract(other.floor().g())).getReal()
                / Math.sqrt(one.floor().beta().getReal());
        return Math.max(Math.max(ofU, ofG), Math.abs(Math.log(other.alpha() / one.alpha())));
    }

    private FieldVector<Binary64> velocity(FieldVector<Binary64> theta) {
        return at(theta).thetaVelocity();
    }

    /** Newton's method for the constraints. */
    private SlowPoint corrected(SlowPoint start) {
        SlowPoint here = start;
        for (int i = 0; i < CORRECTIONS; i++) {
            FieldVector<Binary64> off = law.offTrajectory(here);
            if (Norm.of(off).getReal() <= ROUNDING * Norm.of(here.theta()).getReal()) {
                return here;
            }
            here = law.at(here.theta().subtract(off), here.floor().local().u());
        }
        return here;
    }

    private SlowPoint at(FieldVector<Binary64> theta) {
        return law.at(theta, present.at().floor().local().u());
    }

    private static FieldVector<Binary64> scaled(FieldVector<Binary64> vector, double factor) {
        return vector.mapMultiply(new Binary64(factor));
    }
}
