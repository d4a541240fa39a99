package org.selfstab.claims;

import java.util.List;
import java.util.Optional;
import org.selfstab.run.CentralFlowEnd;
import org.selfstab.vocabulary.Extremum;

/**
 * The central flow of an adaptive optimizer from the problem's start beside the exact iterates, theory.md section 14; evidence: a numeric run in double precision.
 *
 * @param end why the flow ended
 * @param events when eigenvalues come to the edge and go from it, in order
 * @param largestDrift of the eigenvalue from the edge within one step
 * @param first the flow at t = 0; empty if it has no step
 * @param last the flow at its last step; empty if it has none
 * @param kick where the iterates start, {@code theta_0 + kick sigma u}, in units of sigma; 0 below the edge
 * @param beside what is said of the iterates; empty where they or the flow ended early
 */
public record AdaptiveFlowResult(
        CentralFlowEnd end,
        List<Event> events,
        double largestDrift,
        Optional<Sample> first,
        Optional<Sample> last,
        double kick,
        Optional<BesideIterates> beside) {

    /** Without a kick in the problem the iterates start here, in units of sigma. */
    public static final double DEFAULT_KICK = 0.8;

    public AdaptiveFlowResult {
        events = List.copyOf(events);
    }

    /**
     * An eigenvalue comes to the edge, or goes from it.
     *
     * @param isEntered which of the two
     * @param time in steps
     * @param sigmaSquared then
     */
    public record Event(boolean isEntered, double time, double sigmaSquared) {}

    /**
     * The flow at a step.
     *
     * @param theta the point, a coordinate for each variable
     * @param nu the second moments, one of each group
     * @param eigenvalues the largest of {@code P^{-1} H}, down to half the edge: the first one in any case
     * @param held how many of these are at the edge
     * @param sigmaSquared the variance of the oscillation, in the metric of P: of several directions the sum
     * @param displacement how far beyond the edge the ripple of the second moments puts the mean of the largest eigenvalue, theory.md (56)
     */
    public record Sample(
            List<Double> theta,
            List<Double> nu,
            List<Double> eigenvalues,
            int held,
            double sigmaSquared,
            double displacement) {

        public Sample {
            theta = List.copyOf(theta);
            nu = List.copyOf(nu);
            eigenvalues = List.copyOf(eigenvalues);
        }
    }

    /**
     * The iterates over {@code 1 <= t <= T - 1}, with {@code bar_t = (theta_{t-1} + 2 theta_t + theta_{t+1})/4}, {@code osc_t = (2 theta_t - theta_{t-1} - theta_{t+1})/4} and
     * {@code x_t^2 = osc'P osc} in the flow's P.
     *
     * @param eigenvalues the largest of {@code P^{-1} H} at {@code bar_t} with second moments averaged alike, at the last t
     * @param meanSigmaSquared the mean of sigma^2 of the flow over time
     * @param meanXSquared of {@code x_t^2}, over that mean
     * @param meanElevation of {@code L(theta_t) - L(bar_t)}, over {@code lambda/2} times that mean
     * @param distance the largest {@code |bar_t - theta(t)|}
     * @param moments the largest {@code |nu_t - nu(t)|/nu(t)}
     */
    public record BesideIterates(
            List<Double> eigenvalues,
            double meanSigmaSquared,
            double meanXSquared,
            double meanElevation,
            Extremum distance,
            Extremum moments) {

        public BesideIterates {
            eigenvalues = List.copyOf(eigenvalues);
        }
    }
}
