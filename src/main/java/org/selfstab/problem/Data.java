package org.selfstab.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ArrayShape;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.problem.toml.ExpressionReader;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.Location;

/**
 * The data of a problem, exact: arrays whose first index k runs over the points.
 *
 * @param arrays the shape of each array
 * @param constants the values of all elements, by their names
 * @param points how many points there are; 0 without data
 */
record Data(Map<String, ArrayShape> arrays, Map<String, Expression> constants, int points) {

    static final List<String> KEYS = List.of("file", "inline");

    /** A column {@code x} is the array x[k], columns {@code x[1]}, {@code x[2]}, ... are x[k,j]. */
    private static final Pattern COLUMN = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)(?:\\[([1-9][0-9]{0,3})])?");

    static final Data NONE = new Data(Map.of(), Map.of(), 0);

    /** Reads [data]. */
    static Data read(TomlSection section, DataFiles files, ExpressionReader expressions) {
        section.requireOnly(KEYS);
        TomlItem inline = section.item("inline").orElse(null);
        TomlItem file = section.item("file").orElse(null);
        if (inline != null && file != null) {
            throw file.key().error("[data] has a file and [data.inline]", "remove one");
        }
        if (inline != null) {
            return inline(inline.asTable("a table of arrays, [data.inline]").named("[data.inline]"), expressions);
        }
        return file == null ? NONE : ofFile(file, files);
    }

    private static Data ofFile(TomlItem file, DataFiles files) {
        NumberTable table = NumberTable.read(DataFiles.shownName(file), files.text(file), true);
        Builder data = new Builder(table.rows().size());
        for (int i = 0; i < table.head().size(); i++) {
            int column = i;
            data.add(
                    table.head().get(i),
                    table.rows().stream().map(row -> row.get(column)).toList());
        }
        return data.data();
    }

    private static Data inline(TomlSection table, ExpressionReader expressions) {
        ExpressionParser numbers = new ExpressionParser(Set.of());
        Builder data = null;
        for (TomlItem item : table.items()) {
            NameRules.requireUsable("data", item.name(), item.key());
            List<TomlItem> rows = item.asArray();
            data = data == null ? new Builder(rows.size()) : data;
            if (rows.isEmpty() || rows.size() != data.points) {
                throw item.location()
                        .error(
                                item.what() + " has " + rows.size() + " entries"
                                        + (rows.isEmpty() ? "" : ", the first array has " + data.points),
                                "give every array one entry for each point");
            }
            boolean isMatrix = rows.get(0).isArray();
            int columns = isMatrix ? rows.get(0).asArray().size() : 1;
            if (columns == 0) {
                throw rows.get(0).location().error("this row is empty", "give it an entry for each column");
            }
            List<TomlItem> entries = isMatrix
                    ? rows.stream()
                            .flatMap(row -> entries(row, columns).stream())
                            .toList()
                    : rows;
            List<Expression> values = expressions.entries(entries, numbers::parse);
            for (int j = 0; j < columns; j++) {
                List<Expression> column = new ArrayList<>();
                for (int k = j; k < values.size(); k += columns) {
                    column.add(values.get(k));
                }
                String name = isMatrix ? item.name() + "[" + (j + 1) + "]" : item.name();
                data.add(new NumberTable.Cell(name, item.key()), column);
            }
        }
        if (data == null) {
            throw table.header().error("[data.inline] is empty", "add x = [\"1/2\", ...]");
        }
        return data.data();
    }

    private static List<TomlItem> entries(TomlItem row, int columns) {
        List<TomlItem> entries = row.asArray();
        if (entries.size() != columns) {
            throw row.location()
                    .error(
                            "this row has " + entries.size() + " entries, the first has " + columns,
                            "give every row as many");
        }
        return entries;
    }

    /** Collects columns. */
    private static final class Builder {

        private final int points;
        private final Map<String, Integer> widths = new LinkedHashMap<>();
        private final Map<String, Expression> constants = new LinkedHashMap<>();

        Builder(int points) {
            this.points = points;
        }

        void add(NumberTable.Cell head, List<Expression> values) {
            Matcher column = COLUMN.matcher(head.text());
            if (!column.matches()) {
                throw head.place().error("a column's name must be a name, as x, or x[1]", "name it in the first line");
            }
            String array = column.group(1);
            NameRules.requireUsable("data", array, head.place());
            int before = widths.getOrDefault(array, 0);
            int index = column.group(2) == null ? 0 : Integer.parseInt(column.group(2));
            if (widths.containsKey(array) ? index == 0 || before == 0 || index != before + 1 : index > 1) {
                throw head.place()
                        .error(
                                "column " + head.text() + misplaced(array, index),
                                "columns of one array are x[1], x[2], ... in this order; of one column x");
            }
            widths.put(array, index);
            for (int k = 1; k <= points; k++) {
                String element = ArrayShape.element(array, index == 0 ? List.of(k) : List.of(k, index));
                requireNew(constants.put(element, values.get(k - 1)), element, head.place());
            }
        }

        private String misplaced(String array, int index) {
            Integer before = widths.get(array);
            if (before == null) {
                return " comes before " + array + "[1]";
            }
            return before == index
                    ? " is there twice"
                    : " does not follow " + array + (before == 0 ? "" : "[" + before + "]");
        }

        private static void requireNew(Expression before, String element, Location place) {
            if (before != null) {
                throw place.error("two columns have an element " + element, "rename one");
            }
        }

        Data data() {
            Map<String, ArrayShape> arrays = new LinkedHashMap<>();
            widths.forEach((array, width) ->
                    arrays.put(array, width == 0 ? ArrayShape.of(points) : ArrayShape.of(points, width)));
            return new Data(arrays, constants, points);
        }
    }

    /** All names that it takes. */
    Stream<String> names() {
        return Stream.concat(arrays.keySet().stream(), constants.keySet().stream());
    }
}
