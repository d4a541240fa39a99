package org.selfstab.dynamics;

import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.ProjectionException;
import org.selfstab.geometry.UndefinedGeometryException;

/**
 * The constrained trajectory {@code dagger_0 = proj_M(theta_0)}, {@code dagger_{t+1} = proj_M(dagger_t - eta grad L(dagger_t))},
 * theory.md (10),
 * and for other optimizers (33), with the sign of u continuous along it.
 *
 * @param <T> the field's elements
 */
public interface ConstrainedTrajectory<T extends CalculusFieldElement<T>> {

    /** The present point, as it was reached. */
    Projection<T> present();

    /** What the present point is the projection of, where that is known; at first it is the start. */
    default Optional<FieldVector<T>> source() {
        return Optional.empty();
    }

    /** The geometry at the present point {@code dagger_t}. */
    default LocalGeometry<T> geometry() {
        return present().geometry();
    }

    /**
     * Goes one step on.
     *
     * @throws ProjectionException if the projection finds no point
     * @throws UndefinedGeometryException if the geometry is undefined at a point that the projection comes to
     */
    void step();
}
