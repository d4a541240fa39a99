package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.selfstab.Selfstab;
import org.selfstab.report.PendingFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab fmt}: files in one layout. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Rewrites files with equals signs below each other, a blank line before each table and no blanks at the ends of lines. Values"
                    + " and comments stay as they are written; what a file says does not change.",
            "No file is written unless all are TOML."
        },
        footerHeading = "%nExample:%n",
        footer = "  selfstab fmt --check examples/*.toml")
final class FmtCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Problem or statement files (TOML).")
    private List<Path> files;

    @Option(names = "--check", description = "Write nothing; exit status 1 if a file is in another layout.")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Map<Path, String> changed = new LinkedHashMap<>();
        for (Path file : files) {
            Selfstab.formatted(file).ifPresent(text -> changed.put(file, text));
        }
        for (Map.Entry<Path, String> file : changed.entrySet()) {
            if (!check) {
                PendingFile.rewrite(file.getKey(), file.getValue());
            }
            out.println(file.getKey() + (check ? ": in another layout" : ": formatted"));
        }
        out.flush();
        return check && !changed.isEmpty() ? ExitStatus.FAILS : ExitStatus.HOLDS;
    }
}
