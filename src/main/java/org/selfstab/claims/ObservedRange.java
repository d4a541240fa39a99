package org.selfstab.claims;

/** The ranges of |x| and of the sharpness over steps of exact iterates. */
final class ObservedRange {

    private double smallestX = Double.POSITIVE_INFINITY;
    private double largestX;
    private double largestSharpness = Double.NEGATIVE_INFINITY;

    /** Takes in one step's |x| and sharpness. */
    void include(double x, double sharpness) {
        smallestX = Math.min(smallestX, x);
        largestX = Math.max(largestX, x);
        largestSharpness = Math.max(largestSharpness, sharpness);
    }

    double smallestX() {
        return smallestX;
    }

    double largestX() {
        return largestX;
    }

    double largestSharpness() {
        return largestSharpness;
    }
}
