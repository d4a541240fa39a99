package org.selfstab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.selfstab.coq.FormalResult;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.recheck.CertificateKind;
import org.selfstab.recheck.CheckedCertificate;
import org.selfstab.recheck.CheckedClaim;
import org.selfstab.recheck.FamilyRecheckReport;
import org.selfstab.recheck.RecheckResult;
import org.selfstab.recheck.Rechecker;
import org.selfstab.recheck.StatedFamily;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.EdgeWording;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.Verdict;

/**
 * What the checker says of a certificate: first everything that the claims are about, then each claim with its threshold and what it assumes. It only shows;
 * whatever a stranger's certificate says is shown visibly.
 */
public final class RecheckDocument {

    private static final List<String> CLAIM = List.of("outcome", "verdict", "claim", "quantity", "evidence");

    private final Document.Builder document;
    private final EdgeWording wording;

    private RecheckDocument(StatedProblem problem, String summary, CheckedCertificate report) {
        this.document = new Document.Builder(FreeText.visible(problem.title()), FreeText.visible(summary))
                .status(status(report));
        this.wording = wording(problem);
    }

    /** How formulas read under the optimizer that is stated. */
    static EdgeWording wording(StatedProblem problem) {
        return problem.optimizer()
                .map(optimizer -> EdgeWording.ofCopies(optimizer.b().size()))
                .orElse(EdgeWording.OF_GRADIENT_DESCENT);
    }

    /**
     * What {@code recheck} shows of a certificate.
     *
     * @param compared the problem file that it was compared with
     */
    public static Report report(RunRecord run, RecheckResult result, Optional<String> compared) {
        return report(run, result, compared, Optional.empty());
    }

    /**
     * The same with what Coq says of it.
     *
     * @param coq empty if it was not asked
     */
    public static Report report(
            RunRecord run, RecheckResult result, Optional<String> compared, Optional<List<FormalResult>> coq) {
        Document document =
                new RecheckDocument(result.problem(), summary(result, coq), result).of(result, compared, coq);
        return Report.of(
                run,
                coq.map(results -> document.with(FormalDocument.table(results))).orElse(document),
                "recheck",
                () -> RecheckSummary.of(result, compared, coq));
    }

    /**
     * What each claim rests on: Coq, if it accepted just this claim, the checker, or nothing. Of a box each claim has its file, in their order; of a run a file says which
     * claims it proves.
     */
    static List<String> evidence(RecheckResult result, Optional<List<FormalResult>> coq) {
        List<FormalResult> given = coq.orElse(List.of());
        boolean oneByOne = result.kind() == CertificateKind.BOX
                && given.size() == result.claims().size();
        List<String> proved =
                given.stream().flatMap(file -> file.proved().stream()).toList();
        List<String> evidence = new ArrayList<>();
        for (CheckedClaim claim : result.claims()) {
            boolean own = oneByOne && given.get(evidence.size()).accepted();
            evidence.add(evidence(claim, own || proved.contains(claim.name() + " " + claim.quantity())));
        }
        return evidence;
    }

    /** What a claim rests on that has no Coq file, or one that Coq has accepted. */
    static String evidence(CheckedClaim claim, boolean formal) {
        if (!claim.confirmed()) {
            return "";
        }
        return (formal ? Verdict.Evidence.FORMAL : Verdict.Evidence.CERTIFIED).name();
    }

    /**
     * What it shows of the certificate of a family: the problem, each member, what is claimed of all.
     *
     * @param compared the problem file that it was compared with
     */
    public static Report report(RunRecord run, FamilyRecheckReport result, Optional<String> compared) {
        StatedProblem problem = result.family().problem();
        return Report.of(
                run,
                new RecheckDocument(problem, summary(result), result).of(result, compared),
                "family-recheck",
                () -> FamilyRecheckSummary.of(result, compared));
    }

    /** The line with which the outputs begin: a claim that is confirmed need not be one that holds. */
    static String summary(RecheckResult report) {
        return summary(report, report.claims(), List.of(report));
    }

    /** The same with what Coq says. */
    static String summary(RecheckResult report, Optional<List<FormalResult>> coq) {
        return summary(report)
                + coq.map(results -> "; Coq: " + FormalDocument.summary(results))
                        .orElse("");
    }

    /** That of a family's certificate. */
    static String summary(FamilyRecheckReport report) {
        List<CheckedClaim> claims = Stream.concat(
                        report.members().stream().flatMap(member -> member.claims().stream()), report.claims().stream())
                .toList();
        return summary(report, claims, report.members());
    }

