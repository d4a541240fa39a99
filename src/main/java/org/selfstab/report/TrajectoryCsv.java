package org.selfstab.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.expression.Symbol;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.loss.Backend;
import org.selfstab.run.RunRecord;

/**
 * Writes a run as {@code trajectory.csv}, one row for each step, while it goes. A value that is not defined at a step (delta where
 * alpha is not positive) is an empty field.
 *
 * @param <T> the numbers of the run
 */
public final class TrajectoryCsv<T extends CalculusFieldElement<T>> implements StepObserver<T>, Closeable {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "trajectory.csv";

    private final Path folder;
    private final PendingFile file;
    private final CSVPrinter printer;
    private final Backend<T> backend;

    /**
     * Opens the file and writes its header.
     *
     * @param folder the problem's folder
     * @throws IOException if the file cannot be made
     */
    public TrajectoryCsv(Path folder, List<Symbol> variables, Backend<T> backend) throws IOException {
        this.folder = folder;
        this.file = new PendingFile(folder.resolve(FILE_NAME));
        this.printer = CsvTable.printer(file.writer());
        this.backend = backend;
        printer.printRecord(header(variables));
    }

    private static List<String> header(List<Symbol> variables) {
        List<String> columns = new ArrayList<>(List.of("t"));
        variables.forEach(variable -> columns.add("theta_" + variable.name()));
        variables.forEach(variable -> columns.add("dagger_" + variable.name()));
        columns.addAll(List.of("loss", "sharpness", "alpha", "beta", "delta", "x", "y", "x_pred", "y_pred"));
        columns.addAll(List.of("deviation", "loss_dagger", "sharpness_dagger", "kappa3", "lambda2", "gamma"));
        return columns;
    }

    @Override
    public void observe(CoupledStep<T> step) {
        try {
            printer.printRecord(row(step));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> row(CoupledStep<T> step) {
        LocalGeometry<T> geometry = step.geometry();
        List<String> row = new ArrayList<>(List.of(Integer.toString(step.t())));
        addAll(row, step.ofParameters(step.theta()));
        addAll(row, step.ofParameters(geometry.point()));
        row.add(backend.write(step.loss()));
        row.add(backend.write(step.sharpness()));
        row.add(backend.write(geometry.alpha()));
        row.add(backend.write(geometry.beta()));
        row.add(geometry.hasOscillation() ? backend.write(geometry.delta()) : "");
        row.add(backend.write(step.x()));
        row.add(backend.write(step.y()));
        row.add(step.isPredicted() ? backend.write(step.predictedX()) : "");
        row.add(step.isPredicted() ? backend.write(step.predictedY()) : "");
        row.add(step.isPredicted() ? backend.write(step.deviation()) : "");
        row.add(backend.write(geometry.loss()));
        row.add(backend.write(geometry.sharpness()));
        row.add(backend.write(geometry.kappa3()));
        row.add(geometry.secondEigenvalue().isFinite() ? backend.write(geometry.secondEigenvalue()) : "");
        row.add(geometry.hasOscillation() ? backend.write(geometry.gamma()) : "");
        return row;
    }

    private void addAll(List<String> row, FieldVector<T> vector) {
        for (int i = 0; i < vector.getDimension(); i++) {
            row.add(backend.write(vector.getEntry(i)));
        }
    }

    /** Puts the file in its place. */
    public void complete(RunRecord run) throws IOException {
        printer.flush();
        file.complete();
        Recorded.describe(folder.resolve(FILE_NAME), "trajectory", run);
    }

    /** Discards the file, unless it was completed. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
