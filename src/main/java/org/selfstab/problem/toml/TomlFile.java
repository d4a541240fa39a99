package org.selfstab.problem.toml;

import java.nio.file.Path;
import org.selfstab.vocabulary.ProblemFileException;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** Reads TOML files of bounded size, keeping the place of everything in them. */
public final class TomlFile {

    private TomlFile() {}

    /**
     * The top level of a file.
     *
     * @param kind what the file should be, for messages, for instance {@code statement file}
     * @throws ProblemFileException if it cannot be read or is not TOML
     */
    public static TomlSection read(Path file, String kind) {
        return parse(file.toString(), TextFile.textOf(file, kind));
    }

    /**
     * The top level of a text.
     *
     * @param name the file's name in messages
     * @throws ProblemFileException if it is not TOML
     */
    public static TomlSection parse(String name, String text) {
        String content = TextFile.withoutMark(text);
        SourceText source = new SourceText(name, content);
        TomlParseResult toml = Toml.parse(source.toParse());
        if (toml.hasErrors()) {
            TomlParseError first = toml.errors().get(0);
            throw source.at(first.position()).error("not TOML: " + withAdvice(source.message(first)));
        }
        return new TomlSection("", toml, source.start(), source);
    }

    private static String withAdvice(String message) {
        return message.contains(", expected")
                ? message.replace(", expected", "; expected")
                : message + "; correct the TOML syntax";
    }
}
