package org.selfstab.report;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Supplier;
import org.selfstab.document.CsvLayout;
import org.selfstab.document.Document;
import org.selfstab.run.RunRecord;

/**
 * A result as it is shown: what people read, and what programs read.
 *
 * @param run what was run
 * @param document what people read
 * @param json what programs read
 * @param csv the table that programs read
 */
public record Report(RunRecord run, Document document, Content json, Content csv) {

    /** What is written piece by piece. */
    public interface Content {

        /**
         * Writes it, ended by a line break; the writer stays open.
         *
         * @throws IOException if the writer fails
         */
        void write(Writer out) throws IOException;
    }

    /**
     * A report whose table is the first of its document.
     *
     * @param schema the name of the JSON's schema
     * @param data a record, the members of the JSON; made only where JSON is written
     */
    public static Report of(RunRecord run, Document document, String schema, Supplier<?> data) {
        Document worded = Recorded.worded(run, document);
        return new Report(
                run,
                Recorded.forPeople(run, document),
                out -> out.write(Recorded.json(schema, run, data.get())),
                out -> out.write(CsvLayout.write(worded)));
    }

    /** The same with another table for programs. */
    Report with(Content table) {
        return new Report(run, document, json, table);
    }
}
