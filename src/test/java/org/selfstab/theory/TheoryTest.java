package org.selfstab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict;

class TheoryTest {

    private static final Path THEORY = Path.of("theory");

    @TempDir
    private Path folder;

    /** Only points count at which both sides are defined: the root of a negative number does not refute. */
    @Test
    void aSquaredRootIsItsArgumentsMagnitude() throws IOException {
        Files.copy(Path.of("src/test/resources/statements/statement-sqrt-squared.toml"), folder.resolve("r31.toml"));
        List<StatementResult> results =
                new TheoryExamination(1).examine(TheoryReader.read(folder).statements(), result -> {});

        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.verdict().status()).isEqualTo(Verdict.Status.HOLDS));
    }

    @Test
    void theExampleOfTheReadmeHolds() throws IOException {
        Matcher block = Pattern.compile("```toml mine/virial.toml\n(id.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(THEORY.resolve("README.md")));
        assertThat(block.find()).isTrue();
        Files.writeString(folder.resolve("virial.toml"), block.group(1));
        StatementResult result = examined().get("virial");
        assertThat(result.verdict().status()).isEqualTo(Verdict.Status.HOLDS);
        assertThat(result.verdict().evidence()).isEqualTo(Verdict.Evidence.SYMBOLIC);
    }

    @Test
    void aWrongStatementFailsWithItsCounterexample() throws IOException {
        write("wrong", "", "(x + y)^2", "x^2 + y^2");
        StatementResult result = examined().get("wrong");
        assertThat(result.verdict().status()).isEqualTo(Verdict.Status.FAILS);
        CheckResult.Counterexample counterexample =
                result.checks().get(0).counterexample().orElseThrow();
        assertThat(counterexample.values()).containsOnlyKeys("x", "y");
        assertThat(result.verdict().reason()).contains(counterexample.left()).contains(counterexample.right());
    }

    @Test
    void whatRestsOnAWrongStatementDoesNotApplyAllTheWayDown() throws IOException {
        write("a-top", "\"middle\"", "x", "x");
        write("middle", "\"wrong\"", "x*y", "y*x");
        write("wrong", "", "x", "y");
        Map<String, StatementResult> results = examined();
        assertThat(results.keySet()).containsExactly("wrong", "middle", "a-top");
        assertThat(results.get("middle").verdict().status()).isEqualTo(Verdict.Status.NOT_APPLICABLE);
        assertThat(results.get("middle").verdict().reason()).isEqualTo("rests on wrong, which is FAILS");
        assertThat(results.get("a-top").verdict().status()).isEqualTo(Verdict.Status.NOT_APPLICABLE);
    }

    /** Where neither side is defined there is nothing to agree on, however simple the difference is. */
    @Test
    void anEquationDefinedNowhereIsUndecided() throws IOException {
        write("nowhere", "", "sqrt(-1 - x^2)^3", "sqrt(-1 - x^2)^3*(x + 1 - x)");
        assertThat(examined().get("nowhere").verdict().status()).isEqualTo(Verdict.Status.UNDECIDED);
    }

    @Test
    void aTrueEquationBeyondTheRulesIsUndecided() throws IOException {
        write("machin", "", "4*atan(1/5) - atan(1/239)", "pi/4");
        assertThat(examined().get("machin").verdict().status()).isEqualTo(Verdict.Status.UNDECIDED);
    }

    @Test
    void anUnknownDependencyIsAnErrorAtItsPlace() throws IOException {
        write("first", "\"secnd\"", "x", "x");
        write("second", "", "x", "x");
        assertThatThrownBy(() -> TheoryReader.read(folder))
                .isInstanceOf(SelfstabException.class)
                .hasMessage(
                        folder.resolve("first.toml") + ":7:12: no statement secnd in the folder; did you mean second?");
    }

    @Test
    void aCircleOfDependenciesIsAnErrorThatShowsIt() throws IOException {
        write("first", "\"second\"", "x", "x");
        write("second", "\"third\"", "x", "x");
        write("third", "\"second\"", "x", "x");
        assertThatThrownBy(() -> TheoryReader.read(folder))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining(":7:12: second rests on itself: second -> third -> second; remove one");
    }

    @Test
    void aFolderWithoutStatementsIsAnError() {
        assertThatThrownBy(() -> TheoryReader.read(folder))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining("no statement files in the folder");
    }

    private void write(String id, String depends, String left, String right) throws IOException {
        Files.writeString(folder.resolve(id + ".toml"), """
                id = "%s"
                kind = "fact"
                title = "Test"
                statement = "Test."
                latex = "x"
                source = "none"
                depends = [%s]
                [[check]]
                type = "identity"
                claim = "test"
                symbols = ["x", "y"]
                left = "%s"
                right = "%s"
                """.formatted(id, depends, left, right));
    }

    private Map<String, StatementResult> examined() {
        List<StatementResult> results = new ArrayList<>();
        new TheoryExamination(2).examine(TheoryReader.read(folder).statements(), results::add);
        return results.stream()
                .collect(Collectors.toMap(
                        result -> result.statement().id(), result -> result, (a, b) -> a, LinkedHashMap::new));
    }
}
