package org.selfstab.certify.region;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.EnclosureException;
import org.selfstab.certify.enclosure.IntervalBackend;
import org.selfstab.certify.enclosure.Krawczyk;
import org.selfstab.certify.enclosure.SpectralRadius;
import org.selfstab.certify.enclosure.SquareSystem;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.EdgeSearch;
import org.selfstab.dynamics.LinearMethod;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.ProjectionException;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.interval.Interval;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.Loss;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Verdict.Status;

/**
 * Proves an orbit of period two of an optimizer: existence and uniqueness by Krawczyk's test, stability by Stein's equation. The points at which
 * the loss is evaluated are those of every linear optimizer with the same edge, theory.md section 10, so that they are found as those of gradient descent with
 * the step size {@code 2/S_c}; stability is that of the optimizer's whole state. Newton's method proposes them, from {@code dagger_0 + delta u}
 * or from where the optimizer settles, or from the problem's start.
 */
public final class TwoCycleCertifier {

    private static final int NEWTON_STEPS = 50;
    private static final int STEPS_BETWEEN_LOOKS = 100;

    private final Problem problem;
    private final Verifier<Binary64> verifier;
    private final TwoCycleSystem system;
    private final LinearMethod<Interval> method;

    /**
     * Prepares a proof.
     *
     * @param derivatives the problem's loss with the parameters' values put in
     */
    public TwoCycleCertifier(Problem problem, LossDerivatives derivatives) {
        this.problem = problem;
        this.verifier = new Verifier<>(problem, derivatives, new CompiledBackend(), RunOptions.defaults());
        this.system = new TwoCycleSystem(
                IntervalBackend.INSTANCE.loss(derivatives), IntervalBackend.INSTANCE.valueOf(problem.stepSizeOfEdge()));
        this.method = LinearMethod.of(problem.closedOptimizer(), IntervalBackend.INSTANCE::valueOf);
    }

    /** Proves, once. */
    public TwoCycleResult certify() {
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
                isFinite(descent) ? orbitNear(Boxes.numbers(descent.iterate())) : Optional.empty();
        String where = isFinite(descent)
                ? " is after " + steps + " steps"
                : " settles: its iterate at step " + steps + " is not finite";
        return settled.or(() -> orbitNear(Boxes.numbers(verifier.model().start())))
                .map(this::proved)
                .orElseGet(() -> unproved("where " + problem.optimizer().name() + where));
    }

    private TwoCycleResult proved(TwoCycleResult.Orbit orbit) {
        return new TwoCycleResult(problem, Optional.of(orbit), Optional.empty());
    }

    private TwoCycleResult unproved(String where) {
        String reason = "no orbit of period two could be proved near dagger_0 + delta u nor " + where;
        return new TwoCycleResult(problem, Optional.empty(), Optional.of(reason));
    }

    private static boolean isFinite(Descent<Binary64> descent) {
        return Arrays.stream(descent.iterate().toArray()).allMatch(Binary64::isFinite);
    }

    private Optional<TwoCycleResult.Orbit> orbitNear(double[] proposal) {
        return polished(proposal).flatMap(this::prove);
    }

    /** {@code dagger_0 + delta u}, if the edge is reached and delta is defined there. */
    private Optional<double[]> besideTheStableSet() {
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

    /** Newton's method in doubles; empty if it does not converge to finite numbers. */
    private Optional<double[]> polished(double[] start) {
        FieldVector<Interval> point = Boxes.at(start);
        try {
            for (int i = 0; i < NEWTON_STEPS; i++) {
                FieldVector<Interval> residual = Boxes.at(Boxes.numbers(system.value(point)));
                var step = Boxes.exactly(new FieldLUDecomposition<>(Boxes.midpoints(system.jacobian(point)))
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
        return new Krawczyk(system, 0)
                .solve(proposal, Boxes.zero(proposal.length), 0.0)
                .filter(solution -> isMoved(solution.enclosure()))
                .map(this::orbit);
    }

    /** A fixed point solves the equations too; it is none if some coordinate certainly changes. */
    private boolean isMoved(FieldVector<Interval> box) {
        FieldVector<Interval> change = system.next(box).subtract(box);
        return IntStream.range(0, box.getDimension())
                .anyMatch(i -> !change.getEntry(i).contains(0.0));
    }

    private TwoCycleResult.Orbit orbit(Krawczyk.Solution solution) {
        FieldVector<Interval> second = system.next(solution.enclosure());
        FieldMatrix<Interval> derivative = derivativeAt(second).multiply(derivativeAt(solution.enclosure()));
        SpectralRadius.Finding finding = SpectralRadius.of(derivative);
        Status stable =
                switch (finding.place()) {
                    case INSIDE -> Status.HOLDS;
                    case NOT_INSIDE -> Status.FAILS;
                    case UNDECIDED -> Status.UNDECIDED;
                };
        return new TwoCycleResult.Orbit(
                Arrays.asList(solution.enclosure().toArray()),
                Arrays.asList(second.toArray()),
                solution.uniquenessRadius(),
                stable,
                SpectralRadius.enclosure(derivative, finding.place()),
                new TwoCycleResult.OrbitProof(
                        solution.proof(),
                        Boxes.listed(second),
                        Arrays.stream(second.toArray())
                                .map(side -> Math.nextUp(side.radiusAbout(side.midpoint())))
                                .toList(),
                        Boxes.listedRows(solution.preconditioner()),
                        finding.witness()));
    }

    /** Contains what a step of the optimizer multiplies differences of its state by, qn by qn, at the points of a box. */
    private FieldMatrix<Interval> derivativeAt(FieldVector<Interval> box) {
        return method.derivative(system.loss().at(box).hessian());
    }

    /**
     * {@code f(f(theta)) = theta} with {@code f(theta) = theta - (2/S_c) grad L(theta)}, a step of gradient descent: orbits of period two, and fixed
     * points. For two points the equations say {@code grad L(p) + grad L(q) = 0} and {@code p - q = (grad L(p) - grad L(q))/S_c}.
     *
     * @param loss the loss
     * @param eta contains {@code 2/S_c}
     */
    private record TwoCycleSystem(Loss<Interval> loss, Interval eta) implements SquareSystem {

        /** Contains the next iterates of a box. */
        FieldVector<Interval> next(FieldVector<Interval> box) {
            return box.subtract(loss.at(box).gradient().mapMultiply(eta));
        }

        private FieldMatrix<Interval> stepDerivative(FieldVector<Interval> box) {
            return Boxes.identity(loss.dimension())
                    .subtract(loss.at(box).hessian().scalarMultiply(eta));
        }

        @Override
        public FieldVector<Interval> value(FieldVector<Interval> box) {
            return next(next(box)).subtract(box);
        }

        @Override
        public FieldMatrix<Interval> jacobian(FieldVector<Interval> box) {
            return stepDerivative(next(box)).multiply(stepDerivative(box)).subtract(Boxes.identity(loss.dimension()));
        }
    }
}
