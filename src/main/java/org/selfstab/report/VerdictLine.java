package org.selfstab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.selfstab.certify.BoxDecision;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.certify.FamilyCertification;
import org.selfstab.certify.FamilyClaim;
import org.selfstab.certify.MinimumResult;
import org.selfstab.certify.TwoCycleResult;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.DerivationResult;
import org.selfstab.claims.DriftFamilyResult;
import org.selfstab.claims.DriftResult;
import org.selfstab.claims.FamilyMember;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.OdeComparison;
import org.selfstab.claims.OdeFamilyResult;
import org.selfstab.claims.OdeMember;
import org.selfstab.claims.OdeResult;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.SlowMember;
import org.selfstab.claims.SlowResult;
import org.selfstab.claims.Verification;
import org.selfstab.claims.VerificationResult;
import org.selfstab.descent.BifurcationEvent;
import org.selfstab.descent.BifurcationResult;
import org.selfstab.descent.DescentResult;
import org.selfstab.descent.Exploration;
import org.selfstab.document.Cell;
import org.selfstab.noise.MeanSquareCertification;
import org.selfstab.noise.Minimum;
import org.selfstab.noise.NoiseResult;
import org.selfstab.noise.Settling;
import org.selfstab.suite.FileResult;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.PointStatus;
import org.selfstab.sweep.SweepResult;
import org.selfstab.theory.StatementResult;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Mutation;
import org.selfstab.vocabulary.Verdict;

/**
 * The sentence with which an output begins: what was found, in one line, for instance {@code all 6 conclusions hold, all 9 conditions hold;
 * eps = 0.02990}. What ended early comes first, and whatever does not hold is named.
 */
final class VerdictLine {

    private static final int MOST_NAMES = 8;

    private final List<String> parts = new ArrayList<>();

    private VerdictLine() {}

    /** Of a run: its conclusions and conditions. */
    static String of(VerificationResult verified) {
        Assessment assessment = verified.assessment();
        return new VerdictLine()
                .early(verified.verification())
                .add(together(conclusions(assessment), conditions(assessment)))
                .epsilon(Stream.of(verified.verification()))
                .write();
    }

    /** Of the conditions on a run alone. */
    static String ofConditions(VerificationResult verified) {
        return new VerdictLine()
                .early(verified.verification())
                .add(conditions(verified.assessment()))
                .epsilon(Stream.of(verified.verification()))
                .write();
    }

    /** Of a family: each conclusion on all members, the orders, and the bounds that the problem states. */
    static String of(FamilyResult result) {
        Tally conclusions = new Tally("conclusion", "conclusions").otherwise("on some members");
        result.conclusions()
                .forEach(found -> conclusions.add(
                        found.conclusion().title(), found.weakest().verdict().status()));
        Tally bounds = new Tally("stated bound", "stated bounds");
        result.bounds()
                .forEach(bound ->
                        bounds.add(bound.bound().name(), bound.verdict().status()));
        Tally orders = orders();
        result.orders()
                .forEach(order -> orders.add(
                        withoutAside(order.statement().title().ascii()),
                        order.verdict().status()));
        Map<String, Verification> members = new LinkedHashMap<>();
        for (FamilyMember member : result.members()) {
            members.put(member.value().toString(), member.verification());
        }
        return new VerdictLine()
                .early(result.family().parameter(), members)
                .add("on " + counted(members.size(), "member") + ", " + conclusions.text())
                .add(orders.text())
                .add(bounds.text())
                .epsilon(members.values().stream())
                .write();
    }

    /** Of an exploration: which step sizes meet the edge, and the one to begin with. */
    static String of(Exploration exploration) {
        VerdictLine line = new VerdictLine();
        List<String> ranges = exploration.ranges().stream()
                .map(range -> range.largest()
                        .map(largest -> "between " + brief(range.least()) + " and " + brief(largest))
                        .orElse("above " + brief(range.least())))
                .toList();
        line.add(
                ranges.isEmpty()
                        ? "no step size meets the edge from below"
                        : "step sizes " + String.join(", or ", ranges) + " meet the edge from below");
        exploration
                .suggestion()
                .ifPresent(size -> line.add("eta = " + size.text() + " at step "
                        + ((Exploration.AtEdge) size.meeting()).step() + ", eps = "
                        + brief(((Exploration.AtEdge) size.meeting()).epsilon())));
        return line.write();
    }

