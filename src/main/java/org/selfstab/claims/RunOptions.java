package org.selfstab.claims;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.dfp.Dfp;
import org.selfstab.dynamics.Arithmetic;
import org.selfstab.dynamics.CoupledRun;
import org.selfstab.dynamics.DecimalArithmetic;
import org.selfstab.dynamics.Horizon;
import org.selfstab.dynamics.Model;
import org.selfstab.problem.Problem;

/**
 * How a run is to be done.
 *
 * @param projection how points are brought to the stable set
 * @param frame the form of the predicted dynamics
 * @param horizon the number of steps, where it is not left to the problem
 * @param digits the decimal digits of its numbers; empty for double precision
 * @param crossCheck whether the derivatives are compared with those by computer algebra
 */
public record RunOptions(
        ProjectionMethod projection,
        PredictedFrame frame,
        Optional<Integer> horizon,
        Optional<Integer> digits,
        boolean crossCheck) {

    /** In double precision, without a cross-check. */
    public RunOptions(ProjectionMethod projection, PredictedFrame frame, Optional<Integer> horizon) {
        this(projection, frame, horizon, Optional.empty(), false);
    }

    /** The exact projection, the paper's moving frame and the problem's own horizon. */
    public static RunOptions defaults() {
        return new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.empty());
    }

    /** These with another projection onto the stable set. */
    public RunOptions with(ProjectionMethod other) {
        return new RunOptions(other, frame, horizon, digits, crossCheck);
    }

    /** These with another form of the predicted dynamics. */
    public RunOptions with(PredictedFrame other) {
        return new RunOptions(projection, other, horizon, digits, crossCheck);
    }

    /** These with so many steps, at least 1. */
    public RunOptions withHorizon(int steps) {
        return new RunOptions(projection, frame, Optional.of(steps), digits, crossCheck);
    }

    /** These with numbers of so many decimal digits, as {@link org.selfstab.dynamics.DecimalArithmetic} takes them. */
    public RunOptions withDigits(int number) {
        return new RunOptions(projection, frame, horizon, Optional.of(number), crossCheck);
    }

    /** These with the derivatives compared with those by computer algebra. */
    public RunOptions withCrossCheck() {
        return new RunOptions(projection, frame, horizon, digits, true);
    }

    /** Makes the decimal numbers that these ask for, anew for each thread. */
    public Supplier<Arithmetic<Dfp>> decimals() {
        int number = digits.orElseThrow();
        return () -> new DecimalArithmetic(number);
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
