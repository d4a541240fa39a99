package org.selfstab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.selfstab.cli.Main;

/** The page of the examples is what the command in its first comment writes, and leads to every one of them. */
class ExamplesPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/examples.md");
    private static final Pattern COMMAND =
            Pattern.compile("<!-- Written by the program\\. To renew: selfstab (.+) -->");
    private static final Pattern LINK = Pattern.compile("]\\((\\.\\./[^)]+)\\)");

    @Test
    void thePageIsWhatItsCommandWrites() throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        Matcher command = COMMAND.matcher(page.get(0));
        assertThat(command.matches()).as(page.get(0)).isTrue();

        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), (command.group(1) + " --quiet").split(" "));

        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString().lines().toList()).isEqualTo(page);
    }

    @Test
    void everyExampleIsLinked() throws IOException {
        List<Path> linked = LINK.matcher(Files.readString(PAGE))
                .results()
                .map(link -> PAGE.getParent().resolve(link.group(1)).normalize())
                .toList();

        assertThat(linked).allSatisfy(file -> assertThat(file).isRegularFile());
        assertThat(linked).containsAll(ExamplesTest.library());
    }
}
