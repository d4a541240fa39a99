package org.selfstab.recheck.taylor;

import org.selfstab.vocabulary.SelfstabException;

/** A text that is no formula, or one beyond the limits of {@link FormulaParser}; the message is one line with the place. */
public final class FormulaException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong, and where. */
    public FormulaException(String message) {
        super(message);
    }
}
