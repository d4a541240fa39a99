package org.selfstab.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.VerificationResult;
import org.selfstab.document.Document;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.RunObserver;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.dynamics.UnstableObserver;
import org.selfstab.dynamics.UnstableStep;
import org.selfstab.loss.Backend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.report.Format;
import org.selfstab.report.PanelScript;
import org.selfstab.report.PendingFile;
import org.selfstab.report.ReportFolder;
import org.selfstab.report.TrajectoryCsv;
import org.selfstab.report.TrajectoryPlot;
import org.selfstab.report.UnstableTrajectoryCsv;
import org.selfstab.report.UnstableTrajectoryPlot;
import org.selfstab.report.VerificationDocument;
import org.selfstab.report.figure.RunFigures;
import org.selfstab.report.figure.RunRecorder;
import org.selfstab.report.figure.UnstableFigures;
import org.selfstab.run.RunListener;

/** The files of one run: {@code trajectory.csv}, written while it goes; {@code summary.json}, {@code report.html} with its figures and pictures for a paper, once it is over. */
final class RunFiles implements RunObserver, Closeable {

    private final OwnFolder folder;
    private final Problem problem;
    private final PanelScript panel;
    private TrajectoryCsv<?> trajectory;
    private RunRecorder<?> recorder;
    private UnstableTrajectoryCsv trajectoryOfSeveral;
    private UnstableFigures figuresOfSeveral;
    private int unstable = 1;

    RunFiles(OwnFolder folder, Problem problem, PanelScript panel) {
        this.folder = folder;
        this.problem = problem;
        this.panel = panel;
    }

    /** Opens the files. */
    @Override
    public <T extends CalculusFieldElement<T>> StepObserver<T> of(Backend<T> backend, Model<Binary64> inDouble) {
        try {
            TrajectoryCsv<T> table = new TrajectoryCsv<>(folder.path(), problem.variables(), backend);
            RunRecorder<T> figures = new RunRecorder<>(inDouble);
            trajectory = table;
            recorder = figures;
            return step -> {
                table.observe(step);
                figures.observe(step);
            };
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public Optional<UnstableObserver> ofSeveral() {
        return Optional.of(this::ofSeveral);
    }

    /** Begins anew: a run of more eigenvalues takes the place of one that found another at the edge. */
    private Consumer<UnstableStep> ofSeveral(int k) {
        try {
            close();
            UnstableTrajectoryCsv table = new UnstableTrajectoryCsv(folder.path(), problem.variables(), k);
            UnstableFigures figures = new UnstableFigures(k, RealValue.of(problem.edge()));
            trajectoryOfSeveral = table;
            figuresOfSeveral = figures;
            unstable = k;
            return step -> {
                table.accept(step);
                figures.accept(step);
            };
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What they are called in their folder. */
    static String[] names() {
        return new String[] {
            ReportFolder.REPORT, "summary.json", "trajectory.csv", ReportFolder.FIGURES, ReportFolder.PICTURES
        };
    }

    void complete(VerificationResult verified, RunListener listener) throws IOException {
        PendingFile.write(
                folder.path().resolve("summary.json"),
                Format.JSON.write(VerificationDocument.report(folder.run(), verified)));
        ReportFolder.write(folder.path(), folder.run(), page(verified), listener);
    }

    private Document page(VerificationResult verified) throws IOException {
        return panel.on(VerificationDocument.page(verified, figures(verified)), folder.run(), unstable);
    }

    /** The figures, once the trajectory is in its place, and the pictures for a paper. */
    private FigureSet figures(VerificationResult verified) throws IOException {
        if (trajectoryOfSeveral != null) {
            trajectoryOfSeveral.complete(folder.run());
            if (verified.verification().constants().isPresent()) {
                new UnstableTrajectoryPlot(figuresOfSeveral)
                        .write(folder.path(), folder.run(), problem, verified.verification());
            }
            return figuresOfSeveral.figures();
        }
        trajectory.complete(folder.run());
        new TrajectoryPlot(recorder.recorded()).write(folder.path(), folder.run(), problem, verified.verification());
        return RunFigures.of(recorder, verified.verification(), problem.variables());
    }

    /** Discards the trajectory, unless it was completed. */
    @Override
    public void close() throws IOException {
        if (trajectory != null) {
            trajectory.close();
        }
        if (trajectoryOfSeveral != null) {
            trajectoryOfSeveral.close();
        }
    }
}
