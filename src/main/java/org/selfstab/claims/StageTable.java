package org.selfstab.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.OdeSolution;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.dynamics.Stage;

/**
 * The stages of exact iterates beside the equation's, theory.md (21). Stages only go on: since x changes its sign at every step and
 * its mean is not quite zero, |x| and y have a ripple by which iterates fall back to the stage before for single steps near an axis; such steps are
 * counted to the stage already entered. Each stretch takes the equation's entry into the same stage that is nearest in time.
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
        int hesitating = 0;
        for (int t = 1; t < iterates.size(); t++) {
            Stage stage = iterates.get(t).stage();
            if (stage == current.previous()) {
                hesitating++;
            } else if (stage != current) {
                spans.add(span(current, first, t - 1, hesitating));
                current = stage;
                first = t;
                hesitating = 0;
            }
        }
        spans.add(span(current, first, iterates.size() - 1, hesitating));
        return spans;
    }

    private OdeComparison.StageSpan span(Stage stage, int first, int last, int hesitating) {
        return new OdeComparison.StageSpan(
                stage, first, last, hesitating, first == 0 ? Optional.of(0.0) : nearest(stage, first));
    }

    private Optional<Double> nearest(Stage stage, int step) {
        return entries.stream()
                .filter(entry -> entry.stage() == stage)
                .map(entry -> entry.time().getReal())
                .min(Comparator.comparingDouble(time -> Math.abs(time - step)));
    }
}
