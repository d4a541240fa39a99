package org.selfstab.claims.drift;

import java.util.List;
import java.util.Optional;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.selfstab.claims.DriftRates;

/**
 * What the law predicts along the constrained trajectory, between whose points rates are taken to change linearly.
 *
 * @param points in the order of time, at least two
 */
public record DriftCourse(List<DriftRates> points) {

    /** No step of the energy's equation changes log J by more. */
    private static final double LARGEST_CHANGE = 0.25;
    /** Of log J. */
    private static final double NEGLIGIBLE = 1e-7;
    /** Of a time between two points, by bisection. */
    private static final int HALVINGS = 40;
    /** Of the quadrature of a time beyond the last point. */
    private static final int NODES = 20;

    public DriftCourse {
        points = List.copyOf(points);
    }

    /** The integral of {@code eps^2 Gamma} between two times: the change of log I where the floor has no fourth derivative. */
    double growth(double from, double to) {
        return integral(from, to, DriftRates::growth);
    }

    /** The integral of the magnitudes of the terms. */
    double magnitude(double from, double to) {
        return integral(from, to, DriftRates::magnitude);
    }

    /** The change of {@code log alpha} between two times. */
    double changeOfLogAlpha(double from, double to) {
        return logAlpha(to) - logAlpha(from);
    }

    /** The integral of the magnitude of {@code d log alpha/dt}. */
    double variationOfLogAlpha(double from, double to) {
        double sum = 0;
        double before = logAlpha(from);
        for (DriftRates point : points) {
            if (point.t() > from && point.t() < to) {
                sum += Math.abs(Math.log(point.alpha()) - before);
                before = Math.log(point.alpha());
            }
        }
        return sum + Math.abs(logAlpha(to) - before);
    }

    /** The time average of Gamma. */
    double meanGamma(double from, double to) {
        return integral(from, to, DriftRates::gamma) / (to - from);
    }

    /** Gamma at a time. */
    double gamma(double t) {
        return between(t, piece(t), DriftRates::gamma);
    }

    /** {@code d log alpha/dt} at a time, per step. */
    double slopeOfLogAlpha(double t) {
        DriftRates one = points.get(piece(t));
        DriftRates other = points.get(piece(t) + 1);
        return Math.log(other.alpha() / one.alpha()) / (other.t() - one.t());
    }

    /** The largest epsilon. */
    double largestEpsilon() {
        return points.stream().mapToDouble(DriftRates::epsilon).max().orElseThrow();
    }

    /** The last point. */
    DriftRates last() {
        return points.get(points.size() - 1);
    }

    /**
     * The change of log J between two times from an energy, by {@code d log J/dt = eps^2 (Gamma - b F4/(6 a^2 beta) <Y^4>/<Y^2>) - (1/2) d log alpha/dt}, (D4) and (D9).
     */
    double changeOfLogJ(double from, double to, double energy) {
        return changesOfLogJ(from, new double[] {to}, energy)[0];
    }

    /** The same at several times, in their order. */
    double[] changesOfLogJ(double from, double[] times, double energy) {
        double[] changes = new double[times.length];
        boolean isLinear = isWithoutQuartic(from, times[times.length - 1], energy);
        double start = EnergyLevel.logJ(energy);
        double logJ = start;
        double at = from;
        for (int i = 0; i < times.length; i++) {
            for (int k = piece(at); k <= piece(times[i]); k++) {
                double end = k == piece(times[i]) ? times[i] : points.get(k + 1).t();
                logJ = advanced(logJ, at, end, isLinear);
                at = end;
            }
            changes[i] = logJ - start;
        }
        return changes;
    }

    /** How many steps after a time an energy has become another one, (D12), where rates stay as they are at the last point beyond it; empty if it never does. */
    Optional<Double> stepsTo(double target, double from, double energy) {
        boolean isLinear = isWithoutQuartic(from, last().t(), Math.max(energy, target));
        double wanted = EnergyLevel.logJ(target);
        double logJ = EnergyLevel.logJ(energy);
        double at = from;
        for (int k = piece(from); k < points.size() - 1; k++) {
            double end = points.get(k + 1).t();
            double next = advanced(logJ, at, end, isLinear);
            if ((next - wanted) * (logJ - wanted) <= 0) {
                return Optional.of(crossing(wanted, logJ, at, end, isLinear) - from);
            }
            logJ = next;
            at = end;
        }
        double sofar = at - from;
        return stepsBeyond(wanted, logJ, isLinear).map(steps -> sofar + steps);
    }

