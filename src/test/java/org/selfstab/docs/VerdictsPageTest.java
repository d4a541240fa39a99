package org.selfstab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;

/** {@code verdicts.md} lists what the program knows. */
class VerdictsPageTest {

    private static final Pattern THRESHOLD = Pattern.compile("(?m)^\\| `([a-z_.]+)` \\| ([0-9.e-]+) \\|");

    @Test
    void theTableOfThresholdsIsThePrograms() throws IOException {
        assertThat(THRESHOLD.matcher(page()).results())
                .extracting(row -> row.group(1) + " = " + Double.parseDouble(row.group(2)))
                .containsExactlyElementsOf(Quantities.limited().stream()
                        .map(threshold -> threshold.key() + " = "
                                + threshold.limit().orElseThrow().byDefault())
                        .toList());
    }

    @Test
    void everyConditionStatusAndEvidenceIsExplained() throws IOException {
        Stream<String> words = Stream.of(
                        Claims.conditions().stream().map(name -> name.title().replace(" (reconstructed)", "")),
                        Arrays.stream(Verdict.Status.values()).map(Verdict.Status::word),
                        Arrays.stream(Verdict.Evidence.values()).map(Verdict.Evidence::name))
                .flatMap(some -> some);
        String firstCells = page().lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|", -1)[1].strip())
                .collect(Collectors.joining("\n"));
        assertThat(words).allSatisfy(word -> assertThat(firstCells.lines()).contains(word));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("src/site/markdown/verdicts.md"));
    }
}
