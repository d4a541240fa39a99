package org.selfstab.loss;

/**
 * The numbers of a sweep as one thread sees them: some pools shared by all, one of its own, and where in each the present chunk or part
 * begins.
 */
final class SweepMemory {

    /** What the arrays of a sweep are kept for: narrow ones. */
    static final int NARROW = 0;

    /** Wide arrays of the present chunk, a thread's own. */
    static final int CHUNK = 1;

    /** Wide arrays of all chunks. */
    static final int WIDE = 2;

    /** Narrow sums over all chunks. */
    static final int TOTAL = 3;

    /** The same over the chunks of one part. */
    static final int PARTIAL = 4;

    static final int ROOMS = 5;

    /** Constants: of wide arrays chunk by chunk, and others. */
    static final int DATA = 0;

    static final int CONSTANTS = 1;

    /** The point, followed by the directions. */
    static final int INPUT = 2;

    /** What a sweep is for. */
    static final int OUTPUT = 3;

    /** Of the sweep for value and gradient, from here on one pool for each of what follows {@link #NARROW}. */
    static final int AT_POINT = 4;

    /** Of third and fourth derivatives of functions at the point. */
    static final int HIGHER = AT_POINT + ROOMS;

    /** Of a sweep along directions. */
    static final int ALONG = HIGHER + ROOMS;

    static final int POOLS = ALONG + ROOMS;

    final double[][] pools;
    final int[] shift = new int[POOLS];

    /** The number of the present chunk, 0 for narrow arrays. */
    int chunk;

    /** The direction of the first lane. */
    int firstDirection;

    /** For functions. */
    final double[] f = new double[5];

    /** Of losses that are written out, which numbers the directions in the lanes reach; by the numbers of their places. */
    final boolean[] reached;

    /**
     * Memory.
     *
     * @param places how many places a plan has
     */
    SweepMemory(double[][] pools, int places) {
        this.pools = pools;
        this.reached = new boolean[places];
    }
}
