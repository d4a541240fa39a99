package org.selfstab.geometry;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;

/**
 * Finds loss and sharpness, and no more of the local geometry, at one point after another: what is watched of the exact iterates. An
 * instance keeps the present point and so belongs to one thread.
 *
 * @param <T> the field's elements
 */
public interface SharpnessEvaluator<T extends CalculusFieldElement<T>> {

    /**
     * Goes to a point.
     *
     * @param theta the point, of dimension n
     * @throws UndefinedGeometryException if the loss or a derivative is not finite there
     */
    void moveTo(FieldVector<T> theta);

    /** {@code L} at the present point. */
    T loss();

    /** The sharpness S at the present point. */
    T sharpness();
}
