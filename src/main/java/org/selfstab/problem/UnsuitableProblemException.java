package org.selfstab.problem;

import org.selfstab.vocabulary.SelfstabException;

/** A problem that is none of those that something is for: another optimizer, no noise, several eigenvalues. */
public final class UnsuitableProblemException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a problem that something is not for.
     *
     * @param problem what is asked for, and what the problem has instead
     * @param remedy what takes it, or what to add
     */
    public UnsuitableProblemException(String problem, String remedy) {
        super(problem, remedy);
    }

    @Override
    public boolean isAboutTheProblem() {
        return true;
    }
}
