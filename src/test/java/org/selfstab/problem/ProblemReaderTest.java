package org.selfstab.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict;

class ProblemReaderTest {

    /** The example of the problem file's format. */
    private static final String VALLEY = """
            title     = "Sharp valley, codimension one"
            source    = "arXiv:2609.01034, section 4, eq. (4.1)"
            variables = ["x", "y"]
            loss      = "(y + zeta*x)*x^2/2 - epsilon*(x + y)"

            [parameters]
            eta     = "3/10"
            zeta    = "1"
            epsilon = "1/100"

            [start]
            x = "sqrt(2*epsilon)/2"
            y = "2/eta"

            [run]
            at_edge   = true
            horizon   = "floor(5/(eta*sqrt(epsilon)))"
            max_steps = 200000

            [family]
            parameter = "epsilon"
            values    = ["1/100", "1/1000", "1/10000"]

            [expect]
            "coupling.order"      = { at_least = 0.95 }
            "coupling.constant"   = { at_most = 20 }
            "condition.eigengap"  = "holds"
            """;

    private static ReadProblem read(String text) {
        return ProblemReader.read("folder/valley.toml", text, Map.of());
    }

    private static ReadProblem readWith(String name, String value) {
        return ProblemReader.read("valley.toml", VALLEY, Map.of(name, value));
    }

    private static Expression rational(int numerator, int denominator) {
        return Expression.constant(new BigFraction(numerator, denominator));
    }

    @Test
    void readsEverythingExactly() {
        ReadProblem read = read(VALLEY);
        Problem problem = read.problem();
        assertThat(read.warnings()).isEmpty();
        assertThat(problem.name()).isEqualTo("valley");
        assertThat(problem.title().exact()).isEqualTo("Sharp valley, codimension one");
        assertThat(problem.source()).contains(new FreeText("arXiv:2609.01034, section 4, eq. (4.1)"));
        assertThat(problem.variables()).containsExactly(Expression.symbol("x"), Expression.symbol("y"));
        assertThat(problem.lossOfVariables())
                .isSameAs(new ExpressionParser(List.of("x", "y"))
                        .parse("(y+x)*x^2/2 - (x+y)/100")
                        .expression());
        assertThat(problem.stepSize()).isSameAs(rational(3, 10));
        assertThat(problem.startPoint()).containsExactly(rational(1, 50).sqrt().times(rational(1, 2)), rational(20, 3));
        assertThat(problem.run().atEdge()).isTrue();
        assertThat(problem.run().maxSteps()).isEqualTo(200_000);
        assertThat(problem.horizonSteps()).hasValue(166);
        assertThat(problem.family().orElseThrow().parameter()).isEqualTo("epsilon");
        assertThat(problem.family().orElseThrow().values())
                .containsExactly(rational(1, 100), rational(1, 1000), rational(1, 10_000));
        assertThat(problem.expectations())
                .containsExactly(
                        Expectation.ofBounds(
                                Quantities.COUPLING_ORDER, Optional.of(rational(19, 20)), Optional.empty()),
                        Expectation.ofBounds(
                                Quantities.COUPLING_CONSTANT, Optional.empty(), Optional.of(rational(20, 1))),
                        Expectation.ofVerdict(Claims.EIGENGAP, Verdict.Status.HOLDS));
    }

    @Test
    void numbersComeOverAnyField() {
        Problem problem = read(VALLEY).problem();
        assertThat(new CompiledBackend().valueOf(problem.stepSize())).isEqualTo(new Binary64(0.3));
        assertThat(problem.startOver(Binary64Field.getInstance()).getDimension())
                .isEqualTo(2);
        assertThat(problem.startOver(new DfpField(50)).getEntry(1).multiply(3).getReal())
                .isEqualTo(20.0);
    }

