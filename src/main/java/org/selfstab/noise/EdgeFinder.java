package org.selfstab.noise;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/** Finds the least step size at which a growth, negative for small ones, is 0. */
final class EdgeFinder {

    private static final double STEP = Math.pow(2, 0.25);
    private static final int MOST_STEPS = 800;
    private static final double ACCURACY = 1e-15;
    private static final int ORDER = 5;
    private static final int MOST_EVALUATIONS = 200;

    private final DoubleUnaryOperator growth;

    EdgeFinder(DoubleUnaryOperator growth) {
        this.growth = growth;
    }

    /**
     * The edge.
     *
     * @param guess of about its size, positive
     * @throws NoEdgeException if there is none
     */
    double near(double guess) {
        double stable = guess / 16;
        for (int i = 0; !(growth.applyAsDouble(stable) < 0); i++) {
            if (i == MOST_STEPS) {
                throw new NoEdgeException("no step size is stable");
            }
            stable /= 2;
        }
        return from(stable, STEP);
    }

    /**
     * The first edge above a stable step size.
     *
     * @param ratio of step sizes that are tried one after another
     */
    double from(double stable, double ratio) {
        double below = stable;
        for (int i = 0; i < MOST_STEPS; i++) {
            double above = below * ratio;
            double value = growth.applyAsDouble(above);
            if (value == 0) {
                return above;
            }
            if (!(value < 0)) {
                return ofQuotient(below, above / below);
            }
            below = above;
        }
        throw new NoEdgeException("every step size up to " + below + " is stable");
    }

    /** Solves for the edge in units of a stable step size, so that its accuracy is the same for losses of every size. */
    private double ofQuotient(double below, double quotient) {
        return below
                * new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ACCURACY, ORDER)
                        .solve(MOST_EVALUATIONS, t -> growth.applyAsDouble(below * t), 1, quotient);
    }
}
