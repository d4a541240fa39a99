package org.selfstab.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.selfstab.generate.GeneratedProblem;
import org.selfstab.generate.Generator;
import org.selfstab.generate.Prescribed;
import org.selfstab.generate.Request;
import org.selfstab.generate.Violation;
import org.selfstab.report.GeneratedDocument;
import org.selfstab.report.PendingFile;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code selfstab generate}: an analytic loss with prescribed quantities, as a problem file. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Builds a loss that has the prescribed quantities exactly at the start of its constrained trajectory, and writes it as a"
                    + " problem file whose [expect] states them. Every number is a closed expression, such as 1/100 or sqrt(2)/3, or the"
                    + " word random, which draws it from the seed.",
            "The loss is disguised by a smooth change of variables and a rational rotation, both drawn from the seed.",
            "With --violate, exactly one hypothesis of the theory is violated and [expect] says so.",
            "The problem file is the text; the other formats show what is known of the problem by construction."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  selfstab generate --alpha 1/10000 --kappa3 -1 --energy 1 --out mine.toml",
            "  selfstab generate --gamma 'sqrt(3)/2' --eta-lambda 1/2,3/2 --plain",
            "  selfstab generate --alpha random --eta-lambda random,random --seed 7",
            "  selfstab generate --violate eigengap --out twin.toml"
        })
final class GenerateCommand implements Callable<Integer> {

    private CommandSpec spec;

    @Option(
            names = "--eta-lambda",
            paramLabel = "NUMBER",
            split = ",",
            description = {
                "eta lambda_j of directions other than u, below 19/10; the others' are 0. Default: 1/2.",
                "Those nearest to 0 go to gradS_perp and, with gamma < 1, to the gradient's part off it."
            })
    private List<String> etaLambdas;

    @Option(
            names = "--dimension",
            paramLabel = "N",
            description = "How many variables. Default: as many as the rest needs.")
    private Integer dimension;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "What the disguise and random numbers are drawn from. Default: 1.")
    private long seed;

    @Option(names = "--plain", description = "The normal form without disguise.")
    private boolean plain;

    @Option(
            names = "--violate",
            paramLabel = "CONDITION",
            description =
                    "Break one hypothesis: progressive_sharpening, eigengap, smoothness, non_worst_case, axis_distance,"
                            + " small_start, memory or edge_reached.")
    private String violated;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Write the problem file here instead of to standard output. One with another text is not replaced.")
    private Path out;

    @Option(names = "--force", description = "Replace FILE, whatever its text.")
    private boolean force;

    @Mixin
    private FormatOption format;

    /** Takes the specification and adds an option for each number. */
    @Spec
    void setSpec(CommandSpec spec) {
        this.spec = spec;
        for (Prescribed kind : Prescribed.values()) {
            spec.addOption(OptionSpec.builder(kind.option())
                    .paramLabel("NUMBER")
                    .type(String.class)
                    .description(kind.meaning() + ". Default: " + kind.byDefault() + ".")
                    .build());
        }
    }

    @Override
    public Integer call() throws IOException {
        GeneratedProblem problem = Generator.generate(request());
        if (out != null) {
            requireFree(problem.text());
            PendingFile.write(out, problem.text());
        }
        if (!format.isText()) {
            RunRecord record = RunRecord.of(spec.commandLine().getCommandName(), List.of(), GivenOptions.of(spec));
            format.print(
                    GeneratedDocument.report(record, problem),
                    spec.commandLine().getOut());
        } else if (out == null) {
            spec.commandLine().getOut().print(problem.text());
            spec.commandLine().getOut().flush();
        }
        return ExitStatus.HOLDS;
    }

    private void requireFree(String text) throws IOException {
        boolean isOther = Files.isRegularFile(out)
                && !Arrays.equals(Files.readAllBytes(out), text.getBytes(StandardCharsets.UTF_8));
        if (isOther && !force) {
            throw new SelfstabException(out + ": holds another text", "give another --out, or --force to replace it");
        }
    }

    private Request request() {
        return new Request(
                values(),
                Optional.ofNullable(etaLambdas),
                dimension == null ? OptionalInt.empty() : OptionalInt.of(dimension),
                seed,
                plain ? Request.Form.PLAIN : Request.Form.DISGUISED,
                Optional.ofNullable(violated).map(GenerateCommand::violation));
    }

    private Map<Prescribed, String> values() {
        Map<Prescribed, String> values = new EnumMap<>(Prescribed.class);
        for (Prescribed kind : Prescribed.values()) {
            String value = spec.findOption(kind.option()).getValue();
            if (value != null) {
                values.put(kind, value);
            }
        }
        return values;
    }

    private static Violation violation(String name) {
        return Violation.of(name)
                .orElseThrow(() -> new SelfstabException(
                        "--violate " + name + " is no hypothesis",
                        "give one of "
                                + Arrays.stream(Violation.values())
                                        .map(Violation::optionName)
                                        .collect(Collectors.joining(", "))));
    }
}
