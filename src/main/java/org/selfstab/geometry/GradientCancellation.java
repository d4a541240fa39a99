package org.selfstab.geometry;

import java.util.Arrays;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.Eigensystem;
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
        double[] magnitudes = new double[theta.getDimension()];
        if (eigensystem.values().size() < magnitudes.length) {
            Arrays.fill(
                    magnitudes,
                    eigensystem.spectralNorm().getReal() * Norm.of(theta).getReal());
            return magnitudes;
        }
        FieldMatrix<T> hessian = local.hessian();
        for (int i = 0; i < magnitudes.length; i++) {
            for (int j = 0; j < magnitudes.length; j++) {
                magnitudes[i] += Math.abs(
                        hessian.getEntry(i, j).getReal() * theta.getEntry(j).getReal());
            }
        }
        return magnitudes;
    }
}
