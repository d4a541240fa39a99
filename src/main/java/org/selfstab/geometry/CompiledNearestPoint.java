package org.selfstab.geometry;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.CompiledLoss;

/** {@link NearestPointProjection} in compiled doubles, by a {@link ProjectionKernel}. Belongs to one thread. */
public final class CompiledNearestPoint implements StableSetProjection<Binary64> {

    private final CompiledLoss loss;
    private final double eta;
    private ProjectionKernel kernel;

    /**
     * A projection.
     *
     * @param loss the loss
     * @param eta the step size, positive
     */
    public CompiledNearestPoint(CompiledLoss loss, double eta) {
        this.loss = loss;
        this.eta = eta;
    }

    @Override
    public Projection<Binary64> project(FieldVector<Binary64> theta, Orientation<Binary64> orientation) {
        kernel().project(theta, orientation);
        return kernel().present();
    }

    /** Made when first needed: it has the fourth derivatives derived, which a run that ends early does without. */
    private ProjectionKernel kernel() {
        if (kernel == null) {
            kernel = new ProjectionKernel(loss, eta);
        }
        return kernel;
    }
}
