package org.selfstab.claims;

import java.util.List;
import java.util.Optional;
import org.selfstab.problem.Problem;

/**
 * How fixed points and orbits of a problem's optimizer change with a parameter.
 *
 * @param problem the problem
 * @param options over what
 * @param branches the orbits followed
 * @param events where their stability or their course changes, by period and place
 * @param attractor where the iterates from the problem's start are, in columns of the parameter
 * @param notes what was not followed, and why
 */
public record BifurcationResult(
        Problem problem,
        BifurcationOptions options,
        List<Branch> branches,
        List<BifurcationEvent> events,
        List<Column> attractor,
        List<String> notes) {

    public BifurcationResult {
        branches = List.copyOf(branches);
        events = List.copyOf(events);
        attractor = List.copyOf(attractor);
        notes = List.copyOf(notes);
    }

    /**
     * The iterates at one value of the parameter, after many steps.
     *
     * @param at the value
     * @param points the first coordinates of the latest iterates; empty if they diverge
     * @param period after how many steps they return, if up to as many as are kept
     * @param exponent the largest Lyapunov exponent, with its error; empty if they diverge
     */
    public record Column(double at, List<Double> points, Optional<Integer> period, Optional<Estimate> exponent) {

        public Column {
            points = List.copyOf(points);
        }
    }
}
