package org.selfstab.geometry;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What iterations at one point start from at the next: the vectors found last. Shared by the geometries of a search, which come to neighbouring points
 * in turn; belongs to one thread.
 */
final class KrylovMemory {

    /** How often nothing is taken over for the second eigenvalue, so that one that came up from behind is seen whatever was known before. */
    private static final int COLD_EVERY = 64;
    /** For so many questions, two a step of a trajectory, the norms of the derivatives are taken to be about the same. */
    private static final int NORMS_EVERY = 64;

    private final double[] u;
    private final double[] second;
    private final double[] resolvedGradient;
    private Optional<ConstraintNorms> norms = Optional.empty();
    private boolean isTrajectory;
    private boolean isKnown;
    private int secondsSought;
    private int normsAsked;

    KrylovMemory(int n) {
        this.u = new double[n];
        this.second = new double[n];
        this.resolvedGradient = new double[n];
    }

    /** A memory of norms that are known, if any. */
    static KrylovMemory with(int n, Optional<ConstraintNorms> norms) {
        KrylovMemory memory = new KrylovMemory(n);
        memory.norms = norms;
        return memory;
    }

    /** Whether there is a point before. */
    boolean isKnown() {
        return isKnown;
    }

    /** The top eigenvector found last, of length n, or zero; to be overwritten by the next. */
    double[] u() {
        return u;
    }

    /** The second eigenvector found last. */
    double[] second() {
        return second;
    }

    /** {@code R grad L} found last. */
    double[] resolvedGradient() {
        return resolvedGradient;
    }

    void setKnown() {
        isKnown = true;
    }

    /** How many second eigenvalues were sought before this one; every {@value #COLD_EVERY}th from nothing. */
    int countSecond() {
        return secondsSought++;
    }

    static boolean isCold(int count) {
        return count % COLD_EVERY == 0;
    }

    /** A trajectory begins here: norms are good for some of its points. */
    void beginTrajectory() {
        isTrajectory = true;
        normsAsked = 0;
    }

    /** The norms found at a point not long before, or new ones; empty where points are not those of a trajectory. */
    Optional<ConstraintNorms> norms(Supplier<ConstraintNorms> here) {
        if (!isTrajectory) {
            return norms;
        }
        if (normsAsked++ % NORMS_EVERY == 0) {
            norms = Optional.of(here.get());
        }
        return norms;
    }
}
