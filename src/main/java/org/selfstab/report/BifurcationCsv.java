package org.selfstab.report;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.selfstab.claims.orbit.BifurcationResult;
import org.selfstab.claims.orbit.Branch;
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
        try (PendingFile file = new PendingFile(folder.resolve(BRANCHES))) {
            writeBranches(result, file.writer());
            file.complete();
        }
        Recorded.describe(folder.resolve(BRANCHES), "bifurcation-table", run);
        try (PendingFile file = new PendingFile(folder.resolve(ATTRACTOR))) {
            writeAttractor(result, file.writer());
            file.complete();
        }
        Recorded.describe(folder.resolve(ATTRACTOR), "attractor-table", run);
    }

    static void writeBranches(BifurcationResult result, Appendable out) throws IOException {
        CSVPrinter printer = printer(out);
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
                            number(point.at()),
                            Integer.toString(t)));
                    point.orbit().get(t).forEach(coordinate -> row.add(number(coordinate)));
                    row.addAll(List.of(number(point.spectralRadius()), Boolean.toString(point.isStable())));
                    printer.printRecord(row);
                }
            }
        }
        printer.flush();
    }

    private static void writeAttractor(BifurcationResult result, Appendable out) throws IOException {
        CSVPrinter printer = printer(out);
        String variable = result.problem().variables().get(0).name();
        printer.printRecord("parameter", variable, "period", "lyapunov", "lyapunov_error");
        for (BifurcationResult.Column column : result.attractor()) {
            String period = column.period().map(Object::toString).orElse("");
            String exponent =
                    column.exponent().map(estimate -> number(estimate.value())).orElse("");
            String error =
                    column.exponent().map(estimate -> number(estimate.error())).orElse("");
            for (double point : column.points()) {
                printer.printRecord(number(column.at()), number(point), period, exponent, error);
            }
            if (column.points().isEmpty()) {
                printer.printRecord(number(column.at()), "", period, exponent, error);
            }
        }
        printer.flush();
    }

    private static CSVPrinter printer(Appendable out) throws IOException {
        return CSVFormat.RFC4180.builder().setRecordSeparator('\n').get().print(out);
    }

    /** The shortest decimal that reads back as the same double. */
    private static String number(double value) {
        return NumberOutput.toString(value, true);
    }
}
