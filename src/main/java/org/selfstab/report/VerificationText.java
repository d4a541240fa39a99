package org.selfstab.report;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.CrossCheck;
import org.selfstab.claims.IterateSharpness;
import org.selfstab.claims.PrecisionComparison;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.claims.VerificationResult;
import org.selfstab.expression.Expression;
import org.selfstab.numeric.Extremum;
import org.selfstab.problem.Problem;

/** A verification as a researcher reads it at a glance. */
final class VerificationText {

    private final String summary;
    private final Problem problem;
    private final Verification verification;
    private final Assessment assessment;
    private final Optional<PrecisionComparison> precision;
    private final Optional<CrossCheck> crossCheck;
    private final StringBuilder text = new StringBuilder();

    VerificationText(VerificationResult verified) {
        this.summary = VerdictLine.of(verified);
        this.problem = verified.problem();
        this.verification = verified.verification();
        this.assessment = verified.assessment();
        this.precision = verified.precision();
        this.crossCheck = verified.crossCheck();
    }

    String write() {
        line("%s: %s", problem.title(), summary);
        problem.source().ifPresent(source -> field("source", source.toString()));
        field("loss", problem.loss().toString());
        field("with", parameters(problem.parameters().values()));
        field(
                "run",
                "%s, %s projection, %s frame",
                verification.arithmetic(),
                verification.projection(),
                verification.frame());
        verification
                .edgeStep()
                .filter(step -> step > 0)
                .ifPresent(step -> field("edge", "t = 0 is step %d of gradient descent", step));
        problem.kick().ifPresent(kick -> field("kick", "x_0 = " + kick + " delta along u at dagger_0"));
        verification.failedBefore().ifPresent(failure -> field("edge", "%s", failure.description()));
        field("end", verification.description());
        verification.remarks().forEach(remark -> field("note", remark));
        verification.constants().ifPresent(this::constants);
        text.append(new AssessmentText(assessment).conclusions());
        precision.ifPresent(this::comparison);
        crossCheck.ifPresent(check -> line("  derivatives: %s", check.description()));
        line("  evidence: numeric run in %s, not a proof", verification.arithmetic());
        return text.toString();
    }

    private static String parameters(Map<String, Expression> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private void constants(RunConstants constants) {
        line("");
        line("  %-17s %13s  %8s   %s", "constant", "value", "worst t", "what it is");
        for (ConstantsTable.Row row : ConstantsTable.of(constants).rows()) {
            line(
                    "  %-17s %13s  %8s   %s",
                    row.symbol().ascii(),
                    row.value(),
                    row.step(),
                    row.definition().ascii());
        }
        sharpness(constants.iterates());
        line("");
        constants
                .undefinedOscillation()
                .ifPresent(first -> line(
                        "  no progressive sharpening: alpha_t = %s at t = %d is not positive beyond rounding, so delta and the constants in"
                                + " its units are undefined; the theorem does not apply to this run%n",
                        ConstantsTable.digits(first.value()), first.step()));
    }

    private void sharpness(IterateSharpness iterates) {
        line(
                "  eta S(theta_t), edge at 2: %s at t = 0, at most %s at t = %d, %s at t = %d",
                ConstantsTable.digits(iterates.first()),
                ConstantsTable.digits(iterates.largest().value()),
                iterates.largest().step(),
                ConstantsTable.digits(iterates.last().value()),
                iterates.last().step());
    }

    private void comparison(PrecisionComparison comparison) {
        comparison
                .drift()
                .ifPresent(drift -> line(
                        "  double iterates drift from these by at most %s (|theta_t| difference), worst at t = %d",
                        ConstantsTable.digits(drift.value()), drift.step()));
        Optional<RunConstants> precise = verification.constants();
        Optional<RunConstants> rounded = comparison.inDouble().constants();
        line(
                "  relative difference of the constants in double precision: C_1 %s, C_L %s, C_S %s, C_P %s, C_D %s",
                relativeDifference(precise.flatMap(RunConstants::coupling), rounded.flatMap(RunConstants::coupling)),
                relativeDifference(precise.flatMap(RunConstants::loss), rounded.flatMap(RunConstants::loss)),
                relativeDifference(precise.flatMap(RunConstants::sharpness), rounded.flatMap(RunConstants::sharpness)),
                relativeDifference(precise.flatMap(RunConstants::following), rounded.flatMap(RunConstants::following)),
                relativeDifference(precise.flatMap(RunConstants::descent), rounded.flatMap(RunConstants::descent)));
    }

    private static String relativeDifference(Optional<Extremum> precise, Optional<Extremum> rounded) {
        return precise.flatMap(p -> rounded.map(r -> ConstantsTable.digits(Math.abs(r.value() / p.value() - 1.0))))
                .orElse("undefined");
    }

    private void field(String name, String format, Object... arguments) {
        line("  %-8s %s", name, String.format(Locale.ROOT, format, arguments));
    }

    private void field(String name, String value) {
        line("  %-8s %s", name, value);
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
