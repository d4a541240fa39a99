package org.selfstab.certify.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.TwoCycleResult;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.EnclosureException;
import org.selfstab.certify.enclosure.IntervalBackend;
import org.selfstab.certify.enclosure.Krawczyk;
import org.selfstab.certify.enclosure.SpectralRadius;
import org.selfstab.certify.enclosure.SquareSystem;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.AdaptiveGeometry;
import org.selfstab.dynamics.AdaptiveMethod;
import org.selfstab.dynamics.AdaptiveModel;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.EdgeSearch;
import org.selfstab.dynamics.LinearMethod;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.ProjectionException;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.interval.Interval;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.Loss;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict.Status;

/**
 * Proves an orbit of an optimizer, of period two or another: existence and uniqueness by Krawczyk's test, stability by Stein's equation. The points at which
 * the loss is evaluated are those of every linear optimizer with the same edge, theory.md section 10, so that they are found as those of gradient descent with
 * the step size {@code 2/S_c}; stability is that of the optimizer's whole state. Newton's method proposes them, from {@code dagger_0 + delta u}
 * or from where the optimizer settles, or from the problem's start; of other periods, where the last iterates return beside themselves. Of an adaptive optimizer the equations are those of its whole state.
 */
public final class TwoCycleCertifier {

    private static final int NEWTON_STEPS = 50;
    private static final int STEPS_BETWEEN_LOOKS = 100;
    /** The most numbers that the optimizer's state may have, of as many copies of the variables as it keeps; beyond, stability is not decided. */
    public static final int LARGEST_STATE = SpectralRadius.MOST_ROWS;
    /** The longest period that may be asked for. */
    public static final int LONGEST_PERIOD = 64;
    /** Among so many of the last iterates returns near themselves are looked for, and from the nearest of them. */
    private static final int LOOKED_AT = 2000;

    private static final int PROPOSALS = 24;

    private final Problem problem;
    private final Verifier<Binary64> verifier;
    private final CycleMap map;
    private final int period;
    private final SquareSystem equations;

    /** Prepares a proof of an orbit of period two. */
    public TwoCycleCertifier(Problem problem) {
        this(problem, 2);
    }

    /**
     * Prepares a proof.
     *
     * @param period of how many steps, from 1 to {@link #LONGEST_PERIOD}
     */
    public TwoCycleCertifier(Problem problem, int period) {
        LossDerivatives derivatives = DerivedLoss.of(problem);
        this.problem = problem;
        this.period = period;
        this.verifier = new Verifier<>(problem, derivatives, new CompiledBackend(), RunOptions.defaults());
        Loss<Interval> loss = IntervalBackend.INSTANCE.loss(derivatives);
        this.map = problem.adaptive()
                .<CycleMap>map(optimizer ->
                        new AdaptiveCycleMap(loss, AdaptiveMethod.of(problem, optimizer, IntervalBackend.INSTANCE)))
                .orElseGet(() -> linear(loss));
        this.equations = map.orbits(period);
    }

    /** Points of period two are those of gradient descent with the same edge; others are those of the whole state. */
    private CycleMap linear(Loss<Interval> loss) {
        LinearMethod<Interval> method = LinearMethod.of(problem.closedOptimizer(), IntervalBackend.INSTANCE::valueOf);
        return period == 2 || problem.isGradientDescent()
                ? new LinearCycleMap(loss, IntervalBackend.INSTANCE.valueOf(problem.stepSizeOfEdge()), method)
                : new StateCycleMap(loss, method);
    }

    /** Proves, once. */
    public TwoCycleResult certify() {
        return period == 2 ? certifyTwo() : certifyOther();
    }

