package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.ConclusionResult;
import org.selfstab.claims.conditions.ConditionResult;
import org.selfstab.claims.conditions.Measured;
import org.selfstab.vocabulary.Bound;
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

    static List<OfCondition> conditions(Assessment assessment) {
        List<OfCondition> rows = new ArrayList<>();
        for (ConditionResult condition : assessment.conditions()) {
            rows.add(new OfCondition(
                    condition.name().key(),
                    condition.name().title(),
                    condition.name().statement().ascii(),
                    condition.status().word(),
                    measures(condition.measures())));
        }
        return rows;
    }

    static List<OfConclusion> conclusions(Assessment assessment) {
        List<String> broken = assessment.violatedConditions().stream()
                .map(c -> c.name().key())
                .toList();
        List<OfConclusion> rows = new ArrayList<>();
        for (ConclusionResult conclusion : assessment.conclusions()) {
            rows.add(new OfConclusion(
                    conclusion.conclusion().title(),
                    conclusion.conclusion().formula().orElse(""),
                    conclusion.conclusion().statement().ascii(),
                    conclusion.status().word(),
                    measures(conclusion.measures()),
                    broken));
        }
        return rows;
    }

    private static List<OfMeasure> measures(List<Measured> measures) {
        return measures.stream().map(VerdictSummary::measure).toList();
    }

    private static OfMeasure measure(Measured measured) {
        Verdict verdict = measured.verdict();
        Optional<Bound> bound = verdict.bound();
        Optional<Witness> witness = verdict.witness();
        return new OfMeasure(
                measured.quantity().ascii(),
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
