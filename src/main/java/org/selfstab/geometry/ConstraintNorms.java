package org.selfstab.geometry;

/**
 * Spectral norms of the Hessians of {@code grad L . u} and of S off the gradient of {@code grad L . u}, estimated from below by a few of Lanczos' steps, at
 * a point of a trajectory not far from where they are used.
 */
record ConstraintNorms(double ofGradientAlongU, double ofSharpness) {

    /** By how much the estimates may be too small, or the norms differ where they are used. */
    private static final double SAFETY = 2.0;

    /**
     * Whether {@code I + mu Hess(grad L . u) + nu Hess S} is positive definite there, since the norms of what is added to I make less than a half: enough,
     * not necessary.
     */
    boolean showMinimum(double mu, double nu) {
        return SAFETY * (Math.abs(mu) * ofGradientAlongU + Math.abs(nu) * ofSharpness) < 0.5;
    }
}
