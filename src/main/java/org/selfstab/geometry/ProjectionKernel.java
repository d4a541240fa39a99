package org.selfstab.geometry;

import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.mult.VectorVectorMult_DDRM;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.ArrayDerivatives;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.DerivativeKernel;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.Norm;

/**
 * A nearest point of the stable set (theory.md section 2) in compiled doubles: the same {@link NearestPointStrategy} and the same Newton's method
 * on the same system as in {@link NearestPointProjection}, in arrays that are used again. An instance keeps the present point and so belongs to one thread.
 */
public final class ProjectionKernel {

    /** Of the cosine between u on the way and where a search ended. */
    private static final double SAME_DIRECTION = 0.5;

    private final Binary64 edge;
    private final NearestPointSearch search;
    private final NearestPointStrategy strategy;
    private final boolean isDense;
    private final DerivativeKernel derivatives;
    private final ProductKernels products;
    private final ArrayGeometry nearest;
    private final DMatrixRMaj theta;
    private final DMatrixRMaj q;
    private final DMatrixRMaj previousU;
    private boolean onBoundary;

    /**
     * A kernel that is nowhere yet, by the faster algebra.
     *
     * @param loss the loss
     * @param edge the edge of stability
     */
    public ProjectionKernel(CompiledLoss loss, double edge) {
        this(loss, edge, LinearAlgebra.of(loss.dimension()));
    }

    /**
     * A kernel that is nowhere yet.
     *
     * @param loss the loss
     * @param edge the edge of stability
     * @param algebra how it computes
     */
    public ProjectionKernel(CompiledLoss loss, double edge, LinearAlgebra algebra) {
        int n = loss.dimension();
        this.edge = new Binary64(edge);
        this.isDense = algebra == LinearAlgebra.DENSE;
        Function<ArrayDerivatives, ArrayGeometry> geometries = algebra.geometries(n);
        this.search = new NearestPointSearch(() -> geometries.apply(loss.derivativeKernel()), algebra, edge);
        this.strategy = new NearestPointStrategy(search, loss::derivativeKernel, algebra, edge);
        this.derivatives = loss.derivativeKernel();
        this.products = new ProductKernels(loss::derivativeKernel);
        this.nearest = geometries.apply(derivatives);
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
    public void project(FieldVector<Binary64> point, SignConvention<Binary64> orientation) {
        take(point);
        onBoundary = strategy.project(theta);
        nearest.beginTrajectory();
        goToSolution();
        nearest.orient(orientation);
    }

    /**
     * Goes to the projection of a point, with one search if a known point of the stable set is not far from it.
     *
     * @param point the point, of dimension n
     * @param known the point of the stable set; the sign of u is continuous from there
     * @throws ProjectionException if none is found, with the residuals that are left
     * @throws UndefinedGeometryException if the geometry is undefined at a point that the method comes to
     */
    public void projectNear(FieldVector<Binary64> point, LocalGeometry<Binary64> known) {
        take(point);
        if (!isDense && isHere(known.point())) {
            search.setTheta(theta, nearest);
        }
        onBoundary = strategy.projectNear(
                theta, Norm.of(point.subtract(known.point())).getReal());
        goToSolution();
        nearest.orient(SignConvention.along(known.u()));
    }

    /**
     * Goes to a strict local minimum of the distance by one search from a point.
     *
     * @param point the point, of dimension n
     * @param orientation fixes the sign of u at the projection
     * @throws ProjectionException if none is found, with the residuals that are left
     * @throws UndefinedGeometryException if the geometry is undefined at a point that the method comes to
     */
    public void projectByOneSearch(FieldVector<Binary64> point, SignConvention<Binary64> orientation) {
        take(point);
        onBoundary = strategy.projectFromTheta();
        goToSolution();
        nearest.orient(orientation);
    }

    private boolean isHere(FieldVector<Binary64> point) {
        for (int i = 0; i < theta.getNumElements(); i++) {
            if (point.getEntry(i).getReal() != nearest.point().data[i]) {
                return false;
            }
        }
        return true;
    }

    private void take(FieldVector<Binary64> point) {
        DoubleVector.copy(point, theta.data, 0);
        search.setTheta(theta);
    }

    /**
     * Goes from the present point, called dagger, to the projection of {@code dagger - eta grad L(dagger)}, theory.md (10), with the sign
     * of u continuous. In up to two variables nothing is allocated, in more nothing but what Hipparchus's decompositions need.
     *
     * @param eta the step size, positive
     * @throws ProjectionException if none is found, with the residuals that are left
     * @throws UndefinedGeometryException if the geometry is undefined at a point that the method comes to
     */
    public void descend(double eta) {
        previousU.setTo(nearest.u());
        CommonOps_DDRM.add(nearest.point(), -eta, nearest.gradient(), theta);
        if (isDense) {
            search.setTheta(theta);
        } else {
            search.setTheta(theta, nearest);
        }
        onBoundary = strategy.projectNear(theta, eta * NormOps_DDRM.fastNormF(nearest.gradient()));
        goToSolution();
        nearest.orient(previousU);
    }

    /** The present point and how it was reached, in objects that stay when the kernel moves on. */
    public Projection<Binary64> present() {
        LossAtPoint<Binary64> local =
                isDense ? derivatives.snapshot() : products.snapshotOf(derivatives, nearest.point().data);
        return Projection.at(nearest.snapshot(local), onBoundary, edge);
    }

    private void goToSolution() {
        search.solution(q);
        if (isDense) {
            nearest.moveTo(q);
        } else {
            nearest.evaluate(q, search.lastU(), 0.0);
            if (!(VectorVectorMult_DDRM.innerProd(nearest.u(), search.lastU()) > SAME_DIRECTION)) {
                throw new ProjectionException("another eigenvalue is the largest where the search ended: "
                        + nearest.sharpness() + ", before " + nearest.secondEigenvalue());
            }
        }
    }
}
