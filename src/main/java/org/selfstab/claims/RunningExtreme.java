package org.selfstab.claims;

import java.util.Optional;

/** Follows the largest or the smallest value of a quantity over the steps. */
final class RunningExtreme {

    private final int sign;
    private Extreme extreme;

    private RunningExtreme(int sign) {
        this.sign = sign;
    }

    static RunningExtreme largest() {
        return new RunningExtreme(1);
    }

    static RunningExtreme smallest() {
        return new RunningExtreme(-1);
    }

    void include(double value, int step) {
        if (extreme == null || isWorse(value)) {
            extreme = new Extreme(value, step);
        }
    }

    /** What is not a number is the worst and stays: no later value hides it. */
    private boolean isWorse(double value) {
        return !Double.isNaN(extreme.value()) && !(sign * value <= sign * extreme.value());
    }

    /** The extreme; empty before the first value. */
    Optional<Extreme> get() {
        return Optional.ofNullable(extreme);
    }
}
