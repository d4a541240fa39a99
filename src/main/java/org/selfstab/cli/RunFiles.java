package org.selfstab.cli;

import java.io.Closeable;
import java.io.IOException;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.VerificationResult;
import org.selfstab.dynamics.Arithmetic;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.problem.Problem;
import org.selfstab.report.PendingFile;
import org.selfstab.report.ReportFolder;
import org.selfstab.report.RunPage;
import org.selfstab.report.TrajectoryCsv;
import org.selfstab.report.TrajectoryPlot;
import org.selfstab.report.VerificationFormat;
import org.selfstab.report.figure.RunFigures;
import org.selfstab.report.figure.RunRecorder;

/**
 * The files of one run: {@code trajectory.csv}, written while it goes; {@code summary.json}, {@code report.html} with its figures and pictures for a paper, once it is over.
 *
 * @param <T> the numbers of the run
 */
final class RunFiles<T extends CalculusFieldElement<T>> implements StepObserver<T>, Closeable {

    private final OwnFolder folder;
    private final Problem problem;
    private final TrajectoryCsv<T> trajectory;
    private final RunRecorder<T> recorder;

    /**
     * Opens the files.
     *
     * @param folder the problem's folder
     * @param inDouble the run's setting in double precision, in which figures are drawn
     */
    RunFiles(OwnFolder folder, Problem problem, Arithmetic<T> arithmetic, Model<Binary64> inDouble) throws IOException {
        this.folder = folder;
        this.problem = problem;
        this.trajectory = new TrajectoryCsv<>(folder.path(), problem.variables(), arithmetic);
        this.recorder = new RunRecorder<>(inDouble);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        trajectory.observe(step);
        recorder.observe(step);
    }

    void complete(VerificationResult verified) throws IOException {
        folder.take();
        trajectory.complete(folder.run());
        new TrajectoryPlot(recorder.recorded()).write(folder.path(), folder.run(), problem, verified.verification());
        PendingFile.write(folder.path().resolve("summary.json"), VerificationFormat.JSON.write(folder.run(), verified));
        ReportFolder.write(
                folder.path(),
                folder.run(),
                RunPage.of(verified, RunFigures.of(recorder, verified.verification(), problem.variables())));
    }

    /** Discards the trajectory, unless it was completed. */
    @Override
    public void close() throws IOException {
        trajectory.close();
    }
}