    @Test
    void aMemberOfTheFamilyMovesStartAndHorizon() {
        Problem member = read(VALLEY).problem().with("epsilon", rational(1, 10_000));
        assertThat(member.horizonSteps()).hasValue(1666);
        assertThat(member.startPoint().get(0)).isSameAs(rational(1, 5000).sqrt().times(rational(1, 2)));
    }

    @Test
    void parametersFollowEachOtherInAnyOrder() {
        String text = VALLEY.replace("eta     = \"3/10\"", "eta = \"zeta*sqrt(2*epsilon)\"")
                .replace("horizon ", "# ");
        Problem problem = read(text).problem();
        assertThat(problem.stepSize()).isSameAs(rational(1, 50).sqrt());
        assertThat(problem.with("epsilon", rational(1, 2)).stepSize()).isSameAs(Expression.ONE);
        assertThat(problem.parameters().names()).containsExactly("eta", "zeta", "epsilon");
    }

    @Test
    void dottedKeysWithoutQuotesMeanTheSame() {
        assertThat(read(VALLEY.replace("\"coupling.order\"", "coupling.order"))
                        .problem()
                        .expectations())
                .containsExactlyInAnyOrderElementsOf(read(VALLEY).problem().expectations());
    }

    @Test
    void anOverrideIsExactAndCheckedAgain() {
        assertThat(readWith("epsilon", "1e-4").problem().horizonSteps()).hasValue(1666);
        assertThatThrownBy(() -> readWith("epsilom", "1"))
                .hasMessage("--set epsilom:1:1: epsilom is not a parameter; did you mean epsilon?");
        assertThatThrownBy(() -> readWith("epsilon", "1 + 2x"))
                .hasMessage("--set epsilon:1:6: two operands without an operator between them; write 2*x");
        assertThatThrownBy(() -> readWith("eta", "-1"))
                .hasMessage("--set eta:1:1: the step size eta is -1.0; it must be positive");
        assertThatThrownBy(() -> readWith("epsilon", "-1"))
                .hasMessageStartingWith("valley.toml:12:5: the start of variable x is ");
    }

    @Test
    void aFloatWithoutQuotesIsTakenAsItsDoubleWithAWarning() {
        ReadProblem read = read(VALLEY.replace("zeta    = \"1\"", "zeta    = 0.1"));
        assertThat(read.problem().parameters().value("zeta")).isSameAs(Expression.constant(new BigFraction(0.1)));
        assertThat(read.warnings())
                .map(ProblemWarning::toString)
                .containsExactly(
                        "folder/valley.toml:8:11: zeta in [parameters] is a float without quotes and is taken as"
                                + " the double nearest to it, 0.1000000000000000055511151231...; write \"0.1\" for the exact number");
    }

    /** Under an optimizer of several copies the eigengap is that of certify alone. */
    @Test
    void warnsOfAThresholdThatMomentumDoesNotUse() {
        String momentum = VALLEY + """

                [optimizer]
                method   = "heavy_ball"
                momentum = "1/2"

                [thresholds]
                """;
        assertThat(read(momentum + "condition.eigengap = 1.5\n").warnings())
                .map(ProblemWarning::toString)
                .containsExactly(
                        "folder/valley.toml:34:1: condition.eigengap is what certify alone compares with under heavy ball; write"
                                + " condition.eigengap.spectral_radius for the others, which look at A + lambda B C");
        assertThat(read(momentum + "condition.eigengap.spectral_radius = 0.9\n").warnings())
                .isEmpty();
        assertThat(read(VALLEY + "\n[thresholds]\ncondition.eigengap = 1.5\n").warnings())
                .isEmpty();
    }

    @Test
    void warnsOfUnusedParametersAndOfAbs() {
        String text = VALLEY.replace("zeta    =", "spare   =").replace("zeta*x", "abs(x)");
        assertThat(read(text).warnings())
                .map(ProblemWarning::toString)
                .containsExactly(
                        "folder/valley.toml:4:19: abs is not smooth at 0",
                        "folder/valley.toml:8:1: parameter spare is not used by anything; remove it");
    }

