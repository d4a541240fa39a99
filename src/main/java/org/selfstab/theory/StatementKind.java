package org.selfstab.theory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a statement is in the theory. */
public enum StatementKind {
    DEFINITION,
    LEMMA,
    THEOREM,
    COROLLARY,
    FACT;

    /** The word in statement files, for instance {@code lemma}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<StatementKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(StatementKind::word).toList();
    }
}
