package org.selfstab.geometry;

/**
 * Newton's method to a stationary point of the distance from theta, the point to be projected, in the numbers at hand. What is asked
 * for is of the outcome of the last search.
 */
interface StationarySearch {

    /**
     * Finds the geometry at theta, where searches begin unless they are told otherwise.
     *
     * @throws UndefinedGeometryException if the geometry is not defined there
     */
    void begin();

    /** Whether {@code S > 2/eta} at theta. */
    boolean thetaViolates();

    /**
     * Searches from theta.
     *
     * @param onBoundary under {@code grad L . u = 0} and {@code S = 2/eta}, or under the first alone
     * @throws ProjectionException if there is none to be found, or it is none of a nearest point: S exceeds 2/eta inside, or the
     *     multiplier of {@code S <= 2/eta} is negative on the boundary, both beyond rounding
     * @throws UndefinedGeometryException if the geometry is undefined at a point that the search comes to
     */
    void search(boolean onBoundary);

    /**
     * Searches from another point.
     *
     * @param from the point, of length n
     */
    void searchFrom(double[] from, boolean onBoundary);

    /** The distance from theta. */
    double distance();

    /** Whether the reduced Hessian of the Lagrangian is positive definite there, so that it is a strict local minimum. */
    boolean isMinimum();

    /** Whether, to first order and within twice the distance from theta, the sharpness may reach 2/eta. */
    boolean mayReachBoundary();

    /** The distance from theta below which everything is rounding. */
    double rounding();
}