    @Test
    void aHorizonThatIsAnIntegerInDisguiseIsNotRoundedBelowIt() {
        String text = VALLEY.replace("\"floor(5/(eta*sqrt(epsilon)))\"", "\"(sqrt(2)*sqrt(3)/sqrt(6))*100\"");
        assertThat(read(text).problem().horizonSteps()).hasValue(100);
    }

    @Test
    void aByteOrderMarkAndOtherLineEndsDoNoHarm() {
        assertThat(read("\uFEFF" + VALLEY.replace("\n", "\r\n")).problem())
                .isEqualTo(read(VALLEY).problem());
    }

    @Test
    void filesThatAreNoTextsAreRefused(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("missing.toml");
        assertThatThrownBy(() -> ProblemReader.read(missing))
                .hasMessage(missing + ":1:1: no such file; give the path of a problem file");
        assertThatThrownBy(() -> ProblemReader.read(folder))
                .hasMessage(folder + ":1:1: this is a folder; give a problem file");
        Path latin = Files.write(
                folder.resolve("latin.toml"), "# ok\ntitle = \"\u00e9\"".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ProblemReader.read(latin))
                .hasMessage(latin + ":2:10: byte 15 of the file is not valid UTF-8; save it as UTF-8");
        Path large = Files.writeString(folder.resolve("large.toml"), "#".repeat(10 * 1024 * 1024));
        assertThatThrownBy(() -> ProblemReader.read(large))
                .hasMessage(large + ":1:1: the file is larger than 256 KiB; a problem file is short");
    }

    @Test
    void theNameOfAProblemNeverLeavesTheOutputFolder() {
        for (String file : List.of("...toml", ".toml", "a/...toml", "..")) {
            assertThat(ProblemReader.read(file, VALLEY, Map.of()).problem().name())
                    .isEqualTo("problem");
        }
    }

    /** x^(5/2) is computed as sqrt(x)^5, whose factor sqrt has no derivative at 0. */
    @Test
    void aPowerOfARootHasAGradientAtZero() {
        String text = VALLEY.replace("sqrt(2*epsilon)/2", "0");
        assertThatCode(() -> read(withLoss(text, "y*x^2/2 + x^(5/2) - epsilon*(x + y)")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> read(withLoss(text, "y*x^2/2 + sqrt(x)*y - epsilon*(x + y)")))
                .hasMessageContaining("the gradient of the loss is not finite at the start");
    }

    private static String withLoss(String text, String loss) {
        return text.replaceFirst("(?m)^(\\s*loss\\s*=).*$", "$1 \"" + loss + "\"");
    }

    @Test
    void hostileFilesEndSoon() {
        for (String text : List.of(
                "x = " + "[".repeat(100_000),
                "a = {b=".repeat(30_000),
                VALLEY.replace("\"1\"", "\"" + "(".repeat(100_000) + "\""),
                VALLEY.replace("zeta    = \"1\"", chain(300, "p%d = \"exp(p%d)+sin(p%d)\"")),
                VALLEY.replace("zeta    = \"1\"", chain(5000, "p%d = \"exp(p%d)+0*p%d\"")),
                VALLEY.replace("zeta    = \"1\"", chain(20, "p%d = \"p%d^900*p%d\"")))) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertThatThrownBy(() -> read(text))
                    .isInstanceOf(SelfstabException.class));
        }
    }

    @Test
    void manyParametersAreReadSoon() {
        String text = VALLEY.replace("zeta    = \"1\"", chain(4000, "p%d = \"p%d+0*p%d\""));
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> read(text));
    }

    private static String chain(int length, String form) {
        return "zeta = \"1\"\np0 = \"3/2\"\n"
                + IntStream.range(1, length)
                        .mapToObj(i -> String.format(form, i, i - 1, i - 1))
                        .collect(Collectors.joining("\n"));
    }
}
