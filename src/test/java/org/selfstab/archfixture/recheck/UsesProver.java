package org.selfstab.archfixture.recheck;

import org.selfstab.certify.Radii;

/** A checker that leans on the prover. */
final class UsesProver {

    private UsesProver() {}

    static Class<?> prover() {
        return Radii.class;
    }
}
