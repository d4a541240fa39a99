package org.selfstab.symbolic;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.vocabulary.Verdict;

/**
 * Whether an expression is identically zero.
 *
 * @param status HOLDS where it reduced to 0 by exact rules and was zero at every point tried; UNDECIDED where it was zero at every point tried
 *     but did not reduce to 0, or was nowhere defined at the points tried; FAILS where it is not zero at the witness
 * @param witness for FAILS the point at which the expression is not zero, by name; otherwise empty
 * @param value for FAILS the value at the witness, as decimal text; otherwise empty
 * @param points the number of random points at which it was evaluated and found zero
 */
public record Identity(Verdict.Status status, Map<String, BigFraction> witness, String value, int points) {

    public Identity {
        witness = Collections.unmodifiableMap(new TreeMap<>(witness));
    }

    static Identity proved(int points) {
        return new Identity(Verdict.Status.HOLDS, Map.of(), "", points);
    }

    static Identity notProved(int points) {
        return new Identity(Verdict.Status.UNDECIDED, Map.of(), "", points);
    }

    static Identity refuted(Map<String, BigFraction> witness, String value, int points) {
        return new Identity(Verdict.Status.FAILS, witness, value, points);
    }

    /** Whether the expression was proved to be zero. */
    public boolean isProved() {
        return status == Verdict.Status.HOLDS;
    }
}
