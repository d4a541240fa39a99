package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;

/** What {@code explore} shows, prints and writes. */
class ExploreCommandTest {

    private static final String VALLEY = "src/test/resources/problems/explored-valley.toml";

    @TempDir
    private Path folder;

    @Test
    void showsTheRangeTheTableAndTheChart() {
        Result result = Result.of("explore", VALLEY, "--eta", "1/3,1/4", "--quiet");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("step sizes between 0.2857 and 1.000 meet the edge from below")
                .containsPattern("0\\.333333 +6\\.00000 +80\\.4\\d* ")
                .contains(
                        "eta of the file", "S stays below the edge, 8.0", "[parameters]", "at_edge = true", "########");
        assertThat(result.out().lines().skip(1)).allMatch(line -> line.length() <= 100);
    }

    /** What it suggests, put into the file, is a run at the edge with an oscillation to which the theorem applies. */
    @Test
    void whatItSuggestsCanBePasted() throws IOException {
        JsonNode found = json(Result.of("explore", VALLEY, "--format", "json", "--quiet"));
        List<String> lines = new ArrayList<>(List.of(
                "title = \"pasted\"", "variables = [\"x\", \"y\"]", "loss = \"(y + 2)*x^2/2 - y/10 + y^2/100\""));
        found.at("/suggestion/lines").forEach(line -> lines.add(line.textValue()));
        Path pasted = Files.write(folder.resolve("pasted.toml"), lines);

        JsonNode run = json(Result.of("verify", pasted.toString(), "--horizon", "50", "--format", "json", "--quiet"));

        assertThat(run.get("edge_step").intValue()).isZero();
        assertThat(run.at("/run/problem/parameters").toString())
                .contains(found.at("/suggestion/eta").textValue());
        assertThat(run.at("/epsilon").doubleValue()).isGreaterThan(0);
    }

