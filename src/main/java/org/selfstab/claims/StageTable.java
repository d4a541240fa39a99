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
 * The stages of exact iterates beside the equation's, theory.md (21). Each stretch of the iterates takes the equation's entry into
 * the same stage that is nearest in time, so that iterates that hesitate at an axis do not shift the stretches after it.
 *
 * @param iterates the states of the exact iterates, from t = 0
 * @param entries the stages that the equation enters after t = 0
 * @param <T> the field's elements
 */
record StageTable<T extends CalculusFieldElement<T>>(
        List<ReducedState<T>> iterates, List<OdeSolution.StageEntry<T>> entries) {

    List<OdeComparison.StageSpan> spans() {
        List<OdeComparison.StageSpan> spans = new ArrayList<>();
        int first = 0;
        for (int t = 1; t <= iterates.size(); t++) {
            Stage stage = iterates.get(first).stage();
            if (t == iterates.size() || iterates.get(t).stage() != stage) {
                Optional<Double> predicted = first == 0 ? Optional.of(0.0) : nearest(stage, first);
                spans.add(new OdeComparison.StageSpan(stage, first, t - 1, predicted));
                first = t;
            }
        }
        return spans;
    }

    private Optional<Double> nearest(Stage stage, int step) {
        return entries.stream()
                .filter(entry -> entry.stage() == stage)
                .map(entry -> entry.time().getReal())
                .min(Comparator.comparingDouble(time -> Math.abs(time - step)));
    }
}
