package org.selfstab.problem;

import java.nio.file.Path;
import java.util.Map;
import org.selfstab.problem.toml.TextFile;
import org.selfstab.vocabulary.SelfstabException;

/**
 * Reads problem files (TOML, see the user guide for the format). Everything is checked, and every error is a
 * {@link SelfstabException} with file, line and column. Any file is dealt with in bounded time and memory, so a file
 * from a stranger is safe to read.
 */
public final class ProblemReader {

    private ProblemReader() {}

    /**
     * Reads a problem file.
     *
     * @throws SelfstabException if it cannot be read or is no valid problem
     */
    public static ReadProblem read(Path file) {
        return read(file, Map.of());
    }

    /**
     * Reads a problem file with some parameters defined anew.
     *
     * @param file the file
     * @param overrides expressions by the names of parameters, as after {@code --set}; errors in them have the place
     *     {@code --set NAME:1:COLUMN}
     * @throws SelfstabException if it cannot be read or is no valid problem, or is none with the overrides
     */
    public static ReadProblem read(Path file, Map<String, String> overrides) {
        return ProblemText.read(file).with(overrides);
    }

    /** The name that the problem of a file has: the file's name without folder and extension {@code .toml}, or {@code problem} if nothing but dots is left. */
    public static String nameOf(Path file) {
        return TextFile.problemName(file.toString());
    }

    /**
     * The text of a problem file, for {@link #read(String, String, Map)}.
     *
     * @throws SelfstabException if it cannot be read, is too long or is not UTF-8
     */
    public static String textOf(Path file) {
        return TextFile.textOf(file, "problem file");
    }

    /**
     * Reads a problem from a text.
     *
     * @param name the file's name in messages; without folder and extension {@code .toml} it is the problem's name
     * @param text the content of the file
     * @param overrides expressions by the names of parameters
     * @throws SelfstabException if the text is no valid problem, or is none with the overrides
     */
    public static ReadProblem read(String name, String text, Map<String, String> overrides) {
        return ProblemText.parse(name, text).with(overrides);
    }
}
