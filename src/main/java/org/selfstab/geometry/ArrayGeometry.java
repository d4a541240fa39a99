package org.selfstab.geometry;

import static org.ejml.dense.row.CommonOps_DDRM.add;
import static org.ejml.dense.row.CommonOps_DDRM.addEquals;
import static org.ejml.dense.row.CommonOps_DDRM.fill;
import static org.ejml.dense.row.CommonOps_DDRM.mult;
import static org.ejml.dense.row.CommonOps_DDRM.multAdd;
import static org.ejml.dense.row.CommonOps_DDRM.multAddTransA;
import static org.ejml.dense.row.CommonOps_DDRM.scale;
import static org.ejml.dense.row.CommonOps_DDRM.subtract;
import static org.ejml.dense.row.CommonOps_DDRM.transpose;
import static org.ejml.dense.row.mult.VectorVectorMult_DDRM.addOuterProd;
import static org.ejml.dense.row.mult.VectorVectorMult_DDRM.innerProd;

import org.ejml.data.DMatrixRMaj;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.ArrayDerivatives;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.DoubleMatrix;
import org.selfstab.numeric.DoubleVector;

/**
 * What the projection onto the stable set needs of theory.md section 1 at a point, in arrays that are used again at the next
 * point. {@link LocalGeometry} has the same formulas over any field, with their explanation; a test holds the two together.
 */
final class ArrayGeometry {

    private final ArrayDerivatives kernel;
    private final int n;
    private final DMatrixRMaj point;
    private final ArrayEigensystem eigensystem;
    private final DMatrixRMaj third;
    private final DMatrixRMaj gradS;
    private final DMatrixRMaj resolvent;
    private final DMatrixRMaj resolvedGradient;
    private final DMatrixRMaj resolventTimesThird;
    private final DMatrixRMaj matrix;
    private final DMatrixRMaj oneSided;
    private final DMatrixRMaj vector;
    private final DMatrixRMaj q;

    ArrayGeometry(ArrayDerivatives kernel) {
        this.kernel = kernel;
        this.n = kernel.dimension();
        this.point = new DMatrixRMaj(n, 1);
        this.eigensystem = new ArrayEigensystem(kernel);
        this.third = new DMatrixRMaj(n, n);
        this.gradS = new DMatrixRMaj(n, 1);
        this.resolvent = new DMatrixRMaj(n, n);
        this.resolvedGradient = new DMatrixRMaj(n, 1);
        this.resolventTimesThird = new DMatrixRMaj(n, n);
        this.matrix = new DMatrixRMaj(n, n);
        this.oneSided = new DMatrixRMaj(n, n);
        this.vector = new DMatrixRMaj(n, 1);
        this.q = new DMatrixRMaj(n, 1);
    }

    /**
     * Goes to a point and finds there what the constraints and their derivatives are made of.
     *
     * @param theta the point, n by 1
     * @param towards u is to make an acute angle with this direction, n by 1
     * @throws UndefinedGeometryException if a derivative is not finite there, or the top eigenvalue is not simple
     */
    void evaluate(DMatrixRMaj theta, DMatrixRMaj towards) {
        moveTo(theta);
        orient(towards);
        kernel.third(u().data, third.data);
        mult(third, u(), gradS);
        resolve();
    }

    /**
     * Goes to a point, finding gradient, sharpness and u, of either sign, there.
     *
     * @param theta the point, n by 1
     * @throws UndefinedGeometryException if a derivative is not finite there, or the top eigenvalue is not simple
     */
    void moveTo(DMatrixRMaj theta) {
        point.setTo(theta);
        eigensystem.moveTo(point.data);
        if (!eigensystem.isTopSimple()) {
            throw UndefinedGeometryException.topEigenvalueNotSimple(sharpness(), sharpness() - eigensystem.value(1));
        }
    }

    /** Makes u's angle with a direction, n by 1, acute. */
    void orient(DMatrixRMaj towards) {
        reverse(innerProd(u(), towards) < 0);
    }

