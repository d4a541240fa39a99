package org.selfstab.geometry;

import java.util.Arrays;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.numeric.FieldVectors;
import org.selfstab.numeric.Norm;

/**
 * The magnitude of what {@code H theta} is summed from in each coordinate, {@code sum over j of |H_ij| |theta_j|}: units in its last place are
 * the gradient's rounding. In many variables, where the Hessian's entries are not computed, the bound {@code |H| |theta|} in each coordinate, since
 * no row of H is longer than its spectral norm.
 */
public final class GradientCancellation {

    private GradientCancellation() {}

    /**
     * The magnitudes.
     *
     * @param eigensystem the Hessian's, all of it or its first two pairs
     */
    public static <T extends CalculusFieldElement<T>> double[] at(LossAtPoint<T> local, Eigensystem<T> eigensystem) {
        FieldVector<T> theta = local.point();
        if (eigensystem.values().size() == theta.getDimension()) {
            return FieldVectors.magnitudes(local.hessian(), theta);
        }
        double[] magnitudes = new double[theta.getDimension()];
        Arrays.fill(
                magnitudes,
                eigensystem.spectralNorm().getReal() * Norm.of(theta).getReal());
        return magnitudes;
    }
}
