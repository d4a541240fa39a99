package org.selfstab.theory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The errors whose order a statement can make a claim on (theory.md section 7). */
public enum ErrorQuantity {
    /** (24). */
    COUPLING,
    /** (25). */
    LOSS,
    /** (26). */
    SHARPNESS,
    /** (27). */
    AVERAGE;

    /** The name in statement files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ErrorQuantity> of(String word) {
        return Arrays.stream(values()).filter(q -> q.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ErrorQuantity::word).toList();
    }
}
