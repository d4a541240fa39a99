package org.selfstab.report.figure;

import org.hipparchus.util.Binary64;
import org.selfstab.document.chart.Points;
import org.selfstab.dynamics.ReducedLevel;

/** Level sets of the energy (16) of the reduced equation in the plane of X and Y. */
final class LevelSet {

    private static final int POINTS = 120;

    private LevelSet() {}

    /**
     * The closed curve of one energy.
     *
     * @param energy E, positive
     */
    static Points of(double energy) {
        ReducedLevel<Binary64> level = new ReducedLevel<>(new Binary64(energy));
        double low = Math.log(level.smallestX().getReal());
        double high = Math.log(level.largestX().getReal());
        return Points.of(2 * POINTS + 1, i -> Math.exp(logX(i, low, high)), i -> {
            double q = logX(i, low, high);
            double y = Math.sqrt(Math.max(0.0, 2.0 * energy - (Math.expm1(2.0 * q) - 2.0 * q)));
            return i <= POINTS ? y : -y;
        });
    }

    /** There above and back below, denser at the ends, where the curve is vertical. */
    private static double logX(int i, double low, double high) {
        return 0.5 * (low + high) - 0.5 * (high - low) * Math.cos(Math.PI * i / POINTS);
    }
}
