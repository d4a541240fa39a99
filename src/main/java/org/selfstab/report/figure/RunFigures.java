package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.CentralFlowResult;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.document.chart.ValuePanel;
import org.selfstab.dynamics.ReducedLevel;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.expression.Symbol;
import org.selfstab.vocabulary.Extremum;

/** The figures of one run. */
public final class RunFigures {

    private static final String WITHOUT_OSCILLATION =
            "alpha is not positive at t = 0, so δ and with it X and Y are undefined: there is no progressive sharpening";

    private RunFigures() {}

    /**
     * The figures of a run that is over.
     *
     * @param recorder what saw all steps
     * @param verification what the run gave
     * @param variables the variables of the loss
     */
    public static FigureSet of(RunRecorder<?> recorder, Verification verification, List<Symbol> variables) {
        if (verification.constants().isEmpty()) {
            return withoutSteps(verification);
        }
        return ofSteps(recorder, verification.constants().get(), variables);
    }

    /**
     * The figures of the reduced dynamics of a run that is over: the phase portrait and the central flow.
     *
     * @param recorder what saw all steps
     */
    public static FigureSet ofReducedDynamics(RunRecorder<?> recorder, Verification verification) {
        if (verification.constants().isEmpty()) {
            return withoutSteps(verification);
        }
        RecordedRun run = recorder.recorded();
        FigureSet.Collector set = new FigureSet.Collector();
        addReducedDynamics(set, run, verification.constants().get());
        ValuePanel table = addFlow(set, recorder, run);
        return set.collected(Optional.of(table), notes(run));
    }

    private static void addReducedDynamics(FigureSet.Collector set, RecordedRun run, RunConstants constants) {
        set.addOrOmit(PhasePortrait.of(run), "Phase portrait of the reduced dynamics", obstacle(constants));
    }

    /** Adds the figures of the central flow, and its numbers to those of the run. */
    private static ValuePanel addFlow(FigureSet.Collector set, RunRecorder<?> recorder, RecordedRun run) {
        ValuePanel table = readout(run);
        Optional<FlowFigures> flow = flow(recorder, run, set);
        flow.ifPresent(figures -> {
            set.add(figures.variance());
            set.add(figures.loss());
        });
        return flow.map(figures -> table.with(figures.columns(table.steps()))).orElse(table);
    }

    private static FigureSet withoutSteps(Verification verification) {
        return new FigureSet(
                List.of(),
                List.of(new FigureSet.SkippedFigure(
                        "All figures", "there is no step to show: " + verification.description())),
                Optional.empty(),
                List.of());
    }

    private static FigureSet ofSteps(RunRecorder<?> recorder, RunConstants constants, List<Symbol> variables) {
        RecordedRun run = recorder.recorded();
        FigureSet.Collector set = new FigureSet.Collector();
        TimeSeriesFigures courses = new TimeSeriesFigures(run, constants);
        set.add(courses.loss());
        set.add(courses.sharpness());
        set.add(courses.displacementAlongU());
        set.add(courses.displacementAlongSharpness());
        set.addOrOmit(courses.deviation(), "Deviation of the prediction", "the prediction is exact throughout");
        addReducedDynamics(set, run, constants);
        if (run.isPlane()) {
            set.add(new LossContours(recorder.model(), run, variables).figure());
        } else {
            set.omit("Loss landscape", "the loss has " + variables.size() + " variables, and only two can be drawn");
        }
        ValuePanel table = addFlow(set, recorder, run);
        return set.collected(Optional.of(table), notes(run));
    }

    private static String obstacle(RunConstants constants) {
        return constants
                        .undefinedOscillation()
                        .map(Extremum::step)
                        .filter(step -> step == 0)
                        .isPresent()
                ? WITHOUT_OSCILLATION
                : "there is no oscillation: the start is the fixed point of the reduced equation, or x is 0";
    }

    private static Optional<FlowFigures> flow(RunRecorder<?> recorder, RecordedRun run, FigureSet.Collector set) {
        String title = "Central flow beside the iterates";
        Optional<Double> period = period(run);
        if (period.isEmpty()) {
            set.omit(title, "without an oscillation there is no period to average over");
            return Optional.empty();
        }
        Optional<CentralFlowResult> flow = recorder.centralFlow(period.get());
        if (flow.isEmpty()) {
            set.omit(
                    title,
                    "the run has more than " + RunRecorder.LONGEST_FLOW
                            + " steps; selfstab ode integrates the flow beside any run");
            return Optional.empty();
        }
        if (flow.get().rows().size() < 2) {
            set.omit(title, "the flow has no step: " + flow.get().run().end().description());
            return Optional.empty();
        }
        return flow.map(result -> new FlowFigures(result, period.get()));
    }

    /** The period in steps that the reduced equation predicts from the start; empty without an oscillation. */
    private static Optional<Double> period(RecordedRun run) {
        double x = run.kept(RunQuantity.REDUCED_X)[0];
        double y = run.kept(RunQuantity.REDUCED_Y)[0];
        double epsilon = run.kept(RunQuantity.TAU)[0];
        if (!(x > 0 && epsilon > 0)) {
            return Optional.empty();
        }
        Binary64 energy = new ReducedState<>(new Binary64(Math.log(x)), new Binary64(y)).energy();
        return energy.getReal() > 0 && energy.isFinite()
                ? Optional.of(new ReducedLevel<>(energy).period().getReal() / epsilon)
                : Optional.empty();
    }

    private static List<String> notes(RecordedRun run) {
        List<String> notes = new ArrayList<>();
        if (run.isThinned()) {
            notes.add("The run has " + run.steps() + " steps; the figures show " + run.keptSteps().length
                    + " of them, and the least and the greatest value among those between.");
        }
        return notes;
    }

    /** What was recorded, by step. */
    private static ValuePanel readout(RecordedRun run) {
        List<ValuePanel.Column> columns = new ArrayList<>();
        for (RunQuantity quantity : RunQuantity.values()) {
            if (quantity != RunQuantity.TAU) {
                columns.add(column(quantity.key(), quantity.symbol(), quantity.words(), run.kept(quantity)));
            }
        }
        if (run.isPlane()) {
            for (RecordedRun.Place place : RecordedRun.Place.values()) {
                for (int i = 0; i < 2; i++) {
                    columns.add(column(place.key(i), "", "", run.kept(place, i)));
                }
            }
        }
        return new ValuePanel("step t", Arrays.stream(run.keptSteps()).boxed().toList(), columns, List.of());
    }

    private static ValuePanel.Column column(String key, String symbol, String words, double[] values) {
        return new ValuePanel.Column(
                key, symbol, words, Arrays.stream(values).boxed().toList());
    }
}
