package org.selfstab.vocabulary;

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

    /** {@code file:line:column}, the file in its visible form. */
    @Override
    public String toString() {
        return FreeText.visible(file) + ":" + line + ":" + column;
    }
}
