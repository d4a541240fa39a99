package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.selfstab.Study;
import org.selfstab.claims.DerivationResult;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.expression.syntax.ExpressionSyntaxException;
import org.selfstab.problem.Problem;
import org.selfstab.report.DerivationDocument;
import org.selfstab.report.Format;
import org.selfstab.report.PendingFile;
import org.selfstab.report.Report;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab derive}: third-order Taylor terms and the quantities of the theory in closed form. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description =
                "Derives the third-order Taylor polynomial of the loss at a point, its terms named by their role, and S, u,"
                        + " grad S, kappa_3, alpha, beta, delta, epsilon, gamma: in closed form where there is one, in numbers beside it.",
        footerHeading = "%nExample:%n",
        footer = {"  selfstab derive examples/sharp-valley.toml --at x=0 --at y=2/eta \\", "      --format latex"})
final class DeriveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Option(
            names = "--at",
            paramLabel = "NAME=VALUE",
            parameterConsumer = DefinitionsByName.class,
            description =
                    "A variable of the point, as an expression of the parameters; the others are the problem's start."
                            + " Repeatable.")
    private Map<String, String> at = new LinkedHashMap<>();

    @Mixin
    private CommonOptions common;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        Study study = common.read(file, spec.commandLine().getErr());
        Problem problem = study.problem();
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("derive", record);
        Map<String, Expression> point = point(problem);
        DerivationResult derivation =
                common.showingProgress(spec.commandLine(), problem.name(), listener -> study.derive(point, listener));
        Report report = DerivationDocument.report(record, derivation);
        format.print(report, spec.commandLine().getOut());
        if (folder.isPresent()) {
            common.writing(
                    spec.commandLine(),
                    folder.get(),
                    listener -> writeFiles(folder.get().path(), report),
                    "derivation.txt",
                    "derivation.json",
                    "derivation.tex");
        }
        if (derivation.isContradicted()) {
            return ExitStatus.FAILS;
        }
        return derivation.numeric().isPresent() ? ExitStatus.HOLDS : ExitStatus.UNDECIDED;
    }

    private Map<String, Expression> point(Problem problem) {
        ExpressionParser parser = new ExpressionParser(problem.parameters().names());
        Map<String, Expression> point = new LinkedHashMap<>();
        at.forEach((name, text) -> {
            String place = "--at " + name;
            try {
                Expression value = parser.parse(text).expression();
                problem.requireCoordinate(name, value);
                point.put(name, value);
            } catch (ExpressionSyntaxException wrong) {
                throw wrong.at(new Location(place, 1, wrong.offset() + 1));
            } catch (SelfstabException unusable) {
                throw unusable.at(Location.startOf(place));
            }
        });
        return point;
    }

    private static void writeFiles(Path folder, Report report) throws IOException {
        PendingFile.write(folder.resolve("derivation.txt"), Format.TEXT.write(report));
        PendingFile.write(folder.resolve("derivation.json"), Format.JSON.write(report));
        PendingFile.write(folder.resolve("derivation.tex"), Format.LATEX.write(report));
    }
}
