package org.selfstab.vocabulary;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody who wrote an unknown name may have meant. */
public final class Suggestion {

    private static final int MAX_LENGTH = 64;
    private static final int MAX_LISTED = 12;

    private Suggestion() {}

    /**
     * The known name nearest to a word by edit distance, if one is near: up to a third of the letters may differ, and
     * the case of letters does not count.
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.isBlank() || word.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String lowerCase = word.toLowerCase(Locale.ROOT);
        LevenshteinDistance distance = new LevenshteinDistance(Math.min(word.length() - 1, 1 + word.length() / 4));
        record Candidate(String name, int distance) {}
        return known.stream()
                .filter(name -> name.length() <= MAX_LENGTH)
                .map(name -> new Candidate(name, distance.apply(lowerCase, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() >= 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** {@code did you mean NAME?} if a known name is near, otherwise the given words and the known names. */
    public static String suggestion(String word, Collection<String> known, String otherwise) {
        return nearest(word, known)
                .map(name -> "did you mean " + name + "?")
                .orElseGet(() -> otherwise + " " + list(known));
    }

    /** Names for a message: separated by commas, a long list cut short. */
    public static String list(Collection<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        List<String> shown =
                names.stream().limit(MAX_LISTED).map(Suggestion::shortened).toList();
        return shown.stream().collect(Collectors.joining(", ")) + (names.size() > MAX_LISTED ? ", ..." : "");
    }

    /** A word for a message: its visible form, cut if long; {@code (blank)} if it is. */
    public static String shortened(String word) {
        if (word.isBlank()) {
            return "(blank)";
        }
        String printable = FreeText.visible(word);
        return printable.length() <= MAX_LENGTH ? printable : printable.substring(0, MAX_LENGTH) + "...";
    }
}
