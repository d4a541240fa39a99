package org.selfstab.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.dynamics.CentralFlow;
import org.selfstab.dynamics.CentralFlowRun;
import org.selfstab.dynamics.CentralFlowSample;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Setting;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Norm;

/**
 * Holds the central flow, theory.md (22)-(23), against a run: started at {@code dagger_0}, beside the constrained trajectory and the
 * exact iterates' means over a window about each step. Keeps the run's steps, so memory grows with the horizon.
 */
public final class CentralFlowComparison implements StepObserver<Binary64> {

    private final Setting<Binary64> setting;
    private final List<FieldVector<Binary64>> daggers = new ArrayList<>();
    private final List<OptionalDouble> deltasSquared = new ArrayList<>();
    private final List<List<Double>> iterates = new ArrayList<>();
    private final List<Double> xSquared = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();

    /** A comparison with runs in a setting. */
    public CentralFlowComparison(Setting<Binary64> setting) {
        this.setting = setting;
        for (int i = 0; i < setting.loss().dimension(); i++) {
            iterates.add(new ArrayList<>());
        }
    }

    /** The window nearest to a period of the oscillation, in steps: an even number, at least 2. */
    public static int windowOfPeriod(double period) {
        return Math.max(2, 2 * (int) Math.round(period / 2));
    }

    @Override
    public void observe(CoupledStep<Binary64> step) {
        LocalGeometry<Binary64> geometry = step.geometry();
        daggers.add(geometry.point());
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

    /**
     * The central flow from {@code dagger_0} over the steps observed.
     *
     * @throws IllegalStateException if no step was observed
     */
    public CentralFlowRun flow() {
        if (daggers.isEmpty()) {
            throw new IllegalStateException("no step was observed");
        }
        return new CentralFlow(setting.surveyor(), setting.eta()).run(daggers.get(0), daggers.size() - 1);
    }

    /**
     * The flow beside the run, at the steps about which the whole window was observed and to which the flow came.
     *
     * @param flow {@link #flow()}
     * @param window the number of steps averaged over, even and positive
     */
    public List<CentralFlowRow> rows(CentralFlowRun flow, int window) {
        List<WindowedMean> means =
                iterates.stream().map(entry -> new WindowedMean(entry, window)).toList();
        WindowedMean meanXSquared = new WindowedMean(xSquared, window);
        WindowedMean meanLoss = new WindowedMean(losses, window);
        return flow.samples().stream()
                .filter(sample -> meanLoss.isDefinedAt(sample.t()))
                .map(sample -> row(sample, means, meanXSquared, meanLoss))
                .toList();
    }

    private CentralFlowRow row(
            CentralFlowSample sample, List<WindowedMean> iterate, WindowedMean meanXSquared, WindowedMean meanLoss) {
        int t = sample.t();
        FieldVector<Binary64> meanIterate = new ArrayFieldVector<>(Binary64Field.getInstance(), iterate.size());
        for (int i = 0; i < iterate.size(); i++) {
            meanIterate.setEntry(i, new Binary64(iterate.get(i).at(t)));
        }
        return new CentralFlowRow(
                t,
                distance(sample.theta(), daggers.get(t)),
                distance(sample.theta(), meanIterate),
                sample.sigmaSquared(),
                deltasSquared.get(t),
                meanXSquared.at(t),
                sample.averagedLoss(),
                meanLoss.at(t));
    }

    private static double distance(FieldVector<Binary64> a, FieldVector<Binary64> b) {
        return Norm.of(a.subtract(b)).getReal();
    }
}
