package org.selfstab.geometry;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.selfstab.loss.ArrayDerivatives;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;

/**
 * The derivatives of a loss over any field, rounded to doubles: enough to find where a search in the field's own numbers begins.
 *
 * @param <T> the field's elements
 */
final class RealPartDerivatives<T extends CalculusFieldElement<T>> implements ArrayDerivatives {

    private final Loss<T> loss;
    private LossAtPoint<T> local;

    RealPartDerivatives(Loss<T> loss) {
        this.loss = loss;
    }

    @Override
    public int dimension() {
        return loss.dimension();
    }

    @Override
    public void moveTo(double[] theta) {
        local = loss.at(vector(theta));
    }

    private FieldVector<T> vector(double[] entries) {
        FieldVector<T> vector = new ArrayFieldVector<>(loss.field(), entries.length);
        for (int i = 0; i < entries.length; i++) {
            vector.setEntry(i, loss.field().getZero().newInstance(entries[i]));
        }
        return vector;
    }

    @Override
    public double value() {
        return local.value().getReal();
    }

    @Override
    public void gradient(double[] gradient) {
        RealParts.copy(local.gradient(), gradient);
    }

    @Override
    public void hessian(double[] hessian) {
        RealParts.copy(local.hessian(), hessian);
    }

    @Override
    public void third(double[] a, double[] third) {
        RealParts.copy(local.third(vector(a)), third);
    }

    @Override
    public void fourth(double[] a, double[] b, double[] fourth) {
        RealParts.copy(local.fourth(vector(a), vector(b)), fourth);
    }
}
