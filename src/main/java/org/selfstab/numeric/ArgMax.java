package org.selfstab.numeric;

import java.util.Optional;

/** Follows the largest or the smallest value of a quantity over the steps. */
public final class ArgMax {

    private final int sign;
    private Extremum extreme;

    private ArgMax(int sign) {
        this.sign = sign;
    }

    public static ArgMax largest() {
        return new ArgMax(1);
    }

    public static ArgMax smallest() {
        return new ArgMax(-1);
    }

    public void include(double value, int step) {
        if (extreme == null || isWorse(value)) {
            extreme = new Extremum(value, step);
        }
    }

    /** What is not a number is the worst and stays: no later value hides it. */
    private boolean isWorse(double value) {
        return !Double.isNaN(extreme.value()) && !(sign * value <= sign * extreme.value());
    }

    /** The extreme; empty before the first value. */
    public Optional<Extremum> get() {
        return Optional.ofNullable(extreme);
    }
}
