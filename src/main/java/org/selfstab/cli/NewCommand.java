package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.selfstab.report.PendingFile;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab new}: a problem file to begin with. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Writes NAME.toml, a problem that passes, with a comment on each part, to be changed into one's own. A file that is there is"
                    + " not replaced."
        },
        footerHeading = "%nExample:%n",
        footer = {"  selfstab new mine --from network", "  selfstab verify mine.toml"})
final class NewCommand implements Callable<Integer> {

    /** What a problem begins from. */
    enum Template {
        /** A valley with its sharpness along the floor. */
        VALLEY,
        /** A product with a drift along its minimisers. */
        PRODUCT,
        /** Two neurons. */
        NETWORK,
        /** A network on a table of data. */
        DATA;

        /** The name on the command line, which completion offers. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The file, with places for what is its own. */
        private String text() throws IOException {
            return BundledText.of("new/" + this + ".toml");
        }
    }

    private static final String ENDING = ".toml";
    private static final String NAMES = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The problem's name, or the path of its file.")
    private Path name;

    @Option(
            names = "--from",
            paramLabel = "KIND",
            defaultValue = "valley",
            description = "What it begins from: valley (the default), product, network or data.")
    private Template template;

    @Override
    public Integer call() throws IOException {
        String given = String.valueOf(name.getFileName());
        String own = given.endsWith(ENDING) ? given.substring(0, given.length() - ENDING.length()) : given;
        if (!own.matches(NAMES)) {
            throw new SelfstabException(
                    name + ": not a name for a problem",
                    "letters, digits, '.', '_' and '-', at most 100, a letter or digit first");
        }
        Path file = name.resolveSibling(own + ENDING);
        if (Files.exists(file)) {
            throw new SelfstabException(file + ": is there already", "give another name");
        }
        PendingFile.write(file, template.text().replace("@TITLE@", own).replace("@FILE@", own + ENDING));
        spec.commandLine().getOut().println(file + ": written; selfstab verify " + file + " runs it");
        spec.commandLine().getOut().flush();
        return ExitStatus.HOLDS;
    }
}
