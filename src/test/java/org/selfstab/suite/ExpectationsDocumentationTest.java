package org.selfstab.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.selfstab.problem.ExpectedQuantity;
import org.selfstab.vocabulary.Stage;
import org.selfstab.vocabulary.Verdict;

/** The page on {@code [expect]} names everything that can be asserted, and words of problem files mean what they say. */
class ExpectationsDocumentationTest {

    private static final Path PAGE = Path.of("src/site/markdown/expectations.md");

    @ParameterizedTest
    @EnumSource(ExpectedQuantity.class)
    void everyNameIsOnThePage(ExpectedQuantity quantity) throws IOException {
        assertThat(Files.readString(PAGE)).contains("`" + quantity.dottedName());
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