    /** Of gradient descent alone, which is no verdict: how far it came, and whether the sharpness came to the edge. */
    static String of(DescentResult result) {
        VerdictLine line = new VerdictLine();
        line.add(result.problem().optimizer().name() + " did "
                + counted(result.end().steps(), "step")
                + result.end()
                        .failure()
                        .map(end -> " and ended: " + end.description())
                        .orElse(""));
        line.add("the loss goes from " + brief(result.first().loss()) + " to "
                + brief(result.last().loss()));
        if (result.end().failure().isEmpty()) {
            line.add(new LimitText(result.problem(), result.limit()).brief());
        }
        String edge = result.problem().wording().of("2/eta") + " = " + brief(result.edge());
        result.sharpest()
                .ifPresent(sharpest -> line.add(result.firstAtEdge()
                        .map(row -> "the sharpness reaches " + edge + " at step " + row.t())
                        .orElse("the sharpness is at most " + brief(sharpest.sharpness()) + ", below " + edge)));
        return line.write();
    }

    /** Of stochastic gradients: the edges at a minimum, or where the noisy edge settles. */
    static String of(NoiseResult result) {
        VerdictLine line = new VerdictLine();
        result.minimum().found().ifPresent(minimum -> line.edges(minimum, result));
        result.settling().found().ifPresent(line::settles);
        if (result.minimum().found().isEmpty() && result.settling().found().isEmpty()) {
            line.add("undecided: no minimum, as " + result.minimum().reason());
            line.add("no noisy edge, as " + result.settling().reason());
        }
        return line.write();
    }

    private void edges(Minimum minimum, NoiseResult result) {
        add("at " + (minimum.point().radius().isPresent() ? "a certified" : "an uncertified")
                + " minimum the second moment grows above eta = "
                + brief(minimum.meanSquare().stepSize()) + ", almost every run above "
                + brief(minimum.almostSure().stepSize()));
        result.escape()
                .found()
                .flatMap(escape -> escape.shares().stream()
                        .filter(share -> share.left() > 0)
                        .findFirst())
                .ifPresent(share -> add("runs leave from eta = " + brief(share.stepSize()) + " on"));
    }

    private void settles(Settling settling) {
        add("the gap below the edge is " + brief(settling.gap().measured()) + " +- "
                + brief(settling.gap().standardError()) + " beside "
                + brief(settling.gap().predicted())
                + " by the formula: " + verb(settling.status()));
    }

    /** Of the critical point near the end of descent. */
    static String of(MinimumResult result) {
        VerdictLine line = new VerdictLine();
        if (result.critical().isEmpty()) {
            return line.add("undecided: " + result.obstacle().orElse("")).write();
        }
        MinimumResult.Critical critical = result.critical().get();
        line.add((critical.radius().isPresent() ? "proved: a " : "not proved: a ")
                + (critical.kind().equals("degenerate") ? "degenerate minimum" : critical.kind()) + " with S = "
                + brief(critical.sharpness()));
        critical.flip()
                .ifPresent(flip -> line.add("K = " + brief(flip.coefficient()) + ", a " + flip.kind() + " flip at S = "
                        + brief(flip.edge())));
        return line.write();
    }

    /** Of orbits over a parameter, which is no verdict: the events at which stability changes. */
    static String of(BifurcationResult result) {
        VerdictLine line = new VerdictLine();
        line.add(result.branches().size() + (result.branches().size() == 1 ? " branch" : " branches") + " of orbits, "
                + counted(result.events().size(), "event"));
        List<String> changes = result.events().stream()
                .filter(BifurcationEvent::changesStability)
                .limit(MOST_NAMES)
                .map(event -> event.kind().word().replace('_', '-') + " of period " + event.period() + " at "
                        + Digits.text(event.at()))
                .toList();
        line.add(changes.isEmpty() ? "no change of stability" : String.join(", ", changes));
        return line.write();
    }

