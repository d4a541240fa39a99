package org.selfstab.geometry;

/**
 * The active-set test on {@code S <= 2/eta}. The first guess is that the inequality is active where theta itself violates it, as
 * nearly always along the edge; a guess that fails its test (a negative multiplier, or a violated inequality) gives way to the
 * other. Both orders end at the point that satisfies all conditions, but trying without the inequality first would double the
 * work of every step at the edge.
 *
 * <p>On the edge of both, where the multiplier vanishes, either guess may fail its test by rounding alone. So both tests let pass
 * what rounding accounts for.
 */
final class ActiveSet {

    /** How many units in the last place of what S is computed from may be missing: a symmetric eigenproblem's backward error. */
    private static final double SHARPNESS_ULPS = 64.0;

    private ActiveSet() {}

    /**
     * Searches from theta and leaves the search that passes its test as the last one.
     *
     * @return whether it is the one on the boundary
     * @throws ProjectionException if neither does
     */
    static boolean resolve(StationarySearch search) {
        boolean likely = search.thetaViolates();
        try {
            search.search(likely);
            return likely;
        } catch (ProjectionException likelyFailure) {
            try {
                search.search(!likely);
                return !likely;
            } catch (ProjectionException otherFailure) {
                throw new ProjectionException(likelyFailure.getMessage() + "; " + otherFailure.getMessage());
            }
        }
    }

    /**
     * By how much rounding may change S.
     *
     * @param ulp the unit in the last place of 1
     * @param spectralNorm the magnitude of the Hessian
     * @param slopeTimesNorm {@code |grad S| |q|}, what rounding the point's coordinates changes
     */
    static double sharpnessRounding(double ulp, double spectralNorm, double slopeTimesNorm) {
        return SHARPNESS_ULPS * ulp * (spectralNorm + slopeTimesNorm);
    }

    /** The inequality {@code S <= 2/eta} at a point inside, up to rounding. */
    static void requireSharpness(double excess, double rounding) {
        if (excess > rounding) {
            throw new ProjectionException("inside: S exceeds the edge by " + excess);
        }
    }

    /** The multiplier's sign at a point on the boundary, up to rounding; both are lengths. */
    static void requireMultiplier(double multiplier, double rounding) {
        if (multiplier < -rounding) {
            throw new ProjectionException("on the boundary: the multiplier of the sharpness is " + multiplier + " < 0");
        }
    }

    static ProjectionException flatConstraint(double value) {
        return new ProjectionException("a constraint of the stable set does not change near theta; residual " + value);
    }

    static ProjectionException singularSystem(double residual) {
        return new ProjectionException("the Karush-Kuhn-Tucker system is singular; residual " + residual);
    }
}
