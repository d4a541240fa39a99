package org.selfstab.dynamics;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.ProjectionKernel;
import org.selfstab.geometry.SignConvention;

/**
 * The constrained trajectory by nearest points in double precision. Its state is the kernel's arrays; the objects that describe a point
 * are made when they are asked for, so that a step alone makes none.
 */
public final class CompiledConstrainedTrajectory implements ConstrainedTrajectory<Binary64> {

    private final ProjectionKernel kernel;
    private final double eta;
    private Projection<Binary64> present;

    /**
     * Starts at the projection of a point.
     *
     * @param kernel the projection, used by this trajectory alone
     * @param eta the step size, positive
     * @param start the point, of dimension n
     */
    public CompiledConstrainedTrajectory(ProjectionKernel kernel, double eta, FieldVector<Binary64> start) {
        this.kernel = kernel;
        this.eta = eta;
        kernel.project(start, SignConvention.largestComponentPositive());
    }

    @Override
    public Projection<Binary64> present() {
        if (present == null) {
            present = kernel.present();
        }
        return present;
    }

    @Override
    public void step() {
        present = null;
        kernel.descend(eta);
    }
}
