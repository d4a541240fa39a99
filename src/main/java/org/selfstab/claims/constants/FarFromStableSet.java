package org.selfstab.claims.constants;

import org.selfstab.vocabulary.Verdict;

/**
 * Whether iterates have gone far from the stable set, {@code eta S > 4}, and stay there. One iterate does not tell: a bounded orbit of period four
 * may come by at every fourth step.
 */
public final class FarFromStableSet {

    /** {@code eta S} of iterates that are far from the stable set: twice the edge. */
    public static final double FAR = 4.0;

    private static final int SHORTEST = 8;
    private static final int LONGEST = 64;

    private FarFromStableSet() {}

    /**
     * How many iterates at the end of a run have to be far: {@value #LONGEST}, of a shorter run its second half, but at least {@value #SHORTEST}.
     *
     * @param steps the number of the run's steps
     */
    public static int stretch(int steps) {
        return Math.max(SHORTEST, Math.min(LONGEST, (steps + 1) / 2));
    }

    /**
     * Whether a run ended far from the stable set: UNDECIDED where its iterates are far for at least half of the stretch that it takes.
     *
     * @param steps the number of the run's steps
     * @param farFor at how many steps, up to the last, the iterates were far without a break
     */
    public static Verdict.Status verdict(int steps, int farFor) {
        int stretch = stretch(steps);
        if (farFor >= stretch) {
            return Verdict.Status.HOLDS;
        }
        return 2 * farFor >= stretch ? Verdict.Status.UNDECIDED : Verdict.Status.FAILS;
    }
}
