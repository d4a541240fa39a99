package org.selfstab.geometry.unstable;

import org.selfstab.vocabulary.SelfstabException;

/** A nearest point of the stable set of several eigenvalues that is not found, or is none because more eigenvalues come to the edge there. */
public final class UnstableProjectionException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    private final double next;

    private UnstableProjectionException(String message, double next) {
        super(message);
        this.next = next;
    }

    static UnstableProjectionException notFound(String reason) {
        return new UnstableProjectionException(reason, Double.NaN);
    }

    static UnstableProjectionException moreUnstable(int k, double next, double edge) {
        return new UnstableProjectionException(
                "at the nearest point of the stable set of " + k
                        + " eigenvalues the next one is at the edge, too: lambda_" + (k + 1) + " = " + next
                        + ", S_c is " + edge,
                next);
    }

    /** Whether it is that more eigenvalues are at the edge than are followed. */
    public boolean isMoreUnstable() {
        return !Double.isNaN(next);
    }

    /** {@code lambda_{k+1}} then. */
    public double next() {
        return next;
    }
}
