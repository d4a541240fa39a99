package org.selfstab.report;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.ConclusionResult;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.Measured;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.EdgeWording;
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

    static List<OfCondition> conditions(EdgeWording wording, Assessment assessment) {
        List<OfCondition> rows = new ArrayList<>();
        for (ConditionResult condition : assessment.conditions()) {
            rows.add(new OfCondition(
                    condition.name().key(),
                    condition.name().title(),
                    worded(wording, condition.name().statement()),
                    condition.status().word(),
                    measures(wording, condition.measures())));
        }
        return rows;
    }

    static List<OfConclusion> conclusions(EdgeWording wording, Assessment assessment) {
        List<String> broken = assessment.violatedConditions().stream()
                .map(c -> c.name().key())
                .toList();
        List<OfConclusion> rows = new ArrayList<>();
        for (ConclusionResult conclusion : assessment.conclusions()) {
            rows.add(new OfConclusion(
                    conclusion.conclusion().title(),
                    formula(wording, conclusion.conclusion()),
                    worded(wording, conclusion.conclusion().statement()),
                    conclusion.status().word(),
                    measures(wording, conclusion.measures()),
                    broken));
        }
        return rows;
    }

    /** The number of a conclusion's formula in theory.md. */
    static String formula(EdgeWording wording, Claim conclusion) {
        return conclusion
                .formula()
                .map(number -> CharMatcher.anyOf("()").trimFrom(wording.of("(" + number + ")")))
                .orElse("");
    }

    private static List<OfMeasure> measures(EdgeWording wording, List<Measured> measures) {
        return measures.stream().map(measured -> measure(wording, measured)).toList();
    }

    private static String worded(EdgeWording wording, Notation formula) {
        return wording.of(formula).ascii();
    }

    private static OfMeasure measure(EdgeWording wording, Measured measured) {
        Verdict verdict = measured.verdict();
        Optional<Bound> bound = verdict.bound();
        Optional<Witness> witness = verdict.witness();
        return new OfMeasure(
                worded(wording, measured.quantity()),
                verdict.status().word(),
                verdict.evidence().name(),
                bound.map(Bound::value).filter(Double::isFinite).orElse(null),
                bound.map(Bound::threshold).orElse(null),
                bound.map(b -> b.sense().name()).orElse(null),
                wording.of(verdict.reason()),
                witness.map(Witness::step).orElse(null),
                witness.map(Witness::point).filter(p -> !p.isEmpty()).orElse(null),
                witness.map(Witness::direction).filter(d -> !d.isEmpty()).orElse(null));
    }
}
