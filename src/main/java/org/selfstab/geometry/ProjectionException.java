package org.selfstab.geometry;

/** A projection onto the stable set that found no point; the message carries the residuals. */
public sealed class ProjectionException extends RuntimeException permits ClosedEigengapException {

    private static final long serialVersionUID = 1L;

    ProjectionException(String message) {
        super(message);
    }
}
