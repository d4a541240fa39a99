package org.selfstab.vocabulary;

/**
 * A largest or smallest value over a run and where it is attained.
 *
 * @param value the value
 * @param step the first step that attains it
 */
public record Extremum(double value, int step) {

    /** The same extreme in other units. */
    public Extremum dividedBy(double unit) {
        return new Extremum(value / unit, step);
    }
}
