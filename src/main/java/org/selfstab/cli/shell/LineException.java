package org.selfstab.cli.shell;

import org.selfstab.vocabulary.SelfstabException;

/** A line that cannot be used. Its message is {@code what is wrong; what would be right}. */
public final class LineException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    private final int column;

    LineException(int column, String problem, String remedy) {
        super(problem, remedy);
        this.column = column;
    }

    /** Where in the line, from 1. */
    public int column() {
        return column;
    }
}
