package org.selfstab.numeric;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathRuntimeException;

/**
 * {@link SemidefiniteComplementarity} for k = 1 and 2 in closed form. Semidefinite 2 by 2 matrices are a Lorentz cone, {@code Z_11 Z_22 - Z_12^2 >= 0}:
 * where Z and W are both on its boundary and not zero, {@code W = t adj Z}, so that {@code (M - t J) z = -q} with J the matrix of that form and adj, and t is a
 * root of a quartic, the one in an interval where {@code z^T J z} is monotone.
 */
final class LorentzComplementarity {

    private static final DMatrixRMaj FORM = new DMatrixRMaj(new double[][] {{0, 0, 1}, {0, -1, 0}, {1, 0, 0}});
    /** Of M's largest entry: pivots below leave no digits. */
    private static final double SINGULAR = 1e-9;

    private static final int MOST_EVALUATIONS = 200;
    private static final double RELATIVE_ACCURACY = 1e-15;

    private final double[] minusQ;
    private final DMatrixRMaj lower;

    private LorentzComplementarity(double[] minusQ, DMatrixRMaj lower) {
        this.minusQ = minusQ;
        this.lower = lower;
    }

    /**
     * The vector of Z.
     *
     * @param q that of Q
     * @return empty for other k, and where M is not definite enough
     */
    static Optional<double[]> solve(int k, double[] q, DMatrixRMaj m) {
        if (k == 1) {
            return m.get(0, 0) > 0 ? Optional.of(new double[] {Math.max(0.0, -q[0] / m.get(0, 0))}) : Optional.empty();
        }
        if (k > 2) {
            return Optional.empty();
        }
        if (isInCone(q)) {
            return Optional.of(new double[q.length]);
        }
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(3, true);
        if (!cholesky.decompose(m.copy())) {
            return Optional.empty();
        }
        DMatrixRMaj lower = cholesky.getT(null);
        for (int i = 0; i < 3; i++) {
            if (lower.get(i, i) * lower.get(i, i) <= SINGULAR) {
                return Optional.empty();
            }
        }
        double[] minusQ = {-q[0], -q[1], -q[2]};
        return new LorentzComplementarity(minusQ, lower).onBoundaryOrInside();
    }

    private Optional<double[]> onBoundaryOrInside() {
        double[] c = forward(minusQ);
        double[] free = backward(c);
        if (isInCone(free)) {
            return Optional.of(free);
        }
        SymmetricMatrices.Spectrum spectrum = SymmetricMatrices.spectrum(formInNewCoordinates());
        double[] nu = spectrum.values();
        double[] along = new double[3];
        for (int i = 0; i < 3; i++) {
            along[i] = ArrayVectors.dot(spectrum.vectors()[i].data, c);
        }
        double[] axis = backward(ArrayVectors.copy(spectrum.vectors()[0].data));
        double sign = along[0] * (axis[0] + axis[2]) > 0 ? 1.0 : -1.0;
        return distance(nu, along, sign).map(distance -> {
            double[] sum = new double[3];
            for (int i = 0; i < 3; i++) {
                double factor = (nu[0] + sign * distance) / (nu[0] - nu[i] + sign * distance);
                ArrayVectors.add(along[i] * factor, spectrum.vectors()[i].data, sum);
            }
            return backward(sum);
        });
    }

    /** {@code |1/t - nu_1|}: 1/t is beyond nu_1 if the free solution lies towards the cone, and below it otherwise. */
    private static Optional<Double> distance(double[] nu, double[] along, double sign) {
        double most = nu[0];
        while (sign > 0 && secular(nu, along, most) > 0 && most < Double.MAX_VALUE / 4) {
            most *= 4.0;
        }
        try {
            return Optional.of(new BracketingNthOrderBrentSolver(RELATIVE_ACCURACY, 0.0, 0.0, 5)
                    .solve(MOST_EVALUATIONS, d -> secular(nu, along, sign * d), 0.0, most));
        } catch (MathRuntimeException noRoot) {
            return Optional.empty();
        }
    }

    /** {@code z^T J z} times {@code (1 - t nu_1)^2}, which falls with the magnitude of {@code d = 1/t - nu_1} on either side. */
    private static double secular(double[] nu, double[] along, double d) {
        double sum = nu[0] * along[0] * along[0];
        for (int i = 1; i < 3; i++) {
            double ratio = along[i] * d / (nu[0] - nu[i] + d);
            sum += nu[i] * ratio * ratio;
        }
        return sum;
    }

    /** {@code L^-1 J L^-T}, of one positive and two negative eigenvalues. */
    private DMatrixRMaj formInNewCoordinates() {
        DMatrixRMaj inverse = new DMatrixRMaj(3, 3);
        CommonOps_DDRM.invert(lower, inverse);
        DMatrixRMaj half = new DMatrixRMaj(3, 3);
        DMatrixRMaj form = new DMatrixRMaj(3, 3);
        CommonOps_DDRM.mult(inverse, FORM, half);
        CommonOps_DDRM.multTransB(half, inverse, form);
        return form;
    }

    private double[] forward(double[] right) {
        double[] x = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = right[i];
            for (int j = 0; j < i; j++) {
                sum -= lower.get(i, j) * x[j];
            }
            x[i] = sum / lower.get(i, i);
        }
        return x;
    }

    private double[] backward(double[] right) {
        double[] x = new double[3];
        for (int i = 2; i >= 0; i--) {
            double sum = right[i];
            for (int j = i + 1; j < 3; j++) {
                sum -= lower.get(j, i) * x[j];
            }
            x[i] = sum / lower.get(i, i);
        }
        return x;
    }

    private static boolean isInCone(double[] z) {
        return z[0] >= 0 && z[2] >= 0 && 2.0 * z[0] * z[2] >= z[1] * z[1];
    }
}
