package org.selfstab.archfixture.geometry;

import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/** An integrator outside of dynamics. */
final class IntegratesEquation {

    private IntegratesEquation() {}

    static int order() {
        return new DormandPrince853Integrator(1e-3, 1, 1e-10, 1e-10).getOrder();
    }
}
