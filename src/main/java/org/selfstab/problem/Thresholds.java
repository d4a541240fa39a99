package org.selfstab.problem;

import java.util.Map;
import org.selfstab.vocabulary.Quantity;

/**
 * The thresholds of a problem: those it states, and the defaults for the others.
 *
 * @param stated the limits that the problem file sets, by quantity
 */
public record Thresholds(Map<Quantity, Double> stated) {

    public Thresholds {
        stated = Map.copyOf(stated);
    }

    /** The thresholds of files that state none. */
    public static Thresholds byDefault() {
        return new Thresholds(Map.of());
    }

    /** The value of one threshold. */
    public double of(Quantity threshold) {
        return stated.getOrDefault(threshold, threshold.limit().orElseThrow().byDefault());
    }
}
