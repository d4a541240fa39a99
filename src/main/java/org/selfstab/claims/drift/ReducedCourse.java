package org.selfstab.claims.drift;

import org.hipparchus.util.Binary64;
import org.hipparchus.util.FastMath;
import org.selfstab.dynamics.Rates;
import org.selfstab.numeric.ArgMax;
import org.selfstab.vocabulary.Extremum;

/**
 * The reduced equation in {@code log|xi|} and y, the sharpness above the edge by displacement along the floor, integrated along the constrained trajectory by Runge and Kutta's method of order 4, beside exact iterates from
 * whose first two it starts; of first order in eps, or with the terms of second order of theory.md section 18.3.
 */
final class ReducedCourse {

    private static final int PARTS = 2;

    private final Rates<Binary64> rates;
    /** {@code Q''(-1) + 1/a} and {@code Q''(1) - 1/b}. */
    private final double q;

    private final double p;
    private final boolean isOfSecondOrder;
    private final ArgMax distance = ArgMax.largest();
    private double t = Double.NaN;
    private double logXi;
    private double y;

    ReducedCourse(Rates<Binary64> rates, DriftRun.Curvatures curvatures, boolean isOfSecondOrder) {
        this.rates = rates;
        this.q = curvatures.atMinusOne() + 1 / rates.growth().getReal();
        this.p = curvatures.atOne() - 1 / rates.drift().getReal();
        this.isOfSecondOrder = isOfSecondOrder;
    }

    /** A state and its change in a step. */
    private record Slope(double logXi, double y) {}

    /** Sees the latest iterates; the spline is that of the trajectory up to there. */
    void see(TrajectorySpline spline, LatestIterates iterates) {
        double at = iterates.middle();
        if (Double.isNaN(t)) {
            spline.moveTo(at);
            y = sharpness(spline, iterates);
            logXi = FastMath.log(alternating(spline, iterates));
        } else {
            double h = (at - t) / PARTS;
            for (int i = 0; i < PARTS; i++) {
                advance(spline, t + i * h, h);
            }
            spline.moveTo(at);
        }
        t = at;
        double delta = FastMath.sqrt(2 * spline.alpha() / spline.beta());
        double unit = FastMath.sqrt(
                rates.drift().getReal() * spline.alpha() / rates.growth().getReal());
        distance.include(
                Math.hypot(
                        (alternating(spline, iterates) - FastMath.exp(logXi)) / delta,
                        (sharpness(spline, iterates) - y) / unit),
                iterates.steps());
    }

    /** {@code |xi|}. */
    private double alternating(TrajectorySpline spline, LatestIterates iterates) {
        double rate = rates.growth().getReal() * spline.alongG(iterates);
        return Math.abs(spline.alternating(iterates)) / LatestIterates.gain(rate);
    }

    /** What the displacement along the floor adds to the sharpness, to second order. */
    private static double sharpness(TrajectorySpline spline, LatestIterates iterates) {
        double along = spline.alongG(iterates);
        double beta = spline.beta();
        return along + spline.betaSlope() * along * along / (4 * beta * beta);
    }

    private void advance(TrajectorySpline spline, double from, double h) {
        Slope k1 = slope(spline, from, logXi, y);
        Slope k2 = slope(spline, from + h / 2, logXi + h / 2 * k1.logXi(), y + h / 2 * k1.y());
        Slope k3 = slope(spline, from + h / 2, logXi + h / 2 * k2.logXi(), y + h / 2 * k2.y());
        Slope k4 = slope(spline, from + h, logXi + h * k3.logXi(), y + h * k3.y());
        logXi += h / 6 * (k1.logXi() + 2 * k2.logXi() + 2 * k3.logXi() + k4.logXi());
        y += h / 6 * (k1.y() + 2 * k2.y() + 2 * k3.y() + k4.y());
    }

    private Slope slope(TrajectorySpline spline, double time, double l, double s) {
        spline.moveTo(time);
        double a = rates.growth().getReal();
        double b = rates.drift().getReal();
        double alpha = spline.alpha();
        double beta = spline.beta();
        double xiSquared = FastMath.exp(2 * l);
        double push = alpha - beta * xiSquared / 2;
        if (!isOfSecondOrder) {
            return new Slope(a * s, b * push);
        }
        // Stiff directions stand at the mean of the oscillation on the trajectory, u does not.
        double shift = (spline.flipOfStiff() * (xiSquared - 2 * alpha / beta) + spline.flipAlongU() * xiSquared) / 6;
        double moved = s / beta;
        double bent = spline.alphaSlope() * moved - spline.betaSlope() * moved * xiSquared / 2;
        return new Slope(
                a * (s - shift) - a * q / 2 * (a * b * push + a * a * s * s),
                b * (push + bent)
                        - b * b * p * a * beta / 2 * xiSquared * s
                        - b * spline.quartic() * s * s * s / (6 * beta));
    }

    /** The largest distance from the iterates in the plane of X and Y. */
    Extremum distance() {
        return distance.get().orElseThrow();
    }

    boolean isFinite() {
        return Double.isFinite(logXi) && Double.isFinite(y);
    }
}
