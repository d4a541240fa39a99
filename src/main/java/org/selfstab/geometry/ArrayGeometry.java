package org.selfstab.geometry;

import static org.ejml.dense.row.mult.VectorVectorMult_DDRM.innerProd;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.DoubleVector;

/**
 * What the projection onto the stable set needs of theory.md section 1 at a point, in arrays that are used again at the next
 * point. {@link LocalGeometry} has the same formulas over any field, with their explanation; a test holds the two together.
 */
interface ArrayGeometry {

    /**
     * Goes to a point and finds there what the constraints and their derivatives are made of.
     *
     * @param theta the point, n by 1
     * @param towards u is to make an acute angle with this direction, n by 1
     * @param accuracy that is enough of u, relatively, on the way to another point; 0 for as much as there is, with the second eigenvalue. What does not
     *     come from iterations is exact in any case
     * @throws UndefinedGeometryException if a derivative is not finite there, or the top eigenvalue is not simple
     */
    void evaluate(DMatrixRMaj theta, DMatrixRMaj towards, double accuracy);

    /**
     * Goes to a point, finding gradient, sharpness and u, of either sign, there.
     *
     * @param theta the point, n by 1
     * @throws UndefinedGeometryException if a derivative is not finite there, or the top eigenvalue is not simple
     */
    void moveTo(DMatrixRMaj theta);

    /**
     * All of the geometry at the present point, in objects that stay when this one moves on.
     *
     * @param local the loss at the present point, which stays too
     */
    LocalGeometry<Binary64> snapshot(LossAtPoint<Binary64> local);

    /** The next points are those of a trajectory, near to each other. */
    default void beginTrajectory() {
        // What is near is of no use for whole matrices.
    }

    /** The point, n by 1, to be read only. */
    DMatrixRMaj point();

    /** The unit top eigenvector, n by 1, to be read only. */
    DMatrixRMaj u();

    /** The sharpness S. */
    double sharpness();

    /** The second largest eigenvalue; minus infinity in one dimension. */
    double secondEigenvalue();

    /** The largest magnitude of an eigenvalue. */
    double spectralNorm();

    /** {@code grad S}, n by 1, to be read only; where {@link #evaluate} was asked for. */
    DMatrixRMaj gradS();

    /** {@code grad L}, n by 1, to be read only. */
    DMatrixRMaj gradient();

    /** Computes {@code grad(grad L . u)}, n by 1, {@link LocalGeometry#gradientOfGradientAlongU()}; where {@link #evaluate} was asked for. */
    void gradientOfGradientAlongU(DMatrixRMaj result);

    /** {@code grad L . u}. */
    default double gradientAlongU() {
        return innerProd(gradient(), u());
    }

    /** Makes u's angle with a direction, n by 1, acute. */
    default void orient(DMatrixRMaj towards) {
        if (innerProd(u(), towards) < 0) {
            CommonOps_DDRM.scale(-1.0, u());
        }
    }

    /** Gives u the sign that an orientation wants. */
    default void orient(SignConvention<Binary64> orientation) {
        if (orientation.isReversed(DoubleVector.of(u().data))) {
            CommonOps_DDRM.scale(-1.0, u());
        }
    }
}