    /** Gives u the sign that an orientation wants. */
    void orient(SignConvention<Binary64> orientation) {
        reverse(orientation.isReversed(DoubleVector.of(u().data)));
    }

    private void reverse(boolean reversed) {
        if (reversed) {
            scale(-1.0, u());
        }
    }

    /**
     * All of the geometry at the present point, in objects that stay when this one moves on.
     *
     * @param local the loss at the present point, which stays too
     */
    LocalGeometry<Binary64> snapshot(LossAtPoint<Binary64> local) {
        kernel.third(u().data, third.data);
        return LocalGeometry.of(local, eigensystem.snapshot(), DoubleMatrix.of(n, n, third.data));
    }

    /** The reduced resolvent R, {@code R grad L} and {@code R D3L(u, ., .)}. */
    private void resolve() {
        fill(resolvent, 0.0);
        for (int j = 1; j < n; j++) {
            DMatrixRMaj e = eigensystem.vector(j);
            addOuterProd(1.0 / (sharpness() - eigensystem.value(j)), e, e, resolvent);
        }
        mult(resolvent, gradient(), resolvedGradient);
        mult(resolvent, third, resolventTimesThird);
    }

    /** The point, n by 1, to be read only. */
    DMatrixRMaj point() {
        return point;
    }

    /** The unit top eigenvector, n by 1, to be read only. */
    DMatrixRMaj u() {
        return eigensystem.vector(0);
    }

    /** The sharpness S. */
    double sharpness() {
        return eigensystem.value(0);
    }

    /** The second largest eigenvalue; minus infinity in one dimension. */
    double secondEigenvalue() {
        return n == 1 ? Double.NEGATIVE_INFINITY : eigensystem.value(1);
    }

    /** The largest magnitude of an eigenvalue. */
    double spectralNorm() {
        return Math.max(Math.abs(sharpness()), Math.abs(eigensystem.value(n - 1)));
    }

    /** {@code grad S}, n by 1, to be read only. */
    DMatrixRMaj gradS() {
        return gradS;
    }

    /** {@code grad L}, n by 1, to be read only. */
    DMatrixRMaj gradient() {
        return eigensystem.gradient();
    }

    /** {@code grad L . u}. */
    double gradientAlongU() {
        return innerProd(gradient(), u());
    }

    /** Computes {@code grad(grad L . u)}, n by 1, {@link LocalGeometry#gradientOfGradientAlongU()}. */
    void gradientOfGradientAlongU(DMatrixRMaj result) {
        mult(third, resolvedGradient, result);
        addEquals(result, sharpness(), u());
    }

    /** Adds a multiple of {@code Hess S}, n by n, {@link LocalGeometry#hessianOfSharpness()}. */
    void addHessianOfSharpness(double factor, DMatrixRMaj sum) {
        kernel.fourth(u().data, u().data, matrix.data);
        addEquals(sum, factor, matrix);
        multAdd(2.0 * factor, third, resolventTimesThird, sum);
    }

    /** Adds a multiple of {@code Hess(grad L . u)}, n by n, {@link LocalGeometry#hessianOfGradientAlongU()}. */
    void addHessianOfGradientAlongU(double factor, DMatrixRMaj sum) {
        mult(resolvent, resolvedGradient, vector);
        mult(third, vector, q);
        kernel.third(resolvedGradient.data, matrix.data);
        mult(matrix, resolventTimesThird, oneSided);
        addEquals(oneSided, sharpness(), resolventTimesThird);
        subtract(u(), q, vector);
        addOuterProd(1.0, vector, gradS, oneSided);
        transpose(oneSided, matrix);
        add(oneSided, matrix, oneSided);
        addEquals(sum, factor, oneSided);
        kernel.fourth(u().data, resolvedGradient.data, matrix.data);
        addEquals(sum, factor, matrix);
        addEquals(sum, -factor, third);
        multAddTransA(-factor * gradientAlongU(), resolventTimesThird, resolventTimesThird, sum);
    }
}
