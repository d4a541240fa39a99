package org.selfstab.claims.orbit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.claims.BifurcationOptions;
import org.selfstab.claims.BifurcationResult;
import org.selfstab.expression.Expression;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.loss.LossCompiler;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.Norm;
import org.selfstab.problem.Problem;
import org.selfstab.run.LineLog;
import org.selfstab.run.RunListener;
import org.selfstab.run.Workers;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Interruption;
import org.selfstab.vocabulary.SelfstabException;

/** Follows orbits over a parameter, from the one near which the problem's start is, and looks at the attractor beside them. Used once. */
public final class BifurcationRun {

    /** The most numbers in an optimizer's state. */
    static final int MOST_NUMBERS = 32;

    private static final int DIGITS = 34;
    private static final int DESCENT_STEPS = 20_000;

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

    /** Runs, and keeps nothing. */
    public BifurcationResult run() {
        try {
            return run(LineLog.none());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Runs what a log does not hold yet, on all cores.
     *
     * @param log keeps each branch and each column once it is finished
     * @throws SelfstabException if the log holds something else
     * @throws CancellationException if the calling thread is interrupted
     * @throws IOException if the log fails
     */
    public BifurcationResult run(LineLog log) throws IOException {
        double scale = Math.max(Norm.of(startAt(options.from())).getReal(), 1e-3);
        Continuation continuation = new Continuation(
                map,
                new EventLocator(map, this::decimalMap),
                options.from(),
                options.to(),
                scale,
                options.longestPeriod(),
                found -> listener.progress("orbits", found));
        for (double value : values()) {
            begin(continuation, value, scale);
        }
        BifurcationResult.Column[] columns = new BifurcationResult.Column[options.columns()];
        takeFinished(log, continuation, columns);
        runMissing(log, continuation, columns);
        continuation.end();
        List<String> notes = new ArrayList<>();
        if (continuation.branches().isEmpty()) {
            notes.add("no fixed point is found near the start");
        }
        notes.addAll(continuation.notes());
        return new BifurcationResult(
                problem,
                options,
                continuation.branches(),
                continuation.events().stream().sorted(Continuation.order()).toList(),
                List.of(columns),
                notes);
    }

    private static void takeFinished(LineLog log, Continuation continuation, BifurcationResult.Column[] columns) {
        for (int i = 0; i < log.lines().size(); i++) {
            String line = log.lines().get(i);
            Optional<Continuation.Followed> followed =
                    BifurcationLine.followed(line).filter(known -> continuation.hasNext());
            Optional<BifurcationLine.IndexedColumn> column =
                    BifurcationLine.column(line).filter(known -> known.index() < columns.length);
            if (followed.isEmpty() && column.isEmpty()) {
                throw log.damaged(i);
            }
            followed.ifPresent(continuation::take);
            column.ifPresent(known -> columns[known.index()] = known.column());
        }
    }

    /** What is done with the result of a task, by the thread that waits for it. */
    private interface Finished {
        void keep() throws IOException;
    }

    private void runMissing(LineLog log, Continuation continuation, BifurcationResult.Column[] columns)
            throws IOException {
        Attractor attractor = new Attractor(() -> StepMap.of(problem, options.parameter(), backend), this::startAt);
        Iterator<Integer> missing = IntStream.range(0, columns.length)
                .filter(i -> columns[i] == null)
                .iterator();
        int threads = Runtime.getRuntime().availableProcessors();
        try (Workers workers = new Workers(threads)) {
            CompletionService<Finished> running = workers.byCompletion();
            AtomicBoolean isFollowing = new AtomicBoolean();
            int inFlight = 0;
            while (inFlight > 0 || missing.hasNext() || continuation.hasNext()) {
                if (!isFollowing.get() && continuation.hasNext()) {
                    isFollowing.set(true);
                    running.submit(() -> {
                        Continuation.Followed followed = continuation.next();
                        return () -> {
                            isFollowing.set(false);
                            log.append(BifurcationLine.of(followed));
                        };
                    });
                    inFlight++;
                }
                while (missing.hasNext() && inFlight < 2 * threads) {
                    int index = missing.next();
                    running.submit(() -> {
                        BifurcationResult.Column column = attractor.at(valueOf(index));
                        return () -> {
                            columns[index] = column;
                            log.append(BifurcationLine.of(new BifurcationLine.IndexedColumn(index, column)));
                            listener.progress("columns", index + 1);
                        };
                    });
                    inFlight++;
                }
                workers.nextOf(running, "following orbits").keep();
                inFlight--;
            }
        }
    }

    private double valueOf(int column) {
        return options.columns() == 1
                ? options.from()
                : options.from() + (options.to() - options.from()) * column / (options.columns() - 1);
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
        return Norm.of(later.subtract(state)).getReal() <= Attractor.RETURNS * scale;
    }

    /** A fixed point: where the iterates settle, or the minimum that descent with shorter steps comes to. */
    private Optional<PeriodicOrbit> fixedPoint(
            FieldVector<Binary64> settled, FieldVector<Binary64> start, Binary64 p, double scale) {
        Optional<PeriodicOrbit> there =
                returns(settled, p, 1, scale) ? PeriodicOrbit.near(map, settled, p, 1, scale) : Optional.empty();
        return there.or(() -> PeriodicOrbit.near(map, map.standing(LowestPoint.from(map, start, p)), p, 1, scale));
    }
}
