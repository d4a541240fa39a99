package org.selfstab.geometry;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.CompiledLoss;

/** {@link NearestPointProjection} in compiled doubles, by a {@link ProjectionKernel}. Belongs to one thread. */
public final class CompiledNearestPoint implements StableSetProjection<Binary64> {

    private final ProjectionKernel kernel;

    /**
     * A projection by the faster algebra.
     *
     * @param loss the loss
     * @param edge the edge of stability
     */
    public CompiledNearestPoint(CompiledLoss loss, double edge) {
        this.kernel = new ProjectionKernel(loss, edge);
    }

    /** A projection by an algebra. */
    public CompiledNearestPoint(CompiledLoss loss, double edge, LinearAlgebra algebra) {
        this.kernel = new ProjectionKernel(loss, edge, algebra);
    }

    @Override
    public Projection<Binary64> project(FieldVector<Binary64> theta, SignConvention<Binary64> orientation) {
        kernel.project(theta, orientation);
        return kernel.present();
    }

    @Override
    public Projection<Binary64> projectNear(FieldVector<Binary64> theta, LocalGeometry<Binary64> known) {
        kernel.projectNear(theta, known);
        return kernel.present();
    }

    @Override
    public Projection<Binary64> projectByOneSearch(FieldVector<Binary64> theta, SignConvention<Binary64> orientation) {
        kernel.projectByOneSearch(theta, orientation);
        return kernel.present();
    }
}
