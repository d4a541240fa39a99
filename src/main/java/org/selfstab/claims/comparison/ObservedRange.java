package org.selfstab.claims.comparison;

/** The ranges of |x| and of the sharpness over steps of exact iterates. */
public final class ObservedRange {

    private double smallestX = Double.POSITIVE_INFINITY;
    private double largestX;
    private double largestSharpness = Double.NEGATIVE_INFINITY;

    /** Takes in one step's |x| and sharpness. */
    public void include(double x, double sharpness) {
        smallestX = Math.min(smallestX, x);
        largestX = Math.max(largestX, x);
        largestSharpness = Math.max(largestSharpness, sharpness);
    }

    public double smallestX() {
        return smallestX;
    }

    public double largestX() {
        return largestX;
    }

    public double largestSharpness() {
        return largestSharpness;
    }
}
