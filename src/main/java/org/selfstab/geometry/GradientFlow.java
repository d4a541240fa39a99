package org.selfstab.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.selfstab.loss.ArrayDerivatives;

/**
 * A short gradient flow, by Euler steps of a fraction of the time scale of the steepest curvature: it leads to the branch of the
 * stable set in whose valley theta lies. It needs neither u nor a third derivative.
 */
final class GradientFlow {

    private static final int STEPS = 64;
    private static final int HALFWAY = 16;
    /** After so many steps a spectral norm, which eight times the step would have to exceed to be unstable, is computed anew. */
    private static final int RENEWED = 16;
    /** Of {@code 1/|H|}, the magnitude by Frobenius or spectral: {@value #STEPS} steps damp the steepest direction by e^-16. */
    private static final double STEP = 0.25;

    private final ArrayDerivatives derivatives;
    private final Optional<TopTwo> eigenvalues;
    private final DMatrixRMaj hessian;
    private final DMatrixRMaj gradient;
    private double length;

    /**
     * A flow.
     *
     * @param eigenvalues find the spectral norm of the Hessian; empty if its Frobenius norm is to be taken
     */
    GradientFlow(ArrayDerivatives derivatives, Optional<TopTwo> eigenvalues) {
        int n = derivatives.dimension();
        this.derivatives = derivatives;
        this.eigenvalues = eigenvalues;
        this.hessian = eigenvalues.isPresent() ? new DMatrixRMaj(0, 0) : new DMatrixRMaj(n, n);
        this.gradient = new DMatrixRMaj(n, 1);
    }

    /** Points on the way and at the end of the flow; fewer where it leaves the loss's domain. */
    List<DMatrixRMaj> endsFrom(DMatrixRMaj theta) {
        List<DMatrixRMaj> ends = new ArrayList<>();
        DMatrixRMaj q = theta.copy();
        double magnitude = 0.0;
        length = 0.0;
        for (int i = 1; i <= STEPS; i++) {
            derivatives.moveTo(q.data);
            derivatives.gradient(gradient.data);
            if (eigenvalues.isEmpty() || i % RENEWED == 1) {
                magnitude = magnitude(q);
            }
            double slope = NormOps_DDRM.normF(gradient);
            if (!(magnitude > 0) || !(slope / magnitude < Double.POSITIVE_INFINITY)) {
                return ends;
            }
            CommonOps_DDRM.addEquals(q, -STEP / magnitude, gradient);
            length += STEP * slope / magnitude;
            if (i == HALFWAY || i == STEPS) {
                ends.add(q.copy());
            }
        }
        return ends;
    }

    private double magnitude(DMatrixRMaj q) {
        if (eigenvalues.isPresent()) {
            try {
                eigenvalues.get().moveTo(q.data);
            } catch (UndefinedGeometryException notFinite) {
                return Double.NaN;
            }
            return eigenvalues.get().spectralNorm();
        }
        derivatives.hessian(hessian.data);
        return NormOps_DDRM.normF(hessian);
    }

    /** The length of the last flow's way. */
    double length() {
        return length;
    }
}
