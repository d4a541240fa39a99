package org.selfstab.claims;

/**
 * What the law of the slow drift says at a point of the constrained trajectory, theory.md section 18.
 *
 * @param t when, in steps
 * @param epsilon {@code sqrt(a b alpha)}
 * @param alpha that of (D1)
 * @param beta that of (D1)
 * @param optimizer {@code Gamma_0}, (D6)
 * @param flip {@code -2 K/(3 b beta)}
 * @param floor {@code g . grad_N log(alpha/beta)/(a beta)}
 * @param ofMoment what the second moment of RMSProp adds, (58a); 0 of linear optimizers
 * @param quartic {@code b F4/(6 a^2 beta)} of (D9), which stands before {@code <Y^4>/<Y^2>}
 */
public record DriftRates(
        double t,
        double epsilon,
        double alpha,
        double beta,
        double optimizer,
        double flip,
        double floor,
        double ofMoment,
        double quartic) {

    /** Gamma, (D5). */
    public double gamma() {
        return optimizer + flip + floor + ofMoment;
    }

    /** {@code eps^2 Gamma}, by which log I grows in a step where the floor has no fourth derivative. */
    public double growth() {
        return epsilon * epsilon * gamma();
    }

    /** {@code eps^2} times the magnitudes of the terms of Gamma, which may cancel. */
    public double magnitude() {
        return epsilon * epsilon * (Math.abs(optimizer) + Math.abs(flip) + Math.abs(floor) + Math.abs(ofMoment));
    }
}
