package org.selfstab.claims.orbit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.Limit;
import org.selfstab.claims.Lyapunov;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.PlainDescent;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.Norm;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.problem.Problem;
import org.selfstab.run.DescentEnd;
import org.selfstab.vocabulary.Digits;

/**
 * Finds where the iterates of an optimizer end: it sees all of them, keeps the latest, and then decides. A point or cycle is one that Newton's method finds
 * beside the last iterate, that the iterates have come to, or approach at the rate of its multiplier, and that attracts, unless they
 * stand on it in every digit. Used once.
 */
public final class LimitSearch implements PlainDescent.Visitor<Binary64> {

    /** The longest period looked for. */
    public static final int LONGEST_PERIOD = 1024;

    /** Beyond so many numbers in a state no derivative of many steps is formed. */
    private static final int MOST_NUMBERS = 64;

    private static final int MOST_KEPT = 4096;
    private static final int MOST_ENTRIES = 1 << 22;
    private static final int MOST_CANDIDATES = 16;

    /** Iterates this near, relatively to the largest, are there. */
    private static final double THERE = 1e-9;
    /** Iterates that return this near, relatively to how far the latest are spread, may be near a cycle. */
    private static final double RETURNS = 0.05;
    /** Multipliers within this of modulus 1 are no rate. */
    private static final double NEUTRAL_RATE = 1e-6;
    /** Bounds of two stretches of a run that differ by no more than this share of their distance are the same. */
    private static final double SAME_BOUNDS = 0.05;

    private static final int SHORTEST_BOUNDED = 256;

    private final Problem problem;
    private final Model<Binary64> model;
    private final int n;
    private final double[][] latest;
    private final List<Stretch> stretches = new ArrayList<>();
    private int last = -1;
    private double scale;
    private Descent<Binary64> descent;

    /** A search. */
    public LimitSearch(Problem problem, Model<Binary64> model) {
        this.problem = problem;
        this.model = model;
        this.n = problem.variables().size();
        this.latest = new double[Math.max(8, Math.min(MOST_KEPT, MOST_ENTRIES / n))][];
    }

    /** What the iterates from a power of two of steps to the next look like. */
    private static final class Stretch {

        private final double[] first;
        /** Their smallest and largest coordinates. */
        private final double[] least;

        private final double[] largest;

        Stretch(double[] first, double[] least, double[] largest) {
            this.first = first;
            this.least = least;
            this.largest = largest;
        }

        /** The first of them. */
        double[] first() {
            return first;
        }

        static Stretch of(double[] point) {
            return new Stretch(point, point.clone(), point.clone());
        }

        void add(double[] point) {
            for (int i = 0; i < point.length; i++) {
                least[i] = Math.min(least[i], point[i]);
                largest[i] = Math.max(largest[i], point[i]);
            }
        }

        /** Whether all lies within the bounds of another, or a little beyond. */
        boolean isWithin(Stretch other) {
            return IntStream.range(0, least.length).allMatch(i -> {
                double room = SAME_BOUNDS * (other.largest[i] - other.least[i]);
                return least[i] >= other.least[i] - room && largest[i] <= other.largest[i] + room;
            });
        }

        boolean hasBoundsOf(Stretch other) {
            return IntStream.range(0, least.length).allMatch(i -> {
                double width = Math.max(largest[i], other.largest[i]) - Math.min(least[i], other.least[i]);
                return Math.abs(least[i] - other.least[i]) <= SAME_BOUNDS * width
                        && Math.abs(largest[i] - other.largest[i]) <= SAME_BOUNDS * width;
            });
        }
    }

    @Override
    public boolean visit(int step, FieldVector<Binary64> theta, Descent<Binary64> by) {
        double[] point = new double[n];
        DoubleVector.copy(theta, point, 0);
        scale = Math.max(scale, Norm.of(theta).getReal());
        descent = by;
        last = step;
        latest[step % latest.length] = point;
        if (Integer.bitCount(step) <= 1) {
            stretches.add(Stretch.of(point));
        } else {
            stretches.get(stretches.size() - 1).add(point);
        }
        return true;
    }

    /**
     * Decides, after the run.
     *
     * @param end how it ended
     */
    public Limit limit(DescentEnd end) {
        if (end.failure().isPresent()) {
            return Limit.without(Limit.Kind.DIVERGED, end.failure().get().description());
        }
        if (scale == 0) {
            scale = 1;
        }
        if (end.isSettled()) {
            repeat();
        }
        try {
            return found(end.isSettled()).orElseGet(this::withoutPeriod);
        } catch (UndefinedGeometryException undefined) {
            return Limit.undecided(undefined.getMessage());
        }
    }

