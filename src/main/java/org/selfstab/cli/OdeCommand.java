package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.OdeResult;
import org.selfstab.claims.OdeRun;
import org.selfstab.dynamics.Arithmetic;
import org.selfstab.dynamics.DecimalArithmetic;
import org.selfstab.dynamics.DoubleArithmetic;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.ReadProblem;
import org.selfstab.report.CentralFlowCsv;
import org.selfstab.report.OdeCsv;
import org.selfstab.report.OdeFormat;
import org.selfstab.report.PendingFile;
import org.selfstab.symbolic.LossDerivatives;
import org.selfstab.symbolic.SymbolicLossDerivatives;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab ode}: exact iterates beside the reduced equation. */
@Command(
        name = "ode",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Runs exact gradient descent beside the predicted dynamics and the reduced equation X' = X Y, Y' = 1 - X^2 (theory.md (15)),"
                    + " once with alpha and beta of the run and once frozen at t = 0, and reports how far apart they get, the"
                    + " period, extremes and averages predicted and observed, the phase error after each period, and the"
                    + " four stages.",
            "Beside the run it integrates the central flow (theory.md (22)) in double precision: where it comes to the edge"
                    + " of stability and leaves it, how well it keeps the constraint, how far it is from the constrained"
                    + " trajectory and from the time-averaged iterates, sigma^2 beside delta^2 and beside the mean of x^2,"
                    + " and its averaged loss (23).",
            "With --out, also writes ode.csv, central-flow.csv and ode.json."
        },
        footerHeading = "%nExample:%n",
        footer = "  selfstab ode examples/sharp-valley.toml --set zeta=1/2 --horizon 700 --out results")
final class OdeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Mixin
    private CommonOptions common;

    @Mixin
    private RunOptionsMixin run;

    @Mixin
    private PrecisionOption precision;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What goes to standard output: text (the default) or json.")
    private OdeFormat format;

    @Override
    public Integer call() throws IOException {
        ReadProblem read = ProblemReader.read(file, common.overrides());
        if (!common.isQuiet()) {
            read.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        }
        OdeResult result = compare(read.problem());
        spec.commandLine().getOut().print(format.write(result));
        if (common.out() != null) {
            writeFiles(result, common.out().resolve(read.problem().name()));
        }
        return result.isComplete() ? ExitStatus.HOLDS : ExitStatus.UNDECIDED;
    }

    private static void writeFiles(OdeResult result, Path folder) throws IOException {
        PendingFile.write(folder.resolve("ode.json"), OdeFormat.JSON.write(result));
        if (result.comparison().isPresent()) {
            OdeCsv.write(folder, result.comparison().get());
        }
        if (result.centralFlow().isPresent()) {
            CentralFlowCsv.write(
                    folder, result.problem().variables(), result.centralFlow().get());
        }
    }

    private OdeResult compare(Problem problem) {
        return precision.digits().isPresent()
                ? compareIn(new DecimalArithmetic(precision.digits().getAsInt()), problem)
                : compareIn(new DoubleArithmetic(), problem);
    }

    private <T extends CalculusFieldElement<T>> OdeResult compareIn(Arithmetic<T> arithmetic, Problem problem) {
        LossDerivatives derivatives = SymbolicLossDerivatives.of(problem.variables(), problem.loss())
                .substitute(problem.parameters().values());
        OdeRun<T> odeRun = new OdeRun<>(problem, derivatives, arithmetic, run.options());
        if (common.isQuiet()) {
            return odeRun.run(List.of(), step -> {});
        }
        PrintWriter err = spec.commandLine().getErr();
        try (Progress progress = new Progress(ProgressDisplay.on(err), System::nanoTime)) {
            return odeRun.run(
                    List.of(step -> progress.reach(problem.name(), step.t())),
                    step -> progress.reach(problem.name() + ", to the edge", step));
        }
    }
}
