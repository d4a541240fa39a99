package org.selfstab.problem;

import java.util.Map;

/**
 * The thresholds of a problem: those it states, and the defaults for the others.
 *
 * @param stated the thresholds that the problem file sets
 */
public record Thresholds(Map<Threshold, Double> stated) {

    public Thresholds {
        stated = Map.copyOf(stated);
    }

    /** The thresholds of files that state none. */
    public static Thresholds byDefault() {
        return new Thresholds(Map.of());
    }

    /** The value of one threshold. */
    public double of(Threshold threshold) {
        return stated.getOrDefault(threshold, threshold.byDefault());
    }
}
