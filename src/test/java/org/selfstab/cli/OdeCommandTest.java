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

/** {@code selfstab ode} as a user meets it. */
class OdeCommandTest {

    @TempDir
    private Path folder;

    private record Outcome(int status, String out, String err) {}

    private static Outcome ode(String... options) {
        List<String> arguments = new ArrayList<>(List.of("ode"));
        arguments.addAll(List.of(options));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }

    @Test
    void comparesAnExampleAndWritesItsFiles() throws IOException {
        Outcome outcome = ode(
                "examples/sharp-valley.toml",
                "--quiet",
                "--set",
                "zeta=0",
                "--horizon",
                "400",
                "--out",
                folder.toString());

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(outcome.out())
                .contains(
                        "largest distance in (X, Y)",
                        "period in steps (19)",
                        "after k periods",
                        "blow-up",
                        "not a proof");
        List<String> csv = Files.readAllLines(folder.resolve("sharp-valley/ode.csv"));
        assertThat(csv).hasSize(402);
        assertThat(csv.get(0)).isEqualTo("t,tau,X,Y,X_map,Y_map,X_ode,Y_ode,X_frozen,Y_frozen,stage");
        assertThat(csv.get(1)).startsWith("0,0.0,").endsWith("blow_up");
        assertThat(folder.resolve("sharp-valley/ode.json")).content().contains("\"max_sharpness\"", "\"cycles\"");
    }

    @Test
    void withoutAnEdgeThereIsNothingToCompare() throws IOException {
        Path file = Files.writeString(folder.resolve("bowl.toml"), """
                title = "bowl"
                variables = ["x", "y"]
                loss = "x^2/2 + y^2/4"
                [parameters]
                eta = "3/10"
                [start]
                x = "1"
                y = "1"
                [run]
                max_steps = 50
                """);
        Outcome outcome = ode(file.toString(), "--quiet");

        assertThat(outcome.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(outcome.out())
                .contains("no comparison with the reduced equation", "edge of stability was not reached");
    }

    @Test
    void helpHasAnExample() {
        assertThat(ode("--help").out()).contains("Example:", "selfstab ode examples/sharp-valley.toml");
    }
}
