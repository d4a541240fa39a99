import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.selfstab.cli.Main;
import org.selfstab.cli.ZshCompletion;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes what a distribution holds beside the program: the pages, with their links as the folders are there, completion for bash and zsh,
 * and the sources of the manual pages. Arguments: the folder of pages, the folder of manual pages, and the version.
 */
public final class Pages {

    public static void main(String[] arguments) throws IOException {
        Path pages = Path.of(arguments[0]);
        Path manual = Files.createDirectories(Path.of(arguments[1]));
        copy(Path.of("README.md"), pages.resolve("README.md"), "src/site/markdown/", "docs/", "src/site/resources/", "docs/");
        for (Path page : markdown(Path.of("src/site/markdown"))) {
            copy(page, pages.resolve("docs").resolve(page.getFileName()), "../../../", "../", "../../main/resources/org/selfstab/report", "schemas", "../resources/", "");
        }
        for (Path page : markdown(Path.of("theory"))) {
            copy(page, pages.resolve("theory").resolve(page.getFileName()), "../src/site/markdown/", "../docs/");
        }
        CommandLine program = Main.commandLine();
        sayVersion(program, "selfstab " + arguments[2]);
        Path completion = Files.createDirectories(pages.resolve("completion"));
        Files.writeString(completion.resolve("selfstab.bash"), AutoComplete.bash("selfstab", program));
        Files.writeString(completion.resolve("_selfstab"), ZshCompletion.of(program));
        // Its headings are what asciidoctor makes a manual page of.
        ManPageGenerator.generateManPage(
                manual.toFile(), null, new boolean[0], false, program.getCommandSpec());
    }

    /** The program's own is that of its jar, which is not made yet. */
    private static void sayVersion(CommandLine command, String version) {
        command.getCommandSpec().versionProvider(null).version(version);
        command.getSubcommands().values().forEach(other -> sayVersion(other, version));
    }

    private static List<Path> markdown(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    /** A page whose links begin otherwise. */
    private static void copy(Path from, Path to, String... beginnings) throws IOException {
        String text = Files.readString(from);
        for (int i = 0; i < beginnings.length; i += 2) {
            text = text.replace("](" + beginnings[i], "](" + beginnings[i + 1]);
        }
        Files.createDirectories(to.getParent());
        Files.writeString(to, text);
    }
}
