package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.ProblemBuilder;

/** {@code selfstab family} as a user meets it. */
class FamilyCommandTest {

    private static final String WITHOUT_FAMILY = ProblemBuilder.of("valley", "(y + zeta*x)*x^2/2 - epsilon*(x + y)")
            .parameter("eta", "3/10")
            .parameter("zeta", "1/2")
            .parameter("epsilon", "1/100")
            .start("x", "sqrt(2*epsilon)/2")
            .start("y", "2/eta")
            .atEdge()
            .horizon("floor(5/(eta*sqrt(epsilon)))")
            .toml();

    private static final String SWEEP = "epsilon=1e-2,1e-3,1e-4";

    @TempDir
    private Path folder;

    private record Outcome(int status, String out, String err) {}

    private Outcome family(String text, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("valley.toml"), text);
        List<String> arguments = new ArrayList<>(List.of("family", file.toString(), "--quiet"));
        arguments.addAll(List.of(options));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }

    @Test
    void twoRunsGiveTheSameTextAndTheSameFiles() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Outcome one = family(WITHOUT_FAMILY, "--sweep", SWEEP, "--out", first.toString());
        Outcome two = family(WITHOUT_FAMILY, "--sweep", SWEEP, "--out", second.toString());

        assertThat(two).isEqualTo(one);
        assertThat(one.status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(one.out()).contains("coupling (24)", "average loss", "HOLDS", "not a proof");
        for (String name : List.of("family.csv", "family.json")) {
            assertThat(second.resolve("valley").resolve(name))
                    .hasSameBinaryContentAs(first.resolve("valley").resolve(name));
        }
        assertThat(Files.readAllLines(first.resolve("valley/family.csv")))
                .hasSize(4)
                .element(1)
                .asString()
                .startsWith("epsilon,1/100,0.01,166,0.0299")
                .endsWith("reached the horizon of 166 steps");
    }

    @Test
    void theFamilyOfTheFileIsRunUnlessAnotherIsSwept() throws IOException {
        String own = WITHOUT_FAMILY + "[family]\nparameter = \"epsilon\"\nvalues = [\"1e-2\", \"1e-3\"]\n";
        Outcome tooFew = family(own);
        assertThat(tooFew.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(tooFew.out()).contains("epsilon = 1/100, 1/1000\n").contains("at least 3 members");
        assertThat(family(own, "--sweep", SWEEP).out()).contains("epsilon = 1/100, 1/1000, 1/10000\n");
    }

    @Test
    void aClaimThatFailsIsTheExitStatus() throws IOException {
        Outcome outcome = family(
                WITHOUT_FAMILY,
                "--sweep",
                SWEEP,
                "--set",
                "zeta=1",
                "--projection",
                "linearised",
                "--frame",
                "ambient");
        assertThat(outcome.status()).isEqualTo(ExitStatus.FAILS);
        assertThat(outcome.out()).contains("ambient frame", "FAILS");
    }

    @Test
    void withoutFamilyTheErrorSaysHowToWriteOne() throws IOException {
        Outcome outcome = family(WITHOUT_FAMILY);
        assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(outcome.err().lines())
                .singleElement()
                .asString()
                .contains(".toml:1:1: the problem has no [family]", "parameter = ", "values", "--sweep")
                .doesNotContain("\\n");
    }

    @Test
    void badSweepsAreExplained() throws IOException {
        assertBad("--sweep", "epsilon", "NAME=V1,V2");
        assertBad("--sweep", "epsilon=1e-2", "from 2 to 100 values");
        assertBad("--sweep", "epsilon=1e-2,y", "value 'y'");
        assertBad(
                "--sweep",
                "epsilom=1e-2,1e-3",
                "not a parameter of the problem; the parameters are eta, zeta, epsilon");
        assertBad("--sweep", "eta=1/2,0", "with eta = 0");
        assertBad("--sweep", "epsilon=1e-2,1e-3,1/100", "has the value 1/100 twice");
    }

    private void assertBad(String option, String value, String message) throws IOException {
        Outcome outcome = family(WITHOUT_FAMILY, option, value);
        assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(outcome.err()).contains(message);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void jsonAndLatexHoldTheSlopes() throws IOException {
        assertThat(family(WITHOUT_FAMILY, "--sweep", SWEEP, "--format", "json").out())
                .contains(
                        "\"slope\" : 1.00",
                        "\"standard_error\"",
                        "\"max_loss_error\" : ",
                        "\"max_sharpness_error\" : ",
                        "\"C1\" : 4.28",
                        "\"verdict\" : \"HOLDS\"");
        assertThat(family(WITHOUT_FAMILY, "--sweep", SWEEP, "--format", "latex").out())
                .contains("\\begin{tabular}{@{}llrrrrrrrrrrrr@{}}", "$\\epsilon \\delta^2/\\eta$", "& holds");
    }

    /** Each conclusion has its constants, orders and verdicts, for every member; the sharpness is judged by its constants, which stay bounded. */
    @Test
    void everyConclusionHasItsVerdictForEveryMember() throws IOException {
        String curved = Files.readString(Path.of("src/test/resources/cases/curved.toml"))
                .replace("at_edge = true", "at_edge = true\nhorizon = \"5/(eta*sqrt(alpha))\"");
        Outcome outcome = family(curved, "--out", folder.resolve("out").toString());
        assertThat(outcome.status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(outcome.out())
                .containsPattern("sharpness \\(26\\) +eps\\^2/eta +0.99\\d +0.00\\d .* HOLDS")
                .containsPattern("(?m)^  1/5000 +HOLDS +HOLDS +HOLDS +HOLDS +HOLDS +HOLDS$");
        List<String> lines = Files.readAllLines(folder.resolve("out/valley/family.csv"));
        List<String> header = List.of(lines.get(0).split(","));
        assertThat(header)
                .containsSubsequence(
                        "verdict_coupling",
                        "verdict_loss",
                        "verdict_sharpness",
                        "verdict_average",
                        "verdict_implicit_bias",
                        "verdict_descent",
                        "verdict",
                        "end");
        assertThat(lines).hasSize(5);
        for (String line : lines.subList(1, lines.size())) {
            List<String> row = List.of(line.split(",", -1));
            assertThat(row).hasSameSizeAs(header);
            for (String name : header) {
                String value = row.get(header.indexOf(name));
                assertThat(value.equals("HOLDS")).as(name).isEqualTo(name.startsWith("verdict"));
            }
            assertThat(row.get(header.indexOf("CP"))).startsWith("0.3");
        }
    }

    /** A bound that [expect] states of a largest constant is judged too, and fails the family. */
    @Test
    void whatIsStatedOfTheLargestConstantIsJudged() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/cases/family-claim.toml"))
                .replace("\"coupling.constant\" = \"14\"", "\"coupling.constant\" = \"15\"");
        Outcome kept = family(text + "\"family.coupling.constant\" = { at_most = 20, at_least = \"50*eta - 1\" }\n");
        assertThat(kept.status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(kept.out())
                .containsPattern("HOLDS +family.coupling.constant +14.98\\d+ +<= 20 +1/10000")
                .containsPattern("HOLDS +family.coupling.constant +14.98\\d+ +>= .*eta.* +1/10000");
        Outcome broken = family(text + "\"family.loss.constant\" = { at_most = 28 }\n", "--format", "json");
        assertThat(broken.status()).isEqualTo(ExitStatus.FAILS);
        assertThat(broken.out()).containsPattern("\"name\" : \"family.loss.constant\",\\s+\"verdict\" : \"FAILS\"");
    }

    /** Where rounding drives the runs no bound is decided, as no conclusion is; a bound without an enclosure neither. */
    @Test
    void aBoundIsUndecidedWhereRoundingMayHaveDecided() throws IOException {
        String smooth = Files.readString(Path.of("src/test/resources/cases/smooth-approach.toml")) + """

                [family]
                parameter = "mu"
                values = ["1/100", "1/101"]
                [expect]
                "family.coupling.constant" = { at_most = 50 }
                "family.loss.constant" = { at_least = 50 }
                """;
        Outcome driven = family(smooth);
        assertThat(driven.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(driven.out())
                .containsPattern("UNDECIDED +family.coupling.constant +[\\d.]+ +<= 50 +1/100 +\\[1]")
                .containsPattern("UNDECIDED +family.loss.constant +[\\d.]+ +>= 50 +1/100 +\\[1]")
                .contains("\n  [1] mu = 1/100: rounding may have driven the iterates");

        String valley = Files.readString(Path.of("src/test/resources/cases/family-claim.toml"))
                .replace("\"coupling.constant\" = \"14\"", "\"coupling.constant\" = \"15\"");
        Outcome open = family(
                valley + "\"family.loss.constant\" = { at_most = \"1000 + sqrt(sin(pi))\" }\n", "--format", "json");
        assertThat(open.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(open.out())
                .containsPattern(
                        "\"verdict\" : \"UNDECIDED\",[^}]*\"sense\" : \"at most\",\\s+\"threshold\" : null,\\s+\"reason\" : \"the bound cannot be enclosed");
    }

    /** The members' verdicts differ. */
    @Test
    void aConclusionThatFailsOnSomeMembersSaysOnWhich() throws IOException {
        Outcome outcome = family(Files.readString(Path.of("src/test/resources/cases/family-claim.toml")));
        assertThat(outcome.status()).isEqualTo(ExitStatus.FAILS);
        assertThat(outcome.out())
                .containsPattern("(?m)^  1/100 +HOLDS +HOLDS +HOLDS +HOLDS +NOT APPLICABLE +NOT APPLICABLE$")
                .containsPattern("(?m)^  1/1000 +FAILS +HOLDS")
                .containsPattern("(?m)^  1/10000 +FAILS +HOLDS");
    }
}
