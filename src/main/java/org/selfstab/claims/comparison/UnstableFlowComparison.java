package org.selfstab.claims.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.CentralFlowResult;
import org.selfstab.claims.CentralFlowRow;
import org.selfstab.claims.RunConstants;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.UnstableObserver;
import org.selfstab.dynamics.UnstableRun;
import org.selfstab.dynamics.UnstableStep;
import org.selfstab.dynamics.reduced.UnstableCentralFlow;
import org.selfstab.geometry.unstable.UnstableSpaces;
import org.selfstab.numeric.ArrayVectors;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.WindowedMean;
import org.selfstab.run.CentralFlowRun;
import org.selfstab.vocabulary.Extremum;

/**
 * Holds the central flow of several unstable eigenvalues, theory.md (40), against a run: {@code tr Sigma} of the flow beside that of the constrained
 * trajectory and beside the mean of {@code |X|^2}. Keeps the run's steps.
 */
final class UnstableFlowComparison implements UnstableObserver {

    private final Model<Binary64> model;
    private final List<UnstableStep> steps = new ArrayList<>();
    private int most;

    UnstableFlowComparison(Model<Binary64> model) {
        this.model = model;
    }

    @Override
    public Consumer<UnstableStep> of(int k) {
        steps.clear();
        most = k;
        return steps::add;
    }

    /** The flow from {@code dagger_0} beside the steps observed; empty if there are none. */
    Optional<CentralFlowResult> result(RunConstants constants) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        int last = steps.size() - 1;
        Optional<UnstableSpaces> spaces = model.unstableRun(most, true).map(UnstableRun::spaces);
        return spaces.map(found -> {
            CentralFlowRun run = new UnstableCentralFlow(found, model.rates())
                    .run(DoubleVector.of(steps.get(0).space().point()), last);
            int window = window(constants, last);
            return new CentralFlowResult(run, window, rows(run, window));
        });
    }

    /** About a period of a small oscillation of the fastest eigenvalue, or half of a shorter run. */
    private static int window(RunConstants constants, int last) {
        double period = constants
                .epsilon()
                .map(Extremum::value)
                .map(eps -> 2.0 * Math.PI / (Math.sqrt(2.0) * eps))
                .orElse((double) last);
        return CentralFlowComparison.windowOfPeriod(Math.min(period, last / 2.0));
    }

    private List<CentralFlowRow> rows(CentralFlowRun run, int window) {
        int n = steps.get(0).theta().length;
        List<WindowedMean> means = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int entry = i;
            means.add(mean(step -> step.theta()[entry], window));
        }
        WindowedMean square = mean(step -> ArrayVectors.dot(step.x(), step.x()), window);
        WindowedMean loss = mean(step -> step.iterate().loss(), window);
        List<CentralFlowRow> rows = new ArrayList<>();
        for (CentralFlowRun.CentralFlowSample sample : run.samples()) {
            int t = sample.t();
            UnstableStep step = steps.get(t);
            double trace = step.covariance().trace();
            Optional<CentralFlowRow.Means> ofWindow = Optional.empty();
            if (loss.isDefinedAt(t)) {
                double[] mean = new double[n];
                for (int i = 0; i < n; i++) {
                    mean[i] = means.get(i).at(t);
                }
                ofWindow =
                        Optional.of(new CentralFlowRow.Means(distance(sample.theta(), mean), square.at(t), loss.at(t)));
            }
            rows.add(new CentralFlowRow(
                    sample,
                    distance(sample.theta(), step.space().point()),
                    trace > 0 ? OptionalDouble.of(trace) : OptionalDouble.empty(),
                    ofWindow));
        }
        return rows;
    }

    private WindowedMean mean(ToDoubleFunction<UnstableStep> number, int window) {
        return new WindowedMean(steps.stream().mapToDouble(number).boxed().toList(), window);
    }

    private static double distance(FieldVector<Binary64> point, double[] other) {
        double[] difference = ArrayVectors.copy(other);
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= point.getEntry(i).getReal();
        }
        return ArrayVectors.norm(difference);
    }
}
