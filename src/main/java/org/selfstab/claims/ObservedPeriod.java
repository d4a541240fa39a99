package org.selfstab.claims;

/**
 * A whole period of the exact iterates.
 *
 * @param start when it begins, in steps
 * @param end when it ends
 * @param energy the mean of E over it
 * @param smallestX the smallest X seen
 * @param largestX the largest X seen
 * @param isResolved whether the smallest is far above the rounding of iterates: else E is that of the rounding
 */
public record ObservedPeriod(
        double start, double end, double energy, double smallestX, double largestX, boolean isResolved) {

    /** Its middle, in steps. */
    public double middle() {
        return (start + end) / 2;
    }
}
