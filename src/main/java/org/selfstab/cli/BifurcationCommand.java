package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.selfstab.Study;
import org.selfstab.claims.orbit.BifurcationOptions;
import org.selfstab.claims.orbit.BifurcationResult;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.problem.RealValue;
import org.selfstab.report.BifurcationCsv;
import org.selfstab.report.BifurcationDocument;
import org.selfstab.report.Format;
import org.selfstab.report.PendingFile;
import org.selfstab.report.Report;
import org.selfstab.report.ReportFolder;
import org.selfstab.report.figure.BifurcationFigures;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab bifurcation}: orbits over a parameter. */
@Command(
        name = "bifurcation",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Follow fixed points and cycles over a parameter.",
        description = {
            "Follows the fixed point near the problem's start, and the orbits of period 2, 4, ... that begin where stability is lost, over"
                    + " a parameter: by Newton's method on the orbit and pseudo-arclength, through folds and also where they repel. Finds"
                    + " flips, folds, pitchforks, transcritical and Neimark-Sacker points, each to all digits of a double, and looks at"
                    + " where the iterates from the start are, with their largest Lyapunov exponent.",
            "Where minima form a manifold, as those of (x*y - 1)^2, the place on it is held.",
            "With --out, also writes bifurcation.csv, attractor.csv, bifurcation.json, and bifurcation.html with its figures.",
            "Exit status 0 if orbits were followed, 3 if none was found."
        },
        footerHeading = "%nExample:%n",
        footer = {"  selfstab bifurcation examples/cycles/double-well.toml --parameter eta \\", "      --range 1/2:7/5"
        })
final class BifurcationCommand implements Callable<Integer> {

    /** The name of the JSON in a problem's folder. */
    static final String JSON_FILE = "bifurcation.json";

    private static final int MOST_COLUMNS = 100_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Option(
            names = "--parameter",
            paramLabel = "NAME",
            defaultValue = "eta",
            description = "The parameter that varies; eta by default.")
    private String parameter;

    @Option(
            names = "--range",
            paramLabel = "FROM:TO",
            required = true,
            description = "From where to where, exact expressions as 1/2:7/5.")
    private String range;

    @Option(
            names = "--periods",
            paramLabel = "N",
            defaultValue = "16",
            description = "The longest period of the orbits that are followed; 16 by default, at most 256.")
    private int periods;

    @Option(
            names = "--columns",
            paramLabel = "N",
            defaultValue = "240",
            description = "At how many values the iterates are looked at; 240 by default, 0 for none.")
    private int columns;

    @Mixin
    private CommonOptions common;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        OptionLimits.requireWithin(spec, "--periods", periods, 1, BifurcationOptions.MOST_PERIODS);
        OptionLimits.requireWithin(spec, "--columns", columns, 0, MOST_COLUMNS);
        BifurcationOptions options = options();
        Study study = common.read(file, spec.commandLine().getErr());
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("bifurcation", record);
        BifurcationResult result = common.showingProgress(
                spec.commandLine(), study.problem().name(), listener -> study.bifurcation(options, listener));
        Report report = BifurcationDocument.report(record, result);
        if (folder.isPresent()) {
            common.writing(
                    spec.commandLine(),
                    folder.get(),
                    listener -> write(folder.get().path(), result, report, listener),
                    ReportFolder.BIFURCATION,
                    JSON_FILE,
                    BifurcationCsv.BRANCHES,
                    BifurcationCsv.ATTRACTOR,
                    ReportFolder.FIGURES);
        }
        format.print(report, spec.commandLine().getOut());
        return result.branches().isEmpty() ? ExitStatus.UNDECIDED : ExitStatus.HOLDS;
    }

    private BifurcationOptions options() {
        List<String> ends = List.of(range.split(":", -1));
        if (ends.size() != 2) {
            throw new ParameterException(spec.commandLine(), "--range " + range + ": FROM:TO is wanted, as 1/2:7/5");
        }
        double from = number(ends.get(0));
        double to = number(ends.get(1));
        if (!(from < to)) {
            throw new ParameterException(spec.commandLine(), "--range " + range + ": FROM must be below TO");
        }
        return new BifurcationOptions(parameter, from, to, periods, columns);
    }

    private double number(String written) {
        try {
            Expression closed = new ExpressionParser(List.of()).parse(written).expression();
            double value = RealValue.of(closed);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (SelfstabException wrong) {
            throw new ParameterException(spec.commandLine(), "--range " + range + ": " + wrong.getMessage(), wrong);
        }
        throw new ParameterException(spec.commandLine(), "--range " + range + ": " + written + " is not a number");
    }

    private static void write(Path folder, BifurcationResult result, Report report, RunListener listener)
            throws IOException {
        PendingFile.write(folder.resolve(JSON_FILE), Format.JSON.write(report));
        BifurcationCsv.write(folder, report.run(), result);
        ReportFolder.writeBifurcation(
                folder, report.run(), BifurcationDocument.page(result, BifurcationFigures.of(result)), listener);
    }
}
