package org.selfstab.claims.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.OdeComparison;
import org.selfstab.claims.OdePeriods;
import org.selfstab.claims.constants.PeriodAveragesAccumulator;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.dynamics.reduced.ForcedEquation;
import org.selfstab.dynamics.reduced.OdeSolution;
import org.selfstab.dynamics.reduced.OdeSolver;
import org.selfstab.dynamics.reduced.ReducedEquation;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.numeric.ArgMax;
import org.selfstab.numeric.PhaseUnwrapper;
import org.selfstab.run.RunEnd;
import org.selfstab.vocabulary.Extremum;

/**
 * Watches a run and compares it with the reduced equation, theory.md section 5. It keeps a few numbers of each step.
 *
 * @param <T> the numbers of the run
 */
public final class OdeComparer<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    /** Far below the error of order epsilon that is to be seen; over finer fields less, so that their digits mean something. */
    private static final double COARSEST_TOLERANCE = 1e-12;

    private static final double UNITS_IN_LAST_PLACE = 4096;

    private final Rates<T> rates;
    private final PeriodAveragesAccumulator<T> averages;
    private final List<T> alpha = new ArrayList<>();
    private final List<T> beta = new ArrayList<>();
    private final List<ReducedState<T>> iterates = new ArrayList<>();
    private final List<ReducedState<T>> predictions = new ArrayList<>();
    private final List<Double> distances = new ArrayList<>();
    private final List<Double> sharpness = new ArrayList<>();
    private double skewness;
    private OptionalInt undefinedAt = OptionalInt.empty();

    /** Watches a run of a model. */
    public OdeComparer(Model<T> model) {
        this.rates = model.rates();
        this.averages = new PeriodAveragesAccumulator<>(model);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        if (undefinedAt.isPresent()) {
            return;
        }
        LocalGeometry<T> geometry = step.geometry();
        if (!geometry.hasOscillation()
                || step.x().isZero()
                || !step.isPredicted()
                || step.predictedX().isZero()) {
            undefinedAt = OptionalInt.of(step.t());
            return;
        }
        averages.observe(step);
        if (alpha.isEmpty()) {
            skewness = geometry.kappa3().getReal();
        }
        alpha.add(geometry.alpha());
        beta.add(geometry.beta());
        iterates.add(ReducedState.of(step.x(), rates.reduced(step.y()), geometry.alpha(), geometry.beta()));
        predictions.add(ReducedState.of(
                step.predictedX(), rates.reduced(step.predictedY()), geometry.alpha(), geometry.beta()));
        distances.add(Math.abs(step.x().getReal()));
        sharpness.add(step.sharpness().getReal());
    }

    /** Why there is no comparison, once the run is over; empty if there is one. */
    public Optional<String> obstacle() {
        if (undefinedAt.isPresent()) {
            return Optional.of("X or Y is undefined at t = " + undefinedAt.getAsInt()
                    + ": alpha is not positive beyond rounding, x is 0, or the prediction is not finite");
        }
        if (iterates.size() < 2) {
            return Optional.of("the run has no step to compare");
        }
        return iterates.get(0).energy().getReal() > 0
                ? Optional.empty()
                : Optional.of("the start is the reduced equation's fixed point, so there is no oscillation");
    }

    /**
     * The comparison, once the run is over.
     *
     * @throws IllegalStateException if there is an {@link #obstacle()}
     */
    public OdeComparison comparison() {
        obstacle().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        List<T> tau = taus();
        ReducedState<T> start = iterates.get(0);
        T lastStep = rates.edge().getField().getZero().add(iterates.size() - 1.0);
        OdeSolution<T> driven =
                new OdeSolver<>(new ForcedEquation<>(rates.rate(), alpha, beta), tolerance()).solve(start, lastStep);
        OdeSolution<T> frozen = new OdeSolver<>(
                        new ReducedEquation<>(rates.edge().getField()), tolerance())
                .solve(start, tau.get(tau.size() - 1));
        List<ReducedState<T>> drivenStates = new ArrayList<>();
        List<ReducedState<T>> frozenStates = new ArrayList<>();
        for (int t = 0; t < iterates.size(); t++) {
            drivenStates.add(driven.at(rates.edge().getField().getZero().add(t)));
            frozenStates.add(frozen.at(tau.get(t)));
        }
        PhaseUnwrapper observed = clockOf(iterates);
        return new OdeComparison(
                epsilon(),
                start.energy().getReal(),
                points(tau, drivenStates, frozenStates),
                new OdeComparison.Deviations(
                        largestDistance(drivenStates, iterates),
                        largestDistance(frozenStates, iterates),
                        largestDistance(drivenStates, predictions)),
                new OdePrediction<>(rates, alpha.get(0), beta.get(0), skewness, start)
                        .quantities(rangeOver(observed), observed, averages.result()),
                phaseErrors(observed, clockOf(drivenStates)),
                new StageTable<>(iterates, driven.entries()).spans());
    }

    /**
     * The comparison once the run is over, if there is one, and the central flow.
     *
     * @param end why the run ended; if it did before its horizon, the flow is followed for one step more, in which it may find the same reason
     * @throws IllegalStateException if no step was seen
     */
    OdePeriods beside(CentralFlowComparison<T> flow, RunEnd end) {
        Optional<String> obstacle = obstacle();
        Optional<OdeComparison> comparison = obstacle.isPresent() ? Optional.empty() : Optional.of(comparison());
        int window = CentralFlowComparison.windowOfPeriod(
                comparison.map(OdeComparison::period).orElse(0.0));
        int steps = end.isComplete() ? flow.lastStep() : flow.lastStep() + 1;
        return new OdePeriods(comparison, obstacle, flow.result(steps, window));
    }

    private double tolerance() {
        return Math.min(
                COARSEST_TOLERANCE,
                UNITS_IN_LAST_PLACE * rates.edge().getField().getOne().ulp().getReal());
    }

    private List<T> taus() {
        List<T> taus = new ArrayList<>();
        T tau = rates.edge().getField().getZero();
        for (T a : alpha) {
            taus.add(tau);
            tau = tau.add(a.sqrt().multiply(rates.rate()));
        }
        return taus;
    }

    /** Extremes over the first period, or over the run if it is shorter: later the orbit is another one, since alpha and beta drift. */
    private ObservedRange rangeOver(PhaseUnwrapper clock) {
        int last = clock.turns().stream()
                .findFirst()
                .map(turn -> (int) Math.ceil(turn))
                .orElse(iterates.size() - 1);
        ObservedRange range = new ObservedRange();
        for (int t = 0; t <= last; t++) {
            range.include(distances.get(t), sharpness.get(t));
        }
        return range;
    }

    private double epsilon() {
        return alpha.stream()
                .mapToDouble(a -> rates.rate().multiply(a.sqrt()).getReal())
                .max()
                .orElseThrow();
    }

    private List<OdeComparison.Point> points(List<T> tau, List<ReducedState<T>> driven, List<ReducedState<T>> frozen) {
        List<OdeComparison.Point> points = new ArrayList<>();
        for (int t = 0; t < iterates.size(); t++) {
            points.add(new OdeComparison.Point(
                    t,
                    tau.get(t).getReal(),
                    coordinates(iterates.get(t)),
                    coordinates(predictions.get(t)),
                    coordinates(driven.get(t)),
                    coordinates(frozen.get(t)),
                    iterates.get(t).stage()));
        }
        return points;
    }

    private static <T extends CalculusFieldElement<T>> OdeComparison.Coordinates coordinates(ReducedState<T> state) {
        return new OdeComparison.Coordinates(state.x().getReal(), state.y().getReal());
    }

    private static <T extends CalculusFieldElement<T>> Extremum largestDistance(
            List<ReducedState<T>> one, List<ReducedState<T>> other) {
        ArgMax largest = ArgMax.largest();
        for (int t = 0; t < one.size(); t++) {
            OdeComparison.Coordinates a = coordinates(one.get(t));
            OdeComparison.Coordinates b = coordinates(other.get(t));
            largest.include(Math.hypot(a.x() - b.x(), a.y() - b.y()), t);
        }
        return largest.get().orElseThrow();
    }

    private static <T extends CalculusFieldElement<T>> PhaseUnwrapper clockOf(List<ReducedState<T>> states) {
        PhaseUnwrapper clock = new PhaseUnwrapper();
        for (int t = 0; t < states.size(); t++) {
            clock.include(t, states.get(t).phase());
        }
        return clock;
    }

    private static List<OdeComparison.PhaseError> phaseErrors(PhaseUnwrapper observed, PhaseUnwrapper predicted) {
        List<OdeComparison.PhaseError> errors = new ArrayList<>();
        int both = Math.min(observed.turns().size(), predicted.turns().size());
        for (int k = 1; k <= both; k++) {
            double seen = observed.turns().get(k - 1);
            double expected = predicted.turns().get(k - 1);
            errors.add(new OdeComparison.PhaseError(k, seen, expected, (expected - seen) * k / seen));
        }
        return errors;
    }
}
