package org.selfstab.loss;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.linear.FieldVector;

/**
 * A loss {@code R^n -> R}, four times differentiable, over a field.
 *
 * @param <T> the field's elements
 */
public interface Loss<T extends CalculusFieldElement<T>> {

    /** The number n of variables. */
    int dimension();

    /** The field of points and values. */
    Field<T> field();

    /**
     * The loss and its derivatives at a point.
     *
     * @param theta a point, of dimension n
     */
    LossAtPoint<T> at(FieldVector<T> theta);
}
