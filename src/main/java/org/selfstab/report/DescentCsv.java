package org.selfstab.report;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.selfstab.descent.DescentResult;
import org.selfstab.descent.DescentResult.Rates;
import org.selfstab.descent.DescentResult.Row;
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
        try (PendingFile file = new PendingFile(folder.resolve(FILE_NAME))) {
            write(result, file.writer());
            file.complete();
        }
        Recorded.describe(folder.resolve(FILE_NAME), "descent-table", run);
    }

    static void write(DescentResult result, Appendable out) throws IOException {
        boolean isMeasured = result.options().isMeasured();
        CSVPrinter printer =
                CSVFormat.RFC4180.builder().setRecordSeparator('\n').get().print(out);
        printer.printRecord(isMeasured ? MEASURED : ITERATES);
        for (Row row : result.rows()) {
            printer.printRecord(isMeasured ? measured(row) : iterate(row));
        }
        printer.flush();
    }

    private static List<String> iterate(Row row) {
        return List.of(Integer.toString(row.t()), number(row.loss()), number(row.gradientNorm()));
    }

    private static List<String> measured(Row row) {
        DescentResult.Curvature curvature = row.curvature().orElseThrow();
        Optional<Rates> rates = curvature.rates();
        return List.of(
                Integer.toString(row.t()),
                number(row.loss()),
                number(curvature.sharpness()),
                number(curvature.secondEigenvalue()),
                number(rates.map(Rates::alpha)),
                number(rates.map(Rates::beta)),
                number(rates.flatMap(Rates::delta)),
                number(rates.map(Rates::kappa3)),
                number(rates.flatMap(Rates::gamma)));
    }

    private static String number(Optional<Double> value) {
        return value.map(DescentCsv::number).orElse("");
    }

    /** The shortest decimal that reads back as the same double. */
    private static String number(double value) {
        return NumberOutput.toString(value, true);
    }
}
