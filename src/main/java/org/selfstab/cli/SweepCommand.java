package org.selfstab.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.selfstab.Study;
import org.selfstab.report.ReportFolder;
import org.selfstab.report.SweepDocument;
import org.selfstab.report.SweepFiles;
import org.selfstab.run.RunOptions;
import org.selfstab.run.RunRecord;
import org.selfstab.sweep.Cluster;
import org.selfstab.sweep.GridAxis;
import org.selfstab.sweep.LocalExecution;
import org.selfstab.sweep.PointExecution;
import org.selfstab.sweep.PointLog;
import org.selfstab.sweep.SweepJob;
import org.selfstab.sweep.SweepJournal;
import org.selfstab.sweep.SweepResult;
import org.selfstab.sweep.SweepRun;
import org.selfstab.sweep.SweptQuantities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab sweep}: quantities and claims over a grid of parameters. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Runs the problem at every point of a grid of parameters, on all cores, and tabulates quantities and claims. A point"
                    + " whose run ends early, or whose parameters are invalid, is a row with its status and reason.",
            "With --out, writes sweep.csv, sweep.json and sweep.html with a heat map or curve of each quantity (as files below figures, too), and keeps finished points in sweep.journal: the same command goes on"
                    + " where it was stopped.",
            "Exit status 1 if a claim fails at some point, 3 if one is undecided or does not apply, or some point's run ends"
                    + " early."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  selfstab sweep examples/sharp-valley.toml --grid zeta=0:1:5 \\",
            "      --grid epsilon=1e-4:1e-2:5:log --claim coupling.constant --out results"
        })
final class SweepCommand implements Callable<Integer> {

    private static final int MAX_JOBS = 1024;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Option(
            names = "--grid",
            required = true,
            paramLabel = "NAME=FROM:TO:N[:log]",
            description =
                    "N values of a parameter from FROM to TO, which are exact expressions without names: equally spaced and"
                            + " exact, or with :log in equal ratios, rounded to 12 digits. Repeatable: all combinations.")
    private List<String> grid;

    @Option(
            names = "--quantity",
            paramLabel = "NAME",
            description = "A quantity to tabulate, named as in [expect], for instance coupling.constant, epsilon or"
                    + " condition.eigengap. Repeatable; without any quantity or claim: the constants of (24) to (27b) and every"
                    + " condition.")
    private List<String> quantities = new ArrayList<>();

    @Option(
            names = "--claim",
            paramLabel = "NAME",
            description =
                    "A claim to judge: what the problem's [expect] asserts of NAME, or that condition or conclusion NAME"
                            + " holds. Repeatable.")
    private List<String> claims = new ArrayList<>();

    private OptionalInt jobs = OptionalInt.empty();

    @Option(names = "--jobs", paramLabel = "N", description = "Points at a time; by default one for each core.")
    void setJobs(int points) {
        if (points < 1 || points > MAX_JOBS) {
            throw new ParameterException(
                    spec.commandLine(), "--jobs " + points + ": a number of points from 1 to " + MAX_JOBS);
        }
        jobs = OptionalInt.of(points);
    }

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "Run the points on a cluster of Apache Spark, for instance spark://host:7077, with the selfstab that"
                            + " mvn -Pspark builds.")
    private String master;

    @Option(
            names = "--restart",
            description = "Discard the finished points of an earlier sweep in the same folder, as --force does.")
    private boolean restart;

    @Mixin
    private CommonOptions common;

    @Mixin
    private RunOptionsMixin run;

    @Mixin
    private PrecisionOption precision;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        Study study = common.read(file, spec.commandLine().getErr());
        SweepRun sweep = new SweepRun(job(study));
        SweepResult result = resultOf(sweep);
        RunRecord record = common.record(file, study);
        format.print(SweepDocument.report(record, result), spec.commandLine().getOut());
        if (common.out() != null) {
            writeFiles(folder(sweep), record, result);
        }
        return result.hasErrors() ? ExitStatus.BUG : ExitStatus.of(result.status());
    }

    private void writeFiles(Path folder, RunRecord record, SweepResult result) throws IOException {
        common.writing(
                spec.commandLine(),
                folder,
                listener -> {
                    SweepFiles.write(folder, record, result);
                    ReportFolder.writeSweep(folder, record, SweepDocument.page(result), listener);
                },
                ReportFolder.SWEEP,
                "sweep.json",
                "sweep.csv",
                ReportFolder.FIGURES,
                SweepJournal.FILE_NAME);
    }

    private SweepJob job(Study study) {
        RunOptions options = run.in(precision);
        List<String> wanted = quantities.isEmpty() && claims.isEmpty() ? SweptQuantities.byDefault() : quantities;
        return new SweepJob(
                Version.withClasses(),
                file.toString(),
                study.text().orElseThrow(),
                study.data(),
                common.overrides(),
                grid.stream().map(GridAxis::parse).map(GridAxis::toString).toList(),
                List.copyOf(new LinkedHashSet<>(grid.size() == 2 ? SweptQuantities.withPredictions(wanted) : wanted)),
                List.copyOf(new LinkedHashSet<>(claims)),
                options.projection(),
                options.frame(),
                options.horizon().orElse(0),
                options.digits().orElse(0));
    }

    private SweepResult resultOf(SweepRun sweep) throws IOException {
        if (common.out() == null) {
            return resultOf(sweep, PointLog.none());
        }
        Path journal = folder(sweep).resolve(SweepJournal.FILE_NAME);
        int points = sweep.problem().grid().size();
        try (SweepJournal log = restart || common.isForced()
                ? SweepJournal.restart(journal, sweep.job(), points)
                : SweepJournal.open(journal, sweep.job(), points)) {
            return resultOf(sweep, log);
        }
    }

    private SweepResult resultOf(SweepRun sweep, PointLog log) throws IOException {
        if (common.isQuiet()) {
            return sweep.run(log, execution(), point -> {});
        }
        String task = sweep.problem().problem().name();
        int points = sweep.problem().grid().size();
        Progress overall = Progress.of(spec.commandLine(), task);
        try (SweepProgress progress = new SweepProgress(task, log.finished().size(), points, overall)) {
            return sweep.run(log, execution(), point -> progress.next());
        }
    }

    private PointExecution execution() {
        if (master == null) {
            return new LocalExecution(jobs.orElse(Runtime.getRuntime().availableProcessors()));
        }
        if (jobs.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--jobs is for this machine, and --master for others; give one of the two");
        }
        return Cluster.find(master);
    }

    private Path folder(SweepRun sweep) {
        return common.out().resolve(sweep.problem().problem().name());
    }

    /** Shows on standard error how many points of a sweep are done and how long the others may take, once that has taken longer than a second. */
    private static final class SweepProgress implements Closeable {

        private final String task;
        private final int before;
        private final int points;
        private final Progress progress;
        private int done;

        /**
         * No point is done yet but those before.
         *
         * @param before how many points were done before
         * @param points how many there are
         * @param progress begun with the sweep, and closed with this
         */
        SweepProgress(String task, int before, int points, Progress progress) {
            this.task = task;
            this.before = before;
            this.points = points;
            this.progress = progress;
            this.done = before;
        }

        /** Tells that one more point is done. */
        void next() {
            done++;
            progress.reach(task, before, done, points, "points");
        }

        @Override
        public void close() {
            progress.close();
        }
    }
}
