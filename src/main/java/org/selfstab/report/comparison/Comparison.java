package org.selfstab.report.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.selfstab.recheck.CheckedClaim;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict;

/**
 * What differs between two outputs.
 *
 * @param first one of them
 * @param second the other
 * @param tolerance how far numbers may be apart, relative to the larger, without being said to differ
 * @param differences in the order of the files
 */
public record Comparison(SavedOutput first, SavedOutput second, double tolerance, List<Difference> differences) {

    /** What was run when, and what is said of other members in one sentence: it differs if they do. */
    private static final Set<String> SAID_ELSEWHERE = Set.of("run.date", "run.sha256", "summary");

    /** Where an extreme is attained, and sentences on it: they change with the last digit of what they are about. */
    private static final Pattern WITNESS =
            Pattern.compile(".*[._](step|reason|broken)(\\[.*])?|.*\\.(point|direction|notes)\\[.*]|notes\\[.*]");

    private static final Set<String> DECISIONS = Stream.concat(
                    Stream.of(Verdict.Status.values()).map(Verdict.Status::word),
                    Stream.of(CheckedClaim.Outcome.values()).map(CheckedClaim.Outcome::name))
            .collect(Collectors.toUnmodifiableSet());

    public Comparison {
        differences = List.copyOf(differences);
    }

    /** What kind of value differs, the weightiest first. */
    public enum Kind {
        VERDICT("Verdicts"),
        NUMBER("Numbers"),
        WORDS("Texts"),
        SETTING("Settings");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** In words, as a heading. */
        public String title() {
            return title;
        }

        /** In words, within a sentence. */
        String inWords(long count) {
            String word = title.toLowerCase(Locale.ROOT);
            return count == 1 ? "1 " + word.substring(0, word.length() - 1) : count + " " + word;
        }
    }

    /**
     * A value that differs.
     *
     * @param kind what kind it is of
     * @param path its path, for instance {@code conclusions[loss].verdict}
     * @param first the value of the first; empty if it has none
     * @param second the value of the second; likewise
     */
    public record Difference(Kind kind, String path, Optional<JsonNode> first, Optional<JsonNode> second) {

        /** How far two numbers are apart, relative to the larger. */
        public Optional<Double> relative() {
            return first.filter(JsonNode::isNumber).flatMap(one -> second.filter(JsonNode::isNumber)
                    .map(other -> distance(one.doubleValue(), other.doubleValue())));
        }
    }

    /**
     * Compares two outputs of one kind.
     *
     * @param tolerance not negative
     * @param all whether to compare also where extremes are attained and what is remarked on them
     * @throws SelfstabException if they are outputs of different kinds
     */
    public static Comparison of(SavedOutput first, SavedOutput second, double tolerance, boolean all) {
        if (!first.schema().equals(second.schema())) {
            throw new SelfstabException(
                    "the first is " + first.schema() + ", the second " + second.schema(),
                    "two outputs of the same command can be compared");
        }
        Set<String> paths = new LinkedHashSet<>(first.values().keySet());
        paths.addAll(second.values().keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            Optional<JsonNode> one = Optional.ofNullable(first.values().get(path));
            Optional<JsonNode> other = Optional.ofNullable(second.values().get(path));
            boolean told = !SAID_ELSEWHERE.contains(path)
                    && (all || !WITNESS.matcher(path).matches());
            if (told && !agree(one, other, tolerance)) {
                differences.add(new Difference(kind(path, one, other), path, one, other));
            }
        }
        return new Comparison(first, second, tolerance, differences);
    }

    private static boolean agree(Optional<JsonNode> one, Optional<JsonNode> other, double tolerance) {
        if (one.filter(JsonNode::isNumber).isPresent()
                && other.filter(JsonNode::isNumber).isPresent()) {
            return distance(one.get().doubleValue(), other.get().doubleValue()) <= tolerance;
        }
        return present(one).equals(present(other));
    }

    /** What is undefined is nothing, as what is not there: where one has null, the other may have an array with paths of its own. */
    private static Optional<JsonNode> present(Optional<JsonNode> value) {
        return value.filter(node -> !node.isNull());
    }

    private static double distance(double one, double other) {
        return one == other ? 0 : Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other));
    }

    private static Kind kind(String path, Optional<JsonNode> one, Optional<JsonNode> other) {
        if (path.startsWith("run.")) {
            return Kind.SETTING;
        }
        List<JsonNode> values = Stream.of(one, other).flatMap(Optional::stream).toList();
        if (values.stream().anyMatch(value -> DECISIONS.contains(value.asText()))) {
            return Kind.VERDICT;
        }
        return values.stream().anyMatch(JsonNode::isNumber) ? Kind.NUMBER : Kind.WORDS;
    }

    /** The differences of a kind. */
    public List<Difference> of(Kind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .toList();
    }

    /** Whether the two found the same, whatever was asked for. */
    public boolean isSame() {
        return differences.stream().allMatch(difference -> difference.kind() == Kind.SETTING);
    }
}
