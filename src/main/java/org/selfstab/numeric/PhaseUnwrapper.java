package org.selfstab.numeric;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts whole turns of a phase that moves clockwise, with their ends interpolated linearly between steps.
 *
 * <p>A turn is over when the phase is back where it was at the first step, so that an orbit's first turn takes one period exactly.
 */
public final class PhaseUnwrapper {

    private static final double TURN = 2.0 * Math.PI;

    private final List<Double> turns = new ArrayList<>();
    private double turned;
    private double previousPhase = Double.NaN;

    /** Takes in the phase at the next step, of which the first is t = 0; whether a whole turn is over at it or since the last. */
    public boolean include(int t, double phase) {
        int before = turns.size();
        if (t > 0) {
            double from = turned;
            turned -= Math.IEEEremainder(phase - previousPhase, TURN);
            double wanted = TURN * (turns.size() + 1);
            if (turned >= wanted) {
                turns.add(t - 1 + (wanted - from) / (turned - from));
            }
        }
        previousPhase = phase;
        return turns.size() > before;
    }

    /** When each whole turn was over, in steps. */
    public List<Double> turns() {
        return List.copyOf(turns);
    }
}
