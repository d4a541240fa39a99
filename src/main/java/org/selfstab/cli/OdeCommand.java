package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.Binary64;
import org.selfstab.Study;
import org.selfstab.claims.OdeFamilyResult;
import org.selfstab.claims.OdeResult;
import org.selfstab.claims.SlowResult;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.RunObserver;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.loss.Backend;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.report.CentralFlowCsv;
import org.selfstab.report.Format;
import org.selfstab.report.OdeCsv;
import org.selfstab.report.OdeDocument;
import org.selfstab.report.OdeFamilyDocument;
import org.selfstab.report.PendingFile;
import org.selfstab.report.Report;
import org.selfstab.report.ReportFolder;
import org.selfstab.report.SlowDocument;
import org.selfstab.report.figure.RunFigures;
import org.selfstab.report.figure.RunRecorder;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab ode}: exact iterates beside the reduced equation. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Runs exact gradient descent beside the predicted dynamics and the reduced equation X' = X Y, Y' = 1 - X^2 (theory.md (15)),"
                    + " once with alpha and beta of the run and once frozen at t = 0, and reports how far apart they get, the"
                    + " period, extremes and averages predicted and observed, the phase error after each period, and the"
                    + " four stages.",
            "Beside the run it integrates the central flow (theory.md (22)) in double precision: where it comes to the edge"
                    + " of stability and leaves it, how well it keeps the constraint, how far it is from the constrained"
                    + " trajectory and from the time-averaged iterates, sigma^2 beside delta^2 and beside the mean of x^2,"
                    + " and its averaged loss (23).",
            "With --family or --sweep it compares every member of a family and estimates the order of each error in epsilon, which"
                    + " is at least 1 by the theory; what takes whole periods is then observed over runs three times as long.",
            "With --second-order it integrates the reduced equation with its terms of second order in epsilon beside that of first order (theory.md"
                    + " section 18.3), and reports how far each gets from the iterates over 1/eps^2 steps, and the orders over a family.",
            "With --out, also writes ode.csv, central-flow.csv, ode.json, and ode.html with its figures, or ode-family.json, or second-order.json."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  selfstab ode examples/sharp-valley.toml --set zeta=1/2 --horizon 700 \\",
            "      --out results",
            "  selfstab ode examples/disk-valley.toml --sweep epsilon=1e-2,1e-3,1e-4,1e-5",
            "  selfstab ode examples/drift/damped-valley.toml --second-order \\",
            "      --sweep epsilon=4e-3,2e-3,1e-3"
        })
final class OdeCommand implements Callable<Integer> {

    /** The name of the JSON of {@code --second-order} in a problem's folder. */
    static final String SECOND_ORDER_FILE = "second-order.json";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Mixin
    private MemberValues sweep;

    @Option(
            names = "--family",
            description = "Compare all members of the problem's [family], and fit the order of each error in epsilon.")
    private boolean wholeFamily;

