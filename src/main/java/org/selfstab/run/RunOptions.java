package org.selfstab.run;

import java.util.Optional;

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

    /** These with numbers of so many decimal digits, of which double precision has fewer. */
    public RunOptions withDigits(int number) {
        return new RunOptions(projection, frame, horizon, Optional.of(number), crossCheck);
    }

    /** The numbers of the run, as people say it. */
    public String numbers() {
        return digits.map(number -> number + " digits").orElse("double precision");
    }

    /** These with the derivatives compared with those by computer algebra. */
    public RunOptions withCrossCheck() {
        return new RunOptions(projection, frame, horizon, digits, true);
    }
}
