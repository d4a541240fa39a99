package org.selfstab.claims.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.expression.Expression;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.loss.LossCompiler;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.Norm;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunListener;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Interruption;
import org.selfstab.vocabulary.SelfstabException;

/** Follows orbits over a parameter, from the one near which the problem's start is, and looks at the attractor beside them. Used once. */
public final class BifurcationRun {

    /** The most numbers in an optimizer's state. */
    static final int MOST_NUMBERS = 32;

    private static final int DIGITS = 34;
    private static final int DESCENT_STEPS = 20_000;
    private static final int TRANSIENT = 3000;
    private static final int EXPONENT_STEPS = 1000;
    private static final int KEPT = 128;
    private static final double RETURNS = 1e-7;

    private final Problem problem;
    private final BifurcationOptions options;
    private final RunListener listener;
    private final CompiledBackend backend = new CompiledBackend(LossCompiler.sharing());
    private final StepMap<Binary64> map;

    /**
     * A run.
     *
     * @throws SelfstabException if the problem has no such parameter, or too many variables
     */
    public BifurcationRun(Problem problem, BifurcationOptions options, RunListener listener) {
        this.problem = problem;
        this.options = options;
        this.listener = listener;
        if (!problem.parameters().names().contains(options.parameter())) {
            throw new SelfstabException(
                    "--parameter " + options.parameter() + " is not a parameter of the problem",
                    "the parameters are "
                            + String.join(", ", problem.parameters().names()));
        }
        int numbers = problem.variables().size()
                * problem.requireLinear("bifurcation").copies();
        if (numbers > MOST_NUMBERS) {
            throw new SelfstabException(
                    "the optimizer's state has " + numbers + " numbers",
                    "bifurcation follows orbits of at most " + MOST_NUMBERS);
        }
        this.map = StepMap.of(problem, options.parameter(), backend);
    }

    /** Runs. */
    public BifurcationResult run() {
        double scale = Math.max(Norm.of(startAt(options.from())).getReal(), 1e-3);
        Continuation continuation = new Continuation(
                map,
                new EventLocator(map, this::decimalMap),
                options.from(),
                options.to(),
                scale,
                options.longestPeriod(),
                found -> listener.progress("orbits", found));
        List<String> notes = new ArrayList<>();
        for (double value : values()) {
            begin(continuation, value, scale);
        }
        continuation.follow();
        if (continuation.branches().isEmpty()) {
            notes.add("no fixed point is found near the start");
        }
        notes.addAll(continuation.notes());
        return new BifurcationResult(
                problem,
                options,
                continuation.branches(),
                continuation.events().stream().sorted(Continuation.order()).toList(),
                attractor(),
                notes);
    }

    /** Both ends of the range, and the problem's own value if it is between them. */
    private List<Double> values() {
        List<Double> values = new ArrayList<>(List.of(options.from()));
        double own =
                backend.valueOf(problem.parameters().value(options.parameter())).getReal();
        if (own > options.from() && own < options.to()) {
            values.add(own);
        }
        values.add(options.to());
        return values;
    }

    private void begin(Continuation continuation, double value, double scale) {
        FieldVector<Binary64> start = startAt(value);
        Binary64 p = new Binary64(value);
        String where = " at " + options.parameter() + " = " + Digits.text(value);
        Optional<FieldVector<Binary64>> settled = settled(start, p);
        settled.flatMap(state -> attractingCycle(state, p))
                .ifPresent(orbit -> continuation.begin(orbit, "where the iterates from the start come to" + where));
        fixedPoint(settled.orElse(map.standing(start)), start, p, scale)
                .ifPresent(orbit -> continuation.begin(orbit, "the fixed point near the start" + where));
    }

    private StepMap<Dfp> decimalMap() {
        return StepMap.of(problem, options.parameter(), new DecimalBackend(DIGITS));
    }

    private FieldVector<Binary64> startAt(double value) {
        return DoubleVector.copyOf(problem.with(options.parameter(), Expression.constant(new BigFraction(value)))
                .startOver(Binary64Field.getInstance()));
    }

