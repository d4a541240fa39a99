package org.selfstab.geometry.unstable;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.selfstab.numeric.SemidefiniteComplementarity;

/**
 * Sigma of theory.md (38), the covariance of the oscillation: {@code Sigma >= 0}, {@code (S_c I - A)/b - (alpha - B[Sigma]/2) >= 0}, {@code <Sigma,
 * .> = 0}. Where all of A is at the edge the first term vanishes; where an eigenvalue is below, it takes more than a step to come there, and Sigma has no
 * part along it before.
 */
public final class OscillationCovariance {

    /** Eigenvalues closer to the edge than this are at it. */
    private static final double ROUNDING = 64.0 * Math.ulp(1.0);

    private OscillationCovariance() {}

    /**
     * Sigma at a point of the stable set.
     *
     * @param edge {@code S_c}
     * @param drift b, for gradient descent eta
     * @return empty if nothing holds the eigenvalues at the edge, as where they do not change off U
     */
    public static Optional<SemidefiniteComplementarity.Solution> at(UnstableSpace space, double edge, double drift) {
        DMatrixRMaj q = space.alpha();
        CommonOps_DDRM.changeSign(q);
        if (edge - space.eigenvalues()[space.k() - 1] > ROUNDING * space.spectralNorm()) {
            for (int i = 0; i < space.k(); i++) {
                q.add(i, i, edge / drift);
            }
            CommonOps_DDRM.addEquals(q, -1.0 / drift, space.a());
        }
        DMatrixRMaj half = space.b();
        CommonOps_DDRM.scale(0.5, half);
        return SemidefiniteComplementarity.solve(q, half);
    }
}
