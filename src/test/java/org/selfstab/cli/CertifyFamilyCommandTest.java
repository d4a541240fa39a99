package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code certify --family} and {@code recheck} of what it writes, as a user calls them. */
class CertifyFamilyCommandTest {

    private static final String VALLEY = "examples/sharp-valley.toml";
    private static final String SWEEP = "--sweep=epsilon=1/100,1/1000";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void theFamilyIsCertifiedInOneFileAndRechecked() throws IOException {
        assertThat(run("certify", VALLEY, SWEEP, "--horizon", "2", "--quiet", "--out", folder.toString()))
                .isEqualTo(ExitStatus.HOLDS);
        assertThat(out.toString())
                .contains("  family   epsilon = 1/100, 1/1000\n")
                .containsPattern("HOLDS +epsilon = 1/1000 +t = 0 to 2 +16 HOLDS\n")
                .containsPattern(
                        "conclusion.coupling: max C_1 over the members\n +HOLDS +\\[0.*] +<= 100.0 +epsilon = 1/1")
                .endsWith("  certified, and rechecked: of 2 members and their family 35 of 35 claims confirmed\n");
        assertThat(files())
                .containsExactlyInAnyOrder(
                        "family-certificate.json", "family-certification.json", "origin-certify-family.json");

        String certificate =
                folder.resolve("sharp-valley/family-certificate.json").toString();
        assertThat(run("recheck", certificate, VALLEY, SWEEP, "--horizon", "2", "--quiet"))
                .isEqualTo(ExitStatus.HOLDS);
        assertThat(out.toString())
                .contains("  compared   with " + VALLEY, "member epsilon = 1/1000\n", "all members\n")
                .containsPattern(
                        "CONFIRMED +HOLDS +conclusion.sharpness +max C_S over the members +CERTIFIED +\\[\\d]\n")
                .containsPattern("\n  \\[\\d] in \\[1.965");
        assertThat(run("recheck", certificate, VALLEY, "--horizon", "2", "--quiet"))
                .isEqualTo(ExitStatus.FAILS);
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("the family is another: the number of members is 2")
                .doesNotContain("CONFIRMED");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("sharp-valley"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aBoundOverTheFamilyMayFail() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/cases/family-claim.toml"))
                + "\"family.coupling.constant\" = { at_most = 0.52 }\n";
        Path problem = Files.writeString(folder.resolve("family-claim.toml"), text);
        assertThat(run("certify", "--family", problem.toString(), "--horizon=3", "--quiet", "--format=json"))
                .isEqualTo(ExitStatus.FAILS);
        JsonNode family = new ObjectMapper().readTree(out.toString());
        assertThat(family.get("members")).hasSize(3);
        assertThat(family.at("/claims/1/claim/name").textValue()).isEqualTo("family.coupling.constant");
        assertThat(family.at("/claims/1/claim/verdict").textValue()).isEqualTo("FAILS");
        assertThat(family.at("/claims/1/member").textValue()).isEqualTo("1/10000");
        assertThat(run("certify", "--family", problem.toString(), "--horizon=3", "--quiet", "--format=latex"))
                .isEqualTo(ExitStatus.FAILS);
        assertThat(out.toString()).contains("$\\epsilon = \\tfrac{1}{1000}$", "\\emph{family.coupling.constant}");
    }

    @Test
    void anInterruptedOneLeavesNothingBehind() throws IOException {
        Thread.currentThread().interrupt();
        run("certify", VALLEY, SWEEP, "--horizon", "2", "--quiet", "--out", folder.toString());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsNoFamilyIsRefused() {
        assertThat(run("certify", "--family", "examples/log-cosh.toml", "--quiet"))
                .isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString()).contains("the problem has no [family]");
        assertThat(run("recheck", "src/test/resources/certificates/strict.json", VALLEY, SWEEP))
                .isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString()).contains("is not the certificate of one");
    }

    @Test
    void itExplainsItselfWithAnExample() {
        run("certify", "--help");
        assertThat(out.toString()).contains("selfstab certify --family examples/sharp-valley.toml");
        run("recheck", "--help");
        assertThat(out.toString()).contains("certify --family");
    }
}
