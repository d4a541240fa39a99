package org.selfstab.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.selfstab.claims.Reading;
import org.selfstab.vocabulary.Stage;
import org.selfstab.vocabulary.Verdict;

/**
 * Stages are asserted to follow each other.
 *
 * @param stages the stages
 */
public record ExpectedStages(List<Stage> stages) implements Expected {

    public ExpectedStages {
        stages = List.copyOf(stages);
    }

    @Override
    public String text() {
        return stages.stream().map(Stage::title).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public Judgement against(Reading computed) {
        if (computed instanceof Reading.OfStages found) {
            return judgement(found.stages().equals(stages) ? Verdict.Status.HOLDS : Verdict.Status.FAILS, computed);
        }
        return notComparable(computed);
    }

    /** One stage more, one less, another first one. */
    @Override
    public List<Expected> mutants() {
        List<Stage> longer = new ArrayList<>(stages);
        longer.add(after(stages.get(stages.size() - 1)));
        List<Stage> shorter = stages.subList(0, stages.size() - 1);
        List<Stage> other = new ArrayList<>(stages);
        other.set(0, after(stages.get(0)));
        return List.of(new ExpectedStages(longer), new ExpectedStages(shorter), new ExpectedStages(other));
    }

    private static Stage after(Stage stage) {
        List<Stage> all = List.of(Stage.values());
        return all.get((all.indexOf(stage) + 1) % all.size());
    }

    @Override
    public String survival(Expected mutant) {
        return "this check cannot fail: it still passes as " + mutant.text();
    }
}