    /** Of a slow drift: what becomes of the oscillation, and the numbers it rests on. */
    static String of(DriftResult result) {
        VerdictLine line = new VerdictLine();
        line.add("the oscillation is " + result.verdict().inWords());
        if (result.verdict().status() != Verdict.Status.HOLDS) {
            line.parts.set(0, "the drift is " + result.verdict().inWords() + ": " + result.reason());
        }
        result.start()
                .ifPresent(start -> line.add("Gamma = " + brief(start.rates().gamma())));
        result.comparison()
                .ifPresent(c -> line.add(
                        "log J changes by " + brief(c.logJMeasured()) + ", predicted " + brief(c.logJPredicted())));
        result.start()
                .ifPresent(start -> line.add("eps = " + brief(start.rates().epsilon())));
        return line.write();
    }

    /** Of the slow drift of a family: the members' verdicts and the order of the law's error. */
    static String of(DriftFamilyResult result) {
        VerdictLine line = new VerdictLine();
        Map<String, Long> verdicts = result.members().stream()
                .collect(Collectors.groupingBy(
                        member -> member.drift().verdict().inWords(), TreeMap::new, Collectors.counting()));
        line.add(verdicts.entrySet().stream()
                .map(each -> each.getValue() + " of " + result.members().size() + " members " + each.getKey())
                .collect(Collectors.joining(", ")));
        line.add("the error of the change of log J is O(eps): "
                + result.order().verdict().status().word());
        result.order().fit().ifPresent(fit -> line.add("its slope in eps is " + brief(fit.slope())));
        return line.write();
    }

    /** Of exact iterates beside the reduced equations of first and of second order. */
    static String of(SlowResult result) {
        VerdictLine line = new VerdictLine();
        SlowMember last = result.members().get(result.members().size() - 1);
        line.add(last.errors()
                .map(errors -> "after " + last.steps() + " steps the equation of second order is within "
                        + brief(errors.second().value()) + " of the iterates, that of first order within "
                        + brief(errors.first().value()))
                .orElseGet(() -> "no comparison with the reduced equations: "
                        + last.obstacle().orElse("there are no two steps")));
        if (result.family().isPresent()) {
            line.add("its error is O(eps): "
                    + result.ofSecond().verdict().status().word());
            result.ofSecond().fit().ifPresent(fit -> line.add("its slope in eps is " + brief(fit.slope())));
        }
        line.add("eps = " + brief(last.epsilon()));
        return line.write();
    }

    /** Of a run beside the reduced equation, which is no verdict: the largest distances. */
    static String of(OdeResult result) {
        VerdictLine line = new VerdictLine().early(result.verification());
        if (result.comparison().isEmpty()) {
            boolean toldAlready = result.verification().constants().isEmpty();
            line.add("no comparison with the reduced equation"
                    + result.obstacle()
                            .filter(reason -> !toldAlready)
                            .map(reason -> ": " + reason)
                            .orElse(""));
        }
        result.comparison().ifPresent(line::distances);
        result.centralFlow()
                .filter(flow -> !flow.run().end().isComplete())
                .ifPresent(flow -> line.add("the central flow ended early"));
        result.adaptiveFlow()
                .map(flow -> flow.beside()
                        .map(beside -> "the mean of x^2 is " + brief(beside.meanXSquared()) + " of the central flow's")
                        .orElse("the central flow is not compared with iterates"))
                .ifPresent(line::add);
        return line.epsilon(Stream.of(result.verification())).write();
    }

    private void distances(OdeComparison comparison) {
        OdeComparison.Deviations all = comparison.deviations();
        add("the equation along the run is within " + inEpsilon(all.drivenFromIterates(), comparison)
                + " eps of the iterates, frozen at t = 0 within " + inEpsilon(all.frozenFromIterates(), comparison)
                + " eps");
    }

    private static String inEpsilon(Extremum distance, OdeComparison comparison) {
        return brief(distance.value() / comparison.epsilon());
    }

