package org.selfstab.expression;

/**
 * A term of the third-order Taylor polynomial of the loss, named by its part in the dynamics.
 *
 * @param role what the term does
 * @param expression the term, in the parameters and the coordinates x along u and w off u
 */
public record TaylorTerm(Role role, Expression expression) {

    /** The parts that the terms play; x is the coordinate along u, w the displacement orthogonal to u. */
    public enum Role {
        /** {@code L}. */
        CONSTANT,
        /** {@code (grad L . u) x}. */
        GRADIENT_ALONG_U,
        /** {@code grad L . w}. */
        GRADIENT_OFF_U,
        /** {@code S x^2/2}. */
        SHARPNESS,
        /** {@code (u . H w) x}, which is zero because u is an eigenvector. */
        HESSIAN_OFF_DIAGONAL,
        /** {@code w . H w/2}. */
        HESSIAN_OFF_U,
        /** {@code kappa_3 x^3/6}. */
        SKEWNESS,
        /** {@code (gradS_perp . w) x^2/2}: the term behind self-stabilization. */
        SELF_STABILIZATION,
        /** {@code D3L(u,w,w) x/2}. */
        THIRD_ALONG_U,
        /** {@code D3L(w,w,w)/6}. */
        THIRD_OFF_U
    }
}
