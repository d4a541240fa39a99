package org.selfstab.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The remarks of a table's rows, of which none is said twice: what several rows would say stands once below the table, and the rows refer to it. */
final class Remarks {

    private final Map<String, Integer> times;
    private final List<String> shared = new ArrayList<>();

    Remarks(Table table) {
        this.times = table.rows().stream()
                .flatMap(row -> row.remarks().stream())
                .collect(Collectors.toMap(remark -> remark, remark -> 1, Integer::sum, LinkedHashMap::new));
        times.forEach((remark, count) -> {
            if (count > 1) {
                shared.add(remark);
            }
        });
    }

    /** Whether several rows say the same. */
    boolean areShared() {
        return !shared.isEmpty();
    }

    /** What only this row says. */
    List<String> own(Table.Row row) {
        return row.remarks().stream().filter(remark -> times.get(remark) == 1).toList();
    }

    /** The row's references to what is said below the table, {@code [1]}; blank if there is none. */
    String references(Table.Row row) {
        return row.remarks().stream()
                .filter(shared::contains)
                .map(remark -> "[" + (shared.indexOf(remark) + 1) + "]")
                .collect(Collectors.joining(" "));
    }

    /** What only this row says, and its references; blank if there is nothing. */
    String line(Table.Row row) {
        return (String.join("; ", own(row)) + " " + references(row)).strip();
    }

    /** What several rows say, each with its number, and then the table's own notes. */
    List<String> below(Table table) {
        List<String> below = new ArrayList<>();
        shared.forEach(remark -> below.add("[" + (below.size() + 1) + "] " + remark));
        below.addAll(table.notes());
        return below;
    }
}
