package org.selfstab.loss;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.numeric.DoubleMatrix;
import org.selfstab.numeric.DoubleVector;

/** A loss of many variables at a point, in objects. */
final class SweptLossAtPoint implements LossAtPoint<Binary64> {

    private final DoubleVector point;
    private final DerivativeKernel derivatives;
    private final int n;

    /**
     * At a point that nobody else changes.
     *
     * @param derivatives used by nobody else
     */
    SweptLossAtPoint(DoubleVector point, DerivativeKernel derivatives) {
        this.point = point;
        this.derivatives = derivatives;
        this.n = derivatives.dimension();
        derivatives.moveTo(DoubleVector.array(point));
    }

    @Override
    public FieldVector<Binary64> point() {
        return point.copy();
    }

    @Override
    public Binary64 value() {
        return new Binary64(derivatives.value());
    }

    @Override
    public FieldVector<Binary64> gradient() {
        double[] gradient = new double[n];
        derivatives.gradient(gradient);
        return DoubleVector.of(gradient);
    }

    @Override
    public FieldMatrix<Binary64> hessian() {
        double[] hessian = new double[n * n];
        derivatives.hessian(hessian);
        return DoubleMatrix.of(n, n, hessian);
    }

    @Override
    public FieldMatrix<Binary64> third(FieldVector<Binary64> a) {
        double[] third = new double[n * n];
        derivatives.third(DoubleVector.array(a), third);
        return DoubleMatrix.of(n, n, third);
    }

    @Override
    public FieldMatrix<Binary64> fourth(FieldVector<Binary64> a, FieldVector<Binary64> b) {
        double[] fourth = new double[n * n];
        derivatives.fourth(DoubleVector.array(a), DoubleVector.array(b), fourth);
        return DoubleMatrix.of(n, n, fourth);
    }
}
