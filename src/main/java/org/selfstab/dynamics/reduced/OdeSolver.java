package org.selfstab.dynamics.reduced;

import java.util.Comparator;
import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.ode.AbstractFieldIntegrator;
import org.hipparchus.ode.FieldDenseOutputModel;
import org.hipparchus.ode.FieldExpandableODE;
import org.hipparchus.ode.FieldODEState;
import org.hipparchus.ode.FieldODEStateAndDerivative;
import org.hipparchus.ode.nonstiff.DormandPrince853FieldIntegrator;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.vocabulary.Stage;

/**
 * Solves an oscillation's equation with the changes of stage as events: by Hipparchus's embedded Runge-Kutta method of order 8 (Dormand and
 * Prince, 8(5,3)), or for a tolerance below {@value #FINEST_OF_RUNGE_KUTTA}, which the coefficients of that method do not hold, by Taylor
 * polynomials ({@link TaylorFieldIntegrator}).
 *
 * @param <T> the field's elements
 */
public final class OdeSolver<T extends CalculusFieldElement<T>> {

    /** Of the unit of time: no step is so long that dense output would be much worse than the steps. */
    private static final double LONGEST_STEP = 0.1;

    /** Hipparchus's coefficients of the method are good to about this, over any field. */
    private static final double FINEST_OF_RUNGE_KUTTA = 1e-16;

    private static final double SHORTEST_STEP = 1e-12;

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
        AbstractFieldIntegrator<T> integrator = integrator();
        FieldDenseOutputModel<T> dense = new FieldDenseOutputModel<>();
        integrator.addStepHandler(dense);
        List<AxisCrossing<T>> axes = List.of(
                new AxisCrossing<>(
                        equation, ReducedState::logX, Stage.SELF_STABILIZATION, Stage.PROGRESSIVE_SHARPENING),
                new AxisCrossing<>(equation, ReducedState::y, Stage.BLOW_UP, Stage.RETURN_TO_STABILITY));
        axes.forEach(integrator::addEventDetector);
        FieldODEStateAndDerivative<T> last = integrate(integrator, start, end);
        List<OdeSolution.StageEntry<T>> entries = axes.stream()
                .flatMap(axis -> axis.entries(dense).stream())
                .sorted(Comparator.comparingDouble(entry -> entry.time().getReal()))
                .toList();
        return new OdeSolution<>(equation, dense, entries, last);
    }

    private AbstractFieldIntegrator<T> integrator() {
        if (tolerance < FINEST_OF_RUNGE_KUTTA) {
            return new TaylorFieldIntegrator<>(equation, equation.unitOfTime(), tolerance);
        }
        return new DormandPrince853FieldIntegrator<>(
                equation.field(),
                SHORTEST_STEP * equation.unitOfTime(),
                LONGEST_STEP * equation.unitOfTime(),
                tolerance,
                tolerance);
    }

    private FieldODEStateAndDerivative<T> integrate(
            AbstractFieldIntegrator<T> integrator, ReducedState<T> start, T end) {
        T zero = equation.field().getZero();
        return integrator.integrate(
                new FieldExpandableODE<>(equation), new FieldODEState<>(zero, equation.stateOf(start)), end);
    }
}
