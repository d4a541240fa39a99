package org.selfstab.geometry;

import org.selfstab.vocabulary.SelfstabException;

/** A projection onto the stable set that found no point; the message carries the residuals. */
public sealed class ProjectionException extends SelfstabException permits ClosedEigengapException {

    private static final long serialVersionUID = 1L;

    public ProjectionException(String message) {
        super(message);
    }
}
