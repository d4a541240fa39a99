package org.selfstab.claims;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.selfstab.problem.Observable;
import org.selfstab.problem.ObservedNumber;
import org.selfstab.run.DescentEnd;
import org.selfstab.vocabulary.Behaviour;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Verdict;

/**
 * The values of an observable along a run of the optimizer alone, in double precision, and what they do. Where rounding may hide which way a step changes the
 * observable, the step is done again in decimals from the iterate of the run.
 */
public final class ObservedCourse {

    /** The largest number of steps done again in decimals, and of those looked at first. */
    private static final int MOST_CHECKED = 4000;

    private static final int CHECKED_FIRST = 50;
    private static final int SPREAD = 150;
    /** Values this near to a bound, relatively, may be on its other side. */
    private static final double NEAR = 1e-9;
    /** Without decimals, changes smaller than this, relatively to the largest value, may be rounding. */
    private static final double ROUNDING = 1e-9;
    /** Bounds of the later half that are wider than those of the earlier by no more than this share are the same. */
    private static final double SAME_BOUNDS = 0.05;

    private final Observable observable;
    private final int firstStep;
    private final double[] values;
    private final double[] repeated;
    private final DescentEnd end;
    private final boolean isCut;
    private final BiFunction<Observable, Set<Integer>, Optional<Map<Integer, Double>>> inDecimals;
    private final Map<Behaviour, Finding> findings = new EnumMap<>(Behaviour.class);

    /**
     * A course.
     *
     * @param firstStep the step of the first value
     * @param values one for each step
     * @param repeated of iterates that return in every digit, the values after the run
     * @param end how the run ended
     * @param isCut whether later values were not kept
     * @param inDecimals the changes of an observable from some steps to the next ones in decimals, 0 where there is none to 30 digits; empty where they would take too long
     */
    public ObservedCourse(
            Observable observable,
            int firstStep,
            double[] values,
            double[] repeated,
            DescentEnd end,
            boolean isCut,
            BiFunction<Observable, Set<Integer>, Optional<Map<Integer, Double>>> inDecimals) {
        this.observable = observable;
        this.firstStep = firstStep;
        this.values = end.failure().isPresent() ? finiteBeginning(values) : values.clone();
        this.repeated = repeated.clone();
        this.end = end;
        this.isCut = isCut;
        this.inDecimals = inDecimals;
    }

    /** Without the last values of iterates that diverge, which overflow. */
    private static double[] finiteBeginning(double[] values) {
        int count = values.length;
        while (count > 0 && !Double.isFinite(values[count - 1])) {
            count--;
        }
        return Arrays.copyOf(values, count);
    }

    /**
     * What was found of one behaviour.
     *
     * @param status the decision
     * @param reason what it rests on
     */
    public record Finding(Verdict.Status status, String reason) {}

    /** The observable. */
    public Observable observable() {
        return observable;
    }

    /** The value at a step; not a number where there is none, or it is not defined. */
    public double at(int step) {
        int index = step - firstStep;
        return index >= 0 && index < values.length ? values[index] : Double.NaN;
    }

    /** The first step at which its value is not a finite number. */
    public Optional<Integer> undefinedStep() {
        return IntStream.range(0, values.length)
                .filter(i -> !Double.isFinite(values[i]))
                .mapToObj(i -> firstStep + i)
                .findFirst();
    }

    /** The step of the least value, or of the largest; empty if no value is a number. */
    public Optional<Integer> stepOf(ObservedNumber number) {
        return switch (number) {
            case FIRST -> values.length == 0 ? Optional.empty() : Optional.of(firstStep);
            case LAST -> values.length == 0 ? Optional.empty() : Optional.of(firstStep + values.length - 1);
            case LEAST -> smallest(value -> value);
            case LARGEST -> smallest(value -> -value);
        };
    }

