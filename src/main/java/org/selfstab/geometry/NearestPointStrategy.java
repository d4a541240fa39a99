package org.selfstab.geometry;

import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.selfstab.loss.ArrayDerivatives;

/**
 * How a nearest point is looked for (theory.md section 2), whatever the numbers: from many starts where nothing is known; by Newton's method
 * from theta alone where a point of the stable set is known not far from theta, provided that what it finds passes every test.
 */
final class NearestPointStrategy {

    /** What may be missing, relatively, in the comparison with a known point's distance. */
    private static final double SLACK = 1e-6;

    private final StationarySearch search;
    private final Supplier<MultiStart> madeWhenNeeded;
    private MultiStart starts;

    /**
     * A strategy.
     *
     * @param search the search in the numbers at hand; its last outcome is where the strategy has come to
     * @param derivatives the loss in doubles, for the many starts
     * @param algebra how they are searched from
     */
    NearestPointStrategy(
            StationarySearch search,
            Supplier<? extends ArrayDerivatives> derivatives,
            LinearAlgebra algebra,
            double edge) {
        this.search = search;
        this.madeWhenNeeded = () -> new MultiStart(derivatives, algebra, edge);
    }

    /**
     * Goes to the nearest point, from many starts. Theirs are doubles: where their rounding hides whether it lies inside or on the boundary, the search
     * in the numbers at hand decides.
     *
     * @param theta the point to be projected, in doubles, n by 1
     * @return whether it lies on the boundary
     * @throws ProjectionException if none is found
     */
    boolean project(DMatrixRMaj theta) {
        if (starts == null) {
            starts = madeWhenNeeded.get();
        }
        MultiStart.Found found = starts.nearestTo(theta);
        try {
            search.searchFrom(found.from().data, found.onBoundary());
            return found.onBoundary();
        } catch (ProjectionException onOtherSide) {
            search.searchFrom(found.from().data, !found.onBoundary());
            return !found.onBoundary();
        }
    }

    /**
     * Goes to the nearest point, from theta alone if the outcome is a strict local minimum no farther than a point that is known; from many starts
     * otherwise.
     *
     * @param theta the point to be projected, in doubles, n by 1
     * @param known the distance of a point of the stable set from theta
     * @return whether it lies on the boundary
     * @throws ProjectionException if none is found
     */
    boolean projectNear(DMatrixRMaj theta, double known) {
        try {
            boolean onBoundary = projectFromTheta();
            if (search.distance() <= known + SLACK * known + search.rounding()) {
                return onBoundary;
            }
        } catch (ProjectionException | UndefinedGeometryException notFromTheta) {
            return project(theta);
        }
        return project(theta);
    }

    /**
     * Goes to a strict local minimum of the distance, from theta alone.
     *
     * @return whether it lies on the boundary
     * @throws ProjectionException if none is found
     * @throws UndefinedGeometryException if the geometry is undefined at a point that the search comes to
     */
    boolean projectFromTheta() {
        search.begin();
        boolean onBoundary = ActiveSet.resolve(search);
        if (!onBoundary && search.mayReachBoundary()) {
            onBoundary = isNearerOnBoundary();
        }
        if (!search.isMinimum()) {
            throw new ProjectionException("a stationary point is not a minimum of the distance");
        }
        return onBoundary;
    }

    /** Leaves the nearer one of the minima inside, where the search has been, and on the boundary; that one if both are the same point. */
    private boolean isNearerOnBoundary() {
        double inside = search.distance();
        try {
            search.search(true);
            if (search.isMinimum() && search.distance() <= inside + search.rounding()) {
                return true;
            }
        } catch (ProjectionException | UndefinedGeometryException none) {
            // No stationary point on the boundary from here: the one inside stays.
        }
        search.search(false);
        return false;
    }
}
