package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.ConclusionResult;
import org.selfstab.claims.conditions.ConditionResult;
import org.selfstab.claims.conditions.Measured;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/** Verdicts as JSON states them. What there is none of, or is not finite, is null. */
final class VerdictSummary {

    private VerdictSummary() {}

    /** One condition. */
    record OfCondition(String name, String title, String statement, String verdict, List<OfMeasure> measures) {}

    /** One conclusion, with the names of the conditions that fail on the same run. */
    record OfConclusion(
            String name,
            String formula,
            String statement,
            String verdict,
            List<OfMeasure> measures,
            List<String> broken) {}

    /** One quantity. */
    record OfMeasure(
            String quantity,
            String verdict,
            String evidence,
            Double value,
            Double threshold,
            @OrNull String sense,
            String reason,
            Integer step,
            @OrNull List<Double> point,
            @OrNull List<Double> direction) {}

    static List<OfCondition> conditions(Problem problem, Assessment assessment) {
        List<OfCondition> rows = new ArrayList<>();
        for (ConditionResult condition : assessment.conditions()) {
            rows.add(new OfCondition(
                    condition.name().key(),
                    condition.name().title(),
                    worded(problem, condition.name().statement()),
                    condition.status().word(),
                    measures(problem, condition.measures())));
        }
        return rows;
    }

    static List<OfConclusion> conclusions(Problem problem, Assessment assessment) {
        List<String> broken = assessment.violatedConditions().stream()
                .map(c -> c.name().key())
                .toList();
        List<OfConclusion> rows = new ArrayList<>();
        for (ConclusionResult conclusion : assessment.conclusions()) {
            rows.add(new OfConclusion(
                    conclusion.conclusion().title(),
                    conclusion.conclusion().formula().orElse(""),
                    worded(problem, conclusion.conclusion().statement()),
                    conclusion.status().word(),
                    measures(problem, conclusion.measures()),
                    broken));
        }
        return rows;
    }

    private static List<OfMeasure> measures(Problem problem, List<Measured> measures) {
        return measures.stream().map(measured -> measure(problem, measured)).toList();
    }

    private static String worded(Problem problem, Notation formula) {
        return problem.wording().of(formula).ascii();
    }

    private static OfMeasure measure(Problem problem, Measured measured) {
        Verdict verdict = measured.verdict();
        Optional<Bound> bound = verdict.bound();
        Optional<Witness> witness = verdict.witness();
        return new OfMeasure(
                worded(problem, measured.quantity()),
                verdict.status().word(),
                verdict.evidence().name(),
                bound.map(Bound::value).filter(Double::isFinite).orElse(null),
                bound.map(Bound::threshold).orElse(null),
                bound.map(b -> b.sense().name()).orElse(null),
                verdict.reason(),
                witness.map(Witness::step).orElse(null),
                witness.map(Witness::point).filter(p -> !p.isEmpty()).orElse(null),
                witness.map(Witness::direction).filter(d -> !d.isEmpty()).orElse(null));
    }
}
