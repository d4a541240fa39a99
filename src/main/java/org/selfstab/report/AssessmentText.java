package org.selfstab.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.ConclusionResult;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.Measured;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/** Conditions and conclusions as tables that a researcher reads at a glance. */
final class AssessmentText {

    private static final String ROW = "  %-14s  %-38s %12s  %-10s  %s";

    private final Assessment assessment;
    private final StringBuilder text = new StringBuilder();

    AssessmentText(Assessment assessment) {
        this.assessment = assessment;
    }

    /** Every condition with its quantities, and below each that does not hold why and where. */
    String conditions() {
        line(ROW, "verdict", "quantity", "value", "threshold", "worst t");
        for (ConditionResult condition : assessment.conditions()) {
            line("  %s: %s", condition.name().title(), condition.name().statement());
            condition.measures().forEach(this::measure);
        }
        return text.toString();
    }

    /** Every conclusion with its constants, beside one that does not hold the conditions that fail. */
    String conclusions() {
        line(ROW, "verdict", "constant", "value", "threshold", "worst t");
        for (ConclusionResult conclusion : assessment.conclusions()) {
            line(
                    "  %s (%s): %s",
                    conclusion.conclusion().title(),
                    conclusion.conclusion().formula(),
                    conclusion.conclusion().statement());
            conclusion.measures().forEach(this::measure);
            if (isLost(conclusion)) {
                line("      violated hypotheses: %s", titles(Verdict.Status.FAILS));
                line("      undecided hypotheses: %s", titles(Verdict.Status.UNDECIDED));
            }
        }
        if (!assessment.broken().isEmpty()) {
            line("");
            assessment.broken().forEach(c -> line("  violated: %s", broken(c)));
        }
        return text.toString();
    }

    /** Whether hypotheses may be to blame: not where the conclusion asserts nothing of this run. */
    private static boolean isLost(ConclusionResult conclusion) {
        return switch (conclusion.status()) {
            case HOLDS -> false;
            case NOT_APPLICABLE -> !conclusion.conclusion().mayAssertNothing();
            case UNDECIDED, FAILS -> true;
        };
    }

    private void measure(Measured measured) {
        Verdict verdict = measured.verdict();
        line(
                ROW,
                verdict.status().word(),
                measured.quantity().ascii(),
                verdict.bound().map(b -> ConstantsTable.digits(b.value())).orElse("-"),
                verdict.bound().map(AssessmentText::threshold).orElse("-"),
                verdict.witness().map(w -> Integer.toString(w.step())).orElse("-"));
        if (!verdict.reason().isEmpty()) {
            line("      %s", verdict.reason());
        }
        if (verdict.status() == Verdict.Status.FAILS) {
            verdict.witness().flatMap(AssessmentText::place).ifPresent(place -> line("      witness: %s", place));
        }
    }

    private static String threshold(Bound bound) {
        return (bound.sense() == Bound.Sense.AT_MOST ? "<= " : ">= ") + ConstantsTable.brief(bound.threshold());
    }

    private static Optional<String> place(Witness witness) {
        if (witness.point().isEmpty()) {
            return Optional.empty();
        }
        String direction = witness.direction().isEmpty() ? "" : ", direction " + tuple(witness.direction());
        return Optional.of("t = " + witness.step() + ", point " + tuple(witness.point()) + direction);
    }

    private static String tuple(List<Double> numbers) {
        return numbers.stream().map(ConstantsTable::brief).collect(Collectors.joining(", ", "(", ")"));
    }

    private String titles(Verdict.Status status) {
        String titles = assessment.conditionsWith(status).stream()
                .map(condition -> condition.name().title())
                .collect(Collectors.joining(", "));
        return titles.isEmpty() ? "none of those checked" : titles;
    }

    private static String broken(ConditionResult condition) {
        return condition.name().title() + " (" + failing(condition) + ")";
    }

    /** The failing quantities of all conditions: {@code not too close to the axis (min |x*|/delta = 0.042 < 0.05 at t = 700)}. */
    static String broken(Assessment assessment) {
        String broken = assessment.broken().stream().map(AssessmentText::broken).collect(Collectors.joining("; "));
        return broken.isEmpty() ? "none of those checked" : broken;
    }

    private static String failing(ConditionResult condition) {
        return condition.measures().stream()
                .filter(m -> m.verdict().status() == Verdict.Status.FAILS)
                .map(AssessmentText::failing)
                .collect(Collectors.joining(", "));
    }

    private static String failing(Measured measured) {
        String at = measured.verdict().witness().map(w -> " at t = " + w.step()).orElse("");
        return measured.quantity()
                + measured.verdict().bound().map(AssessmentText::violated).orElse("")
                + at;
    }

    private static String violated(Bound bound) {
        String sign = bound.sense() == Bound.Sense.AT_MOST ? " > " : " < ";
        return ": " + ConstantsTable.brief(bound.value()) + sign + ConstantsTable.brief(bound.threshold());
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
