package org.selfstab.claims.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.selfstab.claims.CentralFlowResult;
import org.selfstab.claims.OdeComparison;
import org.selfstab.claims.OdeResult;
import org.selfstab.vocabulary.Extremum;

/** The numbers of the reduced equation and the central flow beside a run that a statement can make a claim on. */
public enum OdeReadings {
    /** The observed period over the predicted one (19). */
    PERIOD,
    /** The observed period over the one of small oscillations (17). */
    SMALL_PERIOD,
    /** The largest sharpness observed over the predicted one (18). */
    MAX_SHARPNESS,
    /** The smallest |x| observed over the predicted one (18). */
    MIN_X,
    /** The largest |x| observed over the predicted one (18). */
    MAX_X,
    /** The mean of x^2 over whole periods in units of delta^2 (20). */
    MEAN_X2_OVER_DELTA2,
    /** The mean loss elevation over whole periods in units of delta^2/eta (20). */
    MEAN_LOSS_OVER_DELTA2_ETA,
    /** The largest distance of X, Y of the equation along the run from the exact iterates. */
    ALONG_RUN,
    /** The largest distance of X, Y of (15) at tau from the exact iterates. */
    FROZEN,
    /** How many stages (21) the exact iterates are in, one after the other. */
    STAGES,
    /** The largest time in tau between the entries of the exact iterates and of the equation into a stage (21). */
    STAGE_DELAY,
    /** The largest |S - 2/eta| that the central flow builds up at the edge within a step (22). */
    FLOW_DRIFT,
    /** The largest distance of the central flow from the constrained trajectory, in the unit of theta. */
    FLOW_FROM_DAGGER,
    /** {@code sigma^2/delta^2} of the central flow at t = 0, before it relaxes. */
    SIGMA2_OVER_DELTA2_AT_0,
    /** The mean of {@code sigma^2/delta^2} where a window of one period is within the run. */
    SIGMA2_OVER_DELTA2,
    /** The mean of the windowed mean of x^2 over {@code sigma^2}. */
    MEAN_X2_OVER_SIGMA2,
    /** The mean of the windowed mean loss elevation over {@code sigma^2/eta} (23). */
    MEAN_LOSS_OVER_SIGMA2_ETA;

    /** The name in statement files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The number, and the step where it is attained or the last that it takes into account; empty if the run does not tell it. */
    public Optional<Extremum> of(OdeResult result) {
        Optional<OdeComparison> comparison = result.comparison();
        Optional<CentralFlowResult> flow = result.centralFlow();
        return switch (this) {
            case PERIOD, SMALL_PERIOD, MAX_SHARPNESS, MIN_X, MAX_X, MEAN_X2_OVER_DELTA2, MEAN_LOSS_OVER_DELTA2_ETA ->
                comparison.flatMap(this::ratio);
            case ALONG_RUN -> comparison.map(c -> c.deviations().drivenFromIterates());
            case FROZEN -> comparison.map(c -> c.deviations().frozenFromIterates());
            case STAGES -> comparison.map(c -> new Extremum(c.stages().size(), lastStep(c)));
            case STAGE_DELAY -> comparison.flatMap(OdeReadings::stageDelay);
            case FLOW_DRIFT ->
                flow.map(f -> new Extremum(f.run().largestDrift(), f.rows().size() - 1));
            case FLOW_FROM_DAGGER -> flow.flatMap(CentralFlowResult::fromConstrained);
            case SIGMA2_OVER_DELTA2_AT_0 -> flow.flatMap(OdeReadings::varianceAtStart);
            case SIGMA2_OVER_DELTA2, MEAN_X2_OVER_SIGMA2, MEAN_LOSS_OVER_SIGMA2_ETA -> flow.flatMap(this::mean);
        };
    }

    private Optional<Extremum> ratio(OdeComparison comparison) {
        OdeComparison.Quantity quantity = comparison.quantity(word());
        return quantity.observed().map(observed -> new Extremum(observed / quantity.predicted(), lastStep(comparison)));
    }

    private Optional<Extremum> mean(CentralFlowResult flow) {
        return flow.ratios().stream()
                .filter(ratio -> ratio.key().equals(word()))
                .findFirst()
                .map(ratio -> new Extremum(ratio.mean(), ratio.error().step()));
    }

    private static Optional<Extremum> varianceAtStart(CentralFlowResult flow) {
        return flow.rows().stream()
                .findFirst()
                .filter(row -> row.deltaSquared().isPresent())
                .map(row -> new Extremum(
                        row.flow().sigmaSquared() / row.deltaSquared().getAsDouble(), 0));
    }

    private static int lastStep(OdeComparison comparison) {
        return comparison.points().size() - 1;
    }

    private static Optional<Extremum> stageDelay(OdeComparison comparison) {
        Optional<Extremum> largest = Optional.empty();
        for (OdeComparison.StageSpan span : comparison.stages()) {
            if (span.predictedStart().isEmpty()) {
                return Optional.empty();
            }
            double delay = comparison.epsilon()
                    * FastMath.abs(span.first() - span.predictedStart().get());
            if (largest.isEmpty() || delay > largest.get().value()) {
                largest = Optional.of(new Extremum(delay, span.first()));
            }
        }
        return largest;
    }

    public static Optional<OdeReadings> of(String word) {
        return Arrays.stream(values()).filter(q -> q.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(OdeReadings::word).toList();
    }
}