    /** Beside the places at which the iterates return nearest to themselves after the period, which chaos does beside orbits that repel, or between two of them. */
    private TwoCycleResult certifyOther() {
        int last = problem.run().maxSteps();
        Descent<Binary64> descent = verifier.model().descent(verifier.model().start());
        List<double[]> latest = new ArrayList<>();
        int steps = 0;
        while (steps < last && isFinite(descent)) {
            int count = steps < last - LOOKED_AT ? Math.min(STEPS_BETWEEN_LOOKS, last - LOOKED_AT - steps) : 1;
            descent.steps(count);
            steps += count;
            if (steps > last - LOOKED_AT && isFinite(descent)) {
                latest.add(map.ofState(descent.state()));
            }
        }
        String where = isFinite(descent)
                ? "the last of " + latest.size() + " iterates that return beside themselves nor the start"
                : "the start; the iterate at step " + steps + " is not finite";
        return Stream.concat(
                        nearReturns(latest),
                        Stream.of(map.ofState(
                                verifier.model().resting(verifier.model().start()))))
                .map(this::orbitNear)
                .flatMap(Optional::stream)
                .findFirst()
                .map(this::proved)
                .orElseGet(() -> unproved(where));
    }

    private Stream<double[]> nearReturns(List<double[]> latest) {
        List<Integer> nearest = IntStream.range(0, latest.size() - period)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distance(latest.get(i), latest.get(i + period))))
                .limit(PROPOSALS)
                .toList();
        return Stream.concat(
                nearest.stream().map(latest::get),
                nearest.stream().map(i -> between(latest.get(i), latest.get(i + period))));
    }

    private static double distance(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs(one[i] - other[i]))
                .max()
                .orElse(0);
    }

    private static double[] between(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> (one[i] + other[i]) / 2)
                .toArray();
    }

    private TwoCycleResult certifyTwo() {
        Optional<TwoCycleResult.Orbit> beside = besideTheStableSet().flatMap(this::orbitNear);
        if (beside.isPresent()) {
            return proved(beside.get());
        }
        Descent<Binary64> descent = verifier.model().descent(verifier.model().start());
        int steps = 0;
        while (steps < problem.run().maxSteps() && isFinite(descent)) {
            int count = Math.min(STEPS_BETWEEN_LOOKS, problem.run().maxSteps() - steps);
            descent.steps(count);
            steps += count;
        }
        Optional<TwoCycleResult.Orbit> settled =
                isFinite(descent) ? orbitNear(map.ofState(descent.state())) : Optional.empty();
        String where = isFinite(descent)
                ? " is after " + steps + " steps"
                : " settles: its iterate at step " + steps + " is not finite";
        return settled.or(this::besideTheStart)
                .map(this::proved)
                .orElseGet(() -> unproved("where " + problem.optimizer().name() + where));
    }

    private TwoCycleResult proved(TwoCycleResult.Orbit orbit) {
        return new TwoCycleResult(problem, period, Optional.of(orbit), Optional.empty());
    }

    private TwoCycleResult unproved(String where) {
        String reason = period == 2
                ? "no orbit of period two could be proved near dagger_0 + delta u nor " + where
                : "no orbit of period " + period + " could be proved near " + where;
        return new TwoCycleResult(problem, period, Optional.empty(), Optional.of(reason));
    }

    private static boolean isFinite(Descent<Binary64> descent) {
        return Arrays.stream(descent.iterate().toArray()).allMatch(Binary64::isFinite);
    }

    private Optional<TwoCycleResult.Orbit> besideTheStart() {
        return orbitNear(map.ofState(verifier.model().resting(verifier.model().start())));
    }

    private Optional<TwoCycleResult.Orbit> orbitNear(double[] proposal) {
        return polished(proposal).flatMap(this::prove);
    }

    /** {@code dagger_0 + delta u}, if the edge is reached and delta is defined there; of adaptive optimizers the start + sigma u. */
    private Optional<double[]> besideTheStableSet() {
        if (verifier.model() instanceof AdaptiveModel<Binary64> adaptive) {
            return besideTheStart(adaptive);
        }
        if (!(verifier.edge() instanceof EdgeSearch.Outcome.Reached<Binary64> reached)) {
            return Optional.empty();
        }
        try {
            LocalGeometry<Binary64> dagger =
                    verifier.startAt(reached).projection().geometry();
            return dagger.hasOscillation()
                    ? Optional.of(Boxes.numbers(dagger.point().add(dagger.u().mapMultiply(dagger.delta()))))
                    : Optional.empty();
        } catch (ProjectionException | UndefinedGeometryException undefined) {
            return Optional.empty();
        }
    }

    /** The start is moved along u about to where its gradient has no part along u. */
    private Optional<double[]> besideTheStart(AdaptiveModel<Binary64> model) {
        SignConvention<Binary64> sign = SignConvention.largestComponentPositive();
        FieldVector<Binary64> start = model.start();
        try {
            AdaptiveGeometry<Binary64> there = model.geometryAt(start, model.momentsAt(start), sign);
            Binary64 along = there.u().dotProduct(there.gradient()).divide(there.lambda());
            FieldVector<Binary64> middle = start.subtract(there.u().mapMultiply(along));
            FieldVector<Binary64> nu = model.momentsAt(middle);
            AdaptiveGeometry<Binary64> here = model.geometryAt(middle, nu, sign);
            Binary64 sigma = here.variance().sqrt();
            return sigma.getReal() > 0
                    ? Optional.of(
                            map.ofState(model.oscillating(middle.add(here.u().mapMultiply(sigma)), nu, middle)))
                    : Optional.empty();
        } catch (SelfstabException undefined) {
            return Optional.empty();
        }
    }

    /** Newton's method in doubles; empty if it does not converge to finite numbers. */
    private Optional<double[]> polished(double[] start) {
        FieldVector<Interval> point = Boxes.at(start);
        try {
            for (int i = 0; i < NEWTON_STEPS; i++) {
                FieldVector<Interval> residual = Boxes.at(Boxes.numbers(equations.value(point)));
                var step = Boxes.exactly(new FieldLUDecomposition<>(Boxes.midpoints(equations.jacobian(point)))
                                .getSolver()
                                .getInverse())
                        .operate(residual);
                point = Boxes.at(Boxes.numbers(point.subtract(step)));
            }
        } catch (MathRuntimeException | IllegalArgumentException | EnclosureException singularOrNotFinite) {
            return Optional.empty();
        }
        return Optional.of(Boxes.numbers(point));
    }

    private Optional<TwoCycleResult.Orbit> prove(double[] proposal) {
        return new Krawczyk(equations, 0)
                .solve(proposal, Boxes.zero(proposal.length), 0.0)
                .filter(solution -> isMoved(solution.enclosure()))
                .map(this::orbit);
    }

    /** Orbits of the period's divisors solve the equations too; it is none if after as many steps some coordinate has certainly changed. */
    private boolean isMoved(FieldVector<Interval> box) {
        return IntStream.range(1, period)
                .filter(divisor -> period % divisor == 0)
                .allMatch(divisor -> {
                    FieldVector<Interval> change = map.after(divisor, box).subtract(box);
                    return IntStream.range(0, box.getDimension())
                            .anyMatch(i -> !change.getEntry(i).contains(0.0));
                });
    }

    private TwoCycleResult.Orbit orbit(Krawczyk.Solution solution) {
        List<FieldVector<Interval>> points = new ArrayList<>(List.of(solution.enclosure()));
        List<FieldMatrix<Interval>> steps = new ArrayList<>(List.of(map.stateDerivative(points.get(0))));
        FieldMatrix<Interval> derivative = steps.get(0);
        for (int k = 1; k < period; k++) {
            points.add(map.next(points.get(k - 1)));
            steps.add(map.stateDerivative(points.get(k)));
            derivative = steps.get(k).multiply(derivative);
        }
        FieldVector<Interval> second = map.next(solution.enclosure());
        SpectralRadius.Finding finding = SpectralRadius.of(derivative);
        Status stable =
                switch (finding.place()) {
                    case INSIDE -> Status.HOLDS;
                    case NOT_INSIDE -> Status.FAILS;
                    case UNDECIDED -> Status.UNDECIDED;
                };
        return new TwoCycleResult.Orbit(
                points.stream().map(map::shown).toList(),
                solution.uniquenessRadius(),
                stable,
                SpectralRadius.enclosure(derivative, finding.place()),
                problem.adaptive().isPresent() ? Optional.empty() : ExponentBounds.of(steps),
                new TwoCycleResult.OrbitProof(
                        solution.proof(),
                        Boxes.listed(second),
                        Arrays.stream(second.toArray())
                                .map(side -> Math.nextUp(side.radiusAbout(side.midpoint())))
                                .toList(),
                        Boxes.listedRows(solution.preconditioner()),
                        finding.witness()));
    }
}
