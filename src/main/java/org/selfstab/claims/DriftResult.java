package org.selfstab.claims;

import java.util.List;
import java.util.Optional;
import org.selfstab.problem.Problem;
import org.selfstab.run.FloorDirections;
import org.selfstab.vocabulary.DriftVerdict;

/**
 * The slow drift of a problem's oscillation, predicted and measured; evidence: a numeric run in double precision.
 *
 * @param problem the problem
 * @param options how it was looked at
 * @param verdict what becomes of the oscillation
 * @param reason what the verdict rests on, or why there is none
 * @param steps the last step of the iterates that was done
 * @param start the point from which the drift is followed; empty if the law says nothing there
 * @param periodCount how many whole periods were seen
 * @param changes at the whole periods seen, or at evenly spaced ones of them
 * @param comparison predicted beside measured; empty if fewer than two whole periods were seen
 * @param smallOscillations the decisive root of (D16) where curvature off u is intermediate, predicted and measured; empty where the law decides, or if no root does
 * @param spiral states of the iterates for a picture, evenly spaced
 */
public record DriftResult(
        Problem problem,
        DriftOptions options,
        DriftVerdict verdict,
        String reason,
        int steps,
        Optional<Start> start,
        int periodCount,
        List<Change> changes,
        Optional<Comparison> comparison,
        Optional<SmallOscillations> smallOscillations,
        List<State> spiral) {

    public DriftResult {
        changes = List.copyOf(changes);
        spiral = List.copyOf(spiral);
    }

    /**
     * What is known at the start of the constrained trajectory.
     *
     * @param rates what the law says there
     * @param directions the classes of the directions off u
     * @param roots those of (D16), the least damped first
     * @param balanced the balanced oscillation (58), of scalar RMSProp alone
     * @param fromConstrained how far the central flow on the floor is from the constrained trajectory after {@code comparedSteps}, off u and in units of delta
     * @param comparedSteps how many steps both were followed
     */
    public record Start(
            DriftRates rates,
            FloorDirections directions,
            List<SmallOscillations.Root> roots,
            Optional<BalancedOscillation> balanced,
            double fromConstrained,
            int comparedSteps) {}

    /**
     * A whole period, with changes since the first.
     *
     * @param period the period
     * @param logJPredicted of {@code log J}
     * @param logJMeasured of {@code log J}
     * @param halfLogAlpha of half of {@code log alpha}, which {@code log I} has beside {@code log J}
     * @param gamma Gamma in the middle of the period, along the constrained trajectory
     * @param slopeOfLogAlpha {@code d log alpha/dt} there, per step
     */
    public record Change(
            ObservedPeriod period,
            double logJPredicted,
            double logJMeasured,
            double halfLogAlpha,
            double gamma,
            double slopeOfLogAlpha) {

        /** The predicted change of {@code log I}. */
        public double areaPredicted() {
            return logJPredicted + halfLogAlpha;
        }

        /** The measured change of {@code log I}. */
        public double areaMeasured() {
            return logJMeasured + halfLogAlpha;
        }
    }

    /** A state of the iterates in the reduced plane, and its step. */
    public record State(double t, double logX, double y) {}

    /**
     * Changes from the first whole period to the last that is compared.
     *
     * @param first the first period
     * @param last the last one compared
     * @param areaPredicted of {@code log I}
     * @param areaMeasured of {@code log I}
     * @param logJPredicted of {@code log J}
     * @param logJMeasured of {@code log J}
     * @param error of the prediction, as stated
     * @param meanGamma the time average of Gamma
     * @param cycleEnergy E of the limit cycle or of the orbit that divides growing from damped ones, (D15); empty if there is none in range
     * @param isCycleStable whether it is a limit cycle
     * @param halvingSteps how many steps the first period's energy takes to halve, or where it grows to double, (D12); empty where it does neither
     * @param halvingMeasured how many it took; empty if it did not in this run
     */
    public record Comparison(
            ObservedPeriod first,
            ObservedPeriod last,
            double areaPredicted,
            double areaMeasured,
            double logJPredicted,
            double logJMeasured,
            double error,
            double meanGamma,
            Optional<Double> cycleEnergy,
            boolean isCycleStable,
            Optional<Double> halvingSteps,
            Optional<Double> halvingMeasured) {

        /** Measured over predicted change of {@code log J}; empty where next to nothing is predicted. */
        public Optional<Double> ratio() {
            return Math.abs(logJPredicted) > error ? Optional.of(logJMeasured / logJPredicted) : Optional.empty();
        }
    }
}
