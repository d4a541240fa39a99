package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.ClosedEigengapException;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.ProjectionException;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.numeric.Norm;
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

    private final Model<T> model;
    private final ProjectionMethod projection;
    private final PredictedStep<T> prediction;

    /**
     * A run.
     *
     * @param options the projection of the constrained trajectory and the form of the predicted dynamics
     */
    public CoupledRun(Model<T> model, RunOptions options) {
        this.model = model;
        this.projection = options.projection();
        this.prediction = model.prediction(options.frame());
    }

    /**
     * Runs from a point at the edge.
     *
     * @param start {@code theta_0}, of dimension n
     * @param horizon how many steps to do, from what is known at t = 0
     * @param observer sees every step, t = 0 and the last one included
     * @return why the run ended
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public RunEnd run(FieldVector<T> start, Horizon horizon, StepObserver<T> observer) {
        ConstrainedTrajectory<T> trajectory;
        try {
            trajectory = model.constrained(start, projection);
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
                .runTo(horizon.end(first, start.subtract(first.point()), model.eta()));
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
        private final SharpnessEvaluator<T> iterate;
        private final ConstrainedTrajectory<T> constrained;
        private final StepObserver<T> observer;
        private FieldVector<T> predicted;
        private boolean isPredicted = true;
        private double previousNorm = Double.NaN;

        Stepper(FieldVector<T> start, ConstrainedTrajectory<T> constrained, StepObserver<T> observer) {
            this.descent = model.descent(start);
            this.iterate = model.sharpness();
            this.constrained = constrained;
            this.observer = observer;
            this.predicted = start.subtract(constrained.geometry().point());
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
                        t, theta, iterate.loss(), iterate.sharpness(), constrained.present(), predicted));
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
                predicted = prediction.next(predicted, here, constrained.geometry());
                isPredicted = NotFinite.isFinite(predicted);
            }
            if (!isPredicted) {
                predicted.set(model.eta().newInstance(Double.NaN));
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
