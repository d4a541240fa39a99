package org.selfstab.vocabulary;

/**
 * A value beside the threshold that it was held against.
 *
 * @param value the value found
 * @param threshold the threshold
 * @param sense whether the value has to stay below or above
 */
public record Bound(double value, double threshold, Sense sense) {

    /** On which side of the threshold the value has to be. */
    public enum Sense {
        AT_MOST,
        AT_LEAST
    }

    /** Whether the value is on the right side; a value that is not a number never is. */
    public boolean isMet() {
        return sense == Sense.AT_MOST ? value <= threshold : value >= threshold;
    }
}
