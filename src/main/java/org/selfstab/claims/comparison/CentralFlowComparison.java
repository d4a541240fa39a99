package org.selfstab.claims.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.claims.CentralFlowResult;
import org.selfstab.claims.CentralFlowRow;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.dynamics.reduced.CentralFlow;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.numeric.Norm;
import org.selfstab.numeric.WindowedMean;
import org.selfstab.run.CentralFlowRun;

/**
 * Holds the central flow, theory.md (22)-(23), against a run: started at {@code dagger_0}, beside the constrained trajectory and the
 * exact iterates' means over a window about each step. The flow and the comparison are in double precision, whatever the run's numbers.
 * Keeps the run's steps, so memory grows with the horizon.
 *
 * @param <T> the numbers of the run
 */
public final class CentralFlowComparison<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    private final Model<Binary64> model;
    private final List<FieldVector<Binary64>> daggers = new ArrayList<>();
    private final List<OptionalDouble> deltasSquared = new ArrayList<>();
    private final List<List<Double>> iterates = new ArrayList<>();
    private final List<Double> xSquared = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();

    /**
     * A comparison.
     *
     * @param model the run's setting, in double precision
     */
    public CentralFlowComparison(Model<Binary64> model) {
        this.model = model;
        for (int i = 0; i < model.loss().dimension(); i++) {
            iterates.add(new ArrayList<>());
        }
    }

    /** The window nearest to a period of the oscillation, in steps: an even number, at least 2. */
    public static int windowOfPeriod(double period) {
        return Math.max(2, 2 * (int) Math.round(period / 2));
    }

    @Override
    public void observe(CoupledStep<T> step) {
        LocalGeometry<T> geometry = step.geometry();
        daggers.add(real(geometry.point()));
        deltasSquared.add(
                geometry.hasOscillation()
                        ? OptionalDouble.of(geometry.deltaSquared().getReal())
                        : OptionalDouble.empty());
        for (int i = 0; i < iterates.size(); i++) {
            iterates.get(i).add(step.theta().getEntry(i).getReal());
        }
        xSquared.add(step.x().getReal() * step.x().getReal());
        losses.add(step.loss().getReal());
    }

    private static <T extends CalculusFieldElement<T>> FieldVector<Binary64> real(FieldVector<T> vector) {
        FieldVector<Binary64> real = new ArrayFieldVector<>(Binary64Field.getInstance(), vector.getDimension());
        for (int i = 0; i < real.getDimension(); i++) {
            real.setEntry(i, new Binary64(vector.getEntry(i).getReal()));
        }
        return real;
    }

    /** The last step observed, -1 before the first. */
    public int lastStep() {
        return daggers.size() - 1;
    }

    /**
     * The central flow from {@code dagger_0}, beside the steps observed.
     *
     * @param steps how far to integrate, for instance to the {@link #lastStep()}
     * @param window the number of steps that iterates are averaged over, even and positive
     * @throws IllegalStateException if no step was observed
     */
    public CentralFlowResult result(int steps, int window) {
        return result(new CentralFlow(model.geometry(), model.rates()), steps, window);
    }

    /** The same as exactly as pictures show it. */
    public CentralFlowResult resultForPictures(int steps, int window) {
        return result(CentralFlow.forPictures(model.geometry(), model.rates()), steps, window);
    }

    private CentralFlowResult result(CentralFlow flow, int steps, int window) {
        if (daggers.isEmpty()) {
            throw new IllegalStateException("no step was observed");
        }
        CentralFlowRun run = flow.run(daggers.get(0), steps);
        return new CentralFlowResult(run, window, rows(run, window));
    }

    private List<CentralFlowRow> rows(CentralFlowRun run, int window) {
        List<WindowedMean> means =
                iterates.stream().map(entry -> new WindowedMean(entry, window)).toList();
        WindowedMean meanXSquared = new WindowedMean(xSquared, window);
        WindowedMean meanLoss = new WindowedMean(losses, window);
        return run.samples().stream()
                .filter(sample -> sample.t() <= lastStep())
                .map(sample -> new CentralFlowRow(
                        sample,
                        distance(sample.theta(), daggers.get(sample.t())),
                        deltasSquared.get(sample.t()),
                        meanLoss.isDefinedAt(sample.t())
                                ? Optional.of(new CentralFlowRow.Means(
                                        distance(sample.theta(), at(sample.t(), means)),
                                        meanXSquared.at(sample.t()),
                                        meanLoss.at(sample.t())))
                                : Optional.empty()))
                .toList();
    }

    private static FieldVector<Binary64> at(int t, List<WindowedMean> means) {
        FieldVector<Binary64> mean = new ArrayFieldVector<>(Binary64Field.getInstance(), means.size());
        for (int i = 0; i < means.size(); i++) {
            mean.setEntry(i, new Binary64(means.get(i).at(t)));
        }
        return mean;
    }

    private static double distance(FieldVector<Binary64> a, FieldVector<Binary64> b) {
        return Norm.of(a.subtract(b)).getReal();
    }
}
