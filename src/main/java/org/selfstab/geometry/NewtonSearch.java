package org.selfstab.geometry;

/**
 * Newton's method with backtracking to a solution of a Karush-Kuhn-Tucker system, converged to rounding. What the iterates
 * are made of is left to {@link Iteration}.
 */
final class NewtonSearch {

    private static final int MAX_STEPS = 60;
    private static final double SMALLEST_DAMPING = 1.0 / 1024.0;
    /** Steps below this many units in the last place of theta leave, by quadratic convergence, only rounding behind. */
    private static final double CONVERGED_ULPS = 4096.0;

    /** Steps that shorten by a factor are expected to shorten by this one at least, however fast they did. */
    private static final double SLOWEST_DECAY = 0.01;

    private final String where;
    private final double ulp;

    /**
     * A search.
     *
     * @param where which part of the stable set is searched, for messages
     * @param ulp the unit in the last place of 1
     */
    NewtonSearch(String where, double ulp) {
        this.where = where;
        this.ulp = ulp;
    }

    /** The present iterate and the steps on from it. */
    interface Iteration {

        /** Computes the Newton step from here and returns the length of its part in q. */
        double prepareStep();

        /** Whether the step is one of Newton's method, so that steps shorten quadratically; otherwise they do by a factor. */
        default boolean isNewton() {
            return true;
        }

        /** The magnitude of the system's residual here. */
        double residual();

        /**
         * Moves by a part of the prepared step, provided that the geometry is defined there and the residual falls below a
         * target; says whether it has moved.
         */
        boolean advance(double damping, double target);
    }

    /**
     * Iterates until the prepared step is negligible; that step is still to be done.
     *
     * @param norm the magnitude of theta, the unit of rounding
     * @throws ProjectionException if the iterates do not converge, with the residual that is left
     */
    void converge(Iteration iteration, double norm) {
        double negligible = negligible(ulp, norm);
        double small = Math.sqrt(ulp) * norm;
        double previous = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MAX_STEPS; i++) {
            double length = iteration.prepareStep();
            boolean isLast = iteration.isNewton()
                    ? length <= negligible
                    : length * Math.max(SLOWEST_DECAY, length / previous) <= ulp * norm;
            if (isLast || isStagnant(length, previous, small)) {
                return;
            }
            if (!descends(iteration)) {
                requireSmall(length, small, iteration);
                return;
            }
            previous = length;
        }
        throw new ProjectionException(
                where + ": no convergence in " + MAX_STEPS + " Newton steps; residual " + iteration.residual());
    }

    /**
     * The length below which a step is rounding.
     *
     * @param ulp the unit in the last place of 1
     * @param norm the magnitude of theta
     */
    static double negligible(double ulp, double norm) {
        return CONVERGED_ULPS * ulp * norm;
    }

    /** Rounding keeps the steps from shrinking further, yet they are far below what is looked at. */
    private static boolean isStagnant(double length, double previous, double small) {
        return length <= small && length >= 0.5 * previous;
    }

    private static boolean descends(Iteration iteration) {
        double residual = iteration.residual();
        for (double damping = 1.0; damping >= SMALLEST_DAMPING; damping /= 2) {
            if (iteration.advance(damping, (1.0 - 0.1 * damping) * residual)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A residual that does not fall any more is rounding if the step is small; near the origin, where theta is smaller than what its
     * rounding comes from, such steps are longer than the negligible ones.
     */
    private void requireSmall(double length, double small, Iteration iteration) {
        if (!(length <= small)) {
            throw new ProjectionException(
                    where + ": no descent along the Newton step; residual " + iteration.residual());
        }
    }
}
