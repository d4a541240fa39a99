package org.selfstab.report;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.selfstab.claims.drift.DriftResult;
import org.selfstab.run.RunRecord;

/** Writes the periods of a slow drift as {@code drift.csv}: their times, energies and {@code log I} measured and predicted, from the first period on. */
public final class DriftCsv {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "drift.csv";

    private static final List<String> COLUMNS = List.of(
            "start", "end", "energy", "log_j_measured", "log_j_predicted", "log_area_measured", "log_area_predicted");

    private DriftCsv() {}

    /**
     * Writes the file.
     *
     * @param folder the problem's folder
     * @throws IOException if the file cannot be written
     */
    public static void write(Path folder, RunRecord run, DriftResult result) throws IOException {
        try (PendingFile file = new PendingFile(folder.resolve(FILE_NAME))) {
            write(result, file.writer());
            file.complete();
        }
        Recorded.describe(folder.resolve(FILE_NAME), "drift-table", run);
    }

    static void write(DriftResult result, Appendable out) throws IOException {
        CSVPrinter printer =
                CSVFormat.RFC4180.builder().setRecordSeparator('\n').get().print(out);
        printer.printRecord(COLUMNS);
        for (DriftResult.Change change : result.changes()) {
            printer.printRecord(
                    number(change.period().start()),
                    number(change.period().end()),
                    number(change.period().energy()),
                    number(change.logJMeasured()),
                    number(change.logJPredicted()),
                    number(change.areaMeasured()),
                    number(change.areaPredicted()));
        }
        printer.flush();
    }

    /** The shortest decimal that reads back as the same double. */
    private static String number(double value) {
        return NumberOutput.toString(value, true);
    }
}
