package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.selfstab.claims.CentralFlowResult;
import org.selfstab.claims.CentralFlowRow;
import org.selfstab.expression.Symbol;
import org.selfstab.run.RunRecord;

/** Writes the central flow beside a run as {@code central-flow.csv}, one row for each step; what is not known is left empty. */
public final class CentralFlowCsv {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "central-flow.csv";

    private CentralFlowCsv() {}

    /**
     * Writes the file.
     *
     * @param folder the problem's folder
     * @param variables the problem's variables
     * @throws IOException if the file cannot be written
     */
    public static void write(Path folder, RunRecord run, List<Symbol> variables, CentralFlowResult result)
            throws IOException {
        CsvTable.write(folder.resolve(FILE_NAME), "central-flow-table", run, printer -> {
            printer.printRecord(header(variables));
            for (CentralFlowRow row : result.rows()) {
                printer.printRecord(cells(row));
            }
        });
    }

    private static List<String> header(List<Symbol> variables) {
        List<String> header = new ArrayList<>(List.of("t"));
        variables.forEach(variable -> header.add("theta_" + variable.name()));
        header.addAll(List.of(
                "loss",
                "sharpness",
                "sigma2",
                "averaged_loss",
                "delta2",
                "from_dagger",
                "from_mean_theta",
                "mean_x2",
                "mean_loss"));
        return header;
    }

    private static List<String> cells(CentralFlowRow row) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(row.flow().t())));
        for (int i = 0; i < row.flow().theta().getDimension(); i++) {
            cells.add(CsvTable.number(row.flow().theta().getEntry(i).getReal()));
        }
        cells.add(CsvTable.number(row.flow().loss()));
        cells.add(CsvTable.number(row.flow().sharpness()));
        cells.add(CsvTable.number(row.flow().sigmaSquared()));
        cells.add(CsvTable.number(row.flow().averagedLoss()));
        cells.add(
                row.deltaSquared().isPresent()
                        ? CsvTable.number(row.deltaSquared().getAsDouble())
                        : "");
        cells.add(CsvTable.number(row.fromConstrained()));
        cells.add(row.means().map(means -> CsvTable.number(means.distance())).orElse(""));
        cells.add(row.means().map(means -> CsvTable.number(means.xSquared())).orElse(""));
        cells.add(row.means().map(means -> CsvTable.number(means.loss())).orElse(""));
        return cells;
    }
}
