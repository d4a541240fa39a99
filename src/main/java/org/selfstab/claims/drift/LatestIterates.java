package org.selfstab.claims.drift;

import org.hipparchus.util.Binary64;
import org.hipparchus.util.FastMath;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.SlowLaw;

/**
 * The last four iterates taken together: of their parts what alternates and what does not, halfway between the second and the third. The third difference leaves of slow motion along u the third
 * derivative alone, which near the axis is all there is beside an alternating part of {@code exp(-E)}.
 */
final class LatestIterates {

    private static final int COUNT = 4;

    private final SlowLaw law;
    private final Descent<Binary64> descent;
    private final double[][] iterates;
    private int steps;

    /** From where an optimizer stands. */
    LatestIterates(SlowLaw law, Descent<Binary64> descent) {
        this.law = law;
        this.descent = descent;
        this.iterates = new double[COUNT][law.stateLength()];
        law.observe(descent, iterates[0]);
    }

    /** How many steps are done. */
    int steps() {
        return steps;
    }

    /** The fewest steps after which there are four. */
    static int fewestSteps() {
        return COUNT - 1;
    }

    /** When what they show is, in steps. */
    double middle() {
        return steps - (COUNT - 1) / 2.0;
    }

    /** Goes on to a step. */
    void advanceTo(int step) {
        int skipped = step - steps - COUNT;
        if (skipped > 0) {
            descent.steps(skipped);
            steps += skipped;
        }
        while (steps < step) {
            descent.step();
            steps++;
            law.observe(descent, iterates[steps % COUNT]);
        }
    }

    /** Of a coordinate, what alternates; with the growth between the iterates, see {@link #gain}. */
    double alternating(int i) {
        return (before(0, i) - 3 * before(1, i) + 3 * before(2, i) - before(3, i)) / 8;
    }

    /** Of a coordinate, what does not. */
    double mean(int i) {
        return (before(0, i) + 3 * before(1, i) + 3 * before(2, i) + before(3, i)) / 8;
    }

    private double before(int back, int i) {
        return iterates[(steps + COUNT - back) % COUNT][i];
    }

    /** By what factor the third difference of a part that alternates and grows by the factor {@code exp(rate)} in a step is larger than the part; that of 1 for rates that are not small. */
    static double gain(double rate) {
        return FastMath.pow(FastMath.cosh(Math.min(1, Math.abs(rate)) / 2), COUNT - 1);
    }

    /** The size of what rounding leaves of an iterate's part. */
    double rounding() {
        double largest = 0;
        for (double coordinate : iterates[steps % COUNT]) {
            largest = Math.max(largest, Math.ulp(coordinate));
        }
        return largest;
    }
}
