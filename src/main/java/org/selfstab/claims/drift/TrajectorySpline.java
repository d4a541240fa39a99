package org.selfstab.claims.drift;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.FastMath;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.SlowPoint;
import org.selfstab.dynamics.SlowTrajectory.Knot;
import org.selfstab.geometry.FloorGeometry;
import org.selfstab.numeric.DoubleVector;

/** What is taken of the trajectory between two of its points: {@code dagger} by a cubic, the rest linearly. */
final class TrajectorySpline {

    private final double[][] daggers = new double[2][];
    private final double[][] velocities = new double[2][];
    private final double[][] us = new double[2][];
    private final double[][] gs = new double[2][];
    private final double[] logAlphas = new double[2];
    private final double[] logBetas = new double[2];
    private final double[] flips = new double[2];
    private final double[] flipsOfStiff = new double[2];
    private final double[] alphaSlopes = new double[2];
    private final double[] betaSlopes = new double[2];
    private final double[] quartics = new double[2];
    private final double[] hermite = new double[4];
    private double from;
    private double length;
    private double part;

    /** Of observed states so long. */
    TrajectorySpline(int n) {
        for (int k = 0; k < 2; k++) {
            daggers[k] = new double[n];
            velocities[k] = new double[n];
            us[k] = new double[n];
            gs[k] = new double[n];
        }
    }

    void set(Knot begin, Knot end) {
        from = begin.t();
        length = end.t() - begin.t();
        set(0, begin);
        set(1, end);
    }

    private void set(int k, Knot knot) {
        SlowPoint at = knot.at();
        copy(at.position(), daggers[k]);
        copy(at.velocity(), velocities[k]);
        copy(at.alongU(), us[k]);
        copy(at.toSharpness(), gs[k]);
        logAlphas[k] = Math.log(at.alpha());
        logBetas[k] = Math.log(at.beta());
        flips[k] = at.floor().flipAlongU().getReal();
        flipsOfStiff[k] = at.floor().flip().getReal() - flips[k];
        FloorGeometry.Slopes<Binary64> slopes = at.floor().slopes();
        alphaSlopes[k] = slopes.alpha().getReal();
        betaSlopes[k] = slopes.beta().getReal();
        quartics[k] = at.floor().quartic().getReal();
    }

    private static void copy(FieldVector<Binary64> vector, double[] array) {
        DoubleVector.copy(vector, array, 0);
    }

    void moveTo(double t) {
        part = length > 0 ? (t - from) / length : 0;
        double rest = 1 - part;
        hermite[0] = (1 + 2 * part) * rest * rest;
        hermite[1] = part * rest * rest * length;
        hermite[2] = part * part * (3 - 2 * part);
        hermite[3] = -part * part * rest * length;
    }

    /** Of the part of the iterates along u what alternates, with a sign that depends on the step. */
    double alternating(LatestIterates iterates) {
        double x = 0;
        for (int i = 0; i < us[0].length; i++) {
            x += u(i) * iterates.alternating(i);
        }
        return x;
    }

    /** {@code g . v} of their mean, v being its displacement from the trajectory. */
    double alongG(LatestIterates iterates) {
        double along = 0;
        for (int i = 0; i < us[0].length; i++) {
            along += g(i) * (iterates.mean(i) - dagger(i));
        }
        return along;
    }

    private double dagger(int i) {
        return hermite[0] * daggers[0][i]
                + hermite[1] * velocities[0][i]
                + hermite[2] * daggers[1][i]
                + hermite[3] * velocities[1][i];
    }

    private double u(int i) {
        return us[0][i] + part * (us[1][i] - us[0][i]);
    }

    /** By how much rounding of a coordinate counts in x. */
    double lengthOfU() {
        double square = 0;
        for (int i = 0; i < us[0].length; i++) {
            square += u(i) * u(i);
        }
        return FastMath.sqrt(square);
    }

    private double g(int i) {
        return gs[0][i] + part * (gs[1][i] - gs[0][i]);
    }

    double alpha() {
        return FastMath.exp(linear(logAlphas));
    }

    double beta() {
        return FastMath.exp(linear(logBetas));
    }

    double epsilon(Rates<Binary64> rates) {
        return rates.rate().getReal() * FastMath.sqrt(alpha());
    }

    /** {@code d log delta/dt}, per step. */
    double slopeOfLogDelta() {
        return length > 0 ? (logAlphas[1] - logAlphas[0] - logBetas[1] + logBetas[0]) / (2 * length) : 0;
    }

    double flipAlongU() {
        return linear(flips);
    }

    double flipOfStiff() {
        return linear(flipsOfStiff);
    }

    /** {@code g . grad_N alpha}. */
    double alphaSlope() {
        return linear(alphaSlopes);
    }

    /** {@code g . grad_N beta}. */
    double betaSlope() {
        return linear(betaSlopes);
    }

    /** F4 of (D9). */
    double quartic() {
        return linear(quartics);
    }

    private double linear(double[] values) {
        return values[0] + part * (values[1] - values[0]);
    }
}
