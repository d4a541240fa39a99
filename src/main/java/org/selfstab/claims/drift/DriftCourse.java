package org.selfstab.claims.drift;

import java.util.List;

/**
 * What the law predicts along the constrained trajectory, between whose points rates are taken to change linearly.
 *
 * @param points in the order of time, at least two
 */
public record DriftCourse(List<DriftRates> points) {

    /** No step of the energy's equation changes log J by more. */
    private static final double LARGEST_CHANGE = 0.1;
    /** Of log J. */
    private static final double NEGLIGIBLE = 1e-7;

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
            if (isLinear) {
                changes[i] = growth(from, times[i]) - changeOfLogAlpha(from, times[i]) / 2;
            } else {
                for (int k = piece(at); k <= piece(times[i]); k++) {
                    double end =
                            k == piece(times[i]) ? times[i] : points.get(k + 1).t();
                    logJ = advanced(logJ, at, end);
                    at = end;
                }
                changes[i] = logJ - start;
            }
        }
        return changes;
    }

    /** Whether the floor's fourth derivative changes nothing that could be seen. */
    private boolean isWithoutQuartic(double from, double to, double energy) {
        double magnitude = integral(from, to, point -> Math.abs(point.epsilon() * point.epsilon() * point.quartic()));
        return magnitude * EnergyLevel.quarticRatio(energy) < NEGLIGIBLE;
    }

    /** Over a time in which rates change linearly, by the midpoint rule in equal parts. */
    private double advanced(double start, double from, double to) {
        double linear = growth(from, to) - changeOfLogAlpha(from, to) / 2;
        double quartic = integral(from, to, point -> point.epsilon() * point.epsilon() * point.quartic());
        double logJ = start;
        double done = 0;
        while (done < 1) {
            double rate = linear - quartic * EnergyLevel.quarticRatio(EnergyLevel.energy(logJ));
            double part = Math.min(
                    1 - done,
                    LARGEST_CHANGE
                            / Math.max(LARGEST_CHANGE, Math.abs(rate) + Math.abs(linear) + Math.abs(linear - rate)));
            double middle = logJ + rate * part / 2;
            logJ += part * (linear - quartic * EnergyLevel.quarticRatio(EnergyLevel.energy(middle)));
            done += part;
        }
        return logJ;
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
