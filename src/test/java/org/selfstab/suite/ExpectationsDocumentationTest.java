package org.selfstab.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.Stage;
import org.selfstab.vocabulary.Verdict;

/** The page on {@code [expect]} names everything that can be asserted, and words of problem files mean what they say. */
class ExpectationsDocumentationTest {

    private static final Path PAGE = Path.of("src/site/markdown/expectations.md");

    @ParameterizedTest
    @MethodSource
    void everyNameIsOnThePage(Named quantity) throws IOException {
        assertThat(Files.readString(PAGE)).contains("`" + quantity.key());
    }

    static Stream<Named> everyNameIsOnThePage() {
        return Stream.concat(Quantities.all().stream().filter(Quantity::isExpectable), Claims.all().stream());
    }

    @Test
    void everyUnitIsOnThePage() throws IOException {
        Map<String, List<Quantity>> byUnit = Quantities.all().stream()
                .filter(Quantity::hasUnit)
                .collect(Collectors.groupingBy(Quantity::unit, LinkedHashMap::new, Collectors.toList()));
        String rows = byUnit.entrySet().stream()
                .map(entry -> "| `" + entry.getKey() + "` | "
                        + entry.getValue().stream()
                                .map(quantity -> "`" + quantity.key() + "`")
                                .collect(Collectors.joining(", "))
                        + " |")
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(PAGE)).contains("| unit | names |\n|---|---|\n" + rows + "\n\n");
    }

    @ParameterizedTest
    @EnumSource(Verdict.Status.class)
    void everyVerdictIsOnThePage(Verdict.Status verdict) throws IOException {
        assertThat(Files.readString(PAGE)).contains("`\"" + verdict.inWords() + "\"`");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyStageIsNamedAsInReports(Stage stage) throws IOException {
        assertThat(Files.readString(PAGE)).contains("`" + stage.title() + "`");
    }
}
