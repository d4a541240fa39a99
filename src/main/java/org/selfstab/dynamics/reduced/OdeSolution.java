package org.selfstab.dynamics.reduced;

import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.ode.FieldDenseOutputModel;
import org.hipparchus.ode.FieldODEStateAndDerivative;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.vocabulary.Stage;

/**
 * A solution of an oscillation's equation, known at every time of its interval.
 *
 * @param <T> the field's elements
 */
public final class OdeSolution<T extends CalculusFieldElement<T>> {

    private final OscillationEquation<T> equation;
    private final FieldDenseOutputModel<T> dense;
    private final List<StageEntry<T>> entries;
    private final ReducedState<T> last;

    OdeSolution(
            OscillationEquation<T> equation,
            FieldDenseOutputModel<T> dense,
            List<StageEntry<T>> entries,
            FieldODEStateAndDerivative<T> last) {
        this.equation = equation;
        this.dense = dense;
        this.entries = List.copyOf(entries);
        this.last = equation.reduced(last.getTime(), last.getPrimaryState());
    }

    /**
     * A stage that the solution enters, found as an event of the integrator.
     *
     * @param stage the stage
     * @param time when
     * @param state the state then, on an axis of the stages
     * @param <T> the field's elements
     */
    public record StageEntry<T extends CalculusFieldElement<T>>(Stage stage, T time, ReducedState<T> state) {}

    /** The state at a time of the interval, by dense output. */
    public ReducedState<T> at(T time) {
        return equation.reduced(time, dense.getInterpolatedState(time).getPrimaryState());
    }

    /** The state at the end, as integrated. */
    public ReducedState<T> last() {
        return last;
    }

    /** The stages entered after time 0, in their order. */
    public List<StageEntry<T>> entries() {
        return entries;
    }

    /** The time from the first to the second entry into one stage; empty if the interval is too short for it. */
    public Optional<T> period() {
        return entries.isEmpty()
                ? Optional.empty()
                : entries.stream()
                        .skip(1)
                        .filter(entry -> entry.stage() == entries.get(0).stage())
                        .findFirst()
                        .map(entry -> entry.time().subtract(entries.get(0).time()));
    }
}
