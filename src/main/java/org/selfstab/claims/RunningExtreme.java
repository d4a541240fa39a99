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
        if (extreme == null || sign * value > sign * extreme.value()) {
            extreme = new Extreme(value, step);
        }
    }

    /** The extreme; empty before the first value. */
    Optional<Extreme> get() {
        return Optional.ofNullable(extreme);
    }
}
