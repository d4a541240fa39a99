package org.selfstab.claims.constants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.numeric.PhaseUnwrapper;
import org.selfstab.vocabulary.Stage;

/**
 * Watches the oscillation of the exact iterates: the stages that they pass through, theory.md (21), and their period in steps.
 *
 * <p>X and Y are those of {@code alpha_t} and {@code beta_t}. With skewness {@code |x|} differs between even and odd steps, so that X crosses
 * 1 several times in a row: a stage is counted once the iterates stay in it for {@value #SHORTEST} steps.
 *
 * @param <T> the numbers of the run
 */
public final class OscillationAccumulator<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    /** Shorter stretches are crossings back and forth: a stage lasts about 1/epsilon steps. */
    private static final int SHORTEST = 4;

    private final Rates<T> rates;
    private final List<Stage> stages = new ArrayList<>();
    private final PhaseUnwrapper clock = new PhaseUnwrapper();
    private Stage present;
    private int stepsInPresent;
    private Optional<String> obstacle = Optional.of("the run has no step t = 0");

    /** Of a run of an optimizer with such rates. */
    public OscillationAccumulator(Rates<T> rates) {
        this.rates = rates;
    }

    @Override
    public void observe(CoupledStep<T> step) {
        if (step.t() == 0) {
            obstacle = Optional.empty();
        }
        if (obstacle.isPresent()) {
            return;
        }
        LocalGeometry<T> geometry = step.geometry();
        if (!geometry.hasOscillation() || step.x().isZero()) {
            obstacle = Optional.of(
                    "X or Y is undefined at t = " + step.t() + ": alpha is not positive beyond rounding, or x is 0");
            return;
        }
        include(step.t(), ReducedState.of(step.x(), rates.reduced(step.y()), geometry.alpha(), geometry.beta()));
    }

    private void include(int t, ReducedState<T> state) {
        clock.include(t, state.phase());
        Stage stage = state.stage();
        stepsInPresent = stage == present ? stepsInPresent + 1 : 1;
        present = stage;
        if (stepsInPresent == SHORTEST && (stages.isEmpty() || stages.get(stages.size() - 1) != stage)) {
            stages.add(stage);
        }
    }

    /** Why stages and period are undefined; empty if they are not. */
    public Optional<String> obstacle() {
        return obstacle;
    }

    /** The stages in the order in which the iterates pass through them, each different from the one before. */
    public List<Stage> stages() {
        return List.copyOf(stages);
    }

    /** The period in steps, averaged over the whole periods; empty if the run holds none. */
    public Optional<Double> period() {
        List<Double> turns = clock.turns();
        return turns.isEmpty() ? Optional.empty() : Optional.of(turns.get(turns.size() - 1) / turns.size());
    }
}
