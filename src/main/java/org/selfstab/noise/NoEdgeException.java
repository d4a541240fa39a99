package org.selfstab.noise;

import org.selfstab.vocabulary.SelfstabException;

/** Says why there is no edge of stability to find; part of a result, not of a failure. */
final class NoEdgeException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    NoEdgeException(String reason) {
        super(reason, "choose another start");
    }
}