    private static String brief(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    /** Of a family beside the reduced equation: the orders of the errors. */
    static String of(OdeFamilyResult result) {
        Tally orders = orders();
        result.orders()
                .forEach(order -> orders.add(
                        withoutAside(order.error().title().ascii()),
                        order.verdict().status()));
        Map<String, Verification> members = new LinkedHashMap<>();
        for (OdeMember member : result.members()) {
            members.put(member.value().toString(), member.verification());
        }
        return new VerdictLine()
                .early(result.family().parameter(), members)
                .add("over " + counted(members.size(), "member") + ", " + orders.text())
                .epsilon(members.values().stream())
                .write();
    }

    /** Of a certified run. */
    static String of(CertificationResult certification) {
        String steps = certification.steps() < 0 ? "" : " up to t = " + certification.steps();
        Tally claims = certified(steps);
        certification.claims().forEach(claim -> claims.add(claim.name(), status(claim)));
        VerdictLine line = new VerdictLine().early(certification.verification());
        if (!certification.isOfTheWholeRun()) {
            line.add(certification.steps() < 0 ? "nothing is enclosed" : "the run is enclosed only" + steps);
        }
        return line.add(claims.text()).write();
    }

    /** Of a certified family: the claims on each member together, then those on all. */
    static String of(FamilyCertification certification) {
        Map<String, Verification> runs = new LinkedHashMap<>();
        List<String> partly = new ArrayList<>();
        Tally claims = certified("");
        for (int i = 0; i < certification.members().size(); i++) {
            CertificationResult member = certification.members().get(i);
            String value = certification.family().values().get(i).toString();
            runs.put(value, member.verification());
            if (!member.isOfTheWholeRun()) {
                partly.add(value);
            }
            member.claims().forEach(claim -> claims.add(claim.name(), status(claim)));
        }
        Tally onAll = new Tally("claim on all members", "claims on all members")
                .holding("is certified to hold", "are certified to hold");
        for (FamilyClaim claim : certification.claims()) {
            onAll.add(claim.claim().name(), status(claim.claim()));
        }
        VerdictLine line = new VerdictLine().early(certification.family().parameter(), runs);
        line.add(members(certification.family().parameter(), partly, runs.size(), "not enclosed up to the horizon"));
        return line.add("on " + counted(runs.size(), "member") + ", " + claims.text())
                .add(onAll.text())
                .write();
    }

    private static Tally certified(String steps) {
        return new Tally("claim", "claims").holding("is certified to hold" + steps, "are certified to hold" + steps);
    }

    private static Verdict.Status status(CertifiedClaim claim) {
        return claim.verdict().status();
    }

    /** Of claims over a box. */
    static String of(List<BoxDecision> decisions) {
        Tally claims =
                new Tally("claim", "claims").holding("is proved on the whole box", "are proved on the whole box");
        decisions.forEach(decision -> claims.add(decision.claim().toString(), decision.status()));
        return claims.text();
    }

    /** Of an orbit of period two. */
    static String of(TwoCycleResult certification) {
        return certification
                .orbit()
                .map(orbit -> "an orbit of period " + (certification.period() == 2 ? "two" : certification.period())
                        + " exists, "
                        + switch (orbit.stable()) {
                            case HOLDS -> "and it is stable";
                            case FAILS -> "and it is not asymptotically stable by its linearisation";
                            default -> "and whether it is stable is undecided";
                        })
                .orElse("undecided: no orbit of period "
                        + (certification.period() == 2 ? "two" : certification.period()) + " was proved");
    }

    /** Of a mean-square edge. */
    static String of(MeanSquareCertification certification) {
        return certification
                .edge()
                .map(edge -> "the mean-square edge lies in " + edge.stepSize()
                        + (edge.isOnly() ? "" : "; that it is the only one is undecided"))
                .orElse("undecided: no mean-square edge was enclosed");
    }

    /** Of closed forms beside numbers. */
    static String of(DerivationResult derivation) {
        if (derivation.disagreement().isPresent()) {
            return "the closed forms " + (derivation.isContradicted() ? "contradict" : "agree with")
                    + " the numbers; largest relative difference "
                    + Cell.number(derivation.disagreement().getAsDouble()).text();
        }
        String numbers = derivation.eigenspace().isPresent()
                ? "u is undefined at this point, since the top eigenvalue is not simple"
                : "the numbers are undefined at this point";
        if (derivation.closedForm().form().isPresent()) {
            return "closed forms that are not compared with numbers"
                    + (derivation.undefined().isPresent() ? "; " + numbers : "");
        }
        return "no closed form; " + (derivation.undefined().isPresent() ? numbers : "numbers alone");
    }

    /** Of a sweep: what became of the points, and at how many each claim holds. */
    static String of(SweepResult result) {
        Map<PointStatus, Long> counts = result.points().stream()
                .collect(Collectors.groupingBy(PointResult::status, TreeMap::new, Collectors.counting()));
        int total = result.points().size();
        long complete = Optional.ofNullable(counts.remove(PointStatus.COMPLETE)).orElse(0L);
        VerdictLine line = new VerdictLine();
        line.add(complete + " of " + counted(total, "point") + " complete"
                + counts.entrySet().stream()
                        .map(entry ->
                                ", " + entry.getValue() + " " + entry.getKey().words())
                        .collect(Collectors.joining()));
        List<String> claims = result.job().claims();
        for (int i = 0; i < claims.size(); i++) {
            int claim = i;
            Map<String, Long> verdicts = result.points().stream()
                    .map(point -> point.claim(claim).map(VerdictLine::verb).orElse("without an answer"))
                    .collect(Collectors.groupingBy(verb -> verb, LinkedHashMap::new, Collectors.counting()));
            long holds = Optional.ofNullable(verdicts.remove(verb(Verdict.Status.HOLDS)))
                    .orElse(0L);
            line.add(claims.get(i) + " holds at " + holds + " of " + total
                    + verdicts.entrySet().stream()
                            .map(entry -> ", " + entry.getKey() + " at " + entry.getValue())
                            .collect(Collectors.joining()));
        }
        return line.write();
    }

    /** Of the claims of files: how many have which outcome, and which do not pass. */
    static String ofClaims(List<FileResult> results) {
        long claims = results.stream().mapToLong(file -> file.results().size()).sum();
        String counts = SuiteWords.STATUSES.stream()
                .filter(status -> results.stream().anyMatch(file -> file.count(status) > 0))
                .map(status -> claims(results, status))
                .collect(Collectors.joining(", "));
        VerdictLine line = new VerdictLine()
                .add(counted(results.size(), "file") + ", " + counted(claims, "claim")
                        + (counts.isEmpty() ? "" : ": " + counts));
        line.count(results.stream().filter(file -> file.error().isPresent()).count(), "with an error");
        line.count(results.stream().filter(FileResult::isWithoutClaims).count(), "without [expect]");
        long mutants = results.stream()
                .flatMap(file -> file.results().stream())
                .flatMap(result -> result.mutation().stream())
                .mapToLong(Mutation::mutants)
                .sum();
        if (mutants > 0) {
            line.add(counted(mutants, "mutant") + ", "
                    + results.stream().mapToLong(FileResult::survivors).sum() + " survived");
        }
        return line.write();
    }

    private static String claims(List<FileResult> results, Verdict.Status status) {
        List<String> names = results.stream()
                .flatMap(file -> file.results().stream()
                        .filter(result -> result.judgement().status() == status)
                        .map(result -> FreeText.visible(file.file().file().getFileName() + " "
                                + result.claim().name())))
                .toList();
        String more = names.size() > MOST_NAMES ? ", ..." : "";
        return names.size() + " " + SuiteWords.of(status)
                + (status == Verdict.Status.HOLDS
                        ? ""
                        : names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ", " (", more + ")")));
    }

    private void count(long files, String what) {
        add(files == 0 ? "" : counted(files, "file") + " " + what);
    }

    /** Of statements: how many hold, by evidence, and which do not. */
    static String ofStatements(List<StatementResult> results) {
        long checks =
                results.stream().mapToLong(result -> result.checks().size()).sum();
        String counts = Arrays.stream(Verdict.Status.values())
                .filter(status ->
                        results.stream().anyMatch(result -> result.verdict().status() == status))
                .map(status -> statements(results, status))
                .collect(Collectors.joining(", "));
        return counted(results.size(), "statement") + ", " + counted(checks, "check") + ": " + counts;
    }

    private static String statements(List<StatementResult> results, Verdict.Status status) {
        List<StatementResult> those = results.stream()
                .filter(result -> result.verdict().status() == status)
                .toList();
        String evidence = those.stream()
                .collect(Collectors.groupingBy(
                        result -> result.verdict().evidence(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        String names = status == Verdict.Status.HOLDS
                ? ""
                : those.stream().map(result -> result.statement().id()).collect(Collectors.joining(", ", ": ", ""));
        return those.size() + " " + status.word() + " (" + evidence + FreeText.visible(names) + ")";
    }

    /** Of several problems: on how many the conclusions hold, and on which they do not. */
    static String ofProblems(List<VerificationResult> problems) {
        Tally conclusions = new Tally("problem", "problems")
                .holding("meets the theory's conclusions", "meet the theory's conclusions");
        problems.forEach(verified ->
                conclusions.add(verified.problem().name(), verified.assessment().ofConclusions()));
        return conclusions.text();
    }

    private static String verb(Verdict.Status status) {
        return switch (status) {
            case HOLDS -> "holds";
            case FAILS -> "fails";
            case UNDECIDED -> "undecided";
            case NOT_APPLICABLE -> "does not apply";
        };
    }

    private static String conclusions(Assessment assessment) {
        Tally tally = new Tally("conclusion", "conclusions");
        assessment.conclusions().forEach(found -> tally.add(found.conclusion().title(), found.status()));
        return tally.text();
    }

    private static String conditions(Assessment assessment) {
        Tally tally = new Tally("condition", "conditions");
        assessment
                .conditions()
                .forEach(found -> tally.add(withoutAside(found.name().title()), found.status()));
        return tally.text();
    }

    private static Tally orders() {
        return new Tally("order of at least 1", "orders of at least 1");
    }

    /** A title without what stands in brackets after it. */
    private static String withoutAside(String title) {
        return title.replaceFirst(" \\([^()]*\\)$", "");
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Two parts of a sentence, with a comma between them where that does not confuse. */
    private static String together(String one, String other) {
        String all = one + other;
        return Stream.of(one, other)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(all.contains(",") ? "; " : ", "));
    }

    private VerdictLine add(String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return this;
    }

    /** That a run, or what is computed beside it, did not come to its horizon, or that this was cut. */
    private VerdictLine early(Verification verification) {
        if (!verification.end().isComplete()) {
            add("ended early: " + verification.end().brief());
        }
        Optional<RunConstants> constants = verification.constants();
        constants
                .flatMap(RunConstants::predictionEnd)
                .ifPresent(step -> add("the predicted dynamics diverged at t = " + step));
        constants
                .flatMap(RunConstants::undefinedOscillation)
                .ifPresent(first -> add("no progressive sharpening at t = " + first.step()));
        if (verification.cutHorizon().isPresent()) {
            constants.ifPresent(found -> add("the horizon is cut to " + counted(found.steps(), "step")));
        }
        return this;
    }

    /** The members that are without a complete run, and those whose horizon was cut. */
    private VerdictLine early(String parameter, Map<String, Verification> members) {
        add(members(
                parameter, valuesWhere(members, run -> !run.isComplete()), members.size(), "without a complete run"));
        return add(members(
                parameter,
                valuesWhere(members, run -> run.cutHorizon().isPresent()),
                members.size(),
                "with a horizon that is cut"));
    }

    private static List<String> valuesWhere(Map<String, Verification> members, Predicate<Verification> condition) {
        return members.entrySet().stream()
                .filter(member -> condition.test(member.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String members(String parameter, Collection<String> values, int all, String what) {
        return values.isEmpty()
                ? ""
                : values.size() + " of " + counted(all, "member") + (values.size() == 1 ? " is " : " are ") + what
                        + " (" + parameter + " = " + String.join(", ", values) + ")";
    }

    /** The largest epsilon of a run, or from which to which it is over several. */
    private VerdictLine epsilon(Stream<Verification> runs) {
        double[] all = runs.flatMap(run -> run.constants().flatMap(RunConstants::epsilon).stream())
                .mapToDouble(Extremum::value)
                .sorted()
                .toArray();
        List<String> ends =
                Arrays.stream(all).mapToObj(VerdictLine::brief).distinct().toList();
        return ends.isEmpty()
                ? this
                : add("eps = " + ends.get(0) + (ends.size() == 1 ? "" : " to " + ends.get(ends.size() - 1)));
    }

    private String write() {
        return String.join("; ", parts);
    }
}
