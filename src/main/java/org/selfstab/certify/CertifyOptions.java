package org.selfstab.certify;

import java.util.Optional;

/**
 * How a trajectory is to be certified.
 *
 * @param horizon the number of steps, where it is not left to the problem
 * @param tube the radius of the tube round the constrained trajectory, in units of delta at t = 0, positive
 */
public record CertifyOptions(Optional<Integer> horizon, double tube) {

    /** The tube's radius that is taken where none is asked for. */
    public static final double DEFAULT_TUBE = 0.01;

    /** The problem's horizon and the usual tube. */
    public static CertifyOptions defaults() {
        return new CertifyOptions(Optional.empty(), DEFAULT_TUBE);
    }

    /** These with so many steps, at least 1. */
    public CertifyOptions withHorizon(int steps) {
        return new CertifyOptions(Optional.of(steps), tube);
    }
}