    /** The state after many steps; empty if it is not finite. */
    private Optional<FieldVector<Binary64>> settled(FieldVector<Binary64> start, Binary64 p) {
        FieldVector<Binary64> state = map.standing(start);
        for (int i = 0; i < Math.min(DESCENT_STEPS, problem.run().maxSteps()); i++) {
            Interruption.check();
            state = map.local(state, p).next();
            if (!Double.isFinite(Norm.of(state).getReal())) {
                return Optional.empty();
            }
        }
        return Optional.of(state);
    }

    private Optional<PeriodicOrbit> attractingCycle(FieldVector<Binary64> state, Binary64 p) {
        double scale = Math.max(Norm.of(state).getReal(), 1e-3);
        return IntStream.rangeClosed(2, options.longestPeriod())
                .filter(period -> returns(state, p, period, scale))
                .boxed()
                .findFirst()
                .flatMap(period -> PeriodicOrbit.near(map, state, p, period, scale));
    }

    private boolean returns(FieldVector<Binary64> state, Binary64 p, int period, double scale) {
        FieldVector<Binary64> later = state;
        for (int i = 0; i < period; i++) {
            later = map.local(later, p).next();
        }
        return Norm.of(later.subtract(state)).getReal() <= RETURNS * scale;
    }

    /** A fixed point: where the iterates settle, or the minimum that descent with shorter steps comes to. */
    private Optional<PeriodicOrbit> fixedPoint(
            FieldVector<Binary64> settled, FieldVector<Binary64> start, Binary64 p, double scale) {
        Optional<PeriodicOrbit> there =
                returns(settled, p, 1, scale) ? PeriodicOrbit.near(map, settled, p, 1, scale) : Optional.empty();
        return there.or(() -> PeriodicOrbit.near(map, map.standing(LowestPoint.from(map, start, p)), p, 1, scale));
    }

    // The attractor

    private List<BifurcationResult.Column> attractor() {
        AtomicInteger done = new AtomicInteger();
        ThreadLocal<StepMap<Binary64>> own =
                ThreadLocal.withInitial(() -> StepMap.of(problem, options.parameter(), backend));
        return IntStream.range(0, options.columns())
                .parallel()
                .mapToObj(i -> {
                    BifurcationResult.Column column = column(own.get(), valueOf(i));
                    listener.progress("columns", done.incrementAndGet());
                    return column;
                })
                .toList();
    }

    private double valueOf(int column) {
        return options.columns() == 1
                ? options.from()
                : options.from() + (options.to() - options.from()) * column / (options.columns() - 1);
    }

    private BifurcationResult.Column column(StepMap<Binary64> own, double value) {
        Binary64 p = new Binary64(value);
        FieldVector<Binary64> state = own.standing(startAt(value));
        for (int i = 0; i < TRANSIENT; i++) {
            state = own.local(state, p).next();
        }
        List<Double> points = new ArrayList<>();
        FieldVector<Binary64> end = state;
        Optional<Integer> period = Optional.empty();
        for (int i = 1; i <= KEPT; i++) {
            points.add(own.pointOf(end, p).getEntry(0).getReal());
            end = own.local(end, p).next();
            double scale = Math.max(Norm.of(state).getReal(), Double.MIN_NORMAL);
            if (period.isEmpty() && Norm.of(end.subtract(state)).getReal() <= RETURNS * scale) {
                period = Optional.of(i);
            }
        }
        if (!Double.isFinite(Norm.of(end).getReal())) {
            return new BifurcationResult.Column(value, List.of(), Optional.empty(), Optional.empty());
        }
        try {
            IntConsumer silent = step -> {};
            Lyapunov exponents = Lyapunov.along(own, end, p, EXPONENT_STEPS, silent);
            return new BifurcationResult.Column(
                    value,
                    points.subList(0, period.orElse(KEPT)),
                    period,
                    Optional.of(exponents.exponents().get(0)));
        } catch (ArithmeticException notFinite) {
            return new BifurcationResult.Column(value, List.of(), Optional.empty(), Optional.empty());
        }
    }
}
