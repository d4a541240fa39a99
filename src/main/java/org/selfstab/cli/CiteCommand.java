package org.selfstab.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.selfstab.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code selfstab cite}: what a paper that uses the program cites. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = "Prints BibTeX entries of the theory, of the central flow and of this version of the program.",
        footerHeading = "%nExample:%n",
        footer = "  selfstab cite >> paper.bib")
final class CiteCommand implements Callable<Integer> {

    /** A form that programs read. */
    enum Citation {
        BIBTEX,
        /** The Citation File Format, which also names the theory's papers. */
        CFF;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "bibtex",
            description = "bibtex (the default) or cff, the Citation File Format.")
    private Citation format;

    @Override
    public Integer call() throws IOException {
        String version = RunRecord.thisProgram().substring("selfstab ".length());
        String text =
                switch (format) {
                    case BIBTEX -> BundledText.of("citations.bib").replace("@VERSION@", version);
                    case CFF -> BundledText.of("/META-INF/CITATION.cff");
                };
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return ExitStatus.HOLDS;
    }
}
