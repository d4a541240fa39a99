package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.numeric.Norm;
import org.selfstab.run.RunEnd;

/** Tells apart the two ways in which gradient descent stops being finite. */
public final class NotFinite {

    /** Products of a few coordinates of this size overflow, and so does the exponential of one. */
    private static final double LARGE = 700.0;

    private NotFinite() {}

    /**
     * Why a run ends at an iterate whose loss, gradient or Hessian is not finite: divergence if the iterate is not finite or far
     * out, the loss's domain otherwise.
     *
     * @param previousNorm {@code |theta|} the step before
     * @param cause which of them is not finite
     */
    static <T extends CalculusFieldElement<T>> RunEnd at(
            int step, FieldVector<T> theta, double previousNorm, UndefinedGeometryException cause) {
        double norm = Norm.of(theta).getReal();
        return norm < LARGE
                ? new RunEnd.LeftDomain(step, norm, cause.getMessage())
                : new RunEnd.Diverged(step, previousNorm);
    }
}
