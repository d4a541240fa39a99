package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.OdeComparer;
import org.selfstab.claims.OdeResult;
import org.selfstab.claims.Verification;
import org.selfstab.claims.Verifier;
import org.selfstab.dynamics.DoubleArithmetic;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.ReadProblem;
import org.selfstab.report.OdeCsv;
import org.selfstab.report.OdeFormat;
import org.selfstab.report.PendingFile;
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
            "With --out, also writes ode.csv and ode.json."
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
    }

    private OdeResult compare(Problem problem) {
        var derivatives = SymbolicLossDerivatives.of(problem.variables(), problem.loss())
                .substitute(problem.parameters().values());
        Verifier<Binary64> verifier = new Verifier<>(problem, derivatives, new DoubleArithmetic(), run.options());
        OdeComparer<Binary64> comparer = new OdeComparer<>(verifier.setting().eta());
        return OdeResult.of(problem, verify(problem, verifier, comparer), comparer);
    }

    private Verification verify(Problem problem, Verifier<Binary64> verifier, StepObserver<Binary64> comparer) {
        if (common.isQuiet()) {
            return verifier.verify(List.of(comparer));
        }
        PrintWriter err = spec.commandLine().getErr();
        List<StepObserver<Binary64>> observers = new ArrayList<>(List.of(comparer));
        try (Progress progress = new Progress(ProgressDisplay.on(err), System::nanoTime)) {
            observers.add(step -> progress.reach(problem.name(), step.t()));
            return verifier.verify(observers, step -> progress.reach(problem.name() + ", to the edge", step));
        }
    }
}
