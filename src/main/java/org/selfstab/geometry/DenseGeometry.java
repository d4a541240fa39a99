package org.selfstab.geometry;

import static org.ejml.dense.row.CommonOps_DDRM.addEquals;
import static org.ejml.dense.row.CommonOps_DDRM.fill;
import static org.ejml.dense.row.CommonOps_DDRM.mult;
import static org.ejml.dense.row.CommonOps_DDRM.multAdd;
import static org.ejml.dense.row.CommonOps_DDRM.multAddTransA;
import static org.ejml.dense.row.CommonOps_DDRM.subtract;
import static org.ejml.dense.row.mult.VectorVectorMult_DDRM.addOuterProd;

import org.ejml.data.DMatrixRMaj;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.ArrayDerivatives;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.DoubleMatrix;

/** {@link ArrayGeometry} by matrices and the Hessian's whole spectrum. */
final class DenseGeometry implements ArrayGeometry {

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

    DenseGeometry(ArrayDerivatives kernel) {
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

    @Override
    public void evaluate(DMatrixRMaj theta, DMatrixRMaj towards, double accuracy) {
        moveTo(theta);
        orient(towards);
        kernel.third(u().data, third.data);
        mult(third, u(), gradS);
        resolve();
    }

    @Override
    public void moveTo(DMatrixRMaj theta) {
        point.setTo(theta);
        eigensystem.moveTo(point.data);
        if (!eigensystem.isTopSimple()) {
            throw UndefinedGeometryException.topEigenvalueNotSimple(sharpness(), sharpness() - eigensystem.value(1));
        }
    }

    @Override
    public LocalGeometry<Binary64> snapshot(LossAtPoint<Binary64> local) {
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

    @Override
    public DMatrixRMaj point() {
        return point;
    }

    @Override
    public DMatrixRMaj u() {
        return eigensystem.vector(0);
    }

    @Override
    public double sharpness() {
        return eigensystem.value(0);
    }

    @Override
    public double secondEigenvalue() {
        return n == 1 ? Double.NEGATIVE_INFINITY : eigensystem.value(1);
    }

    @Override
    public double spectralNorm() {
        return eigensystem.spectralNorm();
    }

    @Override
    public DMatrixRMaj gradS() {
        return gradS;
    }

    @Override
    public DMatrixRMaj gradient() {
        return eigensystem.gradient();
    }

    @Override
    public void gradientOfGradientAlongU(DMatrixRMaj result) {
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
        kernel.fourth(u().data, resolvedGradient.data, matrix.data);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int entry = i * n + j;
                double symmetric = oneSided.data[entry] + oneSided.data[j * n + i];
                sum.data[entry] += factor * symmetric;
                sum.data[entry] += factor * matrix.data[entry];
                sum.data[entry] -= factor * third.data[entry];
            }
        }
        multAddTransA(-factor * gradientAlongU(), resolventTimesThird, resolventTimesThird, sum);
    }
}
