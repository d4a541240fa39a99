package org.selfstab.report;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.selfstab.run.RunRecord;

/** The form of the tables in a problem's folder: RFC 4180, with lines that end as on Unix. */
final class CsvTable {

    private CsvTable() {}

    /** Header and rows. */
    interface Body {
        void print(CSVPrinter printer) throws IOException;
    }

    /**
     * Writes a table's file, and what was run beside it.
     *
     * @param file in the problem's folder
     * @param schema the name of the table's schema
     * @throws IOException if the file cannot be written
     */
    static void write(Path file, String schema, RunRecord run, Body body) throws IOException {
        try (PendingFile pending = new PendingFile(file)) {
            print(pending.writer(), body);
            pending.complete();
        }
        Recorded.describe(file, schema, run);
    }

    /** Prints a table. */
    static void print(Appendable out, Body body) throws IOException {
        CSVPrinter printer = printer(out);
        body.print(printer);
        printer.flush();
    }

    /** What prints a table line by line. */
    static CSVPrinter printer(Appendable out) throws IOException {
        return CSVFormat.RFC4180.builder().setRecordSeparator('\n').get().print(out);
    }

    /** The shortest decimal that reads back as the same double. */
    static String number(double value) {
        return NumberOutput.toString(value, true);
    }

    /** The same; an empty field for what is undefined. */
    static String number(Optional<Double> value) {
        return value.map(CsvTable::number).orElse("");
    }
}
