package org.selfstab.claims.drift;

import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.FastMath;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.SlowTrajectory.Knot;
import org.selfstab.numeric.DoubleVector;

/**
 * The mean energy of each whole period of the exact iterates, from one rise of Y through 0 beside the axis to the next. An iterate and the one before are taken together, {@code x = (x_t - x_{t-1})/2} and {@code y = (y_t + y_{t-1})/2}: what does
 * not alternate drops out of x, and what does out of y. y is freed, too, of what {@code x^2} shifts the growth rate by, {@code K x^2/6} of theory.md section 18, and of {@code d log delta/dt}, as X is in units of a delta that moves, so that the
 * energy vanishes on an orbit of period two.
 */
final class OrbitMeter {

    /** Of Y at a start that begins a period. */
    private static final double ABOUT_ZERO = 0.2;

    private final Rates<Binary64> rates;
    private final Spline spline;
    private Optional<ObservedPeriod> first = Optional.empty();
    private Optional<ObservedPeriod> last = Optional.empty();
    private int count;

    private double t = Double.NaN;
    private double energy;
    private double logX;
    private double y;
    /** The integral of E over time up to t. */
    private double area;

    /** Since when the present period runs; not a number before the first. */
    private double begun = Double.NaN;

    private double areaAtBegin;
    /** Whether X has been above 1 since then. */
    private boolean hasBeenBeyond;

    private double smallestX = Double.POSITIVE_INFINITY;
    private double largestX = Double.NEGATIVE_INFINITY;

    OrbitMeter(Rates<Binary64> rates, int n) {
        this.rates = rates;
        this.spline = new Spline(n);
    }

    /** Between two points of the trajectory from now on. */
    void between(Knot from, Knot to) {
        spline.set(from, to);
    }

    /**
     * Sees two iterates.
     *
     * @param step that of the second
     * @return the period that is over since the last two, if one is
     */
    Optional<ObservedPeriod> see(int step, double[] before, double[] now) {
        double at = step - 0.5;
        spline.moveTo(at);
        double x = 0;
        double along = 0;
        for (int i = 0; i < now.length; i++) {
            x += spline.u(i) * (now[i] - before[i]) / 2;
            along += spline.g(i) * ((now[i] + before[i]) / 2 - spline.dagger(i));
        }
        double alpha = spline.alpha();
        double deltaSquared = 2 * alpha / spline.beta();
        double shift = (spline.flipOfStiff() * (x * x - deltaSquared) + spline.flipAlongU() * x * x) / 6;
        double newY = (along - shift)
                        * FastMath.sqrt(
                                rates.growth().getReal() / (rates.drift().getReal() * alpha))
                - spline.slopeOfLogDelta() / spline.epsilon(rates);
        double xSquared = x * x / deltaSquared;
        double newLogX = FastMath.log(xSquared) / 2;
        double newEnergy = newY * newY / 2 + (xSquared - 1) / 2 - newLogX;
        Optional<ObservedPeriod> over = advance(at, newEnergy, newLogX, newY);
        smallestX = Math.min(smallestX, newLogX);
        largestX = Math.max(largestX, newLogX);
        return over;
    }

    private Optional<ObservedPeriod> advance(double at, double newEnergy, double newLogX, double newY) {
        Optional<ObservedPeriod> over = Optional.empty();
        if (Double.isNaN(t)) {
            beginBeside(at, newEnergy, newLogX, newY);
        } else {
            hasBeenBeyond |= newLogX > 0;
            if (y < 0 && newY >= 0 && newLogX < 0 && (hasBeenBeyond || Double.isNaN(begun))) {
                double part = y / (y - newY);
                over = cross(t + part * (at - t), area + part * (at - t) * (energy + part * (newEnergy - energy) / 2));
            }
            area += (at - t) * (energy + newEnergy) / 2;
        }
        t = at;
        energy = newEnergy;
        logX = newLogX;
        y = newY;
        return over;
    }

    /** A start where Y is about 0, beside the axis, begins a period: when Y was 0 exactly is told by (15). */
    private void beginBeside(double at, double newEnergy, double newLogX, double newY) {
        if (newLogX < 0 && Math.abs(newY) < ABOUT_ZERO) {
            double since = newY / (spline.epsilon(rates) * -FastMath.expm1(2 * newLogX));
            begun = at - since;
            areaAtBegin = -since * newEnergy;
        }
    }

    private Optional<ObservedPeriod> cross(double crossing, double areaThere) {
        Optional<ObservedPeriod> over = Optional.empty();
        if (!Double.isNaN(begun)) {
            over = Optional.of(new ObservedPeriod(
                    begun,
                    crossing,
                    (areaThere - areaAtBegin) / (crossing - begun),
                    FastMath.exp(smallestX),
                    FastMath.exp(largestX)));
            last = over;
            first = first.or(() -> last);
            count++;
        }
        begun = crossing;
        areaAtBegin = areaThere;
        hasBeenBeyond = false;
        smallestX = Double.POSITIVE_INFINITY;
        largestX = Double.NEGATIVE_INFINITY;
        return over;
    }

    Optional<ObservedPeriod> first() {
        return first;
    }

    Optional<ObservedPeriod> last() {
        return last;
    }

    /** How many whole periods were seen. */
    int count() {
        return count;
    }

    /** The last state seen, {@code log X} and Y. */
    double logX() {
        return logX;
    }

    double y() {
        return y;
    }

    double energy() {
        return energy;
    }

    /** What is taken of the trajectory between two of its points: {@code dagger} by a cubic, the rest linearly. */
    private static final class Spline {

        private final double[][] daggers = new double[2][];
        private final double[][] velocities = new double[2][];
        private final double[][] us = new double[2][];
        private final double[][] gs = new double[2][];
        private final double[] logAlphas = new double[2];
        private final double[] logBetas = new double[2];
        private final double[] flips = new double[2];
        private final double[] flipsOfStiff = new double[2];
        private final double[] hermite = new double[4];
        private double from;
        private double length;
        private double part;

        Spline(int n) {
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
            copy(knot.local().point(), daggers[k]);
            copy(knot.velocity(), velocities[k]);
            copy(knot.local().u(), us[k]);
            copy(knot.floor().g(), gs[k]);
            logAlphas[k] = Math.log(knot.floor().alpha().getReal());
            logBetas[k] = Math.log(knot.floor().beta().getReal());
            flips[k] = knot.floor().flipAlongU().getReal();
            flipsOfStiff[k] = knot.floor().flip().getReal() - flips[k];
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

        double dagger(int i) {
            return hermite[0] * daggers[0][i]
                    + hermite[1] * velocities[0][i]
                    + hermite[2] * daggers[1][i]
                    + hermite[3] * velocities[1][i];
        }

        double u(int i) {
            return us[0][i] + part * (us[1][i] - us[0][i]);
        }

        double g(int i) {
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

        private double linear(double[] values) {
            return values[0] + part * (values[1] - values[0]);
        }
    }
}
