package org.selfstab.problem.toml;

import java.nio.file.Path;
import org.selfstab.vocabulary.SelfstabException;
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
     * @throws SelfstabException if it cannot be read or is not TOML
     */
    public static TomlSection read(Path file, String kind) {
        return parse(file.toString(), TextFile.textOf(file, kind));
    }

    /**
     * The top level of a text.
     *
     * @param name the file's name in messages
     * @throws SelfstabException if it is not TOML
     */
    public static TomlSection parse(String name, String text) {
        String content = TextFile.withoutMark(text);
        SourceText source = new SourceText(name, content);
        TomlParseResult toml = Toml.parse(source.toParse());
        if (toml.hasErrors()) {
            TomlParseError first = toml.errors().get(0);
            throw notToml(source, first);
        }
        return new TomlSection("", toml, source.start(), source);
    }

    private static SelfstabException notToml(SourceText source, TomlParseError error) {
        String message = source.message(error);
        int advice = message.indexOf(", expected");
        return source.at(error.position())
                .error(
                        "not TOML: " + (advice < 0 ? message : message.substring(0, advice)),
                        advice < 0 ? "correct the TOML syntax" : message.substring(advice + 2));
    }
}
