package org.selfstab.geometry;

import java.util.function.Function;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
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

    private final int dimension;
    private final Field<T> field;
    private final Function<FieldVector<T>, LossAtPoint<T>> loss;
    private LossAtPoint<T> local;

    RealPartDerivatives(Loss<T> loss) {
        this.dimension = loss.dimension();
        this.field = loss.field();
        this.loss = loss::at;
    }

    /** The derivatives at a point, which do not move from there. */
    RealPartDerivatives(LossAtPoint<T> at) {
        this.dimension = at.point().getDimension();
        this.field = at.point().getField();
        this.loss = theta -> at;
        this.local = at;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void moveTo(double[] theta) {
        local = loss.apply(RealParts.vector(theta, field));
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
        RealParts.copy(local.third(RealParts.vector(a, field)), third);
    }

    @Override
    public void fourth(double[] a, double[] b, double[] fourth) {
        RealParts.copy(local.fourth(RealParts.vector(a, field), RealParts.vector(b, field)), fourth);
    }

    @Override
    public void hessian(double[] a, double[] product) {
        RealParts.copy(local.hessian(RealParts.vector(a, field)), product);
    }

    @Override
    public void third(double[] a, double[] b, double[] third) {
        RealParts.copy(local.third(RealParts.vector(a, field), RealParts.vector(b, field)), third);
    }

    @Override
    public void fourth(double[] a, double[] b, double[] c, double[] fourth) {
        RealParts.copy(
                local.fourth(RealParts.vector(a, field), RealParts.vector(b, field), RealParts.vector(c, field)),
                fourth);
    }
}
