package org.selfstab.symbolic;

import org.selfstab.vocabulary.SelfstabException;

/** The computer algebra system failed, or answered with something that is not a real elementary expression. */
public final class SymbolicException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    SymbolicException(String problem, String remedy) {
        super(problem, remedy);
    }

    SymbolicException(String problem, Throwable cause) {
        super(problem);
        initCause(cause);
    }

    @Override
    public boolean isAboutTheProblem() {
        return true;
    }
}
