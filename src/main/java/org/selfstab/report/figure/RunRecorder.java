package org.selfstab.report.figure;

import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.CentralFlowResult;
import org.selfstab.claims.comparison.CentralFlowComparison;
import org.selfstab.dynamics.AdaptiveModel;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.StepObserver;

/**
 * Records a run for its figures while it goes, in bounded memory: rows are thinned ({@link ThinnedRows}), and the central flow, whose comparison
 * keeps every step, is given up on a long run.
 *
 * @param <T> the numbers of the run
 */
public final class RunRecorder<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    /** The longest run, in steps, beside which the central flow is integrated for a figure; {@code selfstab ode} does so beside any. */
    public static final int LONGEST_FLOW = 3000;

    /** The coordinates that are recorded of a loss of two variables, beside {@link RunQuantity}. */
    private static final int COORDINATES = 6;

    private static final int PLANE = 2;

    private final Model<Binary64> model;
    private final Rates<Binary64> rates;
    private final ThinnedRows rows;
    private Optional<CentralFlowComparison<T>> flow;

    /**
     * A recorder.
     *
     * @param model the run's setting, in double precision
     */
    public RunRecorder(Model<Binary64> model) {
        this.model = model;
        this.rates = model.rates();
        this.rows = new ThinnedRows(RunQuantity.values().length + (isPlane() ? COORDINATES : 0));
        this.flow =
                model instanceof AdaptiveModel<?> ? Optional.empty() : Optional.of(new CentralFlowComparison<>(model));
    }

    private boolean isPlane() {
        return model.loss().dimension() == PLANE;
    }

    @Override
    public void observe(CoupledStep<T> step) {
        double[] row = new double[rows.columns()];
        int column = 0;
        for (RunQuantity quantity : RunQuantity.values()) {
            row[column++] = quantity.of(step, rates);
        }
        if (isPlane()) {
            FieldVector<T> theta = step.ofParameters(step.theta());
            FieldVector<T> dagger = step.ofParameters(step.geometry().point());
            FieldVector<T> predicted = dagger.add(step.ofParameters(step.predicted()));
            for (int i = 0; i < PLANE; i++) {
                row[column + i] = theta.getEntry(i).getReal();
                row[column + PLANE + i] = dagger.getEntry(i).getReal();
                row[column + 2 * PLANE + i] = predicted.getEntry(i).getReal();
            }
        }
        rows.add(step.t(), row);
        flow = step.t() > LONGEST_FLOW ? Optional.empty() : flow;
        flow.ifPresent(comparison -> comparison.observe(step));
    }

    /** The run's setting, in double precision. */
    Model<Binary64> model() {
        return model;
    }

    /** What was recorded so far. */
    public RecordedRun recorded() {
        return new RecordedRun(
                rates.growth().getReal(), model.edge().getReal(), model.loss().dimension(), rows);
    }

    /**
     * The central flow beside the steps recorded; empty if they were too many.
     *
     * @param period of the oscillation in steps, over which the iterates are averaged; if the run is shorter, over half of it
     */
    Optional<CentralFlowResult> centralFlow(double period) {
        return flow.map(comparison -> {
            int last = comparison.lastStep();
            int window = CentralFlowComparison.windowOfPeriod(period < last ? period : last / 2.0);
            return comparison.resultForPictures(last, window);
        });
    }
}
