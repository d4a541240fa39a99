package org.selfstab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.selfstab.vocabulary.Verdict;

/** How many statements of a kind hold, and which do not, as part of a sentence: {@code 4 of 6 conclusions hold, 2 are undecided (loss, average)}. */
final class Tally {

    private static final Verb HOLDS = new Verb("holds", "hold");

    private static final Map<Verdict.Status, Verb> OTHERWISE = Map.of(
            Verdict.Status.FAILS, new Verb("fails", "fail"),
            Verdict.Status.UNDECIDED, new Verb("is undecided", "are undecided"),
            Verdict.Status.NOT_APPLICABLE, new Verb("does not apply", "do not apply"));

    /** In the order in which readers want to know of them. */
    private static final List<Verdict.Status> WORST_FIRST =
            List.of(Verdict.Status.FAILS, Verdict.Status.UNDECIDED, Verdict.Status.NOT_APPLICABLE);

    private final String one;
    private final String many;
    private final Map<Verdict.Status, List<String>> names = new EnumMap<>(Verdict.Status.class);
    private Verb holds = HOLDS;
    private String where = "";

    /** A verb for one statement and for several. */
    private record Verb(String one, String many) {
        String of(int count) {
            return count == 1 ? one : many;
        }
    }

    /** Of statements that are called so, one and several. */
    Tally(String one, String many) {
        this.one = one;
        this.many = many;
        Arrays.stream(Verdict.Status.values()).forEach(status -> names.put(status, new ArrayList<>()));
    }

    /** Counts one more. */
    Tally add(String name, Verdict.Status status) {
        names.get(status).add(name);
        return this;
    }

    /** What is said of one and of several that hold, instead of that. */
    Tally holding(String ofOne, String ofMany) {
        holds = new Verb(ofOne, ofMany);
        return this;
    }

    /** Where those that do not hold do not, for instance {@code on some members}. */
    Tally otherwise(String place) {
        where = " " + place;
        return this;
    }

    private int total() {
        return names.values().stream().mapToInt(List::size).sum();
    }

    /** The part of the sentence; empty if nothing was counted. */
    String text() {
        int total = total();
        int holding = names.get(Verdict.Status.HOLDS).size();
        if (total == 0) {
            return "";
        }
        if (holding == total) {
            return (total == 1 ? "1 " + one : "all " + total + " " + many) + " " + holds.of(total);
        }
        if (names.get(Verdict.Status.NOT_APPLICABLE).size() == total) {
            return total == 1 ? "the " + one + " does not apply" : "none of " + total + " " + many + " applies";
        }
        String counts = WORST_FIRST.stream()
                .filter(status -> !names.get(status).isEmpty())
                .map(this::count)
                .collect(Collectors.joining(", "));
        return holding(holding, total) + " " + holds.of(Math.max(holding, 1)) + ", " + counts;
    }

    /** Those that hold beside all, unless the others do not apply. */
    private String holding(int holding, int total) {
        if (holding == 0) {
            return total == 1 ? "no " + one : "none of " + total + " " + many;
        }
        boolean ofThoseThatApply =
                holding + names.get(Verdict.Status.NOT_APPLICABLE).size() == total;
        return ofThoseThatApply
                ? holding + " " + (holding == 1 ? one : many)
                : holding + " of " + total + " " + (total == 1 ? one : many);
    }

    private String count(Verdict.Status status) {
        List<String> those = names.get(status);
        return those.size() + " " + OTHERWISE.get(status).of(those.size()) + where + " ("
                + those.stream().distinct().collect(Collectors.joining(", ")) + ")";
    }
}
