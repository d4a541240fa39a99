package org.selfstab.dynamics;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.GradientKernel;
import org.selfstab.numeric.DoubleVector;

/** Gradient descent in double precision on the compiled gradient, without allocation in a step. */
public final class CompiledDescent implements Descent<Binary64> {

    private final GradientKernel kernel;
    private final double eta;
    private final double[] theta;

    /**
     * Starts at a point.
     *
     * @param kernel the loss's gradient, used by this descent alone
     * @param eta the step size, positive
     * @param start the initial point, of dimension n
     */
    public CompiledDescent(GradientKernel kernel, double eta, FieldVector<Binary64> start) {
        this.kernel = kernel;
        this.eta = eta;
        this.theta = new double[start.getDimension()];
        DoubleVector.copy(start, theta, 0);
    }

    @Override
    public FieldVector<Binary64> iterate() {
        return DoubleVector.of(theta);
    }

    @Override
    public void steps(int count) {
        kernel.descend(theta, eta, count);
    }
}
