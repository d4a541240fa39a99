package org.selfstab.geometry;

import java.util.function.Supplier;

/**
 * The active-set test on {@code S <= 2/eta}. The first guess is that the inequality is active where theta itself violates it, as
 * nearly always along the edge; a guess that fails its test (a negative multiplier, or a violated inequality) gives way to the
 * other. Both orders end at the point that satisfies all conditions, but trying without the inequality first would double the
 * work of every step at the edge.
 *
 * @param <R> what a search ends with
 */
record ActiveSet<R>(Supplier<R> boundary, Supplier<R> interior) {

    /**
     * The outcome of the search that passes its test.
     *
     * @param thetaViolates whether {@code S > 2/eta} at the point to be projected
     * @throws ProjectionException if neither does
     */
    R resolve(boolean thetaViolates) {
        return thetaViolates ? firstOf(boundary, interior) : firstOf(interior, boundary);
    }

    private R firstOf(Supplier<R> likely, Supplier<R> other) {
        try {
            return likely.get();
        } catch (ProjectionException likelyFailure) {
            try {
                return other.get();
            } catch (ProjectionException otherFailure) {
                throw new ProjectionException(likelyFailure.getMessage() + "; " + otherFailure.getMessage());
            }
        }
    }

    static ProjectionException sharpnessExceeds(double excess) {
        return new ProjectionException("inside: S exceeds 2/eta by " + excess);
    }

    static ProjectionException negativeMultiplier(double multiplier) {
        return new ProjectionException("on the boundary: the multiplier of the sharpness is " + multiplier + " < 0");
    }

    static ProjectionException flatConstraint(double value) {
        return new ProjectionException("a constraint of the stable set does not change near theta; residual " + value);
    }

    static ProjectionException singularSystem(double residual) {
        return new ProjectionException("the Karush-Kuhn-Tucker system is singular; residual " + residual);
    }
}
