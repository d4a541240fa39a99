package org.selfstab.claims;

/**
 * Over what a bifurcation diagram is made.
 *
 * @param parameter the name of a parameter of the problem
 * @param from its least value
 * @param to its largest value
 * @param longestPeriod the longest period of orbits that are followed, positive
 * @param columns at how many values the attractor is looked at; 0 for none
 */
public record BifurcationOptions(String parameter, double from, double to, int longestPeriod, int columns) {

    /** The longest period that may be asked for. */
    public static final int MOST_PERIODS = 256;

    public BifurcationOptions {
        if (!(from < to) || longestPeriod < 1 || longestPeriod > MOST_PERIODS || columns < 0) {
            throw new IllegalArgumentException(from + " to " + to + ", periods to " + longestPeriod);
        }
    }
}
