package org.selfstab.problem;

import java.nio.file.Path;
import java.util.Map;
import org.selfstab.problem.toml.TextFile;
import org.selfstab.problem.toml.TomlFile;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.SelfstabException;

/**
 * The text of a problem file, its TOML read once: for a problem that is wanted with many values of its parameters. May be shared by
 * threads.
 */
public final class ProblemText {

    private final String name;
    private final String text;
    private final TomlSection toml;
    private final DataFiles dataFiles;

    private ProblemText(String name, String text, TomlSection toml, DataFiles dataFiles) {
        this.dataFiles = dataFiles;
        this.name = name;
        this.text = text;
        this.toml = toml;
    }

    /**
     * Reads the TOML of a text.
     *
     * @param name the file's name in messages; without folder and extension {@code .toml} it is the problem's name
     * @param text the content of the file
     * @throws SelfstabException if it is not TOML
     */
    public static ProblemText parse(String name, String text) {
        return parse(name, text, DataFiles.of(Map.of()));
    }

    /**
     * The same of a text with data files.
     *
     * @param dataFiles where they are found
     */
    public static ProblemText parse(String name, String text, DataFiles dataFiles) {
        return new ProblemText(TextFile.problemName(name), text, TomlFile.parse(name, text), dataFiles);
    }

    /**
     * Reads the TOML of a problem file.
     *
     * @throws SelfstabException if it cannot be read or is not TOML
     */
    public static ProblemText read(Path file) {
        return parse(file.toString(), ProblemReader.textOf(file), DataFiles.beside(file));
    }

    /** The data files read so far, by their names in the text. */
    public Map<String, String> data() {
        return dataFiles.texts();
    }

    /** The text. */
    public String text() {
        return text;
    }

    /**
     * The problem with some parameters defined anew.
     *
     * @param overrides expressions by the names of parameters, as after {@code --set}
     * @throws SelfstabException if the text is no valid problem, or is none with the overrides
     */
    public ReadProblem with(Map<String, String> overrides) {
        return new ProblemAssembly(toml, overrides, dataFiles).read(name);
    }
}