    /**
     * The Lyapunov exponents where the iterates are, after {@link #limit}: of a point or a cycle exactly, else along the iterates from the last one on.
     *
     * @param limit what that gave
     * @param steps how many, a multiple of {@link Lyapunov#BATCHES}
     * @param progress is told each step
     * @return the exponents; empty where the iterates diverge, or the state has too many numbers, or the optimizer is not linear
     */
    public Optional<Lyapunov> exponents(Limit limit, int steps, IntConsumer progress) {
        if (limit.kind() == Limit.Kind.DIVERGED || !hasStepMap()) {
            return Optional.empty();
        }
        StepMap<Binary64> map = StepMap.of(problem, Problem.STEP_SIZE, model.backend());
        FieldVector<Binary64> state = map.state(descent.state());
        Binary64 eta = model.backend().valueOf(problem.stepSize());
        Optional<PeriodicOrbit> orbit =
                limit.period().flatMap(period -> PeriodicOrbit.near(map, state, eta, period, scale));
        if (orbit.isPresent()) {
            return Optional.of(LyapunovFinder.of(map, orbit.get()));
        }
        try {
            return Optional.of(LyapunovFinder.along(map, state, eta, steps, progress));
        } catch (ArithmeticException notFinite) {
            return Optional.empty();
        }
    }

    /** Whether all steps are of one linear optimizer, of whose state the derivatives are not too large. */
    private boolean hasStepMap() {
        return problem.optimizer() instanceof Optimizer.Linear
                && !problem.hasFallingWeight()
                && n * descent.state().size() <= MOST_NUMBERS;
    }

    /** Iterates that return in every digit may have done so before a long period was seen often enough. */
    private void repeat() {
        for (int i = kept(); i < Math.min(latest.length, 3 * LONGEST_PERIOD); i++) {
            descent.step();
            visit(last + 1, descent.iterate(), descent);
        }
    }

