package org.selfstab.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be asserted of a condition or a conclusion. */
public enum ExpectedVerdict {
    HOLDS,
    FAILS,
    UNDECIDED,
    /** A hypothesis is not met, so that nothing is said. */
    NOT_APPLICABLE;

    /** The word in problem files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Optional<ExpectedVerdict> of(String word) {
        return Arrays.stream(values()).filter(v -> v.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ExpectedVerdict::word).toList();
    }
}
