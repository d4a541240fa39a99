package org.selfstab.geometry;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.linear.DoubleVector;
import org.selfstab.loss.CompiledLoss;

/**
 * A nearest point of the stable set (theory.md section 2) in compiled doubles: the same Newton's method on the same system as in
 * {@link NearestPointProjection}, in arrays that are used again. An instance keeps the present point and so belongs to one thread.
 */
public final class ProjectionKernel {

    private final double eta;
    private final Binary64 sharpnessBound;
    private final NearestPointSearch search;
    private final ActiveSet<Boolean> activeSet = new ActiveSet<>(this::reachesBoundary, this::reachesInterior);
    private final ArrayGeometry nearest;
    private final DMatrixRMaj theta;
    private final DMatrixRMaj q;
    private final DMatrixRMaj previousU;
    private boolean onBoundary;

    /**
     * A kernel that is nowhere yet.
     *
     * @param loss the loss
     * @param eta the step size, positive
     */
    public ProjectionKernel(CompiledLoss loss, double eta) {
        int n = loss.dimension();
        this.eta = eta;
        this.sharpnessBound = new Binary64(2.0 / eta);
        this.search = new NearestPointSearch(loss::derivativeKernel, 2.0 / eta);
        this.nearest = new ArrayGeometry(loss.derivativeKernel());
        this.theta = new DMatrixRMaj(n, 1);
        this.q = new DMatrixRMaj(n, 1);
        this.previousU = new DMatrixRMaj(n, 1);
    }

    /**
     * Goes to the projection of a point.
     *
     * @param point the point, of dimension n
     * @param orientation fixes the sign of u at the projection
     * @throws ProjectionException if none is found, with the residuals that are left
     * @throws UndefinedGeometryException if the geometry is undefined at a point that the method comes to
     */
    public void project(FieldVector<Binary64> point, Orientation<Binary64> orientation) {
        DoubleVector.copy(point, theta.data, 0);
        goToNearest();
        nearest.orient(orientation);
    }

    /**
     * Goes from the present point, called dagger, to the projection of {@code dagger - eta grad L(dagger)}, theory.md (10), with the sign
     * of u continuous. In up to two variables nothing is allocated, in more nothing but what Hipparchus's decompositions need.
     *
     * @throws ProjectionException if none is found, with the residuals that are left
     * @throws UndefinedGeometryException if the geometry is undefined at a point that the method comes to
     */
    public void descend() {
        previousU.setTo(nearest.u());
        CommonOps_DDRM.add(nearest.point(), -eta, nearest.gradient(), theta);
        goToNearest();
        nearest.orient(previousU);
    }

    /** The present point and how it was reached, in objects that stay when the kernel moves on. */
    public Projection<Binary64> present() {
        return Projection.at(nearest.snapshot(), onBoundary, sharpnessBound);
    }

    private void goToNearest() {
        search.startAt(theta);
        onBoundary = activeSet.resolve(search.sharpnessOfStart() > sharpnessBound.getReal());
    }

    private boolean reachesBoundary() {
        search.searchOnBoundary();
        if (search.sharpnessMultiplier() < 0) {
            throw ActiveSet.negativeMultiplier(search.sharpnessMultiplier());
        }
        goToSolution();
        return true;
    }

    private boolean reachesInterior() {
        search.searchInside();
        goToSolution();
        double excess = nearest.sharpness() - sharpnessBound.getReal();
        if (excess > 0) {
            throw ActiveSet.sharpnessExceeds(excess);
        }
        return false;
    }

    private void goToSolution() {
        search.solution(q);
        nearest.moveTo(q);
    }
}
