package org.selfstab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.selfstab.recheck.CertificateKind;
import org.selfstab.recheck.CheckedCertificate;
import org.selfstab.recheck.CheckedClaim;
import org.selfstab.recheck.FamilyRecheckReport;
import org.selfstab.recheck.RecheckResult;
import org.selfstab.recheck.StatedFamily;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;

/**
 * What the checker says of a certificate, in lines: first everything that the claims are about, then each claim with its threshold and what
 * it assumes.
 */
public final class RecheckText {

    private static final String FIELD = "  %-11s %s";
    private static final String REASON = "%-9s  %s";

    private final StringBuilder text = new StringBuilder();

    private RecheckText() {}

    /**
     * The text, each line ended.
     *
     * @param compared the problem file that the certificate was compared with
     */
    public static String of(RecheckResult report, Optional<String> compared) {
        RecheckText text = new RecheckText();
        if (report.kind() == CertificateKind.RUN) {
            text.problem(report.problem(), VerdictLine.of(report));
            text.run(report);
            text.thresholds(report.problem());
            text.tube(report);
        } else {
            text.loss(report.problem(), report.box().keySet(), VerdictLine.of(report));
            text.box(report.box());
        }
        text.compared(compared);
        text.assumptions(report);
        text.claims(report.claims(), assuming(List.of(report)));
        text.sum(report, report.claims());
        return text.text.toString();
    }

    /**
     * The text of a family, each line ended: the problem, each member, what is claimed of all.
     *
     * @param compared the problem file that the certificate was compared with
     */
    public static String of(FamilyRecheckReport report, Optional<String> compared) {
        RecheckText text = new RecheckText();
        text.problem(report.family().problem(), VerdictLine.of(report));
        text.thresholds(report.family().problem());
        text.family(report.family());
        text.compared(compared);
        for (RecheckResult member : report.members()) {
            text.line("member %s", report.shown(member));
            text.run(member);
            text.tube(member);
            text.assumptions(member);
            text.claims(member.claims(), assuming(List.of(member)));
        }
        text.line("all members");
        text.claims(report.claims(), assuming(report.members()));
        text.sum(report, report.claims());
        return text.text.toString();
    }

    /** What claims about points are about: the loss, with the parameters that are not left open. */
    private void loss(StatedProblem problem, Set<String> open, String summary) {
        Map<String, String> parameters = new LinkedHashMap<>(problem.parameters());
        parameters.keySet().removeAll(open);
        line("%s: %s", problem.title(), summary);
        line(FIELD, "loss", problem.loss());
        line(FIELD, "variables", String.join(", ", problem.variables()));
        line(FIELD, "parameters", definitions(parameters));
    }

    private void box(Map<String, String> box) {
        if (!box.isEmpty()) {
            String sides = box.entrySet().stream()
                    .map(side -> side.getKey() + " in " + side.getValue())
                    .collect(Collectors.joining(", "));
            line(FIELD, "for all", sides);
        }
    }

    private void problem(StatedProblem problem, String summary) {
        loss(problem, Set.of(), summary);
        line(FIELD, "start", definitions(problem.start()));
    }

    private void thresholds(StatedProblem problem) {
        line(FIELD, "thresholds", changed(problem));
    }

    private void family(StatedFamily family) {
        line(FIELD, "family", family.shown(String.join(", ", family.values())));
        for (StatedFamily.Bound bound : family.bounds()) {
            line(FIELD, "stated", bound.name() + (bound.atMost() ? " <= " : " >= ") + bound.value());
        }
    }

    private void run(RecheckResult report) {
        line(FIELD, "t = 0", beginning(report));
        line(FIELD, "horizon", report.problem().shownHorizon() + end(report));
    }

    private void tube(RecheckResult report) {
        report.tube()
                .ifPresent(tube -> line(
                        FIELD,
                        "tube",
                        "radius " + tube.least() + (tube.least() < tube.most() ? " to " + tube.most() : "")
                                + " round each dagger_t, in each coordinate"));
    }

    private void compared(Optional<String> compared) {
        compared.ifPresent(file -> line(FIELD, "compared", "with " + file));
    }

