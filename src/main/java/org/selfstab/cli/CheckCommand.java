package org.selfstab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.selfstab.claims.VerificationResult;
import org.selfstab.report.VerificationDocument;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab check}: the theorem's conditions on a run. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Runs exact gradient descent beside the predicted dynamics, and decides every condition of the theory on the run:"
                    + " value, threshold, HOLDS / FAILS / UNDECIDED, the worst step, point and direction.",
            "A threshold is overridden in the problem file, for instance [thresholds] \"condition.eigengap\" = \"9/5\"."
                    + " Keys and defaults:"
        },
        footerHeading = "%nExample:%n",
        footer = "  selfstab check examples/sharp-valley.toml --format latex")
final class CheckCommand implements Callable<Integer> {

    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PROBLEM", description = "Problem files (TOML).")
    private List<Path> files;

    @Mixin
    private CommonOptions common;

    @Mixin
    private RunOptionsMixin run;

    @Mixin
    private PrecisionOption precision;

    @Mixin
    private CrossCheckOption crossCheck;

    @Mixin
    private FormatOption format;

    /** Takes the specification and adds the thresholds to the help. */
    @Spec
    void setSpec(CommandSpec spec) {
        this.spec = spec;
        List<String> description =
                new ArrayList<>(Arrays.asList(spec.usageMessage().description()));
        for (Quantity threshold : Quantities.limited()) {
            description.add("  " + threshold.key() + " = "
                    + threshold.limit().orElseThrow().byDefault());
        }
        spec.usageMessage().description(description.toArray(String[]::new));
    }

    @Override
    public Integer call() {
        return new Verifications(common, crossCheck.in(run.in(precision)), spec.commandLine())
                .verifyEach(files, this::show);
    }

    private int show(RunRecord record, VerificationResult verified) {
        format.print(
                VerificationDocument.conditions(record, verified),
                spec.commandLine().getOut());
        return CrossCheckOption.statusOf(
                verified, ExitStatus.of(verified.assessment().ofConditions()));
    }
}
