/**
 * Certified verdicts and the certificates that say what was shown, as data: on runs and families, boxes, orbits, minima and mean-square edges. What proves them
 * are the packages below, and of mean-square edges {@code noise}: bounds by interval arithmetic, existence by Krawczyk's theorem. What is called certified rests
 * on {@link org.selfstab.interval} and on the derivatives of the loss's graph ({@link org.selfstab.expression.autodiff}); never on a floating-point run, which
 * only proposes where to look.
 */
package org.selfstab.certify;