    private static String definitions(Map<String, String> definitions) {
        return definitions.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String beginning(RecheckResult report) {
        boolean atEdge = report.problem().atEdge();
        if (report.lastStep() < 0) {
            return atEdge ? "the start, as the problem says" : "the first iterate at the edge; none is shown";
        }
        return report.approach() == 0
                ? "the start" + (atEdge ? ", as the problem says" : "")
                : "step " + report.approach() + " of plain gradient descent from the start";
    }

    private static String end(RecheckResult report) {
        return report.lastStep() < 0
                ? ""
                : "; shown are t = 0 to " + report.lastStep() + (report.endsEarly() ? ", not up to the horizon" : "");
    }

    /** Those that a reader would not expect. */
    private static String changed(StatedProblem problem) {
        Map<String, Double> defaults = Quantities.limited().stream()
                .collect(Collectors.toMap(
                        Quantity::key,
                        quantity -> quantity.limit().orElseThrow().byDefault()));
        String changed = problem.thresholds().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(defaults.get(entry.getKey())))
                .map(entry -> entry.getKey() + " = " + entry.getValue()
                        + (defaults.containsKey(entry.getKey())
                                ? " (default " + defaults.get(entry.getKey()) + ")"
                                : " (unknown)"))
                .collect(Collectors.joining(", "));
        return changed.isEmpty() ? "the defaults" : changed + "; else the defaults";
    }

    private void assumptions(RecheckResult report) {
        if (report.assumesNearest()) {
            line(
                    FIELD,
                    "assumed",
                    "(a) no point of the stable set beyond the stated neighbourhoods is nearer than dagger_t, "
                            + steps(report.doubtfulNearest().orElseThrow()));
        }
        if (report.assumesFirstAtEdge()) {
            int first = (int) report.doubtful().orElseThrow().least();
            int last = (int) report.doubtful().orElseThrow().most();
            line(
                    FIELD,
                    report.assumesNearest() ? "" : "assumed",
                    "(b) t = 0 is the first iterate whose projection lies on the boundary: "
                            + (first == last
                                    ? "not shown of that of step " + first
                                    : "not shown of those of steps " + first + " to " + last));
        }
    }

    /** Which of the assumptions (a) and (b) some run rests on: {@code ; assumes (a)}, or nothing. */
    static String assuming(List<RecheckResult> runs) {
        List<String> assumed = new ArrayList<>();
        if (runs.stream().anyMatch(RecheckResult::assumesNearest)) {
            assumed.add("(a)");
        }
        if (runs.stream().anyMatch(RecheckResult::assumesFirstAtEdge)) {
            assumed.add("(b)");
        }
        return assumed.isEmpty() ? "" : "; assumes " + String.join(", ", assumed);
    }

    /** "t = 3" or "t = 3 to 5". */
    private static String steps(RecheckResult.Range range) {
        return "t = " + (int) range.least() + (range.least() < range.most() ? " to " + (int) range.most() : "");
    }

    /** Neighbours that are rejected for one reason share it, in a line below them. */
    private void claims(List<CheckedClaim> claims, String assuming) {
        for (int first = 0, end; first < claims.size(); first = end) {
            end = first + 1;
            while (end < claims.size() && areRejectedAlike(claims.get(first), claims.get(end))) {
                end++;
            }
            if (end == first + 1) {
                CheckedClaim claim = claims.get(first);
                line("%s: %s%s", shown(claim), claim.reason(), claim.confirmed() ? assuming : "");
            } else {
                claims.subList(first, end).forEach(claim -> line("%s", shown(claim)));
                line(REASON, "", claims.get(first).reason());
            }
        }
    }

    private static boolean areRejectedAlike(CheckedClaim one, CheckedClaim other) {
        return one.outcome() == CheckedClaim.Outcome.REJECTED
                && other.outcome() == CheckedClaim.Outcome.REJECTED
                && one.reason().equals(other.reason());
    }

    private static String shown(CheckedClaim claim) {
        return String.format(
                Locale.ROOT, "%-9s  %s  %s: %s", claim.outcome(), claim.verdict(), claim.name(), claim.quantity());
    }

    private void sum(CheckedCertificate report, List<CheckedClaim> claims) {
        if (claims.isEmpty()) {
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
