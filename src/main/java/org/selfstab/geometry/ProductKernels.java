package org.selfstab.geometry;

import java.util.function.Supplier;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.ArrayDerivatives;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.DoubleMatrix;
import org.selfstab.numeric.DoubleVector;

/**
 * Kernels for products with derivatives at points that are looked at in turn, such as neighbouring ones of a trajectory: as many as there are points at a
 * time, whatever the number of points that are kept. Belongs to one thread.
 */
final class ProductKernels {

    private static final int MOST = 2;

    private final Supplier<? extends ArrayDerivatives> derivatives;
    private final ArrayDerivatives[] kernels = new ArrayDerivatives[MOST];
    private final AtPoint[] places = new AtPoint[MOST];
    private int last;

    ProductKernels(Supplier<? extends ArrayDerivatives> derivatives) {
        this.derivatives = derivatives;
    }

    /**
     * The loss where a kernel is, in an object that stays when it moves on: value and gradient are kept, products computed by a kernel of these.
     *
     * @param point where the kernel is
     */
    LossAtPoint<Binary64> snapshotOf(ArrayDerivatives kernel, double[] point) {
        double[] gradient = new double[point.length];
        kernel.gradient(gradient);
        return new AtPoint(DoubleVector.of(point), new Binary64(kernel.value()), DoubleVector.of(gradient));
    }

    /** A kernel at a point: one that is there, or that which was not asked for last. */
    private ArrayDerivatives at(AtPoint place) {
        for (int k = 0; k < MOST; k++) {
            if (places[k] == place) {
                last = k;
                return kernels[k];
            }
        }
        last = (last + 1) % MOST;
        if (kernels[last] == null) {
            kernels[last] = derivatives.get();
        }
        places[last] = place;
        kernels[last].moveTo(DoubleVector.array(place.point));
        return kernels[last];
    }

    private final class AtPoint implements LossAtPoint<Binary64> {

        private final DoubleVector point;
        private final Binary64 value;
        private final DoubleVector gradient;

        AtPoint(DoubleVector point, Binary64 value, DoubleVector gradient) {
            this.point = point;
            this.value = value;
            this.gradient = gradient;
        }

        @Override
        public FieldVector<Binary64> point() {
            return point.copy();
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
            double[] hessian = matrix();
            at(this).hessian(hessian);
            return square(hessian);
        }

        @Override
        public FieldMatrix<Binary64> third(FieldVector<Binary64> a) {
            double[] third = matrix();
            at(this).third(DoubleVector.array(a), third);
            return square(third);
        }

        @Override
        public FieldMatrix<Binary64> fourth(FieldVector<Binary64> a, FieldVector<Binary64> b) {
            double[] fourth = matrix();
            at(this).fourth(DoubleVector.array(a), DoubleVector.array(b), fourth);
            return square(fourth);
        }

        private double[] matrix() {
            return new double[point.getDimension() * point.getDimension()];
        }

        private FieldMatrix<Binary64> square(double[] entries) {
            return DoubleMatrix.of(point.getDimension(), point.getDimension(), entries);
        }

        @Override
        public FieldVector<Binary64> hessian(FieldVector<Binary64> a) {
            double[] product = new double[point.getDimension()];
            at(this).hessian(DoubleVector.array(a), product);
            return DoubleVector.of(product);
        }

        @Override
        public FieldVector<Binary64> third(FieldVector<Binary64> a, FieldVector<Binary64> b) {
            double[] product = new double[point.getDimension()];
            at(this).third(DoubleVector.array(a), DoubleVector.array(b), product);
            return DoubleVector.of(product);
        }

        @Override
        public FieldVector<Binary64> fourth(FieldVector<Binary64> a, FieldVector<Binary64> b, FieldVector<Binary64> c) {
            double[] product = new double[point.getDimension()];
            at(this).fourth(DoubleVector.array(a), DoubleVector.array(b), DoubleVector.array(c), product);
            return DoubleVector.of(product);
        }
    }
}
