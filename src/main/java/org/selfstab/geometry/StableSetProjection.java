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
    Projection<T> project(FieldVector<T> theta, SignConvention<T> orientation);

    /**
     * Projects a point that is not far from a point of the stable set, such as the next one of a trajectory; the sign of u is continuous from there.
     *
     * @param theta the point, of dimension n
     * @param known the geometry at the point of the stable set
     * @throws ProjectionException if the method finds no point, with the residuals that it was left with
     * @throws UndefinedGeometryException if the geometry is undefined at a point that the method comes to
     */
    default Projection<T> projectNear(FieldVector<T> theta, LocalGeometry<T> known) {
        return project(theta, SignConvention.along(known.u()));
    }

    /**
     * Projects a point by one search from it, which may fail or end at a farther point where {@link #project} finds the nearest.
     *
     * @param theta the point, of dimension n
     * @param orientation fixes the sign of u at the projection
     * @throws ProjectionException if the search finds no point, with the residuals that it was left with
     * @throws UndefinedGeometryException if the geometry is undefined at a point that the search comes to
     */
    default Projection<T> projectByOneSearch(FieldVector<T> theta, SignConvention<T> orientation) {
        return project(theta, orientation);
    }
}
