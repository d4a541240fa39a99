package org.selfstab.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.selfstab.problem.Threshold;
import org.selfstab.recheck.CertificateKind;
import org.selfstab.recheck.CheckedClaim;
import org.selfstab.recheck.RecheckReport;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.vocabulary.FreeText;

/**
 * What the checker says of a certificate, in lines: first everything that the claims are about, then each claim with its threshold and what
 * it assumes.
 */
public final class RecheckText {

    private static final String FIELD = "  %-11s %s";

    private final RecheckReport report;
    private final StatedProblem problem;
    private final StringBuilder text = new StringBuilder();

    private RecheckText(RecheckReport report) {
        this.report = report;
        this.problem = report.problem();
    }

    /**
     * The text, each line ended.
     *
     * @param compared the problem file that the certificate was compared with
     */
    public static String of(RecheckReport report, Optional<String> compared) {
        RecheckText text = new RecheckText(report);
        text.problem(compared);
        text.assumptions();
        report.claims().forEach(text::claim);
        text.sum();
        return text.text.toString();
    }

    private void problem(Optional<String> compared) {
        line("%s", problem.title());
        line(FIELD, "loss", problem.loss());
        line(FIELD, "variables", String.join(", ", problem.variables()));
        line(FIELD, "parameters", definitions(parameters()));
        if (report.kind() == CertificateKind.RUN) {
            run();
        } else if (!report.box().isEmpty()) {
            line(
                    FIELD,
                    "for all",
                    report.box().entrySet().stream()
                            .map(side -> side.getKey() + " in " + side.getValue())
                            .collect(Collectors.joining(", ")));
        }
        compared.ifPresent(file -> line(FIELD, "compared", "with " + file));
    }

    private void run() {
        line(FIELD, "start", definitions(problem.start()));
        line(FIELD, "t = 0", beginning());
        line(FIELD, "horizon", problem.shownHorizon() + end());
        line(FIELD, "thresholds", thresholds());
        report.tube()
                .ifPresent(tube -> line(
                        FIELD,
                        "tube",
                        "radius " + tube.least() + (tube.least() < tube.most() ? " to " + tube.most() : "")
                                + " round each dagger_t, in each coordinate"));
    }

    /** Those that a box does not leave open. */
    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(problem.parameters());
        parameters.keySet().removeAll(report.box().keySet());
        return parameters;
    }

    private static String definitions(Map<String, String> definitions) {
        return definitions.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private String beginning() {
        if (report.lastStep() < 0) {
            return problem.atEdge() ? "the start, as the problem says" : "the first iterate at the edge; none is shown";
        }
        return report.approach() == 0
                ? "the start" + (problem.atEdge() ? ", as the problem says" : "")
                : "step " + report.approach() + " of plain gradient descent from the start";
    }

    private String end() {
        return report.lastStep() < 0 ? "" : "; shown are t = 0 to " + report.lastStep();
    }

    /** Those that a reader would not expect. */
    private String thresholds() {
        Map<String, Double> defaults = Arrays.stream(Threshold.values())
                .collect(Collectors.toMap(Threshold::dottedName, Threshold::byDefault));
        String changed = problem.thresholds().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(defaults.get(entry.getKey())))
                .map(entry -> entry.getKey() + " = " + entry.getValue()
                        + (defaults.containsKey(entry.getKey())
                                ? " (default " + defaults.get(entry.getKey()) + ")"
                                : " (unknown)"))
                .collect(Collectors.joining(", "));
        return changed.isEmpty() ? "the defaults" : changed + "; else the defaults";
    }

    private void assumptions() {
        if (report.assumesNearest()) {
            line(
                    FIELD,
                    "assumed",
                    "(a) no point of the stable set beyond the stated neighbourhoods is nearer than dagger_t");
        }
        if (report.assumesFirstAtEdge()) {
            int first = (int) report.doubtful().orElseThrow().least();
            int last = (int) report.doubtful().orElseThrow().most();
            line(
                    FIELD,
                    "",
                    "(b) t = 0 is the first iterate whose projection lies on the boundary: "
                            + (first == last
                                    ? "that of step " + first + " may"
                                    : "those of steps " + first + " to " + last + " may"));
        }
    }

    private void claim(CheckedClaim claim) {
        String assuming = !claim.confirmed() || !report.assumesNearest()
                ? ""
                : report.assumesFirstAtEdge() ? "; assumes (a), (b)" : "; assumes (a)";
        line(
                "%-9s  %s  %s: %s: %s%s",
                claim.outcome(), claim.verdict(), claim.name(), claim.quantity(), claim.reason(), assuming);
    }

    private void sum() {
        if (report.claims().isEmpty()) {
            line("REJECTED   the certificate has no claims");
            return;
        }
        line("%s", report.summary());
        if (!report.isConfirmed() && !report.isRejected()) {
            line("nothing is shown");
        }
    }

    private void line(String format, Object... values) {
        text.append(FreeText.visible(String.format(Locale.ROOT, format, values)))
                .append('\n');
    }
}
