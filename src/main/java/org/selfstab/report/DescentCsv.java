package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVPrinter;
import org.selfstab.claims.DescentResult;
import org.selfstab.claims.DescentResult.Rates;
import org.selfstab.claims.DescentResult.Row;
import org.selfstab.problem.Observable;
import org.selfstab.run.RunRecord;

/** Writes the iterates of gradient descent as {@code descent.csv}, one row for each that was looked at; what is undefined is an empty field. */
public final class DescentCsv {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "descent.csv";

    private static final List<String> ITERATES = List.of("t", "loss", "gradient_norm");
    private static final List<String> MEASURED =
            List.of("t", "loss", "sharpness", "lambda2", "alpha", "beta", "delta", "kappa_3", "gamma");

    private DescentCsv() {}

    /**
     * Writes the file.
     *
     * @param folder the problem's folder
     * @throws IOException if the file cannot be written
     */
    public static void write(Path folder, RunRecord run, DescentResult result) throws IOException {
        CsvTable.write(folder.resolve(FILE_NAME), "descent-table", run, printer -> print(result, printer));
    }

    static void write(DescentResult result, Appendable out) throws IOException {
        CsvTable.print(out, printer -> print(result, printer));
    }

    private static void print(DescentResult result, CSVPrinter printer) throws IOException {
        boolean isMeasured = result.options().isMeasured();
        List<String> head = new ArrayList<>(isMeasured ? MEASURED : ITERATES);
        result.observed()
                .forEach(course ->
                        head.add(Observable.PREFIX + course.observable().name()));
        printer.printRecord(head);
        for (Row row : result.rows()) {
            List<String> cells = new ArrayList<>(isMeasured ? measured(row) : iterate(row));
            result.observed().forEach(course -> cells.add(CsvTable.number(course.at(row.t()))));
            printer.printRecord(cells);
        }
    }

    private static List<String> iterate(Row row) {
        return List.of(Integer.toString(row.t()), CsvTable.number(row.loss()), CsvTable.number(row.gradientNorm()));
    }

    private static List<String> measured(Row row) {
        DescentResult.Curvature curvature = row.curvature().orElseThrow();
        Optional<Rates> rates = curvature.rates();
        return List.of(
                Integer.toString(row.t()),
                CsvTable.number(row.loss()),
                CsvTable.number(curvature.sharpness()),
                CsvTable.number(curvature.secondEigenvalue()),
                CsvTable.number(rates.map(Rates::alpha)),
                CsvTable.number(rates.map(Rates::beta)),
                CsvTable.number(rates.flatMap(Rates::delta)),
                CsvTable.number(rates.map(Rates::kappa3)),
                CsvTable.number(rates.flatMap(Rates::gamma)));
    }
}
