package org.selfstab.document;

import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param caption what it is about
 * @param columns the heads of its columns
 * @param rows its rows
 * @param filter whether readers choose among the rows by their words and by their status
 */
public record Table(String caption, List<String> columns, List<Row> rows, Filter filter) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Whether readers can choose among rows. */
    public enum Filter {
        NONE,
        BY_WORDS_AND_STATUS
    }

    /**
     * A row.
     *
     * @param cells one for each column, or fewer
     * @param remark a sentence below it, over all columns
     */
    public record Row(List<Cell> cells, Optional<String> remark) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    public static Row row(Cell... cells) {
        return new Row(List.of(cells), Optional.empty());
    }
}
