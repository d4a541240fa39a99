package org.selfstab;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.selfstab.problem.DataFiles;
import org.selfstab.problem.ProblemText;
import org.selfstab.problem.toml.TextFile;
import org.selfstab.problem.toml.TomlFormatter;
import org.selfstab.vocabulary.SelfstabException;

/** The front door: a problem to be studied. Certificates go through {@link Checker}. */
public final class Selfstab {

    private Selfstab() {}

    /**
     * A problem of a file.
     *
     * @throws SelfstabException if it cannot be read or is not a valid problem, with file, line and column
     */
    public static Study read(Path file) {
        return read(file, Map.of());
    }

    /**
     * A problem of a file with some parameters defined anew.
     *
     * @param overrides exact expressions by the names of parameters, as after {@code --set}
     * @throws SelfstabException if it cannot be read or is not a valid problem, with file, line and column
     */
    public static Study read(Path file, Map<String, String> overrides) {
        return study(ProblemText.read(file), overrides);
    }

    /**
     * A problem of a text.
     *
     * @param name the file's name in messages; without folder and extension {@code .toml} it is the problem's name
     * @param toml the content of a problem file
     * @throws SelfstabException if it is not a valid problem, with line and column
     */
    public static Study parse(String name, String toml) {
        return parse(name, toml, Map.of());
    }

    /**
     * A problem of a text with some parameters defined anew.
     *
     * @param overrides exact expressions by the names of parameters, as after {@code --set}
     * @throws SelfstabException if it is not a valid problem, with line and column
     */
    public static Study parse(String name, String toml, Map<String, String> overrides) {
        return study(ProblemText.parse(name, toml), overrides);
    }

    /** The same of a text with data files, by their names in it. */
    public static Study parse(String name, String toml, Map<String, String> dataFiles, Map<String, String> overrides) {
        return study(ProblemText.parse(name, toml, DataFiles.of(dataFiles)), overrides);
    }

    private static Study study(ProblemText text, Map<String, String> overrides) {
        return new Study(Optional.of(text), text.with(overrides));
    }

    /**
     * The text of a problem or statement file in the one layout; empty if it is in it.
     *
     * @throws SelfstabException if it cannot be read or is not TOML
     */
    public static Optional<String> formatted(Path file) {
        String text = TextFile.textOf(file, "problem or statement file");
        String laid = TomlFormatter.format(file.toString(), text);
        return laid.equals(text) ? Optional.empty() : Optional.of(laid);
    }
}
