package org.selfstab.recheck;

import org.selfstab.vocabulary.SelfstabException;

/** Something that a certificate states could not be verified; the message says what. */
final class RejectedException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    RejectedException(String message) {
        super(message);
    }

    /** Refuses what does not hold. */
    static void unless(boolean holds, String otherwise) {
        if (!holds) {
            throw new RejectedException(otherwise);
        }
    }
}
