package org.selfstab.dynamics;

import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.loss.GradientKernel;

/** Gradient descent in double precision on the compiled gradient, without allocation in a step. */
public final class CompiledGradientDescent implements GradientDescent<Binary64> {

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
    public CompiledGradientDescent(GradientKernel kernel, double eta, FieldVector<Binary64> start) {
        this.kernel = kernel;
        this.eta = eta;
        this.theta = new double[start.getDimension()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = start.getEntry(i).getReal();
        }
    }

    @Override
    public FieldVector<Binary64> iterate() {
        FieldVector<Binary64> copy = new ArrayFieldVector<>(Binary64Field.getInstance(), theta.length);
        for (int i = 0; i < theta.length; i++) {
            copy.setEntry(i, new Binary64(theta[i]));
        }
        return copy;
    }

    @Override
    public void steps(int count) {
        kernel.descend(theta, eta, count);
    }
}
