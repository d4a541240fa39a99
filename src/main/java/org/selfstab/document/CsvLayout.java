package org.selfstab.document;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The first table of a document as CSV for programs: numbers with all digits, headings and remarks as columns of their own, nothing as an empty field. */
public final class CsvLayout {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private CsvLayout() {}

    /** The table, or nothing for a document without tables. */
    public static String write(Document document) {
        return document.tables().stream().findFirst().map(CsvLayout::write).orElse("");
    }

    /** A table. */
    public static String write(Table table) {
        StringWriter text = new StringWriter();
        write(table, text);
        return text.toString();
    }

    private static void write(Table table, StringWriter text) {
        boolean hasHeadings = table.lines().stream().anyMatch(Table.Heading.class::isInstance);
        boolean hasRemarks =
                table.rows().stream().anyMatch(row -> !row.remarks().isEmpty());
        try (CSVPrinter printer = FORMAT.print(text)) {
            List<Object> heads = new ArrayList<>(hasHeadings ? List.of("of") : List.of());
            table.columns().forEach(column -> heads.add(column.head().text()));
            heads.addAll(hasRemarks ? List.of("remark") : List.of());
            printer.printRecord(heads);
            String heading = "";
            for (Table.Line line : table.lines()) {
                if (line instanceof Table.Heading next) {
                    heading = next.title();
                } else if (line instanceof Table.Row row) {
                    List<Object> fields = new ArrayList<>(hasHeadings ? List.of(heading) : List.of());
                    row.cells().forEach(cell -> fields.add(cell.data()));
                    while (fields.size() < heads.size() - (hasRemarks ? 1 : 0)) {
                        fields.add(null);
                    }
                    fields.addAll(hasRemarks ? List.of(String.join("; ", row.remarks())) : List.of());
                    printer.printRecord(fields);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
