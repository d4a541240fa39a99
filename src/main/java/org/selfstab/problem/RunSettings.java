package org.selfstab.problem;

import java.util.Optional;
import org.selfstab.expression.Expression;

/**
 * How long and from where to run.
 *
 * @param atEdge whether the start is t = 0; otherwise plain gradient descent runs first, until the edge
 * @param horizon the last step, rounded down, as an expression of the parameters, and of delta and alpha at {@code dagger_0}; if absent
 *     three periods of the oscillation, theory.md section 7
 * @param kick {@code x_0} in units of delta, as an expression of the parameters: the iterate at t = 0 is put to {@code dagger_0 + kick delta u}
 * @param maxSteps the largest number of steps of any kind, positive
 * @param unstable how many of the largest eigenvalues are followed, theory.md section 11; if absent one, and more where they meet at the edge
 */
public record RunSettings(
        boolean atEdge,
        Optional<Expression> horizon,
        Optional<Expression> kick,
        int maxSteps,
        Optional<Integer> unstable) {

    /** The most eigenvalues that can be followed. */
    public static final int MOST_UNSTABLE = 8;

    /** The step limit of files that state none. */
    public static final int DEFAULT_MAX_STEPS = 100_000;

    /** The largest horizon and the largest step limit that a file may ask for. */
    public static final int MAX_STEPS = 100_000_000;

    /** The settings of a file that states none. */
    public static RunSettings byDefault() {
        return new RunSettings(false, Optional.empty(), Optional.empty(), DEFAULT_MAX_STEPS, Optional.empty());
    }
}