    private Optional<Limit> found(boolean isSettled) {
        if (!hasStepMap()) {
            return foundWithoutDerivatives();
        }
        StepMap<Binary64> map = StepMap.of(problem, Problem.STEP_SIZE, model.backend());
        FieldVector<Binary64> state = map.state(descent.state());
        Binary64 eta = model.backend().valueOf(problem.stepSize());
        return candidates()
                .mapToObj(period -> PeriodicOrbit.near(map, state, eta, period, scale)
                        .flatMap(orbit -> reached(map, orbit, isSettled)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Periods after which the iterates nearly return; 1 and 2 in any case, for slow approaches. */
    private IntStream candidates() {
        double spread = IntStream.range(0, kept())
                .mapToDouble(back -> distance(before(0), before(back)))
                .max()
                .orElseThrow();
        double near = Math.max(RETURNS * spread, THERE * scale);
        return IntStream.concat(
                        IntStream.of(1, 2),
                        IntStream.rangeClosed(3, longest()).filter(period -> returnDistance(period) <= near))
                .limit(MOST_CANDIDATES);
    }

    private int longest() {
        return Math.min(LONGEST_PERIOD, kept() / 3);
    }

    private int kept() {
        return Math.min(last + 1, latest.length);
    }

    /** The iterate some steps before the last. */
    private double[] before(int back) {
        return latest[(last - back) % latest.length];
    }

    /** How far the latest iterates are from those a period earlier, at most. */
    private double returnDistance(int period) {
        return IntStream.range(0, Math.min(kept() - period, 2 * period))
                .mapToDouble(back -> distance(before(back), before(back + period)))
                .max()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double distance(double[] one, double[] other) {
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            squares += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return Math.sqrt(squares);
    }

    private Optional<Limit> reached(StepMap<Binary64> map, PeriodicOrbit orbit, boolean isSettled) {
        double radius = orbit.spectralRadius();
        Binary64 eta = new Binary64(orbit.parameter());
        List<FieldVector<Binary64>> points =
                orbit.states().stream().map(state -> map.pointOf(state, eta)).toList();
        double now = distanceFrom(points, before(0));
        Optional<String> approach;
        if (radius <= 1 + NEUTRAL_RATE) {
            approach = approach(points, orbit.period(), radius, now);
        } else {
            approach = isSettled && now <= THERE * scale
                    ? Optional.of("the iterates repeat themselves on it in every digit, though it repels")
                    : Optional.empty();
        }
        return approach.map(
                words -> limit(points, now, orbit.transverse().stream().findFirst(), orbit.neutral(), words));
    }

    private static double distanceFrom(List<FieldVector<Binary64>> points, double[] point) {
        return PeriodicOrbit.distance(points, DoubleVector.of(point));
    }

    /** How the iterates have come to an orbit, in words; empty if they have not. */
    private Optional<String> approach(List<FieldVector<Binary64>> points, int period, double radius, double now) {
        if (now <= THERE * scale) {
            return Optional.of(
                    now == 0
                            ? "the last iterate is there"
                            : "the last iterate is within " + Digits.size(now) + " of it");
        }
        int stride = Math.max(1, (kept() - 1) / 2 / period) * period;
        if (2 * stride >= kept()) {
            return Optional.empty();
        }
        double middle = distanceFrom(points, before(stride));
        double early = distanceFrom(points, before(2 * stride));
        if (!(now < middle && middle < early)) {
            return Optional.empty();
        }
        double seen = Math.log(now / middle);
        double expected = (double) stride / period * Math.log(radius);
        boolean isAtRate =
                radius > 0 && radius < 1 - NEUTRAL_RATE && Math.abs(seen - expected) <= 0.1 + 0.2 * Math.abs(expected);
        if (isAtRate) {
            return Optional.of(
                    "the iterates approach it at the rate of its multiplier and are within " + Digits.size(now));
        }
        boolean isAlgebraic = radius >= 1 - NEUTRAL_RATE && isEverNearer(points, now);
        return isAlgebraic
                ? Optional.of(
                        "the iterates approach it more slowly than geometrically and are within " + Digits.size(now))
                : Optional.empty();
    }

    /** Whether iterates at successive powers of two of steps are ever nearer. */
    private boolean isEverNearer(List<FieldVector<Binary64>> points, double now) {
        int count = stretches.size();
        if (count < 6) {
            return false;
        }
        double later = now;
        for (Stretch stretch : List.of(stretches.get(count - 2), stretches.get(count - 3), stretches.get(count - 4))) {
            double earlier = distanceFrom(points, stretch.first());
            if (!(later < 0.95 * earlier)) {
                return false;
            }
            later = earlier;
        }
        return true;
    }

    private Limit limit(
            List<FieldVector<Binary64>> points,
            double distance,
            Optional<Complex> multiplier,
            int neutral,
            String evidence) {
        SharpnessEvaluator<Binary64> sharpness = model.sharpness();
        List<Limit.Point> orbit = new ArrayList<>();
        for (FieldVector<Binary64> point : points) {
            sharpness.moveTo(point);
            orbit.add(new Limit.Point(
                    DoubleVector.list(point),
                    sharpness.loss().getReal(),
                    sharpness.sharpness().getReal()));
        }
        int first = IntStream.range(0, orbit.size())
                .boxed()
                .min(Comparator.comparing(i -> orbit.get(i).at().get(0)))
                .orElseThrow();
        List<Limit.Point> turned = new ArrayList<>(orbit.subList(first, orbit.size()));
        turned.addAll(orbit.subList(0, first));
        return new Limit(
                turned.size() == 1 ? Limit.Kind.POINT : Limit.Kind.CYCLE,
                turned,
                Optional.of(distance),
                multiplier,
                neutral,
                evidence);
    }

    /** Of many variables, or another optimizer than a linear one: the iterates themselves have to stand still or to repeat themselves. */
    private Optional<Limit> foundWithoutDerivatives() {
        OptionalInt period = IntStream.rangeClosed(1, longest())
                .filter(each -> returnDistance(each) <= THERE * scale)
                .findFirst();
        return period.isEmpty()
                ? Optional.empty()
                : Optional.of(limit(
                        IntStream.range(0, period.getAsInt())
                                .mapToObj(i -> before(period.getAsInt() - 1 - i))
                                .<FieldVector<Binary64>>map(DoubleVector::of)
                                .toList(),
                        returnDistance(period.getAsInt()),
                        Optional.empty(),
                        0,
                        "the last iterates return within " + Digits.size(returnDistance(period.getAsInt()))
                                + "; no multiplier is computed for it"));
    }

    private Limit withoutPeriod() {
        int count = stretches.size();
        boolean isBounded = last >= SHORTEST_BOUNDED
                && stretches.get(count - 2).hasBoundsOf(stretches.get(count - 3))
                && stretches.get(count - 1).isWithin(stretches.get(count - 2));
        String periods = "no attracting orbit of period 1 to " + longest() + " is near the last of " + last + " steps";
        return isBounded
                ? Limit.without(Limit.Kind.BOUNDED, periods + ", and the iterates keep within the same bounds")
                : Limit.undecided(periods + ", and their bounds still change; more steps may tell");
    }
}
