package org.selfstab.problem.toml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.Suggestion;
import org.tomlj.Toml;
import org.tomlj.TomlKeyValue;
import org.tomlj.TomlTable;

/**
 * A table of a TOML file.
 *
 * @param name how messages call it: {@code [run]}, or empty for the top level
 * @param table tomlj's table
 * @param header where its header is
 * @param source the file
 */
public record TomlSection(String name, TomlTable table, Location header, SourceText source) {

    /** A table without keys where a file has none. */
    public static TomlSection empty(String name, Location header, SourceText source) {
        return new TomlSection(name, Toml.parse(""), header, source);
    }

    /** This table as messages shall call it. */
    public TomlSection named(String newName) {
        return new TomlSection(newName, table, header, source);
    }

    /** Every key with its value, in the file's order. */
    public List<TomlItem> items() {
        List<TomlItem> items = new ArrayList<>();
        table.keySet().forEach(key -> items.add(item(key).orElseThrow()));
        return items;
    }

    /** The names of the keys, in the file's order. */
    public List<String> keys() {
        return List.copyOf(table.keySet());
    }

    /** The value of a key, if the file has it. */
    public Optional<TomlItem> item(String key) {
        TomlKeyValue entry = table.entry(List.of(key));
        if (entry == null) {
            return Optional.empty();
        }
        Location place = source.at(entry.position());
        Location value = entry.value().position() == null
                ? place
                : source.at(entry.value().position());
        return Optional.of(new TomlItem(key, described(key), entry.value().get(), place, value, source));
    }

    /** The value of a key that the file must have; the example shows how it is written. */
    public TomlItem required(String key, String example) {
        return item(key)
                .orElseThrow(
                        () -> header.error(Suggestion.shortened(described(key)) + " is missing", "add " + example));
    }

    private String described(String key) {
        String shown = Suggestion.shortened(key);
        return name.isEmpty() ? shown : shown + " in " + name;
    }

    /** Refuses keys other than the known ones. */
    public void requireOnly(Collection<String> known) {
        for (TomlItem item : items()) {
            if (!known.contains(item.name())) {
                String kind = item.isTable() ? "unknown table " : "unknown key ";
                throw item.key().error(kind + item.what(), Suggestion.suggestion(item.name(), known, "known are"));
            }
        }
    }
}
