package org.selfstab.numeric;

import java.util.Optional;
import org.selfstab.vocabulary.Extremum;

/** Follows the largest or the smallest value of a quantity over the steps, and the first step that attains it. */
public final class ArgMax {

    private final int sign;
    private boolean any;
    private double value;
    private int step;

    private ArgMax(int sign) {
        this.sign = sign;
    }

    public static ArgMax largest() {
        return new ArgMax(1);
    }

    public static ArgMax smallest() {
        return new ArgMax(-1);
    }

    /**
     * Takes in a value.
     *
     * @return whether it is the extreme now
     */
    public boolean include(double newValue, int newStep) {
        boolean isNew = !any || isWorse(newValue);
        if (isNew) {
            any = true;
            value = newValue;
            step = newStep;
        }
        return isNew;
    }

    /** What is not a number is the worst and stays: no later value hides it. */
    private boolean isWorse(double newValue) {
        return !Double.isNaN(value) && !(sign * newValue <= sign * value);
    }

    /** The extreme; empty before the first value. */
    public Optional<Extremum> get() {
        return any ? Optional.of(new Extremum(value, step)) : Optional.empty();
    }
}
