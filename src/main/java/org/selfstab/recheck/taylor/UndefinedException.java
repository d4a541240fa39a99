package org.selfstab.recheck.taylor;

import org.selfstab.vocabulary.SelfstabException;

/** A formula that is not certainly real-valued, or not certainly smooth, where it was to be enclosed; the message says why. */
public final class UndefinedException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    UndefinedException(String message) {
        super(message);
    }

    static void unless(boolean defined, String operation, Object argument) {
        if (!defined) {
            throw new UndefinedException(operation + " " + argument);
        }
    }
}
