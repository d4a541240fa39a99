package org.selfstab.geometry;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;

/**
 * A loss in the coordinates {@code sqrt(P) theta}, P diagonal and fixed, in which the metric of P is Euclidean: its Hessian there is {@code P^{-1/2} H P^{-1/2}}, and a unit
 * eigenvector is {@code sqrt(P) u} with {@code u'Pu = 1} (theory.md (51)).
 *
 * @param <T> the field's elements
 */
public final class MetricLoss<T extends CalculusFieldElement<T>> implements Loss<T> {

    private final Loss<T> loss;
    private final FieldVector<T> root;

    /**
     * A loss in a metric.
     *
     * @param root the diagonal of {@code sqrt(P)}, of dimension n, positive
     */
    public MetricLoss(Loss<T> loss, FieldVector<T> root) {
        this.loss = loss;
        this.root = root;
    }

    @Override
    public int dimension() {
        return loss.dimension();
    }

    @Override
    public Field<T> field() {
        return loss.field();
    }

    @Override
    public LossAtPoint<T> at(FieldVector<T> point) {
        return new AtPoint(point, loss.at(point.ebeDivide(root)));
    }

    /** The loss in the metric that a point's derivatives are of; the loss itself if they are of none. */
    public static <T extends CalculusFieldElement<T>> Loss<T> of(LossAtPoint<T> point, Loss<T> loss) {
        return point instanceof MetricLoss<T>.AtPoint inMetric ? inMetric.loss() : loss;
    }

    private final class AtPoint implements LossAtPoint<T> {

        private final FieldVector<T> point;
        private final LossAtPoint<T> local;

        AtPoint(FieldVector<T> point, LossAtPoint<T> local) {
            this.point = point;
            this.local = local;
        }

        Loss<T> loss() {
            return MetricLoss.this;
        }

        @Override
        public FieldVector<T> point() {
            return point;
        }

        @Override
        public T value() {
            return local.value();
        }

        @Override
        public FieldVector<T> gradient() {
            return local.gradient().ebeDivide(root);
        }

        @Override
        public FieldMatrix<T> hessian() {
            return scaled(local.hessian());
        }

        @Override
        public FieldMatrix<T> third(FieldVector<T> a) {
            return scaled(local.third(a.ebeDivide(root)));
        }

        @Override
        public FieldMatrix<T> fourth(FieldVector<T> a, FieldVector<T> b) {
            return scaled(local.fourth(a.ebeDivide(root), b.ebeDivide(root)));
        }

        private FieldMatrix<T> scaled(FieldMatrix<T> matrix) {
            FieldMatrix<T> result = matrix.copy();
            for (int i = 0; i < root.getDimension(); i++) {
                for (int j = 0; j < root.getDimension(); j++) {
                    T weight = root.getEntry(i).multiply(root.getEntry(j));
                    result.setEntry(i, j, matrix.getEntry(i, j).divide(weight));
                }
            }
            return result;
        }
    }
}
