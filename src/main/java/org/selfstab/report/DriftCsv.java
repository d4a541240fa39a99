package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.selfstab.claims.DriftResult;
import org.selfstab.run.RunRecord;

/** Writes the periods of a slow drift as {@code drift.csv}: their times, energies and {@code log I} measured and predicted, from the first period on, with Gamma and {@code d log alpha/dt}. */
public final class DriftCsv {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "drift.csv";

    private static final List<String> COLUMNS = List.of(
            "start",
            "end",
            "energy",
            "log_j_measured",
            "log_j_predicted",
            "log_area_measured",
            "log_area_predicted",
            "gamma",
            "log_alpha_slope");

    private DriftCsv() {}

    /**
     * Writes the file.
     *
     * @param folder the problem's folder
     * @throws IOException if the file cannot be written
     */
    public static void write(Path folder, RunRecord run, DriftResult result) throws IOException {
        CsvTable.write(folder.resolve(FILE_NAME), "drift-table", run, printer -> print(result, printer));
    }

    static void write(DriftResult result, Appendable out) throws IOException {
        CsvTable.print(out, printer -> print(result, printer));
    }

    private static void print(DriftResult result, CSVPrinter printer) throws IOException {
        printer.printRecord(COLUMNS);
        for (DriftResult.Change change : result.changes()) {
            printer.printRecord(
                    CsvTable.number(change.period().start()),
                    CsvTable.number(change.period().end()),
                    CsvTable.number(change.period().energy()),
                    CsvTable.number(change.logJMeasured()),
                    CsvTable.number(change.logJPredicted()),
                    CsvTable.number(change.areaMeasured()),
                    CsvTable.number(change.areaPredicted()),
                    CsvTable.number(change.gamma()),
                    CsvTable.number(change.slopeOfLogAlpha()));
        }
    }
}
