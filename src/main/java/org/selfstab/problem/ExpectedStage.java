package org.selfstab.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The four stages of theory.md (21) as they are written in problem files. */
public enum ExpectedStage {
    PROGRESSIVE_SHARPENING("progressive sharpening"),
    BLOW_UP("blow-up"),
    SELF_STABILIZATION("self-stabilization"),
    RETURN_TO_STABILITY("return to stability");

    private final String word;

    ExpectedStage(String word) {
        this.word = word;
    }

    /** The name in problem files. */
    public String word() {
        return word;
    }

    static Optional<ExpectedStage> of(String word) {
        String lowerCase = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(s -> s.word.equals(lowerCase)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ExpectedStage::word).toList();
    }
}
