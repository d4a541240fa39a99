package org.selfstab.claims;

import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Stage;

/**
 * Exact iterates and the predicted map beside the reduced equation, theory.md section 5; evidence: a numeric run.
 *
 * @param epsilon the largest epsilon_t of the run
 * @param energy E of the start, with alpha and beta at t = 0
 * @param points every step, from t = 0
 * @param deviations the largest distances from the equation
 * @param quantities what the equation predicts of the run, and what was observed
 * @param periods the phase error after each whole period of the iterates
 * @param stages the stages of the iterates, in their order, with the equation's times
 */
public record OdeComparison(
        double epsilon,
        double energy,
        List<Point> points,
        Deviations deviations,
        List<Quantity> quantities,
        List<PhaseError> periods,
        List<StageSpan> stages) {

    public OdeComparison {
        points = List.copyOf(points);
        quantities = List.copyOf(quantities);
        periods = List.copyOf(periods);
        stages = List.copyOf(stages);
    }

    /** What the equation predicts of the run by a key of {@link Quantity}. */
    public Quantity quantity(String key) {
        return quantities.stream()
                .filter(quantity -> quantity.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no quantity " + key));
    }

    /** The oscillation's period in steps: observed, or predicted where the run is too short. */
    public double period() {
        Quantity period = quantity("period");
        return period.observed().orElse(period.predicted());
    }

    /**
     * X and Y at one moment.
     *
     * @param x {@code |x|/delta_t}
     * @param y {@code y/sqrt(alpha_t)}
     */
    public record Coordinates(double x, double y) {}

    /**
     * One step.
     *
     * @param t the step
     * @param tau the sum of epsilon_s for s before t
     * @param iterate of the exact iterate
     * @param map of the predicted dynamics
     * @param driven of the equation with alpha and beta of the run
     * @param frozen of the equation (15) with alpha and beta of t = 0, at tau
     * @param stage the stage of the exact iterate
     */
    public record Point(
            int t,
            double tau,
            Coordinates iterate,
            Coordinates map,
            Coordinates driven,
            Coordinates frozen,
            Stage stage) {}

    /**
     * The largest distances over the run, in the plane of X and Y, and their steps.
     *
     * @param drivenFromIterates of the equation along the run from the exact iterates
     * @param frozenFromIterates of the frozen equation from the exact iterates
     * @param drivenFromMap of the equation along the run from the predicted map
     */
    public record Deviations(Extremum drivenFromIterates, Extremum frozenFromIterates, Extremum drivenFromMap) {}

    /**
     * A number that the equation predicts.
     *
     * @param name what it is
     * @param key its name in JSON
     * @param predicted by the closed forms (17)-(20) at t = 0, of the whole orbit
     * @param observed on the exact iterates, period and extremes over their first period and means over all whole periods; empty where the run is
     *     too short to tell
     */
    public record Quantity(Notation name, String key, double predicted, Optional<Double> observed) {

        /** How far observed is from predicted, relative to what was predicted above an origin. */
        public Optional<Double> relativeError(double origin) {
            return observed.map(value -> Math.abs((value - predicted) / (predicted - origin)));
        }
    }

    /**
     * The phase error after a number of whole periods of the exact iterates.
     *
     * @param periods how many
     * @param observed the time in steps that they took
     * @param predicted the time in steps that the equation along the run takes for them
     * @param cycles how far the equation is behind, in periods: {@code (predicted - observed) * periods / observed}
     */
    public record PhaseError(int periods, double observed, double predicted, double cycles) {}

    /**
     * A stretch of the run in one stage: from the first step in it to the last before the next stage.
     *
     * @param stage the stage
     * @param first the iterates' first step in it
     * @param last the iterates' last step before the first in the next stage
     * @param backwardSteps at how many of these steps the iterate is back in the stage before, as the ripple of x makes it
     * @param predictedStart when the equation along the run enters it, in steps; empty if it does not within the run
     */
    public record StageSpan(Stage stage, int first, int last, int backwardSteps, Optional<Double> predictedStart) {}
}
