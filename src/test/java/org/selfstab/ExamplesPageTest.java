package org.selfstab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the examples leads to every one of them; what else it says SuiteOfExamplesTest compares. */
class ExamplesPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/examples.md");
    private static final Pattern LINK = Pattern.compile("]\\((\\.\\./[^)]+)\\)");

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
