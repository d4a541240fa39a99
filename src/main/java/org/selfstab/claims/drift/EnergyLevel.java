package org.selfstab.claims.drift;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.analysis.interpolation.SplineInterpolator;
import org.hipparchus.analysis.polynomials.PolynomialSplineFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.ReducedLevel;

/** The closed orbits of the reduced equation by their energy or their area, (D2). */
final class EnergyLevel {

    /** Below this energy series are as good as quadrature. */
    private static final double SMALL = 1e-4;

    private static final double TOLERANCE = 1e-13;
    private static final int MOST_EVALUATIONS = 200;

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

    /** The same by {@code log J}: interpolated, to some seven digits, where a differential equation asks for it many times. */
    static double quarticRatioOfLogJ(double logJ) {
        return QuarticTable.LOG_RATIO.isValidPoint(logJ)
                ? Math.exp(QuarticTable.LOG_RATIO.value(logJ))
                : quarticRatio(energy(logJ));
    }

    /** Made when it is first asked for. */
    private static final class QuarticTable {

        private static final double SPACING = 0.1;
        private static final double LARGEST = 1e3;

        private static final PolynomialSplineFunction LOG_RATIO = table();

        private static PolynomialSplineFunction table() {
            double[] energies = IntStream.rangeClosed(0, (int) (Math.log(LARGEST / SMALL) / SPACING))
                    .mapToDouble(i -> SMALL * Math.exp(i * SPACING))
                    .toArray();
            return new SplineInterpolator()
                    .interpolate(
                            Arrays.stream(energies).map(EnergyLevel::logJ).toArray(),
                            Arrays.stream(energies)
                                    .map(energy -> Math.log(quarticRatio(energy)))
                                    .toArray());
        }
    }

    /** The energy at which {@code <Y^4>/<Y^2>} is a positive number: between 3 E/2, for small energies, and E or so for large ones. */
    static double ofQuarticRatio(double ratio) {
        return Math.exp(new BracketingNthOrderBrentSolver(TOLERANCE, TOLERANCE, 5)
                .solve(
                        MOST_EVALUATIONS,
                        logE -> Math.log(quarticRatio(Math.exp(logE)) / ratio),
                        Math.log(ratio / 2),
                        Math.log(2 * ratio)));
    }

    private static ReducedLevel<Binary64> level(double energy) {
        return new ReducedLevel<>(new Binary64(energy));
    }
}
