package org.selfstab.problem;

/**
 * A place in a problem file, in a statement file or in a command line option.
 *
 * @param file the file's name as the user gave it, or the option
 * @param line the line, from 1
 * @param column the column in characters, from 1
 */
public record Location(String file, int line, int column) {

    /** The exception that reports an error at this place. */
    public ProblemFileException error(String message) {
        return new ProblemFileException(this, message);
    }

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
