package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.selfstab.claims.BifurcationResult;
import org.selfstab.claims.Branch;
import org.selfstab.run.RunRecord;

/** Writes the orbits followed as {@code bifurcation.csv}, one row for each point of each, and the iterates as {@code attractor.csv}. */
public final class BifurcationCsv {

    /** The name of the file of orbits. */
    public static final String BRANCHES = "bifurcation.csv";

    /** The name of the file of iterates. */
    public static final String ATTRACTOR = "attractor.csv";

    private BifurcationCsv() {}

    /**
     * Writes both files.
     *
     * @param folder the problem's folder
     * @throws IOException if a file cannot be written
     */
    public static void write(Path folder, RunRecord run, BifurcationResult result) throws IOException {
        CsvTable.write(folder.resolve(BRANCHES), "bifurcation-table", run, printer -> printBranches(result, printer));
        CsvTable.write(folder.resolve(ATTRACTOR), "attractor-table", run, printer -> printAttractor(result, printer));
    }

    static void writeBranches(BifurcationResult result, Appendable out) throws IOException {
        CsvTable.print(out, printer -> printBranches(result, printer));
    }

    private static void printBranches(BifurcationResult result, CSVPrinter printer) throws IOException {
        List<String> header = new ArrayList<>(List.of("branch", "period", "parameter", "t"));
        header.addAll(result.problem().start().keySet());
        header.addAll(List.of("spectral_radius", "stable"));
        printer.printRecord(header);
        for (Branch branch : result.branches()) {
            for (Branch.Point point : branch.points()) {
                for (int t = 0; t < point.orbit().size(); t++) {
                    List<String> row = new ArrayList<>(List.of(
                            Integer.toString(branch.index()),
                            Integer.toString(branch.period()),
                            CsvTable.number(point.at()),
                            Integer.toString(t)));
                    point.orbit().get(t).forEach(coordinate -> row.add(CsvTable.number(coordinate)));
                    row.addAll(List.of(CsvTable.number(point.spectralRadius()), Boolean.toString(point.isStable())));
                    printer.printRecord(row);
                }
            }
        }
    }

    private static void printAttractor(BifurcationResult result, CSVPrinter printer) throws IOException {
        String variable = result.problem().variables().get(0).name();
        printer.printRecord("parameter", variable, "period", "lyapunov", "lyapunov_error");
        for (BifurcationResult.Column column : result.attractor()) {
            String period = column.period().map(Object::toString).orElse("");
            String exponent = column.exponent()
                    .map(estimate -> CsvTable.number(estimate.value()))
                    .orElse("");
            String error = column.exponent()
                    .map(estimate -> CsvTable.number(estimate.standardError()))
                    .orElse("");
            for (double point : column.points()) {
                printer.printRecord(CsvTable.number(column.at()), CsvTable.number(point), period, exponent, error);
            }
            if (column.points().isEmpty()) {
                printer.printRecord(CsvTable.number(column.at()), "", period, exponent, error);
            }
        }
    }
}
