package org.selfstab.claims;

/**
 * How plain gradient descent is run.
 *
 * @param steps the last step, positive; fewer are done where the iterates return in every digit or stop being finite
 * @param every of how many steps one is looked at, positive; the last one is, too
 * @param isMeasured whether the Hessian is looked at, too: sharpness, second eigenvalue, alpha, beta, delta, kappa_3, gamma
 * @param exponentSteps over how many further steps Lyapunov exponents are taken; 0 for none
 */
public record DescentOptions(int steps, int every, boolean isMeasured, int exponentSteps) {

    /** Without Lyapunov exponents. */
    public DescentOptions(int steps, int every, boolean isMeasured) {
        this(steps, every, isMeasured, 0);
    }

    public DescentOptions {
        if (steps < 1 || every < 1 || exponentSteps < 0) {
            throw new IllegalArgumentException(steps + " steps, every " + every);
        }
    }
}
