package org.selfstab.claims.closedform;

import java.util.Map;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.expression.TaylorTerm.Role;
import org.selfstab.geometry.LocalGeometry;

/** The third-order picture of a loss at a point in numbers, computed without the closed form, in double precision. The largest eigenvalue is simple there. */
public final class NumericGeometry {

    private final LocalGeometry<Binary64> local;

    NumericGeometry(LocalGeometry<Binary64> local) {
        this.local = local;
    }

    /** The sharpness S, the largest eigenvalue of the Hessian. */
    public double sharpness() {
        return local.sharpness().getReal();
    }

    /** Its unit eigenvector, of dimension n, the largest component positive. */
    public FieldVector<Binary64> u() {
        return local.u();
    }

    /** {@code grad L}, of dimension n. */
    public FieldVector<Binary64> gradient() {
        return local.gradient();
    }

    /** {@code grad S}, of dimension n. */
    public FieldVector<Binary64> gradS() {
        return local.gradS();
    }

    /** {@code grad S} without its part along u, of dimension n. */
    public FieldVector<Binary64> gradSPerp() {
        return local.gradSPerp();
    }

    /** {@code D3L(u, u, u)}. */
    public double kappa3() {
        return local.kappa3().getReal();
    }

    /** The rate of progressive sharpening, theory.md (3). */
    public double alpha() {
        return local.alpha().getReal();
    }

    /** The strength of self-stabilization, theory.md (4). */
    public double beta() {
        return local.beta().getReal();
    }

    /** Whether delta, epsilon and gamma are defined: alpha and beta are positive beyond rounding. */
    public boolean hasOscillation() {
        return local.hasOscillation();
    }

    /** The size of the oscillation, theory.md (5). */
    public double delta() {
        return local.delta().getReal();
    }

    /**
     * The small parameter, theory.md (6).
     *
     * @param rate {@code sqrt(a b)} of the optimizer
     */
    public double epsilon(double rate) {
        return local.epsilon(new Binary64(rate)).getReal();
    }

    /** The alignment, theory.md (7). */
    public double gamma() {
        return local.gamma().getReal();
    }

    /**
     * The third-order Taylor polynomial in the eigenbasis, {@code x} along u and {@code w2, w3, ...} along the other eigenvectors: its parts by role, each its coefficients by their monomials, as
     * {@code x^2*w2} and 1, without those that vanish.
     */
    public Map<Role, Map<String, Double>> taylor() {
        return new NumericTaylor(local).terms();
    }

    /** About how far u, and what depends on it, may be off relatively: a unit in the last place over the relative eigengap. */
    double eigenvectorError() {
        double norm = local.eigensystem().spectralNorm().getReal();
        double gap = local.eigensystem().gap().getReal();
        return norm == 0 ? 0 : Math.ulp(1.0) * norm / gap;
    }
}
