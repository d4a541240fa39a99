package org.selfstab.claims;

import java.util.Optional;
import java.util.OptionalInt;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledRun;
import org.selfstab.dynamics.Horizon;
import org.selfstab.dynamics.Model;
import org.selfstab.problem.Problem;

/**
 * How a run is to be done.
 *
 * @param projection how points are brought to the stable set
 * @param frame the form of the predicted dynamics
 * @param horizon the number of steps, where it is not left to the problem
 */
public record RunOptions(ProjectionMethod projection, PredictedFrame frame, Optional<Integer> horizon) {

    /** The exact projection, the paper's moving frame and the problem's own horizon. */
    public static RunOptions defaults() {
        return new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.empty());
    }

    /** The coupled run in a setting, by this projection and in this frame. */
    public <T extends CalculusFieldElement<T>> CoupledRun<T> coupledRun(Model<T> model) {
        return new CoupledRun<>(model, from -> projection.trajectory(model, from), frame.of(model));
    }

    /** The horizon stated here, or by the problem, or three periods. */
    Horizon horizonOf(Problem problem) {
        if (horizon.isEmpty() && problem.horizonOfStart().isPresent()) {
            return new Horizon.OfStart(problem.horizonOfStart().get());
        }
        OptionalInt steps = horizon.isPresent() ? OptionalInt.of(horizon.get()) : problem.horizonSteps();
        return steps.isPresent()
                ? new Horizon.Fixed(steps.getAsInt())
                : new Horizon.ThreePeriods(problem.run().maxSteps());
    }
}