    private static JsonNode json(Result result) throws IOException {
        assertThat(result.err()).isEmpty();
        return new ObjectMapper().readTree(result.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "latex", "markdown", "html", "json", "csv"})
    void everyFormatHasTheStepSizes(String format) {
        Result result = Result.of("explore", VALLEY, "--eta", "1/3", "--format", format, "--quiet");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).containsPattern("0\\.3333+");
    }

    @Test
    void writesAPageWithFigures() {
        Result result = Result.of("explore", VALLEY, "--eta", "1/3", "--out", folder.toString(), "--quiet");

        assertThat(result.status()).as(result.err()).isZero();
        Path place = folder.resolve("explored-valley");
        assertThat(place.resolve("explore.html")).content().contains("Sharpness along gradient flow", "<svg");
        assertThat(place.resolve("explore.json")).exists();
        assertThat(place.resolve("figures/sharpness-along-flow.svg")).exists();
        assertThat(place.resolve("figures/sharpness-along-descent.png")).exists();
        assertThat(Result.of("explore", VALLEY, "--eta", "1/4", "--out", folder.toString(), "--quiet")
                        .err())
                .contains("the files of another explore lie here");
    }

    /** At the start S = 2.3736, below 2/0.713 = 2.805, and the nearest point with grad L . u = 0 lies on the edge. */
    @Test
    void aStartBelowTheEdgeIsNotSaidToBeOverIt() throws IOException {
        String problem = write(
                "below",
                ProblemBuilder.of("below", "(x*y - 1)^2/2 + (x - y)^2/200 - x/1000 - y/50")
                        .parameter("eta", "0.713")
                        .start("x", "3/2")
                        .start("y", "1/2"));

        assertThat(Result.of("explore", problem, "--eta", "0.874", "--quiet").words())
                .contains("alpha < 0; the start is below the edge, but its nearest point of the stable set lies on")
                .contains("alpha < 0; the start is at the edge or over it");
    }

    /** Of step sizes between 0.66 and 0.92 both is true, as the sharpness, 1 + y + z^2 near x = 0, falls with z from 3 to 2.2. */
    @Test
    void whereTheStartIsOverTheEdgeAndTheFlowMeetsItBothAreSaid() throws IOException {
        Result result = Result.of(
                "explore",
                write(
                        "falling-first",
                        ProblemBuilder.of("Falling first", "z^2/8 - (x + y)/50 + x^2*(1 + y + z^2)/2")
                                .parameter("eta", "2/5")
                                .start("x", "1/10")
                                .start("y", "1")
                                .start("z", "1")
                                .maxSteps(500)),
                "--eta",
                "2/5",
                "--quiet");

        assertThat(result.words())
                .contains(
                        "with eta >= 0.662731 the start is over it, and gradient flow has to fall below it before it meets it");
    }

    @Test
    void withoutAStepSizeToBeginWithSmallerOnesAreAdvised() throws IOException {
        String steep = write(
                "steep",
                ProblemBuilder.of("Steep", "x^2*y/2 - y/50")
                        .parameter("eta", "38/25")
                        .start("x", "1/100")
                        .start("y", "1")
                        .maxSteps(500));

        assertThat(Result.of("explore", steep, "--eta", "38/25", "--quiet").words())
                .contains("the iterates diverge or alpha is not positive there: try smaller ones by --eta");
        assertThat(Result.of("explore", steep, "--eta", "1/2", "--quiet").words())
                .doesNotContain("try smaller ones");
    }

    @Test
    void aStationaryStartHasAPageToo() throws IOException {
        String problem = write(
                "still",
                ProblemBuilder.of("still", "x^2 - y^2")
                        .parameter("eta", "1/10")
                        .start("x", "0")
                        .start("y", "0"));

        Result result = Result.of("explore", problem, "--out", folder.toString(), "--quiet");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.words()).contains("no step size meets the edge from below", "the start is a saddle");
        assertThat(folder.resolve("still/explore.html")).content().contains("gradient descent stay there");
    }

    /** A flow that still moves and has not risen yet tells nothing for certain. */
    @Test
    void anUnfinishedFlowWithoutARiseIsUndecided() throws IOException {
        String problem = write(
                "slow",
                ProblemBuilder.of("slow", "(2 + y^4)*x^2/2 + y/1000")
                        .parameter("eta", "1/10")
                        .start("x", "0")
                        .start("y", "1")
                        .maxSteps(50));

        Result result = Result.of("explore", problem, "--quiet");

        assertThat(result.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(result.words()).contains("gradient flow still moves", "a larger max_steps in [run]");
    }

    @Test
    void parametersAreSetAndUsesOfEtaAreTold() throws IOException {
        String problem = write(
                "uses",
                ProblemBuilder.of("uses", "(y + 2)*x^2/2 - c*y + y^2/100")
                        .parameter("eta", "1/2")
                        .parameter("c", "eta/5")
                        .start("x", "eta/100")
                        .start("y", "0"));

        assertThat(Result.of("explore", problem, "--quiet", "--set", "eta=2/5").words())
                .contains("the loss uses eta, which is held at 2/5", "the start uses eta")
                .doesNotContain("To paste");
        assertThat(Result.of("explore", problem, "--quiet", "--set", "c=1/10").words())
                .doesNotContain("the loss uses eta")
                .contains("To paste");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1/3,,1/4"})
    void aStepSizeThatIsNoneIsRefusedInOneLine(String sizes) {
        Result result = Result.of("explore", VALLEY, "--eta=" + sizes, "--quiet");

        assertThat(result.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("the step size").hasLineCount(1);
    }

    @Test
    void aStartOutsideTheDomainIsBadInput() throws IOException {
        String problem = write(
                "outside",
                ProblemBuilder.of("outside", "log(x - 2)")
                        .parameter("eta", "1/10")
                        .start("x", "1"));

        Result result = Result.of("explore", problem, "--quiet");

        assertThat(result.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(result.err()).hasLineCount(1);
    }

    private String write(String name, ProblemBuilder problem) throws IOException {
        return Files.writeString(folder.resolve(name + ".toml"), problem.toml()).toString();
    }

    /** The reasons why a run does not come to the edge are told alike by all commands, and lead here. */
    @ParameterizedTest
    @ValueSource(strings = {"verify", "check", "ode"})
    void messagesOfOtherCommandsLeadHere(String command) {
        Result below = Result.of(command, VALLEY, "--set", "eta=1/10", "--quiet");
        assertThat(below.words())
                .contains(
                        "the edge of stability was not reached in 100000 steps: the largest sharpness seen is 7 at step")
                .contains("selfstab explore shows which step sizes meet the edge");
    }

    /** The start is beside the floor, over the edge; the floor is below it, and sinks. */
    @Test
    void anIterateOverTheEdgeWhoseProjectionIsNotDoesNotContradictItself() throws IOException {
        String problem = write(
                "beside",
                ProblemBuilder.of("beside", "y*x^2/2 + x^4 + y^2/100")
                        .parameter("eta", "1/2")
                        .start("x", "1/2")
                        .start("y", "2")
                        .maxSteps(200));

        assertThat(Result.of("verify", problem, "--quiet").words())
                .contains("the edge of stability was not reached in 200 steps")
                .contains("the iterates' own sharpness exceeds the edge's, 4.0, with 5.")
                .contains("but each one's nearest point of the stable set has a smaller one");
    }

    @Test
    void jsonTellsTheStepSizesInFull() throws IOException {
        ArrayNode sizes = (ArrayNode) json(Result.of("explore", VALLEY, "--eta", "1/3", "--format", "json", "--quiet"))
                .get("step_sizes");

        assertThat(sizes).hasSize(2);
        assertThat(sizes.get(0).get("exact").textValue()).isEqualTo("1/2");
        assertThat(sizes.get(1).get("alpha").doubleValue()).isBetween(0.0199, 0.0201);
        assertThat(sizes.get(1).at("/point/y").doubleValue()).isBetween(3.99, 4.01);
    }
}
