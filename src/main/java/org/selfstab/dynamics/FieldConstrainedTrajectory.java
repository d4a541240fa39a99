package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.StableSetProjection;

/**
 * The constrained trajectory over any field, by any projection.
 *
 * @param <T> the field's elements
 */
public final class FieldConstrainedTrajectory<T extends CalculusFieldElement<T>> implements ConstrainedTrajectory<T> {

    private final StableSetProjection<T> projection;
    private final T eta;
    private Projection<T> present;

    /** Starts at the projection of a point. */
    public FieldConstrainedTrajectory(StableSetProjection<T> projection, T eta, FieldVector<T> start) {
        this.projection = projection;
        this.eta = eta;
        this.present = projection.project(start, SignConvention.largestComponentPositive());
    }

    @Override
    public Projection<T> present() {
        return present;
    }

    @Override
    public void step() {
        LocalGeometry<T> here = present.geometry();
        FieldVector<T> descended = here.point().subtract(here.gradient().mapMultiply(eta));
        present = projection.projectNear(descended, here);
    }
}
