package org.selfstab.claims.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.OdeComparison;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.dynamics.reduced.OdeSolution;
import org.selfstab.vocabulary.Stage;

/**
 * The stages of exact iterates beside the equation's, theory.md (21). Stages only go on: since x changes its sign at every step and
 * its mean is not quite zero, |x| and y have a ripple by which iterates fall back to the stage before for single steps near an axis; such steps are
 * counted to the stage already entered. Both begin in the same stage, and each quarter turn of the iterates stands beside the same of the equation:
 * the time that is nearest would hide that they are more than half a period apart.
 *
 * @param iterates the states of the exact iterates, from t = 0
 * @param entries the stages that the equation enters after t = 0
 * @param <T> the field's elements
 */
record StageTable<T extends CalculusFieldElement<T>>(
        List<ReducedState<T>> iterates, List<OdeSolution.StageEntry<T>> entries) {

    List<OdeComparison.StageSpan> spans() {
        List<OdeComparison.StageSpan> spans = new ArrayList<>();
        Stage current = iterates.get(0).stage();
        int first = 0;
        int quarters = 0;
        int backwardSteps = 0;
        for (int t = 1; t < iterates.size(); t++) {
            Stage stage = iterates.get(t).stage();
            if (stage == current.previous()) {
                backwardSteps++;
            } else if (stage != current) {
                spans.add(new OdeComparison.StageSpan(current, first, t - 1, backwardSteps, entry(current, quarters)));
                quarters += stage.previous() == current ? 1 : 2;
                current = stage;
                first = t;
                backwardSteps = 0;
            }
        }
        spans.add(new OdeComparison.StageSpan(
                current, first, iterates.size() - 1, backwardSteps, entry(current, quarters)));
        return spans;
    }

    /**
     * When the equation enters the stage that is so many quarter turns after the first; empty if it does not within the run.
     *
     * @param quarters from 0, the start
     */
    private Optional<Double> entry(Stage stage, int quarters) {
        if (quarters == 0) {
            return Optional.of(0.0);
        }
        int index = entries.isEmpty()
                ? 0
                : quarters - quarters(iterates.get(0).stage(), entries.get(0).stage());
        return index >= 0 && index < entries.size() && entries.get(index).stage() == stage
                ? Optional.of(entries.get(index).time().getReal())
                : Optional.empty();
    }

    /** From one stage on to the next time of another, from 1 to 4: a start on an axis may be beyond it to rounding. */
    private static int quarters(Stage from, Stage to) {
        return to.previous() == from ? 1 : 1 + quarters(from, to.previous());
    }
}