    private static String summary(CheckedCertificate report, List<CheckedClaim> claims, List<RecheckResult> runs) {
        List<String> parts = new ArrayList<>();
        parts.add(claims.isEmpty() ? "no claim is confirmed, as there is none" : report.summary());
        named("rejected", claims, claim -> claim.outcome() == CheckedClaim.Outcome.REJECTED)
                .ifPresent(parts::add);
        for (Verdict.Status status :
                List.of(Verdict.Status.FAILS, Verdict.Status.UNDECIDED, Verdict.Status.NOT_APPLICABLE)) {
            named(
                            "confirmed as " + status.word(),
                            claims,
                            claim -> claim.confirmed() && claim.verdict().equals(status.word()))
                    .ifPresent(parts::add);
        }
        if (runs.stream().anyMatch(RecheckResult::endsEarly)) {
            parts.add("not up to the horizon");
        }
        return String.join("; ", parts) + assuming(runs);
    }

    private static Optional<String> named(String what, List<CheckedClaim> claims, Predicate<CheckedClaim> these) {
        List<String> names =
                claims.stream().filter(these).map(CheckedClaim::name).toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(names.size() + " " + what + " ("
                        + names.stream().distinct().collect(Collectors.joining(", ")) + ")");
    }

    private Document of(RecheckResult result, Optional<String> compared, Optional<List<FormalResult>> coq) {
        if (result.kind() == CertificateKind.RUN || result.kind() == CertificateKind.SEVERAL) {
            problem(result.problem());
            fact("t = 0", beginning(result));
            fact("horizon", result.problem().shownHorizon() + end(result));
            fact("thresholds", changed(result.problem()));
            tube(result).ifPresent(tube -> fact("tube", tube));
            if (result.kind() == CertificateKind.SEVERAL) {
                fact("unstable", result.unstable() + " eigenvalues are followed (theory.md section 11)");
            }
        } else {
            loss(result.problem(), result.box().keySet());
            box(result.box());
        }
        compared.ifPresent(file -> fact("compared", "with " + file));
        assumptions(result).forEach(assumption -> fact("assumed", assumption));
        List<Table.Line> rows = new ArrayList<>();
        List<String> evidence = evidence(result, coq);
        for (int i = 0; i < evidence.size(); i++) {
            rows.add(row(result.claims().get(i), assuming(List.of(result)), evidence.get(i)));
        }
        return sum(result, rows, coq.filter(FormalDocument::isAnyAccepted).isPresent());
    }

    private Document of(FamilyRecheckReport result, Optional<String> compared) {
        problem(result.family().problem());
        fact("thresholds", changed(result.family().problem()));
        family(result.family());
        compared.ifPresent(file -> fact("compared", "with " + file));
        List<Table.Line> claims = new ArrayList<>();
        List<Table.Row> members = new ArrayList<>();
        for (RecheckResult member : result.members()) {
            claims.add(heading("member " + result.shown(member)));
            member.claims().forEach(claim -> claims.add(row(claim, assuming(List.of(member)), evidence(claim, false))));
            members.add(member(result.shown(member), member));
        }
        claims.add(heading("all members"));
        result.claims().forEach(claim -> claims.add(row(claim, assuming(result.members()), evidence(claim, false))));
        return sum(result, claims, false)
                .with(Table.titled("The members", List.of("member", "t = 0", "horizon", "tube"), members));
    }

    private Document sum(CheckedCertificate report, List<Table.Line> claims, boolean formal) {
        if (claims.stream().noneMatch(Table.Row.class::isInstance)) {
            document.note("REJECTED: the certificate has no claims");
        } else if (!report.isConfirmed() && !report.isRejected()) {
            document.note("nothing is shown");
        }
        return document.table(Table.titled("What the certificate claims", CLAIM, claims))
                .restingOn(
                        (formal ? "FORMAL: accepted by Coq's kernel, of the definitions in its files; CERTIFIED: " : "")
                                + "verified from the certificate alone by the independent checker, in decimal arithmetic of "
                                + Rechecker.DIGITS + " digits or more with directed rounding");
    }

    private static Cell status(CheckedCertificate report) {
        if (report.isRejected()) {
            return outcome(CheckedClaim.Outcome.REJECTED);
        }
        return outcome(report.isConfirmed() ? CheckedClaim.Outcome.CONFIRMED : CheckedClaim.Outcome.EMPTY);
    }

