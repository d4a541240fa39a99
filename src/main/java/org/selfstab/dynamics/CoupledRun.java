package org.selfstab.dynamics;

import java.util.List;
import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.ClosedEigengapException;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.ProjectionException;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.numeric.FieldVectors;
import org.selfstab.numeric.Norm;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Interruption;

/**
 * Exact gradient descent, the constrained trajectory and the predicted dynamics, step by step from one start at t = 0.
 *
 * @param <T> the field's elements
 */
public final class CoupledRun<T extends CalculusFieldElement<T>> {

    private final LinearModel<T> model;
    private final ProjectionMethod projection;
    private final PredictedFrame frame;

    /**
     * A run.
     *
     * @param options the projection of the constrained trajectory and the form of the predicted dynamics
     */
    public CoupledRun(LinearModel<T> model, RunOptions options) {
        this.model = model;
        this.projection = options.projection();
        this.frame = options.frame();
    }

    /**
     * Runs from a point at the edge.
     *
     * @param start {@code psi_0}, of dimension n, and the optimizer's state there
     * @param horizon how many steps to do, from what is known at t = 0
     * @param observer sees every step, t = 0 and the last one included
     * @return why the run ended
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public RunEnd run(EdgeSearch.Outcome.Reached<T> start, Horizon horizon, StepObserver<T> observer) {
        ConstrainedTrajectory<T> trajectory;
        try {
            trajectory = model.constrained(start.iterate(), projection);
        } catch (ProjectionException failure) {
            return endBy(failure, 0);
        } catch (UndefinedGeometryException undefined) {
            return new RunEnd.GeometryUndefined(0, undefined.getMessage());
        }
        LocalGeometry<T> first = trajectory.geometry();
        if (!horizon.isDefinedAt(first)) {
            return horizon.undefinedAt(first);
        }
        return new Stepper(start, trajectory, observer)
                .runTo(horizon.end(first, start.iterate().subtract(first.point()), model.rates()));
    }

    private RunEnd endBy(ProjectionException failure, int step) {
        return failure instanceof ClosedEigengapException closed
                ? new RunEnd.EigenvaluesMeet(
                        step, closed.first(), closed.second(), model.edge().getReal())
                : new RunEnd.ProjectionFailed(step, failure.getMessage());
    }

    /** The three trajectories on their way. */
    private final class Stepper {

        private final Descent<T> descent;
        private final Supplier<List<FieldVector<T>>> state;
        private final SharpnessEvaluator<T> iterate;
        private final ConstrainedTrajectory<T> constrained;
        private final StepObserver<T> observer;
        private final Prediction<T> prediction;
        private FieldVector<T> predicted;
        private boolean isPredicted = true;
        private double previousNorm = Double.NaN;

        Stepper(EdgeSearch.Outcome.Reached<T> start, ConstrainedTrajectory<T> constrained, StepObserver<T> observer) {
            FieldVector<T> dagger = constrained.geometry().point();
            List<FieldVector<T>> first =
                    start.state().orElseGet(() -> model.oscillating(start.iterate(), constrained.geometry()));
            this.descent = model.descent(first);
            this.state = descent::state;
            this.iterate = model.sharpness();
            this.constrained = constrained;
            this.observer = observer;
            this.prediction = model.prediction(
                    frame, first.stream().map(copy -> copy.subtract(dagger)).toList());
            this.predicted = prediction.displacement();
        }

        RunEnd runTo(RunEnd.ReachedHorizon horizon) {
            int lastStep = horizon.steps();
            for (int t = 0; t <= lastStep; t++) {
                Interruption.check();
                if (constrained.geometry().beta().isZero()) {
                    return new RunEnd.NoSelfStabilization(t);
                }
                FieldVector<T> theta = descent.iterate();
                double norm = Norm.of(theta).getReal();
                try {
                    iterate.moveTo(theta);
                } catch (UndefinedGeometryException notFinite) {
                    return NotFinite.at(t, theta, previousNorm, notFinite);
                }
                if (!Double.isFinite(norm)) {
                    return new RunEnd.Diverged(t, previousNorm);
                }
                observer.observe(new CoupledStep<>(
                        t,
                        theta,
                        state,
                        iterate.loss(),
                        iterate.sharpness(),
                        constrained.present(),
                        constrained.source(),
                        predicted));
                previousNorm = norm;
                if (t < lastStep) {
                    try {
                        step();
                    } catch (ProjectionException failure) {
                        return endBy(failure, t + 1);
                    } catch (UndefinedGeometryException undefined) {
                        return new RunEnd.GeometryUndefined(t + 1, undefined.getMessage());
                    }
                }
            }
            return horizon;
        }

        /** A prediction that is not finite is over, and the iterates go on without it. */
        private void predict(LocalGeometry<T> here) {
            if (isPredicted) {
                prediction.step(here, constrained.geometry());
                predicted = prediction.displacement();
                isPredicted = FieldVectors.isFinite(predicted);
            }
            if (!isPredicted) {
                predicted.set(model.edge().newInstance(Double.NaN));
            }
        }

        private void step() {
            LocalGeometry<T> here = constrained.geometry();
            descent.step();
            constrained.step();
            predict(here);
        }
    }
}
