package org.selfstab.problem.toml;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * A value in a TOML file with its place; asked for a type that it has not, it says so.
 *
 * @param name its key; of an array's element empty
 * @param what how messages call it, for instance {@code title} or {@code eta in [parameters]}
 * @param value tomlj's value
 * @param key where its key is; of an array's element where the element is
 * @param location where the value is
 * @param source the file
 */
public record TomlItem(String name, String what, Object value, Location key, Location location, SourceText source) {

    private static final Map<Class<?>, String> TYPE_NAMES = Map.of(
            String.class, "a string",
            Long.class, "an integer",
            Double.class, "a float",
            Boolean.class, "a boolean",
            TomlArray.class, "an array",
            TomlTable.class, "a table",
            Temporal.class, "a date or time");

    /** Whether it is a table. */
    public boolean isTable() {
        return value instanceof TomlTable;
    }

    /** Whether it is an array. */
    public boolean isArray() {
        return value instanceof TomlArray;
    }

    /** The string. */
    public String asString() {
        return as(String.class, "a string, in quotes");
    }

    /** The string, which must be one line of text; what it hides is escaped when it is shown. */
    public FreeText asLine() {
        String text = asString();
        if (text.isBlank() || text.lines().count() > 1) {
            throw location.error(what + " must be one line of text", "it is blank or has several lines");
        }
        return new FreeText(text);
    }

    /** The boolean. */
    public boolean asBoolean() {
        return as(Boolean.class, "true or false, without quotes");
    }

    /** The integer. */
    public long asInteger() {
        return as(Long.class, "an integer, without quotes");
    }

    /** The entries of the array. */
    public List<TomlItem> asArray() {
        TomlArray array = as(TomlArray.class, "an array: [..., ...]");
        List<TomlItem> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            Location place = source.at(array.inputPositionOf(i));
            items.add(new TomlItem("", "entry " + (i + 1) + " of " + what, array.get(i), place, place, source));
        }
        return items;
    }

    /** This value as messages shall call it. */
    public TomlItem described(String newWhat) {
        return new TomlItem(name, newWhat, value, key, location, source);
    }

    /** The table; the words say in a message what would be right. */
    public TomlSection asTable(String wanted) {
        return new TomlSection(what, as(TomlTable.class, wanted), key, source);
    }

    private <T> T as(Class<T> type, String wanted) {
        if (!type.isInstance(value)) {
            throw wrongType(wanted);
        }
        return type.cast(value);
    }

    /** The exception that reports a value of another type than wanted. */
    public SelfstabException wrongType(String wanted) {
        return location.error(what + " is " + typeName(), "it must be " + wanted);
    }

    private String typeName() {
        return TYPE_NAMES.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(value))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("a value of another type");
    }
}
