package org.selfstab.geometry;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;

/**
 * Brings a point to the stable set {@code M = {S <= 2/eta, grad L . u = 0}}, theory.md (8).
 *
 * @param <T> the field's elements
 */
public interface StableSetProjection<T extends CalculusFieldElement<T>> {

    /**
     * Projects a point.
     *
     * @param theta the point, of dimension n
     * @param orientation fixes the sign of u at the projection
     * @throws ProjectionException if the method finds no point, with the residuals that it was left with
     * @throws UndefinedGeometryException if the geometry is undefined at a point that the method comes to
     */
    Projection<T> project(FieldVector<T> theta, Orientation<T> orientation);
}
