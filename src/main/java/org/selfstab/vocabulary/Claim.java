package org.selfstab.vocabulary;

import java.util.List;
import java.util.Optional;

/**
 * Something that the theory supposes or says of a run: all that is said of it anywhere, but its verdict. Those of the program are in {@link Claims}.
 *
 * @param key its name in problem files, for instance {@code condition.small_start}
 * @param kind what it is in the theory
 * @param title the name for people
 * @param statement what it asks for or says
 * @param formula the number of its formula in theory.md; empty if it has none
 * @param measures the quantities with limits that decide it; of a conclusion its constant
 * @param mayAssertNothing whether there are runs within the theory on which it asserts nothing: (27) speaks of whole periods only, (27a) and (27b)
 *     of a constrained trajectory that can move along the stable set
 */
public record Claim(
        String key,
        Kind kind,
        String title,
        Notation statement,
        Optional<String> formula,
        List<Quantity> measures,
        boolean mayAssertNothing)
        implements Named {

    /** What a claim is in the theory. */
    public enum Kind {
        /** A hypothesis of the theory. */
        CONDITION,
        /** What the theory concludes. */
        CONCLUSION,
        /** What it concludes of adaptive optimizers besides. */
        CONCLUSION_OF_ADAPTIVE,
        /** Neither, but something that can be said of any run. */
        OUTCOME
    }

    public Claim {
        measures = List.copyOf(measures);
    }

    /** The last part of its key, {@code small_start}. */
    public String word() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** The name for people with the formula's number, {@code coupling (24)}. */
    public String numbered() {
        return title + formula.map(number -> " (" + number + ")").orElse("");
    }

    /** The quantity that decides it, of several the first. */
    public Quantity measure() {
        return measures.get(0);
    }

    /** A claim is known by its key: it is a key of maps, and all of its text would be hashed. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Claim claim && key.equals(claim.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
