package org.selfstab.problem;

import org.selfstab.vocabulary.SelfstabException;

/** A parameter whose definition gives it no value. */
public final class ParameterException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    ParameterException(String parameter, String problem, String remedy) {
        super(problem, remedy);
        this.parameter = parameter;
    }

    /** The parameter's name. */
    public String parameter() {
        return parameter;
    }
}
