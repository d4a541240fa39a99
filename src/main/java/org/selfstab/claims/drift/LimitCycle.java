package org.selfstab.claims.drift;

import org.selfstab.claims.DriftRates;

/**
 * Where the fourth derivative of the floor balances the drift, (D15): {@code Gamma - (1/2) d log alpha/dt/eps^2 = b F4/(6 a^2 beta) <Y^4>/<Y^2>}.
 *
 * @param energy E there; not a number if there is no balance
 * @param isStable whether it is a limit cycle: the drift drives orbits within it outwards
 * @param epsilon that of the point
 */
record LimitCycle(double energy, boolean isStable, double epsilon) {

    /** The largest change of the growth rate over an oscillation, {@code sqrt(2E) eps}, at which it is small. */
    private static final double LARGEST_RATE = 0.1;
    /** In units of {@code eps^2}: what an energy is that is as good as none. */
    private static final double SETTLED = 3.0;

    private static final double LEAST_RATIO = 1e-12;

    static LimitCycle of(DriftCourse course, DriftRates here) {
        double squared = here.epsilon() * here.epsilon();
        double drive = here.gamma() - course.slopeOfLogAlpha(here.t()) / (2 * squared);
        double wanted = drive / here.quartic();
        return wanted > LEAST_RATIO && wanted < 1 / squared
                ? new LimitCycle(EnergyLevel.ofQuarticRatio(wanted), drive > 0, here.epsilon())
                : new LimitCycle(Double.NaN, false, here.epsilon());
    }

    /** The largest energy of which the law says something. */
    static double largest(double epsilon) {
        return LARGEST_RATE * LARGEST_RATE / (2 * epsilon * epsilon);
    }

    /** The energy of iterates that have settled on both sides of the edge. */
    static double settled(double epsilon) {
        return SETTLED * epsilon * epsilon;
    }

    /** Whether there is one where the law says something. */
    boolean isInRange() {
        return energy > settled(epsilon) && energy < largest(epsilon);
    }
}
