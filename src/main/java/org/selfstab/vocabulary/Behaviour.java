package org.selfstab.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an observable does along a run. */
public enum Behaviour {
    /** It never rises from one step to the next, and falls at one at least. */
    DECREASES,
    /** It never falls from one step to the next, and rises at one at least. */
    INCREASES,
    /** One of these, or it is conserved. */
    MONOTONE,
    /** No step changes it. */
    CONSERVED,
    /** It keeps within bounds. */
    BOUNDED,
    /** From some step on it is below a number. */
    EVENTUALLY_BELOW;

    /** The word in sentences and in problem files, for instance {@code eventually below}. */
    public String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The words of those that need no number. */
    public static List<String> words() {
        return Arrays.stream(values())
                .filter(each -> each != EVENTUALLY_BELOW)
                .map(Behaviour::inWords)
                .toList();
    }

    /** The one of a word. */
    public static Optional<Behaviour> of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.inWords().equals(word))
                .findFirst();
    }
}
