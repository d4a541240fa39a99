package org.selfstab.theory;

import java.nio.file.Path;
import java.util.List;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/** Reads the tables [[check]] of a statement file. */
final class CheckReader {

    static final List<String> TYPES = List.of("identity", "observable", "numeric", "family", "ode", "ode-family");

    private final Path file;
    private final List<String> warnings;

    CheckReader(Path file, List<String> warnings) {
        this.file = file;
        this.warnings = warnings;
    }

    /**
     * Reads one check.
     *
     * @throws SelfstabException if it is no valid check
     */
    Check read(TomlSection section) {
        TomlItem type = section.required("type", "type = \"identity\"");
        String word = type.asString();
        return switch (word) {
            case "identity" -> new IdentityReader(warnings).read(section);
            case "observable" ->
                new ObservableReader(warnings).read(section, new RunCheckReader(file, warnings).problem(section));
            case "numeric" -> new RunCheckReader(file, warnings).readNumeric(section);
            case "family" -> new RunCheckReader(file, warnings).readOrder(section);
            case "ode" -> new RunCheckReader(file, warnings).readOde(section);
            case "ode-family" -> new RunCheckReader(file, warnings).readOdeOrder(section);
            default ->
                throw type.location()
                        .error(
                                "unknown type of check " + Suggestion.shortened(word),
                                Suggestion.suggestion(word, TYPES, "known are"));
        };
    }
}
