package org.selfstab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.selfstab.report.TheoryDocument;
import org.selfstab.run.RunRecord;
import org.selfstab.theory.Statement;
import org.selfstab.theory.StatementResult;
import org.selfstab.theory.Theory;
import org.selfstab.theory.TheoryExamination;
import org.selfstab.theory.TheoryReader;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;
import org.selfstab.vocabulary.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab theory}: every statement, proved or tested. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Examines every statement of a folder in the order of their dependencies: equations are proved by computer algebra"
                    + " and cross-examined at random points, claims on examples are run.",
            "theory/README.md describes the format of statement files."
        },
        footerHeading = "%nExample:%n",
        footer = "  selfstab theory theory --only energy-conserved")
final class TheoryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "theory",
            description = "A folder of statement files (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Option(
            names = "--only",
            paramLabel = "ID",
            description = "Examine this statement and those it rests on. Repeatable.")
    private List<String> only = new ArrayList<>();

    @Mixin
    private FormatOption format;

    @Option(names = "--quiet", description = "No progress and no warnings on standard error.")
    private boolean quiet;

    @Override
    public Integer call() {
        Theory theory = TheoryReader.read(folder);
        PrintWriter err = spec.commandLine().getErr();
        if (!quiet) {
            theory.warnings().forEach(warning -> err.println("warning: " + FreeText.visible(warning)));
        }
        List<Statement> statements = only.isEmpty() ? theory.statements() : closure(theory.statements());
        TheoryExamination examination =
                new TheoryExamination(Runtime.getRuntime().availableProcessors());
        List<StatementResult> results = examination.examine(statements, result -> show(result, statements, err));
        format.print(
                TheoryDocument.report(record(), folder, results),
                spec.commandLine().getOut());
        return statusOf(results);
    }

    private RunRecord record() {
        Map<String, List<String>> options = only.isEmpty() ? Map.of() : Map.of("--only", only);
        return RunRecord.of(spec.commandLine().getCommandName(), List.of(folder), options);
    }

    /** The statements examined are the progress. */
    private void show(StatementResult result, Collection<Statement> all, PrintWriter err) {
        if (!quiet) {
            err.println(FreeText.visible(result.statement().id()) + " (of " + all.size() + "): "
                    + result.verdict().status().word());
        }
    }

    private List<Statement> closure(List<Statement> statements) {
        Map<String, Statement> byId = statements.stream().collect(Collectors.toMap(Statement::id, Function.identity()));
        Set<String> wanted = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(only);
        while (!open.isEmpty()) {
            String id = open.remove(open.size() - 1);
            if (!byId.containsKey(id)) {
                throw new SelfstabException(
                        "--only " + id + ": no such statement in " + folder,
                        Suggestion.suggestion(id, byId.keySet(), "the statements are"));
            }
            if (wanted.add(id)) {
                open.addAll(byId.get(id).depends());
            }
        }
        return statements.stream()
                .filter(statement -> wanted.contains(statement.id()))
                .toList();
    }

    private static int statusOf(List<StatementResult> results) {
        Set<Verdict.Status> found =
                results.stream().map(result -> result.verdict().status()).collect(Collectors.toSet());
        if (found.contains(Verdict.Status.FAILS)) {
            return ExitStatus.FAILS;
        }
        return found.equals(Set.of(Verdict.Status.HOLDS)) ? ExitStatus.HOLDS : ExitStatus.UNDECIDED;
    }
}
