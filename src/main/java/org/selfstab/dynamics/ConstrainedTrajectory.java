package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Orientation;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.StableSetProjection;

/**
 * The constrained trajectory {@code dagger_0 = proj_M(theta_0)}, {@code dagger_{t+1} = proj_M(dagger_t - eta grad L(dagger_t))},
 * theory.md (10), with the sign of u continuous along it.
 *
 * @param <T> the field's elements
 */
public final class ConstrainedTrajectory<T extends CalculusFieldElement<T>> {

    private final StableSetProjection<T> projection;
    private final T eta;
    private Projection<T> present;

    /** Starts at the projection of a point. */
    public ConstrainedTrajectory(StableSetProjection<T> projection, T eta, FieldVector<T> start) {
        this.projection = projection;
        this.eta = eta;
        this.present = projection.project(start, Orientation.largestComponentPositive());
    }

    /** The present point, as it was reached. */
    public Projection<T> present() {
        return present;
    }

    /** The geometry at the present point {@code dagger_t}. */
    public LocalGeometry<T> geometry() {
        return present.geometry();
    }

    /** Goes one step on. */
    public void step() {
        LocalGeometry<T> here = geometry();
        FieldVector<T> descended = here.point().subtract(here.gradient().mapMultiply(eta));
        present = projection.project(descended, Orientation.along(here.u()));
    }
}
