package org.selfstab.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVPrinter;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.UnstableStep;
import org.selfstab.expression.Symbol;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.run.RunRecord;

/**
 * Writes a run of k unstable eigenvalues as {@code trajectory.csv}, one row for each step, while it goes: the k largest eigenvalues at the iterate and at
 * {@code dagger_t}, the next one there, the components along U, and the upper triangles of alpha and Sigma. Cells are empty where fewer eigenvalues are followed.
 */
public final class UnstableTrajectoryCsv implements Consumer<UnstableStep>, Closeable {

    private final Path folder;
    private final PendingFile file;
    private final CSVPrinter printer;
    private final CompiledBackend backend = new CompiledBackend();
    private final int k;

    /**
     * Opens the file and writes its header.
     *
     * @param folder the problem's folder
     * @param k how many eigenvalues at most
     * @throws IOException if the file cannot be made
     */
    public UnstableTrajectoryCsv(Path folder, List<Symbol> variables, int k) throws IOException {
        this.folder = folder;
        this.file = new PendingFile(folder.resolve(TrajectoryCsv.FILE_NAME));
        this.printer = CsvTable.printer(file.writer());
        this.k = k;
        printer.printRecord(header(variables));
    }

    private List<String> header(List<Symbol> variables) {
        List<String> columns = new ArrayList<>(List.of("t"));
        variables.forEach(variable -> columns.add("theta_" + variable.name()));
        variables.forEach(variable -> columns.add("dagger_" + variable.name()));
        columns.addAll(List.of("loss", "loss_dagger"));
        numbered(columns, "sharpness_");
        numbered(columns, "sharpness_dagger_");
        columns.addAll(List.of("next_eigenvalue", "unstable"));
        numbered(columns, "x_");
        numbered(columns, "x_pred_");
        triangle(columns, "alpha_");
        triangle(columns, "sigma_");
        columns.addAll(List.of("trace_sigma", "deviation"));
        return columns;
    }

    private void numbered(List<String> columns, String name) {
        for (int i = 1; i <= k; i++) {
            columns.add(name + i);
        }
    }

    private void triangle(List<String> columns, String name) {
        for (int i = 1; i <= k; i++) {
            for (int j = i; j <= k; j++) {
                columns.add(name + i + "_" + j);
            }
        }
    }

    @Override
    public void accept(UnstableStep step) {
        List<String> row = new ArrayList<>(List.of(Integer.toString(step.t())));
        add(row, step.theta());
        add(row, step.space().point());
        add(row, step.iterate().loss(), step.space().loss());
        addFollowed(row, step.iterate().values());
        addFollowed(row, step.space().eigenvalues());
        add(row, step.space().next());
        row.add(Integer.toString(step.space().k()));
        addFollowed(row, step.x());
        addFollowed(row, step.predictedX());
        addTriangle(row, step.space().alpha());
        addTriangle(row, step.covariance().z());
        add(row, step.covariance().trace(), step.deviation());
        try {
            printer.printRecord(row);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void addTriangle(List<String> row, DMatrixRMaj matrix) {
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                add(row, j < matrix.numCols ? matrix.get(i, j) : Double.NaN);
            }
        }
    }

    private void addFollowed(List<String> row, double[] numbers) {
        for (int i = 0; i < k; i++) {
            add(row, i < numbers.length ? numbers[i] : Double.NaN);
        }
    }

    private void add(List<String> row, double... numbers) {
        for (double number : numbers) {
            row.add(Double.isFinite(number) ? backend.write(new Binary64(number)) : "");
        }
    }

    /** Puts the file in its place. */
    public void complete(RunRecord run) throws IOException {
        printer.flush();
        file.complete();
        Recorded.describe(folder.resolve(TrajectoryCsv.FILE_NAME), "trajectory", run);
    }

    /** Discards the file, unless it was completed. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
