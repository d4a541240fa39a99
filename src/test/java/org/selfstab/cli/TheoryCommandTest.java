package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheoryCommandTest {

    private static final Path ENERGY = Path.of("theory/energy-conserved.toml");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void examinesAStatementAndThoseItRestsOn() {
        assertThat(run("theory", "theory", "--only", "edge-of-stability")).isZero();
        assertThat(out.toString())
                .startsWith("Statements of theory: 2 statements, 4 checks: 2 HOLDS (2 SYMBOLIC)\n")
                .containsPattern("  HOLDS +sharpness +Sharpness +SYMBOLIC +Coq +2 ")
                .containsPattern("  HOLDS +edge-of-stability +Edge of stability +SYMBOLIC +Coq +2 ");
        assertThat(err.toString())
                .isEqualTo("sharpness (of 2): HOLDS\nedge-of-stability (of 2): HOLDS\n"
                        .replace("\n", System.lineSeparator()));
    }

    @Test
    void aWrongSignIsStatus1WithTheCounterexample() throws IOException {
        writeStatementWithWrongSign();
        assertThat(run("theory", folder.toString())).isEqualTo(ExitStatus.FAILS);
        assertThat(out.toString())
                .startsWith(
                        "Statements of " + folder + ": 1 statement, 3 checks: 1 FAILS (1 SYMBOLIC: energy-conserved)\n")
                .contains("      dE/dtau = 0: FAILS, refuted")
                .containsPattern("at X = \\d+/\\d+, Y = -?\\d+/\\d+\n      left  = .*\n      right = 0\n");
    }

    @Test
    void writesJson() throws IOException {
        copySharpness();
        assertThat(run("theory", folder.toString(), "--only", "sharpness", "--format", "json", "--quiet"))
                .isZero();
        JsonNode statement =
                new ObjectMapper().readTree(out.toString()).get("statements").get(0);
        assertThat(statement.get("status").asText()).isEqualTo("HOLDS");
        assertThat(statement.get("checks")).hasSize(2);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void writesATableForAPaperInWhichAFailureStandsOut() throws IOException {
        writeStatementWithWrongSign();

        assertThat(run("theory", folder.toString(), "--format", "latex")).isEqualTo(ExitStatus.FAILS);
        assertThat(out.toString())
                .contains(
                        "\\emph{theorem}",
                        "\\textbf{fails} & energy-conserved & Conserved energy & SYMBOLIC & symbolic & 3 & theory.md (16)");
        assertThat(err.toString()).contains("energy-conserved (of 1): FAILS");
    }

    @Test
    void anUnknownStatementIsBadInput() throws IOException {
        copySharpness();
        assertThat(run("theory", folder.toString(), "--only", "sharpnes")).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString())
                .isEqualTo("--only sharpnes: no such statement in " + folder + "; did you mean sharpness?\n");
    }

    @Test
    void aMissingFolderIsBadInput() {
        assertThat(run("theory", "no-such-folder")).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString()).isEqualTo("no-such-folder:1:1: no such folder; give a folder of statement files\n");
    }

    private void copySharpness() throws IOException {
        Files.copy(Path.of("theory/sharpness.toml"), folder.resolve("sharpness.toml"));
    }

    private void writeStatementWithWrongSign() throws IOException {
        String wrong = Files.readString(ENERGY)
                .replace("X*Y + D(E, Y)", "X*Y - D(E, Y)")
                .replaceFirst("depends .*", "depends = []");
        Files.writeString(folder.resolve("energy-conserved.toml"), wrong);
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
