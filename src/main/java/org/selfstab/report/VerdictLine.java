package org.selfstab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Verdict;

/**
 * The sentence with which an output begins: what was found, in one line, for instance {@code all 6 conclusions hold, all 9 conditions hold;
 * eps = 0.02990}. What ended early comes first, and whatever does not hold is named. Each document words its own, of the parts here.
 */
final class VerdictLine {

    /** How many are named one by one. */
    static final int MOST_NAMES = 8;

    private final List<String> parts = new ArrayList<>();

    /** A number with as many digits as one line bears. */
    static String brief(double value) {
        return String.format(Digits.LOCALE, "%.4g", value);
    }

    static String verb(Verdict.Status status) {
        return switch (status) {
            case HOLDS -> "holds";
            case FAILS -> "fails";
            case UNDECIDED -> "undecided";
            case NOT_APPLICABLE -> "does not apply";
        };
    }

    /** How many conclusions of a run hold. */
    static String conclusions(Assessment assessment) {
        Tally tally = new Tally("conclusion", "conclusions");
        assessment.conclusions().forEach(found -> tally.add(found.conclusion().title(), found.status()));
        return tally.text();
    }

    /** How many of its conditions hold. */
    static String conditions(Assessment assessment) {
        Tally tally = new Tally("condition", "conditions");
        assessment
                .conditions()
                .forEach(found -> tally.add(withoutAside(found.name().title()), found.status()));
        return tally.text();
    }

    static Tally orders() {
        return new Tally("order of at least 1", "orders of at least 1");
    }

    /** A title without what stands in brackets after it. */
    static String withoutAside(String title) {
        return title.replaceFirst(" \\([^()]*\\)$", "");
    }

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Two parts of a sentence, with a comma between them where that does not confuse. */
    static String together(String one, String other) {
        String all = one + other;
        return Stream.of(one, other)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(all.contains(",") ? "; " : ", "));
    }

    VerdictLine add(String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return this;
    }

    /** That a run, or what is computed beside it, did not come to its horizon, or that this was cut. */
    VerdictLine early(Verification verification) {
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
    VerdictLine early(String parameter, Map<String, Verification> members) {
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

    static String members(String parameter, Collection<String> values, int all, String what) {
        return values.isEmpty()
                ? ""
                : values.size() + " of " + counted(all, "member") + (values.size() == 1 ? " is " : " are ") + what
                        + " (" + parameter + " = " + String.join(", ", values) + ")";
    }

    /** The largest epsilon of a run, or from which to which it is over several. */
    VerdictLine epsilon(Stream<Verification> runs) {
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

    String write() {
        return String.join("; ", parts);
    }
}
