package org.selfstab.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.report.comparison.Comparison.Difference;
import org.selfstab.report.comparison.Comparison.Kind;
import org.selfstab.vocabulary.SelfstabException;

/** What differs between two outputs is named, and nothing else. */
class ComparisonTest {

    private static final String OUTPUT = """
            {"schema": "selfstab/verification/1", "run": {"date": "2026-01-01", "options": {}},
             "summary": "two hold", "C1": 2.0, "C1_step": 4, "CP": null,
             "conclusions": [{"name": "loss", "verdict": "HOLDS"}, {"name": "coupling", "verdict": "HOLDS"}]}
            """;

    @TempDir
    private Path folder;

    private SavedOutput output(String name, String text) throws IOException {
        return SavedOutput.read(Files.writeString(folder.resolve(name), text));
    }

    private Comparison comparison(String change, String to, double tolerance) throws IOException {
        assertThat(OUTPUT).contains(change);
        return Comparison.of(output("a.json", OUTPUT), output("b.json", OUTPUT.replace(change, to)), tolerance, false);
    }

    private List<Difference> differences(String change, String to, double tolerance) throws IOException {
        return comparison(change, to, tolerance).differences();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026 | 2027 | nothing found differs; settings are the same",
                "'\"CP\": null' | '\"CP\": \"none\"' | 1 text differs; settings are the same",
                "2.0, | '3.0, \"CD\": 1,' | 2 numbers differ; settings are the same",
                "{} | '{\"--set\": \"zeta=0\"}' | nothing found differs; 1 setting differs"
            })
    void whatDiffersIsCounted(String change, String to, String sentence) throws IOException {
        assertThat(ComparisonDocument.summary(comparison(change, to, 0))).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'loss\", \"verdict\": \"HOLDS' | 'loss\", \"verdict\": \"FAILS' | VERDICT | conclusions[loss].verdict",
                "2.0 | 2.0000001 | NUMBER | C1",
                "null | 3 | NUMBER | CP",
                "'\"CP\": null' | '\"CP\": \"none\"' | WORDS | CP",
                "{} | '{\"--set\": \"zeta=0\"}' | SETTING | run.options.--set"
            })
    void aChangeIsNamed(String change, String to, Kind kind, String path) throws IOException {
        assertThat(differences(change, to, 0)).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(kind);
            assertThat(difference.path()).isEqualTo(path);
        });
    }

    /** One may be undefined where the other has an array, whose elements are named: that both show as nothing is no difference. */
    @Test
    void whatIsNothingInBothIsNoDifference() throws IOException {
        assertThat(differences("\"CP\": null", "\"CP\": [1]", 0))
                .extracting(Difference::path)
                .containsExactly("CP[0]");
        assertThat(differences("\"CP\": null,", "", 0)).isEmpty();
    }

    /** An element goes by its name, wherever it stands. */
    @Test
    void orderOfElementsIsNoDifference() throws IOException {
        String first = "{\"name\": \"loss\", \"verdict\": \"HOLDS\"}";
        String second = "{\"name\": \"coupling\", \"verdict\": \"HOLDS\"}";
        assertThat(differences(first + ", " + second, second + ", " + first, 0)).isEmpty();
    }

    @Test
    void whatIsSaidElsewhereAndWitnessesAreNoDifference() throws IOException {
        assertThat(differences("2026-01-01", "2026-01-02", 0)).isEmpty();
        assertThat(differences("two hold", "three hold", 0)).isEmpty();
        assertThat(differences("\"C1_step\": 4", "\"C1_step\": 5", 0)).isEmpty();
        assertThat(Comparison.of(
                                output("a.json", OUTPUT),
                                output("b.json", OUTPUT.replace("\"C1_step\": 4", "\"C1_step\": 5")),
                                0,
                                true)
                        .differences())
                .hasSize(1);
    }

    @Test
    void toleranceIsRelativeToTheLarger() throws IOException {
        assertThat(differences("2.0", "2.5", 0.2)).isEmpty();
        assertThat(differences("2.0", "2.5", 0.199)).hasSize(1);
        assertThat(differences("2.0", "-2.0", 1.999)).hasSize(1);
    }

    @Test
    void settingsAloneLeaveTheOutcomeTheSame() throws IOException {
        SavedOutput first = output("a.json", OUTPUT);
        assertThat(Comparison.of(first, output("b.json", OUTPUT.replace("{}", "{\"--horizon\": \"9\"}")), 0, false)
                        .isSame())
                .isTrue();
        assertThat(Comparison.of(first, output("b.json", OUTPUT.replace("2.0", "2.1")), 0, false)
                        .isSame())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | not JSON",
                "[] | no schema",
                "{} | no schema",
                "{\"schema\": \"other/1\"} | no schema",
                "{\"schema\": \"selfstab/x/1\", \"a\": 1, \"a\": 2} | not JSON"
            })
    void anotherFileIsRefused(String text, String words) {
        assertThatThrownBy(() -> output("a.json", text))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining(words);
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() {
        assertThatThrownBy(() -> SavedOutput.read(folder.resolve("nowhere")))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining("nowhere:1:1: no such file; give the path of a file that --format json printed");
        assertThatThrownBy(() -> SavedOutput.read(folder))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining("no output in JSON lies");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "summary.json",
                "ode-family.json",
                "drift.json",
                "noise.json",
                "minimum.json",
                "bifurcation.json",
                "explore.json",
                "descent.json"
            })
    void theOutputOfAnyCommandIsFoundInItsFolder(String name) throws IOException {
        output(name, OUTPUT);
        assertThat(SavedOutput.read(folder).file()).hasFileName(name);
    }

    @Test
    void outputsOfDifferentCommandsAreRefused() throws IOException {
        SavedOutput first = output("a.json", OUTPUT);
        SavedOutput other = output("b.json", OUTPUT.replace("verification", "check"));
        assertThatThrownBy(() -> Comparison.of(first, other, 0, false))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining("selfstab/check/1");
    }

    @Test
    void valuesGoByTheirPaths() throws IOException {
        assertThat(output("a.json", OUTPUT).values())
                .containsKeys("C1", "conclusions[loss].verdict", "conclusions[coupling].name")
                .extractingByKey("C1")
                .extracting(JsonNode::doubleValue)
                .isEqualTo(2.0);
    }
}
