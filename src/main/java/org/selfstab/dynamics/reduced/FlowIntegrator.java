package org.selfstab.dynamics.reduced;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;
import org.hipparchus.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince54Integrator;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.numeric.DoubleVector;

/**
 * Integrates an autonomous flow by the Dormand-Prince 8(5,3) pair, or coarsely by the 5(4) pair, until a time or until one of several functions decreases through zero.
 *
 * <p>An explicit method is enough: the fastest rate at the edge, along u, is {@code eta S = 2} per step of gradient descent.
 */
final class FlowIntegrator {

    private static final double FINE = 1e-13;
    /** Far finer than a pixel, and what a step of the optimizer takes by seven evaluations. */
    private static final double COARSE = 1e-8;

    private static final double SHORTEST_STEP = 1e-12;
    /** Zeros of the stopping functions are found to this time, in steps. */
    private static final double TIME_ACCURACY = 1e-12;
    /** How often they are looked at on the way, in steps. */
    private static final double CHECK_INTERVAL = 0.5;
    /** What is left of a piece after an event is done by one Euler step if it is shorter. */
    private static final double NEGLIGIBLE_TIME = 1e-9;
    /** A thousand times what a smooth flow takes; each evaluation surveys a point. */
    private static final int MOST_EVALUATIONS = 20_000;

    private final double scale;
    private final boolean isFine;

    /**
     * Prepares an integrator.
     *
     * @param scale the size of the points, positive; errors are held to 1e-13 of it in each step
     */
    FlowIntegrator(double scale) {
        this(scale, true);
    }

    private FlowIntegrator(double scale, boolean isFine) {
        this.scale = scale;
        this.isFine = isFine;
    }

    /** Prepares one for pictures: by the 5(4) pair, errors are held to 1e-8 of the size of the points. */
    static FlowIntegrator coarse(double scale) {
        return new FlowIntegrator(scale, false);
    }

    /**
     * Where an integration stopped.
     *
     * @param time the time reached
     * @param theta the point there
     * @param stop the function that fell through zero; empty at the time asked for
     */
    record Piece(double time, FieldVector<Binary64> theta, Optional<ToDoubleFunction<FieldVector<Binary64>>> stop) {}

    /**
     * Integrates over at most one step of gradient descent or so.
     *
     * @param velocity {@code d theta/dt}, of dimension n
     * @param stops the functions
     * @throws org.hipparchus.exception.MathRuntimeException if the tolerance cannot be kept, or not in bounded work
     */
    Piece integrate(
            UnaryOperator<FieldVector<Binary64>> velocity,
            List<ToDoubleFunction<FieldVector<Binary64>>> stops,
            double from,
            FieldVector<Binary64> theta,
            double until) {
        double length = until - from;
        if (length < NEGLIGIBLE_TIME) {
            FieldVector<Binary64> moved = theta.add(velocity.apply(theta).mapMultiply(new Binary64(length)));
            return new Piece(until, moved, Optional.empty());
        }
        double shortest = Math.min(SHORTEST_STEP, length);
        AdaptiveStepsizeIntegrator integrator = isFine
                ? new DormandPrince853Integrator(shortest, length, FINE * scale, FINE)
                : new DormandPrince54Integrator(shortest, length, COARSE * scale, COARSE);
        integrator.setInitialStepSize(length);
        integrator.setMaxEvaluations(MOST_EVALUATIONS);
        List<DecreasingZeroCrossing> detectors = stops.stream()
                .map(stop -> new DecreasingZeroCrossing(stop, isFine ? CHECK_INTERVAL : length))
                .toList();
        detectors.forEach(integrator::addEventDetector);
        // Time starts at 0 in each piece, so that late pieces are not coarser.
        ODEStateAndDerivative end = integrator.integrate(
                new Flow(velocity, theta.getDimension()), new ODEState(0, DoubleVector.array(theta)), length);
        Optional<DecreasingZeroCrossing> fallen =
                detectors.stream().filter(detector -> detector.fallen).findFirst();
        return new Piece(
                fallen.isPresent() ? from + end.getTime() : until,
                toVector(end.getPrimaryState()),
                fallen.map(detector -> detector.function));
    }

    private static FieldVector<Binary64> toVector(double[] array) {
        FieldVector<Binary64> theta = new ArrayFieldVector<>(Binary64Field.getInstance(), array.length);
        for (int i = 0; i < array.length; i++) {
            theta.setEntry(i, new Binary64(array[i]));
        }
        return theta;
    }

    private record Flow(UnaryOperator<FieldVector<Binary64>> velocity, int dimension)
            implements OrdinaryDifferentialEquation {

        @Override
        public int getDimension() {
            return dimension;
        }

        @Override
        public double[] computeDerivatives(double t, double[] theta) {
            return DoubleVector.array(velocity.apply(toVector(theta)));
        }
    }

    /** Stops the integration where a function of the point decreases through zero. */
    private static final class DecreasingZeroCrossing implements ODEEventDetector, ODEEventHandler {

        private static final int MAX_ITERATIONS = 100;
        private static final int BRENT_ORDER = 5;

        private final ToDoubleFunction<FieldVector<Binary64>> function;
        private final double checkInterval;
        private boolean fallen;
        private int evaluations;

        DecreasingZeroCrossing(ToDoubleFunction<FieldVector<Binary64>> function, double checkInterval) {
            this.function = function;
            this.checkInterval = checkInterval;
        }

        @Override
        public double g(ODEStateAndDerivative state) {
            if (++evaluations > MOST_EVALUATIONS) {
                // Roots of what is mostly rounding are searched for without an end.
                throw new MathIllegalStateException(LocalizedCoreFormats.MAX_COUNT_EXCEEDED, MOST_EVALUATIONS);
            }
            return function.applyAsDouble(toVector(state.getPrimaryState()));
        }

        @Override
        public Action eventOccurred(ODEStateAndDerivative state, ODEEventDetector detector, boolean increasing) {
            fallen |= !increasing;
            return increasing ? Action.CONTINUE : Action.STOP;
        }

        @Override
        public AdaptableInterval getMaxCheckInterval() {
            return AdaptableInterval.of(checkInterval);
        }

        @Override
        public int getMaxIterationCount() {
            return MAX_ITERATIONS;
        }

        @Override
        public BracketedUnivariateSolver<UnivariateFunction> getSolver() {
            return new BracketingNthOrderBrentSolver(0, TIME_ACCURACY, 0, BRENT_ORDER);
        }

        @Override
        public ODEEventHandler getHandler() {
            return this;
        }
    }
}
