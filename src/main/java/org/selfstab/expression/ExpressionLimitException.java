package org.selfstab.expression;

import org.selfstab.vocabulary.SelfstabException;

/** An expression that would need more memory or time than an untrusted problem file may ask for. */
public final class ExpressionLimitException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    /** A limit that was reached, with the way out. */
    public ExpressionLimitException(String problem, String remedy) {
        super(problem, remedy);
    }

    @Override
    public boolean isAboutTheProblem() {
        return true;
    }
}
