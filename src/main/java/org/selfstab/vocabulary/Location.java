package org.selfstab.vocabulary;

import java.util.Optional;

/**
 * A place in a problem file, in a statement file or in a command line option.
 *
 * @param file the file's name as the user gave it, or the option
 * @param line the line, from 1
 * @param column the column in characters, from 1
 */
public record Location(String file, int line, int column) {

    /** The beginning of a file. */
    public static Location startOf(Object file) {
        return new Location(file.toString(), 1, 1);
    }

    /**
     * The exception that reports an error at this place.
     *
     * @param problem what is wrong
     * @param remedy the way out
     */
    public SelfstabException error(String problem, String remedy) {
        return new SelfstabException(Optional.of(this), problem, remedy);
    }

    /** {@code file:line:column}, the file in its visible form. */
    @Override
    public String toString() {
        return FreeText.visible(file) + ":" + line + ":" + column;
    }
}
