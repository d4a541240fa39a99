package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.selfstab.Study;
import org.selfstab.claims.BifurcationOptions;
import org.selfstab.claims.BifurcationResult;
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
import org.selfstab.run.Journal;
import org.selfstab.run.JournalHeader;
import org.selfstab.run.LineLog;
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
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Follows the fixed point near the problem's start, and the orbits of period 2, 4, ... that begin where stability is lost, over"
                    + " a parameter: by Newton's method on the orbit and pseudo-arclength, through folds and also where they repel. Finds"
                    + " flips, folds, pitchforks, transcritical and Neimark-Sacker points, each to all digits of a double, and looks at"
                    + " where the iterates from the start are, with their largest Lyapunov exponent.",
            "Where minima form a manifold, as those of (x*y - 1)^2, the place on it is held.",
            "With --out, also writes bifurcation.csv, attractor.csv, bifurcation.json, and bifurcation.html with its figures, and keeps"
                    + " finished orbits in bifurcation.journal: the same command goes on where it was stopped.",
            "Exit status 0 if orbits were followed, 3 if none was found."
        },
        footerHeading = "%nExample:%n",
        footer = {"  selfstab bifurcation examples/cycles/double-well.toml --parameter eta \\", "      --range 1/2:7/5"
        })
final class BifurcationCommand implements Callable<Integer> {

    /** The name of the JSON in a problem's folder. */
    static final String JSON_FILE = "bifurcation.json";

    private static final String JOURNAL_FILE = "bifurcation.journal";
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

    @Option(
            names = "--restart",
            description = "Discard the finished orbits of an earlier run in the same folder, as --force does.")
    private boolean restart;

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
        BifurcationResult result = resultOf(study, options, folder);
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
                    ReportFolder.FIGURES,
                    JOURNAL_FILE);
        }
        format.print(report, spec.commandLine().getOut());
        return result.branches().isEmpty() ? ExitStatus.UNDECIDED : ExitStatus.HOLDS;
    }

    private BifurcationResult resultOf(Study study, BifurcationOptions options, Optional<OwnFolder> folder)
            throws IOException {
        if (folder.isEmpty()) {
            return resultOf(study, options, LineLog.none());
        }
        Path file = folder.get().path().resolve(JOURNAL_FILE);
        JournalHeader header = header(study, options);
        try (Journal journal =
                restart || common.isForced() ? Journal.restart(file, header) : Journal.open(file, header)) {
            return resultOf(study, options, journal);
        }
    }

    private BifurcationResult resultOf(Study study, BifurcationOptions options, LineLog log) throws IOException {
        if (common.isQuiet()) {
            return study.bifurcation(options, log, RunListener.none());
        }
        String name = study.problem().name();
        try (Progress progress = Progress.of(spec.commandLine(), name)) {
            return study.bifurcation(options, log, progress.listener(name));
        }
    }

    private JournalHeader header(Study study, BifurcationOptions options) {
        Map<String, String> identity = JournalHeader.identity(
                Version.withClasses(), study.text().orElseThrow(), study.data(), common.overrides());
        identity.put("parameter", options.parameter());
        identity.put("range", options.from() + ":" + options.to());
        identity.put("periods", Integer.toString(options.longestPeriod()));
        identity.put("columns", Integer.toString(options.columns()));
        return new JournalHeader("bifurcation", "orbits", identity);
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
