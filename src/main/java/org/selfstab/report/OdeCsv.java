package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.selfstab.claims.OdeComparison;
import org.selfstab.run.RunRecord;

/** Writes the points of a comparison with the reduced equation as {@code ode.csv}, one row for each step. */
public final class OdeCsv {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "ode.csv";

    private static final List<String> HEADER =
            List.of("t", "tau", "X", "Y", "X_map", "Y_map", "X_ode", "Y_ode", "X_frozen", "Y_frozen", "stage");

    private OdeCsv() {}

    /**
     * Writes the file.
     *
     * @param folder the problem's folder
     * @throws IOException if the file cannot be written
     */
    public static void write(Path folder, RunRecord run, OdeComparison comparison) throws IOException {
        CsvTable.write(folder.resolve(FILE_NAME), "ode-table", run, printer -> {
            printer.printRecord(HEADER);
            for (OdeComparison.Point point : comparison.points()) {
                printer.printRecord(row(point));
            }
        });
    }

    private static List<String> row(OdeComparison.Point point) {
        List<String> row = new ArrayList<>(List.of(Integer.toString(point.t()), CsvTable.number(point.tau())));
        for (OdeComparison.Coordinates at : List.of(point.iterate(), point.map(), point.driven(), point.frozen())) {
            row.add(CsvTable.number(at.x()));
            row.add(CsvTable.number(at.y()));
        }
        row.add(point.stage().name().toLowerCase(Locale.ROOT));
        return row;
    }
}
