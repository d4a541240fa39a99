package org.selfstab.loss;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.numeric.DoubleMatrix;
import org.selfstab.numeric.DoubleVector;

/**
 * A loss at a point as a {@link DerivativeKernel} has found it: value, gradient and Hessian are kept, and higher derivatives, for
 * which few ask, computed anew.
 */
final class LossSnapshot implements LossAtPoint<Binary64> {

    private final CompiledLoss loss;
    private final DoubleVector point;
    private final Binary64 value;
    private final DoubleVector gradient;
    private final DoubleMatrix hessian;
    private LossAtPoint<Binary64> anew;

    LossSnapshot(CompiledLoss loss, DoubleVector point, double value, DoubleVector gradient, DoubleMatrix hessian) {
        this.loss = loss;
        this.point = point;
        this.value = new Binary64(value);
        this.gradient = gradient;
        this.hessian = hessian;
    }

    @Override
    public FieldVector<Binary64> point() {
        return point;
    }

    @Override
    public Binary64 value() {
        return value;
    }

    @Override
    public FieldVector<Binary64> gradient() {
        return gradient;
    }

    @Override
    public FieldMatrix<Binary64> hessian() {
        return hessian;
    }

    @Override
    public FieldMatrix<Binary64> third(FieldVector<Binary64> a) {
        return anew().third(a);
    }

    @Override
    public FieldMatrix<Binary64> fourth(FieldVector<Binary64> a, FieldVector<Binary64> b) {
        return anew().fourth(a, b);
    }

    private LossAtPoint<Binary64> anew() {
        if (anew == null) {
            anew = loss.at(point);
        }
        return anew;
    }
}
