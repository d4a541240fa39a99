package org.selfstab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict;

/** A step of {@code (x y - 1)^2/2} multiplies {@code b = x^2 - y^2} by {@code 1 - q^2} with {@code q = eta (x y - 1)}, and {@code x^2 + y^2 = s} becomes
 * {@code s (1 + q^2) - 4 q x y}. */
class ObservableCheckTest {

    private static final String PROBLEM = ProblemBuilder.of("Product", "(x*y - 1)^2/2")
            .parameter("eta", "1/5")
            .start("x", "4")
            .start("y", "1/10")
            .observe("balance", "x^2 - y^2")
            .observe("square", "(x^2 - y^2)^2")
            .observe("size", "x^2 + y^2")
            .observe("fall", "next(x*y - 1) - (x*y - 1)*(1 - eta*(x^2 + y^2) + eta^2*x*y*(x*y - 1))")
            .observe("distance", "abs(x)")
            .observe("sided", "x - abs(x)")
            .observe("quotient", "next(x^2 - y^2)/(x^2 - y^2) + eta^2*(x*y - 1)^2")
            .toml();

    @TempDir
    private Path folder;

    private CheckResult examined(String problem, String... keys) throws IOException {
        Files.createDirectories(folder.resolve("statements"));
        Files.writeString(folder.resolve("product.toml"), problem);
        Files.writeString(folder.resolve("statements/balance.toml"), """
                id        = "balance"
                kind      = "lemma"
                title     = "Balance"
                statement = "Words."
                latex     = "b"
                source    = "theory.md (1)"
                [[check]]
                type    = "observable"
                claim   = "a claim"
                problem = "product.toml"
                """ + String.join("\n", keys) + "\n");
        return new TheoryExamination(1)
                .examine(TheoryReader.read(folder.resolve("statements")).statements(), result -> {})
                .get(0)
                .checks()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "observable = 'square' | behaviour = 'decreases' | where = ['2 - (eta*(x*y - 1))^2'] | HOLDS",
                "observable = 'square' | behaviour = 'decreases' | where = [] | FAILS",
                "observable = 'square' | behaviour = 'increases' | where = ['(eta*(x*y - 1))^2 - 2'] | HOLDS",
                "observable = 'balance' | change = '-balance*(eta*(x*y - 1))^2' | where = [] | HOLDS",
                "observable = 'balance' | change = '-balance*(eta*(x*y - 1))^2/2' | where = [] | FAILS",
                "observable = 'size' | behaviour = 'increases' | where = ['1 - x*y', 'x*y', 'eta'] | UNDECIDED",
                "observable = 'size' | behaviour = 'conserved' | where = [] | FAILS",
                "observable = 'distance' | change = '-eta*(x*y - 1)*y' | where = ['x', 'x - eta*(x*y - 1)*y'] | HOLDS",
                "observable = 'distance' | change = '-eta*(x*y - 1)*y' | where = ['x'] | FAILS",
                "observable = 'distance' | change = '-eta*(x*y - 1)*y' | where = ['x', '-x'] | UNDECIDED",
                "observable = 'sided' | behaviour = 'conserved' | where = ['x', 'x - eta*(x*y - 1)*y'] | HOLDS",
                "observable = 'sided' | behaviour = 'conserved' | where = ['-x'] | FAILS",
                "observable = 'square' | behaviour = 'decreases' | where = ['2 - (eta*(x*y - 1))^2', 'x - 2'] | HOLDS",
                "observable = 'fall' | behaviour = 'conserved' | positive = ['x'] | HOLDS",
                "observable = 'quotient' | behaviour = 'conserved' | where = [] | HOLDS"
            })
    void decidesForAllPoints(String observable, String claimed, String condition, Verdict.Status status)
            throws IOException {
        CheckResult result = examined(
                PROBLEM, observable.replace('\'', '"'), claimed.replace('\'', '"'), condition.replace('\'', '"'));
        assertThat(result.verdict().status()).as(result.verdict().reason()).isEqualTo(status);
        assertThat(result.verdict().evidence()).isEqualTo(Verdict.Evidence.SYMBOLIC);
        assertThat(result.counterexample().isPresent()).isEqualTo(status == Verdict.Status.FAILS);
    }

    /** Written so that each term shows its sign. */
    @Test
    void aChangeInAFormThatShowsItsSignIsProved() throws IOException {
        CheckResult result = examined(
                PROBLEM,
                "observable = \"size\"",
                "behaviour = \"increases\"",
                "change = \"(x^2 + y^2)*(eta*(1 - x*y))^2 + 4*eta*(1 - x*y)*x*y\"",
                "positive = [\"x\", \"y\", \"eta\"]",
                "where = [\"1 - x*y\"]");
        assertThat(result.verdict().status()).as(result.verdict().reason()).isEqualTo(Verdict.Status.HOLDS);
    }

    /** A condition less, or the other direction, is no longer proved. */
    @Test
    void mutantsDoNotHold() throws IOException {
        CheckResult result = examined(
                PROBLEM, "observable = \"square\"", "behaviour = \"decreases\"", "where = [\"2 - (eta*(x*y - 1))^2\"]");
        assertThat(CheckMutation.of(result).survivors()).isEmpty();
        assertThat(CheckMutation.of(result).mutants()).isEqualTo(3);
    }

    /** Steps of other optimizers are no functions of one iterate. */
    @Test
    void refusesStepsOfOtherOptimizers() {
        String problem = PROBLEM + "[optimizer]\nmethod = \"heavy_ball\"\nmomentum = \"1/2\"\n";
        assertThatThrownBy(() -> examined(problem, "observable = \"balance\"", "behaviour = \"decreases\""))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining("the steps that are written out are those of gradient descent");
    }
}
