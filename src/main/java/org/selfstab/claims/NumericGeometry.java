package org.selfstab.claims;

import java.util.Map;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.expression.TaylorTerm.Role;

/** The third-order picture of a loss at a point in numbers, computed without the closed form, in double precision. The largest eigenvalue is simple there. */
public interface NumericGeometry {

    /** The sharpness S, the largest eigenvalue of the Hessian. */
    double sharpness();

    /** Its unit eigenvector, of dimension n, the largest component positive. */
    FieldVector<Binary64> u();

    /** {@code grad L}, of dimension n. */
    FieldVector<Binary64> gradient();

    /** {@code grad S}, of dimension n. */
    FieldVector<Binary64> gradS();

    /** {@code grad S} without its part along u, of dimension n. */
    FieldVector<Binary64> gradSPerp();

    /** {@code D3L(u, u, u)}. */
    double kappa3();

    /** The rate of progressive sharpening, theory.md (3). */
    double alpha();

    /** The strength of self-stabilization, theory.md (4). */
    double beta();

    /** Whether delta, epsilon and gamma are defined: alpha and beta are positive beyond rounding. */
    boolean hasOscillation();

    /** The size of the oscillation, theory.md (5). */
    double delta();

    /**
     * The small parameter, theory.md (6).
     *
     * @param rate {@code sqrt(a b)} of the optimizer
     */
    double epsilon(double rate);

    /** The alignment, theory.md (7). */
    double gamma();

    /**
     * The third-order Taylor polynomial in the eigenbasis, {@code x} along u and {@code w2, w3, ...} along the other eigenvectors: its parts by role, each its coefficients by their monomials, as
     * {@code x^2*w2} and 1, without those that vanish.
     */
    Map<Role, Map<String, Double>> taylor();

    /** About how far u, and what depends on it, may be off relatively: a unit in the last place over the relative eigengap. */
    double eigenvectorError();
}
