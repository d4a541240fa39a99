package org.selfstab.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of the oscillation in the long run, theory.md section 18, or why that is not said. */
public enum DriftVerdict {
    /** Its energy falls: the iterates settle on both sides of the edge. */
    DAMPED(Verdict.Status.HOLDS),
    /** It stays: at a limit cycle, or as nothing drives it. */
    SUSTAINED(Verdict.Status.HOLDS),
    /** Its energy grows: bursts that become larger. */
    GROWING(Verdict.Status.HOLDS),
    /** A hypothesis of the law is not met. */
    NOT_APPLICABLE(Verdict.Status.NOT_APPLICABLE),
    /** Neither could be shown. */
    UNDECIDED(Verdict.Status.UNDECIDED),
    /** What is measured contradicts what is predicted. */
    FAILS(Verdict.Status.FAILS);

    private final Verdict.Status status;

    DriftVerdict(Verdict.Status status) {
        this.status = status;
    }

    /** Whether the law was seen to hold. */
    public Verdict.Status status() {
        return status;
    }

    /** The word in sentences and in problem files, for instance {@code not applicable}. */
    public String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(DriftVerdict::inWords).toList();
    }

    /** That of a word. */
    public static Optional<DriftVerdict> of(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.inWords().equals(word))
                .findFirst();
    }
}
