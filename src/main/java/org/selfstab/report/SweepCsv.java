package org.selfstab.report;

import java.io.IOException;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.SweepResult;

/** Writes a sweep's points as {@code sweep.csv}, in the order of the grid; what is undefined is an empty field. */
final class SweepCsv {

    private SweepCsv() {}

    static void write(SweepResult result, Appendable out) throws IOException {
        SweepColumns columns = new SweepColumns(result);
        CsvTable.print(out, printer -> {
            printer.printRecord(columns.header());
            for (PointResult point : result.points()) {
                printer.printRecord(columns.row(point));
            }
        });
    }
}
