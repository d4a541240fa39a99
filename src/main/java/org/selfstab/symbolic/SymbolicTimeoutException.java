package org.selfstab.symbolic;

import org.selfstab.vocabulary.SelfstabException;

/** The computer algebra system has not answered within minutes; the message says on what. No result depends on it. */
public final class SymbolicTimeoutException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    SymbolicTimeoutException(String problem, String remedy) {
        super(problem, remedy);
    }

    @Override
    public boolean isAboutTheProblem() {
        return true;
    }
}
