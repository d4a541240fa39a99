package org.selfstab.claims;

/**
 * A largest or smallest value over a run and where it is attained.
 *
 * @param value the value
 * @param step the first step that attains it
 */
public record Extreme(double value, int step) {

    /** The same extreme in other units. */
    Extreme dividedBy(double unit) {
        return new Extreme(value / unit, step);
    }
}
