package org.selfstab.dynamics.reduced;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.solvers.BracketedRealFieldUnivariateSolver;
import org.hipparchus.ode.FieldDenseOutputModel;
import org.hipparchus.ode.FieldODEStateAndDerivative;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.FieldAdaptableInterval;
import org.hipparchus.ode.events.FieldODEEventDetector;
import org.hipparchus.ode.events.FieldODEEventHandler;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.numeric.WideIntervalSolver;
import org.selfstab.vocabulary.Stage;

/**
 * Notes when a coordinate changes its sign, which is a change of the stage.
 *
 * <p>Hipparchus's event detection is asked for {@value #DETECTED} of the unit of time only, since it compares times as doubles over any field (see
 * {@link WideIntervalSolver}); the secant method on the dense output finds the digits that are left.
 *
 * @param <T> the field's elements
 */
final class AxisCrossing<T extends CalculusFieldElement<T>> implements FieldODEEventDetector<T> {

    private static final double DETECTED = 1e-12;
    private static final double CHECK_INTERVAL = 0.1;
    private static final int MAX_ITERATIONS = 200;
    private static final int MAX_SECANTS = 20;

    private final OscillationEquation<T> equation;
    private final Function<ReducedState<T>, T> coordinate;
    private final Stage above;
    private final Stage below;
    private final List<Crossing<T>> crossings = new ArrayList<>();

    /**
     * A detector.
     *
     * @param coordinate what changes its sign
     * @param above the stage entered where it becomes positive
     * @param below the stage entered where it becomes negative
     */
    AxisCrossing(OscillationEquation<T> equation, Function<ReducedState<T>, T> coordinate, Stage above, Stage below) {
        this.equation = equation;
        this.coordinate = coordinate;
        this.above = above;
        this.below = below;
    }

    private record Crossing<T extends CalculusFieldElement<T>>(Stage entered, T time) {}

    /** The stages entered, located as well as the dense output allows. */
    List<OdeSolution.StageEntry<T>> entries(FieldDenseOutputModel<T> dense) {
        return crossings.stream().map(crossing -> located(crossing, dense)).toList();
    }

    private OdeSolution.StageEntry<T> located(Crossing<T> crossing, FieldDenseOutputModel<T> dense) {
        T time = crossing.time;
        T value = g(dense.getInterpolatedState(time));
        T other = time.subtract(DETECTED * equation.unitOfTime());
        T otherValue = g(dense.getInterpolatedState(other));
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0;
                i < MAX_SECANTS
                        && !value.isZero()
                        && !value.subtract(otherValue).isZero();
                i++) {
            T step = value.multiply(time.subtract(other)).divide(value.subtract(otherValue));
            double length = Math.abs(step.getReal());
            if (!(length < shortest)) {
                break;
            }
            shortest = length;
            other = time;
            otherValue = value;
            time = time.subtract(step);
            value = g(dense.getInterpolatedState(time));
        }
        return new OdeSolution.StageEntry<>(crossing.entered, time, reduced(dense.getInterpolatedState(time)));
    }

    @Override
    public FieldAdaptableInterval<T> getMaxCheckInterval() {
        return FieldAdaptableInterval.of(CHECK_INTERVAL * equation.unitOfTime());
    }

    @Override
    public int getMaxIterationCount() {
        return MAX_ITERATIONS;
    }

    @Override
    public BracketedRealFieldUnivariateSolver<T> getSolver() {
        return new WideIntervalSolver<>(equation.field(), DETECTED * equation.unitOfTime());
    }

    @Override
    public FieldODEEventHandler<T> getHandler() {
        return (state, detector, increasing) -> {
            crossings.add(new Crossing<>(increasing ? above : below, state.getTime()));
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
