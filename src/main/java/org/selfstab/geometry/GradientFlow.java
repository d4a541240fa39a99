package org.selfstab.geometry;

import java.util.ArrayList;
import java.util.List;
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
    /** Of {@code 1/|H|}, the magnitude by Frobenius: {@value #STEPS} steps damp the steepest direction by e^-16. */
    private static final double STEP = 0.25;

    private final ArrayDerivatives derivatives;
    private final DMatrixRMaj hessian;
    private final DMatrixRMaj gradient;
    private double length;

    GradientFlow(ArrayDerivatives derivatives) {
        int n = derivatives.dimension();
        this.derivatives = derivatives;
        this.hessian = new DMatrixRMaj(n, n);
        this.gradient = new DMatrixRMaj(n, 1);
    }

    /** Points on the way and at the end of the flow; fewer where it leaves the loss's domain. */
    List<DMatrixRMaj> endsFrom(DMatrixRMaj theta) {
        List<DMatrixRMaj> ends = new ArrayList<>();
        DMatrixRMaj q = theta.copy();
        length = 0.0;
        for (int i = 1; i <= STEPS; i++) {
            derivatives.moveTo(q.data);
            derivatives.gradient(gradient.data);
            derivatives.hessian(hessian.data);
            double magnitude = NormOps_DDRM.normF(hessian);
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

    /** The length of the last flow's way. */
    double length() {
        return length;
    }
}
