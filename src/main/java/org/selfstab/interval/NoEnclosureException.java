package org.selfstab.interval;

import org.selfstab.vocabulary.SelfstabException;

/** An operation of which intervals here have no enclosure, so that nothing can be proved about what uses it. */
public final class NoEnclosureException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    NoEnclosureException(String operation) {
        super("no enclosure of " + operation, "what uses it cannot be certified");
    }

    @Override
    public boolean isAboutTheProblem() {
        return true;
    }
}
