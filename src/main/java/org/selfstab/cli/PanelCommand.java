package org.selfstab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.selfstab.Selfstab;
import org.selfstab.Study;
import org.selfstab.report.PanelScript;
import org.selfstab.report.PendingFile;
import org.selfstab.report.ReportFolder;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab panel}: a page on which a reader plays with a problem. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Writes one HTML file, for a talk or a paper's supplement, in which sliders change parameters, step size and start, and the"
                    + " iterates, their prediction, the sharpness and the phase portrait follow at once. It needs no network and no Java:"
                    + " the loss and its derivatives stand in it as JavaScript. Losses of up to 10 variables.",
            "What it shows are runs in double precision, not proofs; verify gives the verdicts, and its report.html holds the same panel."
        },
        footerHeading = "%nExample:%n",
        footer = "  selfstab panel examples/sharp-valley.toml --out valley.html")
final class PanelCommand implements Callable<Integer> {

    private static final String HEAD = "</title>";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            parameterConsumer = DefinitionsByName.class,
            description = "Override a parameter; VALUE is an exact expression, for instance 1/2 or 1e-4. Repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    private Optional<Integer> horizon = Optional.empty();

    @Option(
            names = "--horizon",
            paramLabel = "STEPS",
            description = "Steps that the panel begins with, instead of the problem's.")
    void setHorizon(int steps) {
        horizon = Horizon.of(steps, spec);
    }

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Write the page here instead of to standard output. A file that is not a page of that title is not replaced.")
    private Path out;

    @Option(names = "--force", description = "Replace FILE, whatever it holds.")
    private boolean force;

    @Option(names = "--quiet", description = "No warnings on standard error.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        Study study = Selfstab.read(file, overrides);
        if (!quiet) {
            CommonOptions.printWarnings(study, spec.commandLine().getErr());
        }
        RunRecord record = RunRecord.of(
                spec.commandLine().getCommandName(), file, study.text(), study.problem(), GivenOptions.of(spec));
        PanelScript panel = new PanelScript(study.problem(), overrides, horizon);
        write(ReportFolder.html(panel.page(record)));
        return ExitStatus.HOLDS;
    }

    private void write(String page) throws IOException {
        if (out == null) {
            spec.commandLine().getOut().print(page);
        } else {
            requireFree(page);
            PendingFile.write(out, page);
            spec.commandLine().getOut().println(out + ": written; open it in a browser");
        }
        spec.commandLine().getOut().flush();
    }

    private void requireFree(String page) throws IOException {
        if (!force && Files.exists(out) && !isPageOf(page.substring(0, page.indexOf(HEAD)))) {
            throw new SelfstabException(out + ": holds something else", "give another --out, or --force to replace it");
        }
    }

    /** Whether the file is a page that begins alike, up to its title. */
    private boolean isPageOf(String head) throws IOException {
        byte[] wanted = head.getBytes(StandardCharsets.UTF_8);
        if (!Files.isRegularFile(out)) {
            return false;
        }
        try (InputStream there = Files.newInputStream(out)) {
            return Arrays.equals(there.readNBytes(wanted.length), wanted);
        }
    }
}
