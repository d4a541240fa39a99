package org.selfstab.claims.drift;

import java.util.Optional;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.FastMath;
import org.selfstab.claims.ObservedPeriod;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.SlowTrajectory.Knot;

/**
 * The mean energy of each whole period of the exact iterates, from one rise of Y through 0 beside the axis to the next. Four iterates are taken together: what does
 * not alternate drops out of x, and what does out of y. y is freed, too, of what {@code x^2} shifts the growth rate by, {@code K x^2/6} of theory.md section 18, and of {@code d log delta/dt}, as X is in units of a delta that moves, so that the
 * energy vanishes on an orbit of period two.
 */
final class OrbitMeter {

    /** Of Y at a start that begins a period. */
    private static final double ABOUT_ZERO = 0.2;

    /** In units of what rounding leaves of an iterate's part. */
    private static final double RESOLVED = 4.0;
    /** In units of the energy of settled iterates, which is that of a moment here, not of a period. */
    private static final double NO_MORE_SETTLED = 4.0;

    private final Rates<Binary64> rates;
    private final TrajectorySpline spline;
    private Optional<ObservedPeriod> first = Optional.empty();
    private Optional<ObservedPeriod> last = Optional.empty();
    private int count;
    private int countSinceFirst;
    private boolean isSettled;

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

    /** Whether x has been larger than its rounding since then. */
    private boolean isResolved = true;

    private double smallestX = Double.POSITIVE_INFINITY;
    private double largestX = Double.NEGATIVE_INFINITY;

    OrbitMeter(Rates<Binary64> rates, int n) {
        this.rates = rates;
        this.spline = new TrajectorySpline(n);
    }

    /** Between two points of the trajectory from now on. */
    void between(Knot from, Knot to) {
        spline.set(from, to);
    }

    /**
     * Sees the latest iterates.
     *
     * @return the period that is over since it saw others, if one is
     */
    Optional<ObservedPeriod> see(LatestIterates iterates) {
        State seen = state(iterates);
        Optional<ObservedPeriod> over = advance(seen.at(), seen.energy(), seen.logX(), seen.y());
        smallestX = Math.min(smallestX, seen.logX());
        largestX = Math.max(largestX, seen.logX());
        isResolved &= seen.isResolved();
        return over;
    }

    /** Sees the latest iterates, which have settled: no period is followed, only whether the energy is still as good as none. */
    void glance(LatestIterates iterates) {
        State seen = state(iterates);
        energy = seen.energy();
        logX = seen.logX();
        y = seen.y();
        t = Double.NaN;
        begun = Double.NaN;
        isSettled = seen.energy() < NO_MORE_SETTLED * LimitCycle.settled(spline.epsilon(rates));
    }

    /** Whether the last period's energy was as good as none, and none since was larger. */
    boolean isSettled() {
        return isSettled;
    }

    /** What iterates show, when. */
    private record State(double at, double energy, double logX, double y, boolean isResolved) {}

    private State state(LatestIterates iterates) {
        double at = iterates.middle();
        spline.moveTo(at);
        double along = spline.alongG(iterates);
        double x = spline.alternating(iterates)
                / LatestIterates.gain(rates.growth().getReal() * along);
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
        return new State(
                at, newEnergy, newLogX, newY, Math.abs(x) > RESOLVED * iterates.rounding() * spline.lengthOfU());
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
                    FastMath.exp(largestX),
                    isResolved));
            last = over;
            isSettled = last.get().energy() < LimitCycle.settled(spline.epsilon(rates));
            first = first.or(() -> isSettled ? Optional.empty() : last);
            count++;
            countSinceFirst += first.isPresent() ? 1 : 0;
        }
        begun = crossing;
        areaAtBegin = areaThere;
        hasBeenBeyond = false;
        isResolved = true;
        smallestX = Double.POSITIVE_INFINITY;
        largestX = Double.NEGATIVE_INFINITY;
        return over;
    }

    /** The first period whose energy is not that of settled iterates. */
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

    /** How many of them from the first on whose energy is not that of settled iterates. */
    int countSinceFirst() {
        return countSinceFirst;
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
}
