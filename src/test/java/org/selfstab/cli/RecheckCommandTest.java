package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code certify --out} and {@code recheck} from the command line. */
class RecheckCommandTest {

    @TempDir
    private Path folder;

    private Path certificate;

    private record Outcome(int status, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Outcome(status, out.toString(), err.toString());
    }

    @BeforeEach
    void certify() {
        Outcome certified =
                run("certify", "examples/sharp-valley.toml", "--horizon", "3", "--quiet", "--out", folder.toString());
        assertThat(certified.status()).isEqualTo(ExitStatus.HOLDS);
        certificate = folder.resolve("sharp-valley/certificate.json");
    }

    @Test
    void confirmsEachClaimInALineOfItsOwn() {
        Outcome outcome = run("recheck", certificate.toString(), "--quiet");
        assertThat(outcome.status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines().filter(line -> line.startsWith("CONFIRMED")))
                .hasSize(16)
                .anyMatch(line -> line.startsWith("CONFIRMED  HOLDS  coupling.constant: C_1: in [0.508"));
        assertThat(outcome.out()).endsWith("16 of 16 claims confirmed over t = 0 to 3\n");
    }

    @Test
    void rejectsWhatWasChanged() throws IOException {
        Files.writeString(certificate, Files.readString(certificate).replace("\"threshold\":1.9", "\"threshold\":1.8"));
        Outcome outcome = run("recheck", certificate.toString(), "--quiet");
        assertThat(outcome.status()).isEqualTo(ExitStatus.FAILS);
        assertThat(outcome.out()).contains("REJECTED ", "its digest is another").doesNotContain("CONFIRMED");
        assertThat(outcome.out()).contains("0 of 16 claims confirmed");
    }

    @Test
    void tellsInOneLineWhereAFileIsNoCertificate() throws IOException {
        Files.writeString(certificate, "{\"format\":\n  7}");
        Outcome outcome = run("recheck", certificate.toString());
        assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(outcome.err()).isEqualTo(certificate + ":2:3: expected a text in quotation marks\n");
        assertThat(run("recheck", folder.resolve("none.json").toString()).status())
                .isEqualTo(ExitStatus.BAD_INPUT);
    }

    @Test
    void explainsItselfWithAnExample() {
        assertThat(run("recheck", "--help").out())
                .contains("selfstab recheck results/sharp-valley/certificate.json", "CONFIRMED", "REJECTED");
    }
}
