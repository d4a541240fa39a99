package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is shorter than the default horizon says so in every command. */
class CutHorizonTest {

    private static final String FILE = "src/test/resources/cases/cut-horizon.toml";
    private static final String NOTE =
            "the default horizon of three periods, 493 steps, is cut to max_steps = 60; a larger max_steps, or a horizon, in [run] shows more";

    private static String output(String command, String... more) {
        StringWriter out = new StringWriter();
        String[] arguments = Stream.concat(
                        Stream.concat(Stream.of(command.split(" ")), Stream.of(FILE, "--quiet")), Stream.of(more))
                .toArray(String[]::new);
        Main.run(new PrintWriter(out, true), new PrintWriter(new StringWriter()), arguments);
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify",
                "verify --format json",
                "check",
                "check --format json",
                "family",
                "family --format json",
                "ode",
                "ode --format json",
                "ode --family",
                "ode --family --format json",
                "certify",
                "certify --format json",
                "certify --family",
                "certify --family --format json",
                "sweep --grid e=0.005:0.01:2",
            })
    void everyCommandTells(String command) {
        assertThat(output(command).replaceAll("\\s+", " ")).contains(NOTE);
    }

    @Test
    void nothingIsCutWhereTheHorizonIsStated() {
        assertThat(output("verify", "--horizon", "60")).doesNotContain("cut to");
        assertThat(output("certify", "--horizon", "20")).doesNotContain("cut to");
    }
}
