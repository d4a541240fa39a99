package org.selfstab.claims;

import java.util.Comparator;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.complex.Complex;
import org.selfstab.numeric.GeneralMatrix;

/**
 * Small departures of scalar RMSProp from the oscillation {@code |x| = delta}, if nu and the sharpness stood still there, theory.md (58).
 *
 * @param curvatureShare a, how much of the oscillation's restoring is by curvature that falls
 * @param momentShare h, the share of the oscillation in nu
 * @param forgetting {@code 1 - beta2}
 */
public record BalancedOscillation(double curvatureShare, double momentShare, double forgetting) {

    /** {@code |mu|^2 - 1} to leading order: what the square of the amplitude grows by in a step. */
    public double growth() {
        return curvatureShare
                - forgetting
                        * (1 - curvatureShare * (1 - momentShare) / (curvatureShare + 2 * forgetting * momentShare));
    }

    /** {@code |mu|^2 - 1} of the reflected map of x, S and nu where the loss is {@code S x^2/2} with S linear, by its Jacobian matrix in units of the oscillation. */
    public double growthOfMap() {
        double a = curvatureShare;
        double ofMoment = 2 * forgetting * momentShare;
        DMatrixRMaj jacobian = new DMatrixRMaj(new double[][] {
            {1, 2, -1},
            {-a / 2, 1, 0},
            {ofMoment * (1 - a / 2), 3 * ofMoment, 1 - forgetting - ofMoment}
        });
        List<Complex> multipliers = GeneralMatrix.eigenvalues(jacobian);
        double largest = multipliers.stream()
                .max(Comparator.comparingDouble(Complex::getImaginary))
                .orElseThrow()
                .norm();
        return largest * largest - 1;
    }
}
