package org.selfstab.dynamics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RunSettings;
import org.selfstab.run.RunEnd;

/** How many steps a run does. */
public sealed interface Horizon {

    /**
     * The horizon of a run.
     *
     * @param stated a number of steps, which goes before what the problem says; without either it is three periods
     */
    static Horizon of(Problem problem, Optional<Integer> stated) {
        if (stated.isEmpty() && problem.horizonOfStart().isPresent()) {
            return new OfStart(problem.horizonOfStart().get());
        }
        OptionalInt steps = stated.isPresent() ? OptionalInt.of(stated.get()) : problem.horizonSteps();
        return steps.isPresent()
                ? new Fixed(steps.getAsInt())
                : new ThreePeriods(problem.run().maxSteps());
    }

    /** Whether the number of steps is known, given the geometry at t = 0. */
    <T extends CalculusFieldElement<T>> boolean isDefinedAt(LocalGeometry<T> start);

    /** Why a run ends where the number of steps is not known. */
    default <T extends CalculusFieldElement<T>> RunEnd undefinedAt(LocalGeometry<T> start) {
        return new RunEnd.NoDefaultHorizon(start.alpha().getReal(), start.alphaRounding());
    }

    /**
     * The end of a run that does them all.
     *
     * @param start the geometry at {@code dagger_0}, at which it is defined
     * @param displacement {@code v_0 = theta_0 - dagger_0}
     * @param rates those of the optimizer
     */
    <T extends CalculusFieldElement<T>> RunEnd.ReachedHorizon end(
            LocalGeometry<T> start, FieldVector<T> displacement, Rates<T> rates);

    /**
     * The end of a run of several unstable eigenvalues that does them all, or why there is none.
     *
     * @param alpha the largest magnitude of an eigenvalue of alpha at t = 0
     * @param variance {@code tr Sigma} there, in place of {@code delta^2}
     * @param rates those of the optimizer
     */
    <T extends CalculusFieldElement<T>> RunEnd ofSeveral(double alpha, double variance, Rates<T> rates);

    /** A number of steps stated beforehand. */
    record Fixed(int steps) implements Horizon {
        @Override
        public <T extends CalculusFieldElement<T>> RunEnd ofSeveral(double alpha, double variance, Rates<T> rates) {
            return new RunEnd.ReachedHorizon(steps);
        }

        @Override
        public <T extends CalculusFieldElement<T>> boolean isDefinedAt(LocalGeometry<T> start) {
            return true;
        }

        @Override
        public <T extends CalculusFieldElement<T>> RunEnd.ReachedHorizon end(
                LocalGeometry<T> start, FieldVector<T> displacement, Rates<T> rates) {
            return new RunEnd.ReachedHorizon(steps);
        }
    }

    /**
     * A number of steps that an expression of delta and alpha at t = 0 gives, rounded down.
     *
     * @param steps the expression, of symbols {@link Problem#AT_START}
     */
    record OfStart(Expression steps) implements Horizon {
        @Override
        public <T extends CalculusFieldElement<T>> boolean isDefinedAt(LocalGeometry<T> start) {
            return start.hasOscillation() && isInRange(value(start));
        }

        @Override
        public <T extends CalculusFieldElement<T>> RunEnd.ReachedHorizon end(
                LocalGeometry<T> start, FieldVector<T> displacement, Rates<T> rates) {
            return new RunEnd.ReachedHorizon((int) value(start));
        }

        @Override
        public <T extends CalculusFieldElement<T>> RunEnd undefinedAt(LocalGeometry<T> start) {
            return start.hasOscillation()
                    ? new RunEnd.HorizonOutOfRange(value(start), RunSettings.MAX_STEPS)
                    : Horizon.super.undefinedAt(start);
        }

        @Override
        public <T extends CalculusFieldElement<T>> RunEnd ofSeveral(double alpha, double variance, Rates<T> rates) {
            double value = value(Math.sqrt(variance), alpha);
            return isInRange(value)
                    ? new RunEnd.ReachedHorizon((int) value)
                    : new RunEnd.HorizonOutOfRange(value, RunSettings.MAX_STEPS);
        }

        private static boolean isInRange(double value) {
            return value >= 1 && value < RunSettings.MAX_STEPS + 1.0;
        }

        private <T extends CalculusFieldElement<T>> double value(LocalGeometry<T> start) {
            return value(start.delta().getReal(), start.alpha().getReal());
        }

        private double value(double delta, double alpha) {
            FieldInterpreter<Binary64> interpreter = new FieldInterpreter<>(
                    StraightLineProgram.of(
                            Problem.AT_START.stream().map(Expression::symbol).toList(), List.of(List.of(steps))),
                    Binary64Field.getInstance());
            interpreter.setInput(0, new Binary64(delta));
            interpreter.setInput(1, new Binary64(alpha));
            interpreter.run(0);
            return interpreter.output(0, 0).getReal();
        }
    }

    /**
     * Three periods of the reduced dynamics on the level of energy from which the run starts, and a twentieth more, since a run's own periods
     * differ by O(eps); in steps, rounded down: the default (theory.md section 7). Computed in double precision, so that a run of many digits does as many steps.
     *
     * @param maxSteps never more than this, positive: a longer run is cut there
     */
    record ThreePeriods(int maxSteps) implements Horizon {

        /** Below this energy the period is that of small oscillations. */
        private static final double SMALL_ENERGY = 0.01;

        /** That much of small oscillations, {@code 3.15 * 2 pi/sqrt(2)}, in tau. */
        private static final double SMALL_OSCILLATIONS = 14.0;

        private static final double PERIODS = 3.15;

        @Override
        public <T extends CalculusFieldElement<T>> boolean isDefinedAt(LocalGeometry<T> start) {
            return start.hasOscillation();
        }

        @Override
        public <T extends CalculusFieldElement<T>> RunEnd.ReachedHorizon end(
                LocalGeometry<T> start, FieldVector<T> displacement, Rates<T> rates) {
            double epsilon = start.epsilon(rates.rate()).getReal();
            return cut(Math.floor(tau(energy(start, displacement, rates)) / epsilon));
        }

        /** Three small oscillations of the fastest eigenvalue: there are no periods of several together. */
        @Override
        public <T extends CalculusFieldElement<T>> RunEnd ofSeveral(double alpha, double variance, Rates<T> rates) {
            return variance > 0
                    ? cut(Math.floor(SMALL_OSCILLATIONS / (rates.rate().getReal() * Math.sqrt(alpha))))
                    : new RunEnd.NoDefaultHorizon(-alpha, 0.0);
        }

        private RunEnd.ReachedHorizon cut(double steps) {
            return steps > maxSteps
                    ? new RunEnd.ReachedHorizon(maxSteps, Optional.of(steps))
                    : new RunEnd.ReachedHorizon((int) steps);
        }

        /** Infinite where the displacement has no part along u, and nothing oscillates. */
        private static <T extends CalculusFieldElement<T>> double energy(
                LocalGeometry<T> start, FieldVector<T> displacement, Rates<T> rates) {
            return ReducedState.of(
                            new Binary64(start.u().dotProduct(displacement).getReal()),
                            new Binary64(rates.reduced(start.gradSPerp().dotProduct(displacement))
                                    .getReal()),
                            new Binary64(start.alpha().getReal()),
                            new Binary64(start.beta().getReal()))
                    .energy()
                    .getReal();
        }

        private static double tau(double energy) {
            return energy >= SMALL_ENERGY && Double.isFinite(energy)
                    ? PERIODS
                            * new ReducedLevel<>(new Binary64(energy)).period().getReal()
                    : SMALL_OSCILLATIONS;
        }
    }
}
