package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.selfstab.coq.FormalFile;
import org.selfstab.coq.FormalResult;
import org.selfstab.report.FormalDocument;
import org.selfstab.run.RunRecord;
import org.selfstab.theory.FormalTheory;
import org.selfstab.theory.Statement;
import org.selfstab.theory.TheoryReader;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab coq theory}: the equations of statements, proved by Coq. */
@Command(
        name = "theory",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        header = "Have the equations of statements proved by Coq.",
        description = {
            "Writes each statement of a folder that has equations as a Coq file with a theorem of its name: definitions as functions, derivatives by"
                    + " is_derive, equations for all real numbers at which both sides are defined. Checks on runs have no Coq file.",
            "The files are written to DIR/coq; those that Coq does not accept are renamed, so that what lies there as *.v was accepted."
        },
        footerHeading = "%nExample:%n",
        footer = "  selfstab coq theory theory --only sharpness")
final class CoqTheoryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "theory",
            description = "A folder of statement files (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Option(names = "--only", paramLabel = "ID", description = "Only this statement. Repeatable.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--out", paramLabel = "OUT", description = "Write the files there instead of DIR/coq.")
    private Path out;

    @Mixin
    private CoqOptions coq;

    @Mixin
    private FormatOption format;

    @Option(names = "--quiet", description = "No progress on standard error.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        List<Statement> statements = TheoryReader.read(folder).statements().stream()
                .filter(statement -> only.isEmpty() || only.contains(statement.id()))
                .toList();
        if (statements.isEmpty()) {
            throw new SelfstabException(
                    "--only " + String.join(", ", only) + ": no such statement in " + folder, "give an id of a file");
        }
        Path place = out == null ? folder.resolve(FormalTheory.FOLDER) : out;
        List<FormalFile> files = statements.stream().map(FormalTheory::file).toList();
        List<FormalResult> results = coq.checked(
                spec.commandLine(),
                quiet,
                files.size(),
                (coqc, listener) -> FormalFile.check(coqc, place, files, listener));
        for (FormalResult result : results) {
            if (result.outcome() == FormalResult.Outcome.NOT_ACCEPTED) {
                Files.move(
                        place.resolve(result.file()),
                        place.resolve(result.file() + ".rejected"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Map<String, List<String>> options = only.isEmpty() ? Map.of() : Map.of("--only", only);
        format.print(
                FormalDocument.report(
                        RunRecord.of("coq theory", List.of(folder), options),
                        "Statements of " + folder + " in Coq",
                        place,
                        Map.of(),
                        results),
                spec.commandLine().getOut());
        return FormalResult.accepted(results) ? ExitStatus.HOLDS : ExitStatus.UNDECIDED;
    }
}
