package org.selfstab.claims.drift;

import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.ReducedLevel;

/** The closed orbits of the reduced equation by their energy or their area, (D2). */
final class EnergyLevel {

    /** Below this energy series are as good as quadrature. */
    private static final double SMALL = 1e-4;

    private static final double TOLERANCE = 1e-13;

    private EnergyLevel() {}

    /** {@code log J(E)} of a positive energy. */
    static double logJ(double energy) {
        return energy < SMALL
                ? Math.log(Math.sqrt(2) * Math.PI * energy * (1 + energy / 12))
                : Math.log(level(energy).area().getReal());
    }

    /** The energy of an orbit of some {@code log J}: Newton's method in {@code log E}, of which {@code log J} is a convex function of slope 1 to 3/2. */
    static double energy(double logJ) {
        double logE = logJ - Math.log(Math.sqrt(2) * Math.PI);
        for (int i = 0; i < 50; i++) {
            double energy = Math.exp(logE);
            // d log J/d log E = E J'/J = E/<Y^2>.
            double step = (logJ(energy) - logJ) * meanYSquared(energy) / energy;
            logE -= step;
            if (Math.abs(step) < TOLERANCE) {
                break;
            }
        }
        return Math.exp(logE);
    }

    /** {@code <Y^2> = J/J'}. */
    static double meanYSquared(double energy) {
        return energy < SMALL
                ? energy * (1 - energy / 12)
                : level(energy).average(state -> state.y().multiply(state.y())).getReal();
    }

    /** {@code <Y^4>/<Y^2>}, which grows with the energy, from {@code 3 E/2} on. */
    static double quarticRatio(double energy) {
        if (energy < SMALL) {
            return 1.5 * energy;
        }
        ReducedLevel<Binary64> level = level(energy);
        return level.average(state -> state.y()
                                .multiply(state.y())
                                .multiply(state.y())
                                .multiply(state.y()))
                        .getReal()
                / meanYSquared(energy);
    }

    /** The energy at which {@code <Y^4>/<Y^2>} is a positive number, by bisection in the logarithm. */
    static double ofQuarticRatio(double ratio) {
        // Between 3 E/2, for small energies, and E or so for large ones.
        double low = Math.log(ratio / 2);
        double high = Math.log(2 * ratio);
        while (high - low > 1e-12 * Math.max(1, Math.abs(high))) {
            double middle = (low + high) / 2;
            if (quarticRatio(Math.exp(middle)) < ratio) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }

    private static ReducedLevel<Binary64> level(double energy) {
        return new ReducedLevel<>(new Binary64(energy));
    }
}