    private Optional<Integer> smallest(DoubleUnaryOperator of) {
        int found = -1;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])
                    && (found < 0 || of.applyAsDouble(values[i]) < of.applyAsDouble(values[found]))) {
                found = i;
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(firstStep + found);
    }

    /** Decides a behaviour that needs no number, once: decimals take the run again. */
    public synchronized Finding finding(Behaviour behaviour) {
        Finding known = findings.get(behaviour);
        if (known == null) {
            known = finding(behaviour, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            findings.put(behaviour, known);
        }
        return known;
    }

    /**
     * Decides a behaviour.
     *
     * @param least of what is bounded, the lower bound; negative infinity for none
     * @param most of what is bounded, the upper bound; infinity for none; what it is eventually below
     */
    public Finding finding(Behaviour behaviour, double least, double most) {
        Optional<Integer> undefined = undefinedStep();
        if (undefined.isPresent()) {
            return undecided("it is not defined at step " + undefined.get());
        }
        if (values.length < 2) {
            return undecided("the run has " + values.length + (values.length == 1 ? " value" : " values") + " of it");
        }
        if (isCut && behaviour != Behaviour.BOUNDED) {
            return undecided("only the first " + values.length + " values are kept");
        }
        return switch (behaviour) {
            case DECREASES -> moves(-1);
            case INCREASES -> moves(1);
            case MONOTONE -> monotone();
            case CONSERVED -> conserved();
            case BOUNDED -> bounded(least, most);
            case EVENTUALLY_BELOW -> eventuallyBelow(most);
        };
    }

    private static Finding undecided(String reason) {
        return new Finding(Verdict.Status.UNDECIDED, reason);
    }

    // From one step to the next

    private double change(int index) {
        return values[index + 1] - values[index];
    }

    /** Whether no step changes it in the other direction, and some do in this one: 1 upwards, -1 downwards. */
    private Finding moves(int direction) {
        String other = direction < 0 ? "rises" : "falls";
        List<Integer> against = ordered(direction, false);
        Optional<Map<Integer, Double>> first = checked(against, CHECKED_FIRST);
        if (first.isEmpty()) {
            return movesInDoubles(against);
        }
        Optional<Finding> refuted = refutation(direction, first.get(), other);
        if (refuted.isPresent()) {
            return refuted.get();
        }
        if (against.size() > MOST_CHECKED) {
            return undecided("at " + against.size() + " steps rounding hides whether it " + other);
        }
        Optional<Map<Integer, Double>> rest = checked(against, MOST_CHECKED);
        Optional<Finding> late = rest.flatMap(changes -> refutation(direction, changes, other));
        if (late.isPresent()) {
            return late.get();
        }
        List<Integer> along = ordered(direction, true);
        boolean isMoving = checked(along.isEmpty() ? spread() : along, CHECKED_FIRST).orElse(Map.of()).values().stream()
                .anyMatch(change -> change * direction > 0);
        if (!isMoving) {
            return new Finding(Verdict.Status.FAILS, "no step changes it: it is conserved");
        }
        return new Finding(
                Verdict.Status.HOLDS,
                "from " + text(values[0]) + " to " + text(values[values.length - 1]) + " in " + (values.length - 1)
                        + " steps, at none of which it " + other
                        + (against.isEmpty()
                                ? ""
                                : "; " + against.size() + " steps were done again in decimals, where rounding hides it")
                        + until());
    }

    /** The indices of steps whose change in doubles is in a direction, or in the other, the largest changes first. */
    private List<Integer> ordered(int direction, boolean isAlong) {
        return IntStream.range(0, values.length - 1)
                .filter(i -> isAlong ? change(i) * direction > 0 : change(i) * direction < 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(change(i))))
                .toList();
    }

    private List<Integer> spread() {
        int stride = Math.max(1, (values.length - 1) / SPREAD);
        return IntStream.range(0, values.length - 1)
                .filter(i -> i % stride == 0)
                .boxed()
                .toList();
    }

    /** The changes at the first of some steps, by their steps. */
    private Optional<Map<Integer, Double>> checked(List<Integer> indices, int most) {
        Set<Integer> steps =
                indices.stream().limit(most).map(i -> firstStep + i).collect(Collectors.toCollection(TreeSet::new));
        return inDecimals.apply(observable, steps);
    }

    private Optional<Finding> refutation(int direction, Map<Integer, Double> changes, String verb) {
        return changes.entrySet().stream()
                .filter(entry -> entry.getValue() * direction < 0)
                .findFirst()
                .map(entry -> new Finding(
                        Verdict.Status.FAILS,
                        "at step " + entry.getKey() + " it " + verb + " by " + Digits.size(Math.abs(entry.getValue()))
                                + ", from " + text(at(entry.getKey()))));
    }

    private Finding movesInDoubles(List<Integer> against) {
        double size = size();
        Optional<Integer> clear = against.stream()
                .filter(i -> Math.abs(change(i)) > ROUNDING * size)
                .min(Comparator.naturalOrder());
        if (clear.isPresent()) {
            return new Finding(
                    Verdict.Status.FAILS,
                    "at step " + (firstStep + clear.get()) + " it goes from " + text(values[clear.get()]) + " to "
                            + text(values[clear.get() + 1]));
        }
        boolean isMoving = Math.abs(values[values.length - 1] - values[0]) > ROUNDING * size;
        return against.isEmpty() && isMoving
                ? new Finding(
                        Verdict.Status.HOLDS,
                        "from " + text(values[0]) + " to " + text(values[values.length - 1]) + " in "
                                + (values.length - 1) + " steps" + until())
                : undecided("changes within rounding, and no decimals for this optimizer or so many variables");
    }

    private Finding monotone() {
        Finding falls = finding(Behaviour.DECREASES);
        if (falls.status() == Verdict.Status.HOLDS) {
            return new Finding(falls.status(), "it decreases, " + falls.reason());
        }
        Finding rises = finding(Behaviour.INCREASES);
        if (rises.status() == Verdict.Status.HOLDS) {
            return new Finding(rises.status(), "it increases, " + rises.reason());
        }
        Finding conserved = finding(Behaviour.CONSERVED);
        if (conserved.status() == Verdict.Status.HOLDS) {
            return conserved;
        }
        boolean isOpen = falls.status() == Verdict.Status.UNDECIDED || rises.status() == Verdict.Status.UNDECIDED;
        return new Finding(
                isOpen ? Verdict.Status.UNDECIDED : Verdict.Status.FAILS, falls.reason() + "; " + rises.reason());
    }

    private Finding conserved() {
        Set<Integer> indices = new LinkedHashSet<>(IntStream.range(0, values.length - 1)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(change(i))))
                .limit(CHECKED_FIRST)
                .toList());
        indices.addAll(spread());
        Optional<Map<Integer, Double>> changes = checked(List.copyOf(indices), Integer.MAX_VALUE);
        double drift = spreadOf(values, 0, values.length);
        if (changes.isEmpty()) {
            return drift > ROUNDING * size()
                    ? new Finding(Verdict.Status.FAILS, "its values differ by " + Digits.size(drift))
                    : undecided("its values differ by " + Digits.size(drift) + ", which may be rounding");
        }
        return changes.get().entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .findFirst()
                .map(entry -> new Finding(
                        Verdict.Status.FAILS,
                        "step " + entry.getKey() + " changes it by " + Digits.size(entry.getValue())))
                .orElseGet(() -> new Finding(
                        Verdict.Status.HOLDS,
                        "to 30 digits no change at the " + indices.size()
                                + " steps done in decimals; in doubles its values differ by " + Digits.size(drift)));
    }

    // Of all values

    private Finding bounded(double least, double most) {
        if (least > Double.NEGATIVE_INFINITY || most < Double.POSITIVE_INFINITY) {
            return between(least, most);
        }
        double low = values[stepOf(ObservedNumber.LEAST).orElseThrow() - firstStep];
        double high = values[stepOf(ObservedNumber.LARGEST).orElseThrow() - firstStep];
        String range = "from " + text(low) + " to " + text(high);
        if (end.isSettled()) {
            return new Finding(Verdict.Status.HOLDS, range + "; the iterates return in every digit");
        }
        int half = values.length / 2;
        double earlier = spreadOf(values, 0, half);
        if (end.failure().isPresent()) {
            double late = values.length < 2 ? 0 : spreadOf(values, half, values.length);
            return late > 2 * earlier
                    ? new Finding(
                            Verdict.Status.FAILS,
                            range + ", growing with iterates that diverge: "
                                    + end.failure().get().description())
                    : undecided(range + " until " + end.failure().get().description());
        }
        double whole = high - low;
        return whole <= (1 + SAME_BOUNDS) * earlier
                ? new Finding(Verdict.Status.HOLDS, range + ", and so in the first half of the run")
                : undecided(range + ", and beyond that of its first half: the run is too short to tell");
    }

    private Finding between(double least, double most) {
        boolean isNear = false;
        for (int i = 0; i < values.length; i++) {
            double beyond = Math.max(least - values[i], values[i] - most);
            double room = NEAR * Math.max(Math.abs(values[i]), size());
            if (beyond > room) {
                return new Finding(Verdict.Status.FAILS, "it is " + text(values[i]) + " at step " + (firstStep + i));
            }
            isNear |= beyond > 0;
        }
        return isNear
                ? undecided("it is beyond the bound by no more than rounding")
                : new Finding(Verdict.Status.HOLDS, "at all of " + values.length + " steps" + until());
    }

    private Finding eventuallyBelow(double bound) {
        int last = values.length - 1;
        while (last >= 0 && values[last] < bound) {
            last--;
        }
        String since = last < 0 ? "from the first step on" : "from step " + (firstStep + last + 1) + " on";
        if (end.isSettled()) {
            double high = values[values.length - 1];
            for (double value : repeated) {
                high = Math.max(high, value);
            }
            double room = NEAR * Math.max(Math.abs(bound), Math.abs(high));
            if (Math.abs(high - bound) <= room) {
                return undecided("it ends at its bound, within rounding");
            }
            return high < bound
                    ? new Finding(Verdict.Status.HOLDS, since + "; the iterates return in every digit")
                    : new Finding(
                            Verdict.Status.FAILS, "the iterates return in every digit, where it is " + text(high));
        }
        if (end.failure().isPresent()) {
            return undecided(end.failure().get().description());
        }
        return last < values.length / 2
                ? new Finding(Verdict.Status.HOLDS, since + ", the later half of the run at least")
                : undecided("it is " + text(values[last]) + " at step " + (firstStep + last) + " of " + end.steps()
                        + " still");
    }

    private double size() {
        double size = 0;
        for (double value : values) {
            size = Math.max(size, Math.abs(value));
        }
        return size;
    }

    private static double spreadOf(double[] values, int from, int to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        return high - low;
    }

    private String until() {
        return end.failure().map(failure -> ", until " + failure.description()).orElse("");
    }

    private static String text(double value) {
        return Digits.text(value);
    }
}
