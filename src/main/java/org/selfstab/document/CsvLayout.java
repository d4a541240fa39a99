package org.selfstab.document;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
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
            List<List<String>> names = names(table);
            for (int i = 0; i < names.size(); i++) {
                heads.addAll(heads(table.columns().get(i).head().text(), names.get(i)));
            }
            heads.addAll(hasRemarks ? List.of("remark") : List.of());
            printer.printRecord(heads);
            String heading = "";
            for (Table.Line line : table.lines()) {
                if (line instanceof Table.Heading next) {
                    heading = next.title();
                } else if (line instanceof Table.Row row) {
                    List<Object> fields = new ArrayList<>(hasHeadings ? List.of(heading) : List.of());
                    for (int i = 0; i < row.cells().size(); i++) {
                        fields.addAll(fields(row.cells().get(i), names.get(i).size()));
                    }
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

    /** The names of each column's fields; a column of numbers beside pairs has those of the pairs. */
    private static List<List<String>> names(Table table) {
        List<List<String>> names = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            int here = column;
            names.add(table.rows().stream()
                    .filter(row -> row.cells().size() > here)
                    .map(row -> row.cells().get(here).fields())
                    .max(Comparator.comparingInt(List::size))
                    .orElseGet(() -> Cell.none().fields())
                    .stream()
                    .map(Cell.Field::name)
                    .toList());
        }
        return names;
    }

    private static List<String> heads(String head, List<String> names) {
        return names.stream()
                .map(name -> name.isEmpty() ? head : head + " (" + name + ")")
                .toList();
    }

    private static List<Object> fields(Cell cell, int count) {
        List<Object> fields = new ArrayList<>();
        cell.fields().forEach(field -> fields.add(field.data()));
        while (fields.size() < count) {
            fields.add(null);
        }
        return fields;
    }
}
