package org.selfstab.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.solvers.BracketedRealFieldUnivariateSolver;
import org.hipparchus.analysis.solvers.FieldBracketingNthOrderBrentSolver;
import org.hipparchus.ode.FieldDenseOutputModel;
import org.hipparchus.ode.FieldExpandableODE;
import org.hipparchus.ode.FieldODEState;
import org.hipparchus.ode.FieldODEStateAndDerivative;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.FieldAdaptableInterval;
import org.hipparchus.ode.events.FieldODEEventDetector;
import org.hipparchus.ode.events.FieldODEEventHandler;
import org.hipparchus.ode.nonstiff.DormandPrince853FieldIntegrator;

/**
 * Solves an oscillation's equation by Hipparchus's embedded Runge-Kutta method of order 8 (Dormand and Prince, 8(5,3)), with the changes of
 * stage as its events. Over Dfp it reaches about 16 digits, however tight the tolerance: so many the method's coefficients hold there.
 *
 * @param <T> the field's elements
 */
public final class OdeSolver<T extends CalculusFieldElement<T>> {

    /** Of the unit of time: no step is so long that dense output would be much worse than the steps. */
    private static final double LONGEST_STEP = 0.1;

    private static final double SHORTEST_STEP = 1e-12;
    private static final int MAX_ITERATIONS = 200;
    private static final int SOLVER_ORDER = 5;

    private final OscillationEquation<T> equation;
    private final double tolerance;

    /**
     * A solver.
     *
     * @param equation what to solve
     * @param tolerance the error of one step that is accepted, of log X and Y or relative to them, positive
     */
    public OdeSolver(OscillationEquation<T> equation, double tolerance) {
        this.equation = equation;
        this.tolerance = tolerance;
    }

    /**
     * Solves from time 0 on.
     *
     * @param start the state at time 0
     * @param end the last time, positive
     */
    public OdeSolution<T> solve(ReducedState<T> start, T end) {
        DormandPrince853FieldIntegrator<T> integrator = integrator();
        FieldDenseOutputModel<T> dense = new FieldDenseOutputModel<>();
        integrator.addStepHandler(dense);
        List<OdeSolution.StageEntry<T>> entries = new ArrayList<>();
        integrator.addEventDetector(
                new AxisCrossing(ReducedState::logX, Stage.SELF_STABILIZATION, Stage.PROGRESSIVE_SHARPENING, entries));
        integrator.addEventDetector(
                new AxisCrossing(ReducedState::y, Stage.BLOW_UP, Stage.RETURN_TO_STABILITY, entries));
        FieldODEStateAndDerivative<T> last = integrate(integrator, start, end);
        return new OdeSolution<>(equation, dense, entries, last);
    }

    /** The state at the last time alone: neither dense output nor events, which cost time and memory where steps are many. */
    public ReducedState<T> stateAt(ReducedState<T> start, T end) {
        FieldODEStateAndDerivative<T> last = integrate(integrator(), start, end);
        return equation.reduced(last.getTime(), last.getPrimaryState());
    }

    private DormandPrince853FieldIntegrator<T> integrator() {
        return new DormandPrince853FieldIntegrator<>(
                equation.field(),
                SHORTEST_STEP * equation.unitOfTime(),
                LONGEST_STEP * equation.unitOfTime(),
                tolerance,
                tolerance);
    }

    private FieldODEStateAndDerivative<T> integrate(
            DormandPrince853FieldIntegrator<T> integrator, ReducedState<T> start, T end) {
        T zero = equation.field().getZero();
        return integrator.integrate(
                new FieldExpandableODE<>(equation), new FieldODEState<>(zero, equation.stateOf(start)), end);
    }

    /** Notes when a coordinate changes its sign, which is a change of the stage. */
    private final class AxisCrossing implements FieldODEEventDetector<T> {

        private final Function<ReducedState<T>, T> coordinate;
        private final Stage above;
        private final Stage below;
        private final List<OdeSolution.StageEntry<T>> entries;

        AxisCrossing(
                Function<ReducedState<T>, T> coordinate,
                Stage above,
                Stage below,
                List<OdeSolution.StageEntry<T>> entries) {
            this.coordinate = coordinate;
            this.above = above;
            this.below = below;
            this.entries = entries;
        }

        @Override
        public FieldAdaptableInterval<T> getMaxCheckInterval() {
            return FieldAdaptableInterval.of(LONGEST_STEP * equation.unitOfTime());
        }

        @Override
        public int getMaxIterationCount() {
            return MAX_ITERATIONS;
        }

        @Override
        public BracketedRealFieldUnivariateSolver<T> getSolver() {
            T accuracy = equation.field().getZero().add(tolerance * equation.unitOfTime());
            T tiny = equation.field().getOne().ulp();
            return new FieldBracketingNthOrderBrentSolver<>(tiny, accuracy, tiny, SOLVER_ORDER);
        }

        @Override
        public FieldODEEventHandler<T> getHandler() {
            return (state, detector, increasing) -> {
                Stage entered = increasing ? above : below;
                entries.add(new OdeSolution.StageEntry<>(entered, state.getTime(), reduced(state)));
                return Action.CONTINUE;
            };
        }

        @Override
        public T g(FieldODEStateAndDerivative<T> state) {
            return coordinate.apply(reduced(state));
        }

        private ReducedState<T> reduced(FieldODEStateAndDerivative<T> state) {
            return equation.reduced(state.getTime(), state.getPrimaryState());
        }
    }
}
