package org.selfstab.symbolic;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/**
 * Whether an expression is identically zero.
 *
 * @param outcome what was found
 * @param witness for REFUTED the point at which the expression is not zero, by name; otherwise empty
 * @param value for REFUTED the value at the witness, as decimal text; otherwise empty
 * @param points the number of random points at which it was evaluated and found zero
 */
public record Identity(Outcome outcome, Map<String, BigFraction> witness, String value, int points) {

    /** The outcomes of an examination. */
    public enum Outcome {
        /** Reduced to 0 by exact rules, and zero at every point tried. */
        PROVED,
        /** Zero at every point tried, but not reduced to 0, or nowhere defined at the points tried. */
        NOT_PROVED,
        /** Not zero at the witness. */
        REFUTED
    }

    public Identity {
        witness = Collections.unmodifiableMap(new TreeMap<>(witness));
    }

    static Identity proved(int points) {
        return new Identity(Outcome.PROVED, Map.of(), "", points);
    }

    static Identity notProved(int points) {
        return new Identity(Outcome.NOT_PROVED, Map.of(), "", points);
    }

    static Identity refuted(Map<String, BigFraction> witness, String value, int points) {
        return new Identity(Outcome.REFUTED, witness, value, points);
    }

    /** Whether the expression was proved to be zero. */
    public boolean isProved() {
        return outcome == Outcome.PROVED;
    }
}
