package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;

/** A kick is shown by every command, and each starts with it. */
class KickCommandsTest {

    /** From (0, 2/eta) nothing oscillates without a kick. */
    private static final ProblemBuilder VALLEY = Problems.inPlane("(y + x/2)*x^2/2 - e*y", "3/10", "0", "2/eta")
            .parameter("e", "1/100")
            .parameter("k", "1/2")
            .atEdge()
            .kick("k")
            .horizon("60")
            .family("e", "1/100", "1/200");

    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void write() throws IOException {
        file = VALLEY.write(folder.resolve("valley.toml")).toString();
    }

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--quiet");
        assertThat(Main.run(
                        new PrintWriter(out, true), new PrintWriter(new StringWriter()), all.toArray(String[]::new)))
                .isIn(0, 1, 3);
        return out.toString();
    }

    private JsonNode json(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--format", "json"));
        return new ObjectMapper().readTree(run(all.toArray(String[]::new)));
    }

    @Test
    void everyCommandShowsIt() throws IOException {
        assertThat(run("family", file)).contains("  kick     x_0 = k delta along u at dagger_0\n");
        assertThat(run("ode", file, "--family")).contains("  kick     x_0 = k delta along u at dagger_0\n");
        assertThat(run("family", file, "--format", "latex")).contains("% kick: x_0 = k delta along u at dagger_0");
        assertThat(json("family", file).get("kick").textValue()).isEqualTo("k");
        assertThat(json("ode", file, "--family").get("kick").textValue()).isEqualTo("k");
        assertThat(json("ode", file).get("kick").textValue()).isEqualTo("1/2");
        assertThat(json("ode", "examples/sharp-valley.toml", "--horizon", "40")
                        .get("kick")
                        .isNull())
                .isTrue();
        String out = folder.resolve("out").toString();
        for (String command : List.of("verify", "family", "ode")) {
            run(command, file, "--out", out);
        }
        for (String page : List.of("report.html", "family.html", "ode.html")) {
            assertThat(folder.resolve("out/valley").resolve(page))
                    .content()
                    .contains("<dt>kick</dt><dd>x₀ &#61; k δ along u at θ†₀</dd>");
        }
    }

    /** A point of a sweep over the kick is the run that verify does with that kick. */
    @Test
    void aSweepStartsItsPointsWithIt() throws IOException {
        JsonNode points = json("sweep", file, "--grid", "k=1/4:3/4:2", "--quantity", "coupling.constant")
                .get("points");
        assertThat(points).hasSize(2);
        List<String> kicks = List.of("1/4", "3/4");
        List<Double> swept = new ArrayList<>();
        for (int i = 0; i < kicks.size(); i++) {
            JsonNode verified = json("verify", file, "--set", "k=" + kicks.get(i));
            assertThat(verified.get("kick").textValue()).isEqualTo(kicks.get(i));
            double constant = verified.at("/C1").doubleValue();
            assertThat(constant).isPositive();
            assertThat(points.get(i).toString()).contains(Double.toString(constant));
            swept.add(constant);
        }
        assertThat(swept).doesNotHaveDuplicates();
    }
}
