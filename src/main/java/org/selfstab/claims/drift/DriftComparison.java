package org.selfstab.claims.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.DriftResult;
import org.selfstab.claims.ObservedPeriod;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.DriftVerdict;

/**
 * What is predicted beside what is measured, and what follows. The stated error of a change is eps times the integral of the magnitudes of all that adds to it: the next order of the law, of
 * which observed errors are far below.
 */
final class DriftComparison {

    static final Decision NOTHING_SEEN = new Decision(
            DriftVerdict.UNDECIDED,
            "fewer than two whole periods were seen with an energy of which the law says something and an x above the iterates' rounding; a larger --steps or another start may show them");

    /** Beside twice the stated error, by what part of the change prediction and measurement may differ. */
    private static final double AGREEMENT = 0.1;
    /** So much of magnitudes that may cancel has to be integrated before "sustained" says something. */
    private static final double LONG_ENOUGH = 2.0;

    private static final int MOST_PREDICTED = 200;

    private final DriftCourse course;
    private final List<ObservedPeriod> periods;

    DriftComparison(DriftCourse course, List<ObservedPeriod> periods) {
        this.course = course;
        this.periods = compared(course, periods);
    }

    /** A verdict with its reason. */
    record Decision(DriftVerdict verdict, String reason) {}

    /** Those of which the law says something: from where the energy is neither too large nor that of settled iterates until it is. */
    private static List<ObservedPeriod> compared(DriftCourse course, List<ObservedPeriod> periods) {
        double epsilon = course.largestEpsilon();
        int begin = 0;
        while (begin < periods.size() && !isInRange(periods.get(begin), epsilon)) {
            begin++;
        }
        int end = begin;
        while (end < periods.size() && isInRange(periods.get(end), epsilon)) {
            end++;
        }
        return periods.subList(begin, end);
    }

    private static boolean isInRange(ObservedPeriod period, double epsilon) {
        return period.isResolved()
                && period.energy() > LimitCycle.settled(epsilon)
                && period.energy() < LimitCycle.largest(epsilon);
    }

    /** A number for people, of four digits. */
    static String brief(double value) {
        return String.format(Digits.LOCALE, "%.4g", value);
    }

    Optional<DriftResult.Comparison> result() {
        if (periods.size() < 2) {
            return Optional.empty();
        }
        ObservedPeriod first = periods.get(0);
        ObservedPeriod last = periods.get(periods.size() - 1);
        double from = first.middle();
        double to = last.middle();
        double predicted = course.changeOfLogJ(from, to, first.energy());
        double measured = EnergyLevel.logJ(last.energy()) - EnergyLevel.logJ(first.energy());
        double halfAlpha = course.changeOfLogAlpha(from, to) / 2;
        double error = error(from, to);
        LimitCycle cycle = LimitCycle.of(course, course.last());
        Optional<Double> target = Math.abs(predicted) <= error
                ? Optional.empty()
                : Optional.of(first.energy() * (predicted < 0 ? 0.5 : 2));
        return Optional.of(new DriftResult.Comparison(
                first,
                last,
                predicted + halfAlpha,
                measured + halfAlpha,
                predicted,
                measured,
                error,
                course.meanGamma(from, to),
                cycle.isInRange() ? Optional.of(cycle.energy()) : Optional.empty(),
                cycle.isStable(),
                target.flatMap(energy -> course.stepsTo(energy, from, first.energy())),
                target.flatMap(this::reached)));
    }

    /** At all periods seen, the prediction at some of them and linear between. */
    static List<DriftResult.Change> changes(DriftCourse course, List<ObservedPeriod> seen) {
        if (seen.isEmpty()) {
            return List.of();
        }
        ObservedPeriod first = seen.get(0);
        double from = first.middle();
        int stride = 1 + seen.size() / MOST_PREDICTED;
        List<Double> times = new ArrayList<>();
        for (int k = 0; k < seen.size(); k += stride) {
            times.add(seen.get(k).middle());
        }
        times.add(seen.get(seen.size() - 1).middle());
        double[] predicted = course.changesOfLogJ(
                from, times.stream().mapToDouble(Double::doubleValue).toArray(), first.energy());
        List<DriftResult.Change> changes = new ArrayList<>();
        for (int k = 0; k < seen.size(); k++) {
            ObservedPeriod period = seen.get(k);
            int i = k / stride;
            double width = times.get(i + 1) - times.get(i);
            double part = width > 0 ? (period.middle() - times.get(i)) / width : 0;
            changes.add(new DriftResult.Change(
                    period,
                    predicted[i] + part * (predicted[i + 1] - predicted[i]),
                    EnergyLevel.logJ(period.energy()) - EnergyLevel.logJ(first.energy()),
                    course.changeOfLogAlpha(from, period.middle()) / 2,
                    course.gamma(period.middle()),
                    course.slopeOfLogAlpha(period.middle())));
        }
        return changes;
    }

    private double error(double from, double to) {
        return course.largestEpsilon() * (course.magnitude(from, to) + course.variationOfLogAlpha(from, to) / 2);
    }

    /** How many steps after the middle of the first period. */
    private Optional<Double> reached(double target) {
        double from = periods.get(0).energy();
        for (int k = 1; k < periods.size(); k++) {
            ObservedPeriod before = periods.get(k - 1);
            ObservedPeriod here = periods.get(k);
            if ((here.energy() - target) * (from - target) <= 0) {
                double part = Math.log(target / before.energy()) / Math.log(here.energy() / before.energy());
                return Optional.of(before.middle()
                        + part * (here.middle() - before.middle())
                        - periods.get(0).middle());
            }
        }
        return Optional.empty();
    }

    Decision decision() {
        Optional<DriftResult.Comparison> compared = result();
        if (compared.isEmpty()) {
            return NOTHING_SEEN;
        }
        DriftResult.Comparison c = compared.get();
        double predicted = c.logJPredicted();
        double measured = c.logJMeasured();
        String numbers = "log J changes by " + brief(measured) + ", predicted " + brief(predicted)
                + " with an error of " + brief(c.error());
        if (!(Math.abs(measured - predicted) <= 2 * c.error() + AGREEMENT * Math.abs(predicted))) {
            return new Decision(DriftVerdict.FAILS, numbers + ": they disagree");
        }
        if (c.cycleEnergy().isPresent() && c.isCycleStable()) {
            return new Decision(
                    DriftVerdict.SUSTAINED,
                    numbers + "; the limit cycle (D15) is at E = "
                            + brief(c.cycleEnergy().get()) + ", the last period's is "
                            + brief(c.last().energy()));
        }
        if (Math.abs(measured) <= c.error()) {
            double magnitude = course.magnitude(c.first().middle(), c.last().middle());
            return magnitude >= LONG_ENOUGH
                    ? new Decision(DriftVerdict.SUSTAINED, numbers + ": no drift is seen")
                    : new Decision(
                            DriftVerdict.UNDECIDED, numbers + ": the run is too short to tell; a larger --steps may");
        }
        if (Math.abs(predicted) <= c.error()) {
            return new Decision(DriftVerdict.UNDECIDED, numbers + ": the sign of the predicted change is not certain");
        }
        return new Decision(predicted < 0 ? DriftVerdict.DAMPED : DriftVerdict.GROWING, numbers);
    }
}
