package org.selfstab.claims;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts whole turns of a phase that moves clockwise, with their ends interpolated linearly between steps.
 *
 * <p>A turn is over when the phase is back where it was at the first step, so that an orbit's first turn takes one period exactly.
 */
final class PhaseClock {

    private static final double TURN = 2.0 * Math.PI;

    private final List<Double> turns = new ArrayList<>();
    private double turned;
    private double previousPhase = Double.NaN;

    /** The phase at the next step; the first is t = 0. */
    void include(int t, double phase) {
        if (t > 0) {
            double before = turned;
            turned -= Math.IEEEremainder(phase - previousPhase, TURN);
            double wanted = TURN * (turns.size() + 1);
            if (turned >= wanted) {
                turns.add(t - 1 + (wanted - before) / (turned - before));
            }
        }
        previousPhase = phase;
    }

    /** When each whole turn was over, in steps. */
    List<Double> turns() {
        return List.copyOf(turns);
    }
}
