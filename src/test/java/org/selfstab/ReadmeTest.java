package org.selfstab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.cli.Main;
import picocli.CommandLine;

/** README.md is short, and what it shows is the program's; {@code DocsTest} runs its commands. */
class ReadmeTest {

    private static final int MOST_BYTES = 6000;
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(([^)]+)\\)");
    private static final Pattern COMMAND_ROW = Pattern.compile("(?m)^\\| `selfstab ([a-z-]+)` \\| (.+) \\|$");
    private static final Pattern FIRST_RUN = Pattern.compile("(?m)^selfstab (verify .+) --out results$");

    /** What a picture says of itself, whatever font the machine has drawn it with. */
    private static final Pattern DESCRIPTION = Pattern.compile("<title.*</desc>");

    @TempDir
    private Path folder;

    @Test
    void itIsReadInAMinute() throws IOException {
        assertThat(Files.size(Path.of("README.md"))).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void itsTestCommandIsThatOfContinuousIntegration() throws IOException {
        String command = Files.readString(Path.of(".ci/run"))
                .lines()
                .filter(line -> line.startsWith("mvn "))
                .findFirst()
                .orElseThrow();
        assertThat(readme()).contains("```sh\n" + command + "\n```");
    }

    @Test
    void itsListOfCommandsIsTheProgramsOwn() throws IOException {
        Map<String, CommandLine> commands = Main.commandLine().getSubcommands();
        List<String> rows = COMMAND_ROW
                .matcher(readme())
                .results()
                .map(row -> row.group(1) + ": " + row.group(2) + ".")
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(commands.keySet().stream()
                        .filter(name -> !name.equals("help"))
                        .map(name -> name + ": " + header(commands.get(name)))
                        .toList());
    }

    private static String header(CommandLine command) {
        return String.join("\n", command.getCommandSpec().usageMessage().header());
    }

    @Test
    void itsPictureIsTheFigureOfItsFirstRun() throws IOException {
        Path picture = Path.of(only(PICTURE));
        String run = only(FIRST_RUN) + " --quiet --out " + folder;
        int status = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), run.split(" "));

        assertThat(status).isZero();
        Path figure = folder.resolve("sharp-valley/figures").resolve(picture.getFileName());
        assertThat(description(picture)).isEqualTo(description(figure)).contains("2/η");
    }

    private static String description(Path picture) throws IOException {
        Matcher description = DESCRIPTION.matcher(Files.readString(picture));
        assertThat(description.find()).as(picture.toString()).isTrue();
        return description.group();
    }

    /** The one match of a pattern: its group. */
    private static String only(Pattern pattern) throws IOException {
        List<String> found =
                pattern.matcher(readme()).results().map(match -> match.group(1)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
