package org.selfstab.archfixture.geometry;

import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/** An integrator outside of its room. */
final class Integrates {

    private Integrates() {}

    static DormandPrince853Integrator integrator() {
        return new DormandPrince853Integrator(1e-12, 1.0, 1e-12, 1e-12);
    }
}