    private double crossing(double wanted, double logJ, double from, double to, boolean isLinear) {
        double early = from;
        double late = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (early + late) / 2;
            if ((advanced(logJ, from, middle, isLinear) - wanted) * (logJ - wanted) > 0) {
                early = middle;
            } else {
                late = middle;
            }
        }
        return (early + late) / 2;
    }

    private Optional<Double> stepsBeyond(double wanted, double logJ, boolean isLinear) {
        double linear = last().growth() - slopeOfLogAlpha(last().t()) / 2;
        double quartic = isLinear ? 0 : last().epsilon() * last().epsilon() * last().quartic();
        // What takes is monotonic in E: with one sign at both ends nothing stands still between.
        boolean isReached = (wanted - logJ) * slope(logJ, linear, quartic) > 0
                && (wanted - logJ) * slope(wanted, linear, quartic) > 0;
        return isReached
                ? Optional.of(new GaussIntegratorFactory()
                        .legendre(NODES, Math.min(logJ, wanted), Math.max(logJ, wanted))
                        .integrate(at -> 1 / Math.abs(slope(at, linear, quartic))))
                : Optional.empty();
    }

    /** Whether the floor's fourth derivative changes nothing that could be seen. */
    private boolean isWithoutQuartic(double from, double to, double energy) {
        double magnitude = integral(from, to, point -> Math.abs(point.epsilon() * point.epsilon() * point.quartic()));
        return magnitude * EnergyLevel.quarticRatio(energy) < NEGLIGIBLE;
    }

    /** Log J after a time in which rates change linearly: by Runge and Kutta's method of order 4 in equal parts where the floor has a fourth derivative. */
    private double advanced(double start, double from, double to, boolean isLinear) {
        double linear = growth(from, to) - changeOfLogAlpha(from, to) / 2;
        if (isLinear) {
            return start + linear;
        }
        double quartic = integral(from, to, point -> point.epsilon() * point.epsilon() * point.quartic());
        double logJ = start;
        double done = 0;
        while (done < 1) {
            double k1 = slope(logJ, linear, quartic);
            double size = Math.abs(linear) + Math.abs(linear - k1);
            double h = Math.min(1 - done, LARGEST_CHANGE / Math.max(LARGEST_CHANGE, size));
            double k2 = slope(logJ + h / 2 * k1, linear, quartic);
            double k3 = slope(logJ + h / 2 * k2, linear, quartic);
            double k4 = slope(logJ + h * k3, linear, quartic);
            logJ += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            done += h;
        }
        return logJ;
    }

    private static double slope(double logJ, double linear, double quartic) {
        return quartic == 0 ? linear : linear - quartic * EnergyLevel.quarticRatioOfLogJ(logJ);
    }

    /** A number at a point. */
    private interface Rate {
        double at(DriftRates point);
    }

    private double logAlpha(double t) {
        int k = piece(t);
        return between(t, k, point -> Math.log(point.alpha()));
    }

    private double integral(double from, double to, Rate rate) {
        double sum = 0;
        for (int k = piece(from); k <= piece(to); k++) {
            double begin = k == piece(from) ? from : points.get(k).t();
            double end = k == piece(to) ? to : points.get(k + 1).t();
            sum += (end - begin) * (between(begin, k, rate) + between(end, k, rate)) / 2;
        }
        return sum;
    }

    private double between(double t, int k, Rate rate) {
        DriftRates one = points.get(k);
        DriftRates other = points.get(k + 1);
        double part = (t - one.t()) / (other.t() - one.t());
        return rate.at(one) + part * (rate.at(other) - rate.at(one));
    }

    /** The point before a time. */
    private int piece(double t) {
        int low = 0;
        int high = points.size() - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (points.get(middle).t() <= t) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