    private static Cell outcome(CheckedClaim.Outcome outcome) {
        return new Cell.Decision(
                outcome.name(),
                switch (outcome) {
                    case CONFIRMED -> Cell.Style.HOLDS;
                    case REJECTED -> Cell.Style.FAILS;
                    case EMPTY -> Cell.Style.OPEN;
                });
    }

    private static Table.Heading heading(String title) {
        return new Table.Heading(FreeText.visible(title), Optional.empty());
    }

    private Table.Row row(CheckedClaim claim, String assuming, String evidence) {
        return new Table.Row(
                List.of(
                        outcome(claim.outcome()),
                        words(claim.verdict()),
                        words(claim.name()),
                        words(wording.of(claim.quantity())),
                        words(evidence)),
                FreeText.visible(wording.of(claim.reason()) + (claim.confirmed() ? assuming : "")));
    }

    private static Table.Row member(String name, RecheckResult member) {
        List<String> remarks = new ArrayList<>();
        assumptions(member).forEach(assumption -> remarks.add("assumed: " + assumption));
        return new Table.Row(
                List.of(
                        words(name),
                        words(beginning(member)),
                        words(member.problem().shownHorizon() + end(member)),
                        tube(member).map(RecheckDocument::words).orElse(Cell.none())),
                remarks);
    }

    private static Cell words(String text) {
        return Cell.words(FreeText.visible(text));
    }

    private void fact(String name, String text) {
        document.fact(name, words(text));
    }

    private void problem(StatedProblem problem) {
        loss(problem, Set.of());
        fact("start", ProblemFacts.equations(problem.start()));
    }

    /** What claims about points are about: the loss, with the parameters that are not left open. */
    private void loss(StatedProblem problem, Set<String> open) {
        Map<String, String> parameters = new LinkedHashMap<>(problem.parameters());
        parameters.keySet().removeAll(open);
        fact("loss", problem.loss());
        fact("variables", String.join(", ", problem.variables()));
        fact("parameters", ProblemFacts.equations(parameters));
        problem.optimizer().ifPresent(optimizer -> fact("optimizer", optimizer.shown()));
        problem.adaptive().ifPresent(optimizer -> fact("optimizer", optimizer.shown()));
        problem.batches().ifPresent(batches -> fact("batches", batches.shown()));
    }

    private void box(Map<String, String> box) {
        if (!box.isEmpty()) {
            fact(
                    "for all",
                    box.entrySet().stream()
                            .map(side -> side.getKey() + " in " + side.getValue())
                            .collect(Collectors.joining(", ")));
        }
    }

    private void family(StatedFamily family) {
        fact("family", family.shown(String.join(", ", family.values())));
        for (StatedFamily.Bound bound : family.bounds()) {
            fact("stated", bound.name() + (bound.atMost() ? " <= " : " >= ") + bound.value());
        }
    }

    private static Optional<String> tube(RecheckResult report) {
        return report.tube()
                .map(tube -> "radius " + tube.least() + (tube.least() < tube.most() ? " to " + tube.most() : "")
                        + " round each dagger_t, in each coordinate");
    }

    private static String beginning(RecheckResult report) {
        boolean atEdge = report.problem().atEdge();
        if (report.lastStep() < 0) {
            return atEdge ? "the start, as the problem says" : "the first iterate at the edge; none is shown";
        }
        return report.approach() == 0
                ? "the start" + (atEdge ? ", as the problem says" : "")
                : "step " + report.approach() + " of the optimizer alone, from the start";
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

    private static List<String> assumptions(RecheckResult report) {
        List<String> assumptions = new ArrayList<>();
        if (report.assumesNearest()) {
            assumptions.add("(a) no point of the stable set beyond the stated neighbourhoods is nearer than dagger_t, "
                    + steps(report.doubtfulNearest().orElseThrow()));
        }
        if (report.assumesFirstAtEdge()) {
            int first = (int) report.doubtful().orElseThrow().least();
            int last = (int) report.doubtful().orElseThrow().most();
            assumptions.add("(b) t = 0 is the first iterate whose projection lies on the boundary: "
                    + (first == last
                            ? "not shown of that of step " + first
                            : "not shown of those of steps " + first + " to " + last));
        }
        return assumptions;
    }

    /** Which of the assumptions (a) and (b) some run rests on: {@code ; assumes (a)}, or nothing. */
    private static String assuming(List<RecheckResult> runs) {
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
}