    @Option(
            names = "--second-order",
            description =
                    "Integrate the reduced equations of first and of second order in epsilon instead, beside the iterates over"
                            + " 1/eps^2 steps, or as many as --horizon says.")
    private boolean secondOrder;

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
        if (secondOrder) {
            return compareSlowly(study);
        }
        return wholeFamily || sweep.isGiven() ? compareFamily(study) : compare(study);
    }

    private int compareSlowly(Study study) throws IOException {
        RunOptions options = run.in(precision);
        if (options.digits().isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--second-order runs in double precision; leave --precision out");
        }
        Optional<Family> family = wholeFamily || sweep.isGiven()
                ? Optional.of(sweep.familyOf(study.problem(), study::with, file, common.overrides()))
                : Optional.empty();
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("second-order", record);
        SlowResult result = common.showingProgress(
                spec.commandLine(),
                study.problem().name(),
                listener -> family.isPresent()
                        ? study.secondOrder(options.horizon(), family.get(), listener)
                        : study.secondOrder(options.horizon(), listener));
        Report report = SlowDocument.report(record, result);
        if (folder.isPresent()) {
            common.writing(
                    spec.commandLine(),
                    folder.get(),
                    listener -> PendingFile.write(
                            folder.get().path().resolve(SECOND_ORDER_FILE), Format.JSON.write(report)),
                    SECOND_ORDER_FILE);
        }
        format.print(report, spec.commandLine().getOut());
        return ExitStatus.of(result.status());
    }

    private int compare(Study study) throws IOException {
        RunRecord record = common.record(file, study);
        OdeResult result = compared(study, record);
        format.print(OdeDocument.report(record, result), spec.commandLine().getOut());
        return result.isComplete() ? ExitStatus.HOLDS : ExitStatus.UNDECIDED;
    }

    private OdeResult compared(Study study, RunRecord record) throws IOException {
        Optional<OwnFolder> folder = common.folder(CommonOptions.RUN, record);
        if (folder.isEmpty()) {
            return compared(study);
        }
        Recorders recorders = new Recorders();
        OdeResult result = compared(study, recorders);
        common.writing(
                spec.commandLine(),
                folder.get(),
                listener -> writeFiles(result, recorders.recorder, folder.get(), listener),
                ReportFolder.ODE,
                "ode.json",
                "ode.csv",
                "central-flow.csv",
                ReportFolder.FIGURES);
        return result;
    }

    private OdeResult compared(Study study, RunListener... recorders) {
        return common.showingProgress(
                spec.commandLine(),
                study.problem().name(),
                listener -> study.ode(
                        run.in(precision),
                        Stream.concat(Stream.of(listener), Stream.of(recorders)).toArray(RunListener[]::new)));
    }

    /** Keeps the recorder of the run's figures. */
    private static final class Recorders implements RunObserver {

        private RunRecorder<?> recorder;

        @Override
        public <T extends CalculusFieldElement<T>> StepObserver<T> of(Backend<T> backend, Model<Binary64> inDouble) {
            RunRecorder<T> ofRun = new RunRecorder<>(inDouble);
            recorder = ofRun;
            return ofRun;
        }
    }

    private int compareFamily(Study study) throws IOException {
        Problem problem = study.problem();
        Family family = sweep.familyOf(study.problem(), study::with, file, common.overrides());
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("ode-family", record);
        OdeFamilyResult result = common.showingProgress(
                spec.commandLine(), problem.name(), listener -> study.odeFamily(run.in(precision), family, listener));
        format.print(
                OdeFamilyDocument.report(record, result), spec.commandLine().getOut());
        if (folder.isPresent()) {
            common.writing(
                    spec.commandLine(),
                    folder.get(),
                    listener -> PendingFile.write(
                            folder.get().path().resolve("ode-family.json"),
                            Format.JSON.write(
                                    OdeFamilyDocument.report(folder.get().run(), result))),
                    "ode-family.json");
        }
        return ExitStatus.of(result.status());
    }

    private static FigureSet figures(OdeResult result, RunRecorder<?> recorder) {
        return result.verification().unstable().isPresent()
                ? FigureSet.NONE.without("Reduced dynamics", "they are those of one unstable eigenvalue")
                : RunFigures.ofReducedDynamics(recorder, result.verification());
    }

    private static void writeFiles(OdeResult result, RunRecorder<?> recorder, OwnFolder own, RunListener listener)
            throws IOException {
        Path folder = own.path();
        ReportFolder.writeOde(folder, own.run(), OdeDocument.page(result, figures(result, recorder)), listener);
        PendingFile.write(folder.resolve("ode.json"), Format.JSON.write(OdeDocument.report(own.run(), result)));
        if (result.comparison().isPresent()) {
            OdeCsv.write(folder, own.run(), result.comparison().get());
        }
        if (result.centralFlow().isPresent()) {
            CentralFlowCsv.write(
                    folder,
                    own.run(),
                    result.problem().variables(),
                    result.centralFlow().get());
        }
    }
}
