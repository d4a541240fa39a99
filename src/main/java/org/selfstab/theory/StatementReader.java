package org.selfstab.theory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.selfstab.problem.toml.Located;
import org.selfstab.problem.toml.TomlFile;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/** Reads one statement file; see {@code theory/README.md} for the format. */
final class StatementReader {

    static final List<String> KEYS = List.of("id", "kind", "title", "statement", "latex", "source", "depends", "check");
    static final int MAX_CHECKS = 50;

    private final Path file;
    private final List<String> warnings;

    StatementReader(Path file, List<String> warnings) {
        this.file = file;
        this.warnings = warnings;
    }

    /**
     * A statement and where its dependencies are named.
     *
     * @param statement the statement
     * @param depends the ids with their places
     */
    record LocatedStatement(Statement statement, List<Located<String>> depends) {}

    /**
     * Reads the file.
     *
     * @throws SelfstabException if it is no valid statement
     */
    LocatedStatement read() {
        TomlSection section = TomlFile.read(file, "statement file");
        section.requireOnly(KEYS);
        String id = id(section.required("id", "id = \"...\", the file's name without .toml"));
        List<Located<String>> depends =
                section.item("depends").map(StatementReader::depends).orElse(List.of());
        Statement statement = new Statement(
                id,
                kind(section.required("kind", "kind = \"lemma\"")),
                section.required("title", "title = \"...\"").asLine(),
                text(section.required("statement", "statement = \"...\", in words")),
                text(section.required("latex", "latex = '...'")),
                section.required("source", "source = \"theory.md (1)\"").asLine(),
                depends.stream().map(Located::value).toList(),
                checks(section.required("check", "[[check]], at least one")));
        return new LocatedStatement(statement, depends);
    }

    private String id(TomlItem item) {
        String id = item.asLine().exact();
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.toml$", "");
        if (!id.equals(name)) {
            throw item.location()
                    .error(
                            "the id is " + Suggestion.shortened(id) + " but the file is named "
                                    + Suggestion.shortened(name) + ".toml",
                            "they must agree");
        }
        return id;
    }

    private static StatementKind kind(TomlItem item) {
        String word = item.asString();
        return StatementKind.of(word).orElseThrow(() -> item.location()
                .error(
                        "unknown kind " + Suggestion.shortened(word),
                        Suggestion.suggestion(word, StatementKind.words(), "known are")));
    }

    private static FreeText text(TomlItem item) {
        String text = item.asString().strip();
        if (text.isEmpty()) {
            throw item.location().error(item.what() + " is blank", "write the statement");
        }
        return new FreeText(text);
    }

    private static List<Located<String>> depends(TomlItem item) {
        List<Located<String>> depends = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (TomlItem entry : item.asArray()) {
            String id = entry.asString();
            if (!seen.add(id)) {
                throw entry.location().error(Suggestion.shortened(id) + " is named twice", "remove one");
            }
            depends.add(new Located<>(id, entry.location()));
        }
        return depends;
    }

    private List<Check> checks(TomlItem item) {
        List<TomlItem> entries = item.asArray();
        if (entries.isEmpty() || entries.size() > MAX_CHECKS) {
            throw item.location()
                    .error("the number of checks is " + entries.size(), "it must be from 1 to " + MAX_CHECKS);
        }
        CheckReader reader = new CheckReader(file, warnings);
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            checks.add(reader.read(entries.get(i).asTable("a table, [[check]]").named("[[check]] " + (i + 1))));
        }
        return checks;
    }
}
