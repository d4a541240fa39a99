package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** The output on one line, however wide its lines were. */
    private static String words(Outcome outcome) {
        return outcome.out().replaceAll("\\s+", " ");
    }

    @BeforeEach
    void certify() {
        Outcome certified =
                run("certify", "examples/sharp-valley.toml", "--horizon", "3", "--quiet", "--out", folder.toString());
        assertThat(certified.status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(certified.out()).endsWith("  certified, and rechecked: 16 of 16 claims confirmed over t = 0 to 3\n");
        certificate = folder.resolve("sharp-valley/certificate.json");
    }

    @Test
    void confirmsEachClaimInALineOfItsOwn() {
        Outcome outcome = run("recheck", certificate.toString(), "--quiet");
        assertThat(outcome.status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines().filter(line -> line.startsWith("  CONFIRMED")))
                .hasSize(16);
        assertThat(words(outcome)).contains("CONFIRMED HOLDS coupling.constant C_1 CERTIFIED in [0.508");
        assertThat(outcome.out().lines().findFirst().orElseThrow())
                .endsWith(": 16 of 16 claims confirmed over t = 0 to 3");
    }

    /** Claims about batches or an adaptive optimizer are not about the loss and eta alone. */
    @Test
    void showsWhatIsDrawnAndWhatAdapts() {
        String place = folder.toString();
        run("certify", "examples/noise/two-parameter-fit.toml", "--quiet", "--out", place);
        assertThat(words(run("recheck", place + "/two-parameter-fit/edge-certificate.json", "--quiet")))
                .contains("batches 1 of 4 items, without replacement: (a - 1)^2/2; ");
        run("certify-cycle", "examples/adaptive/two-cycle.toml", "--quiet", "--out", place);
        assertThat(words(run("recheck", place + "/two-cycle/cycle-certificate.json", "--quiet")))
                .contains("optimizer scalar RMSProp with beta1 = 0, beta2 = ");
    }

    @Test
    void rejectsWhatWasChanged() throws IOException {
        Files.writeString(certificate, Files.readString(certificate).replace("\"threshold\":1.9", "\"threshold\":1.8"));
        Outcome outcome = run("recheck", certificate.toString(), "--quiet");
        assertThat(outcome.status()).isEqualTo(ExitStatus.FAILS);
        assertThat(outcome.out()).contains("REJECTED ", "its digest is another").doesNotContain("CONFIRMED");
        assertThat(outcome.out()).contains("0 of 16 claims confirmed");
    }

    /** All claims are rejected for one reason, which stands once and says how the shorter run is compared. */
    @Test
    void tellsOnceThatTheHorizonIsAnotherAndHowToCompare() {
        Outcome outcome = run("recheck", certificate.toString(), "examples/sharp-valley.toml", "--quiet");
        assertThat(outcome.status()).isEqualTo(ExitStatus.FAILS);
        assertThat(outcome.out().lines().filter(line -> line.startsWith("  REJECTED  ")))
                .hasSize(16)
                .anyMatch(line -> line.matches(" +REJECTED +HOLDS +coupling.constant +C_1 +\\[1]"));
        assertThat(words(outcome))
                .containsOnlyOnce("[1] the problem is another: horizon is 3 steps, as asked for, in the certificate and"
                        + " 5/(sqrt(epsilon)*eta) in the problem; --horizon 3 compares with a run of as many steps ");
        assertThat(run("recheck", certificate.toString(), "examples/sharp-valley.toml", "--horizon", "3", "--quiet")
                        .status())
                .isEqualTo(ExitStatus.HOLDS);
    }

    @Test
    void tellsInOneLineWhereAFileIsNoCertificate() throws IOException {
        Files.writeString(certificate, "{\"format\":\n  7}");
        Outcome outcome = run("recheck", certificate.toString());
        assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(outcome.err()).isEqualTo(certificate + ":2:3: expected a text in quotation marks; certify anew\n");
        assertThat(run("recheck", folder.resolve("none.json").toString()).status())
                .isEqualTo(ExitStatus.BAD_INPUT);
    }

    private static Outcome recheckCase(String name, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("recheck", "src/test/resources/certificates/" + name + ".json", "--quiet"));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void aProblemThatIsNotRealValuedIsRejectedWithTheReason() {
        Outcome outcome = recheckCase("undef1");
        assertThat(outcome.status()).isEqualTo(ExitStatus.FAILS);
        assertThat(words(outcome))
                .contains("not certainly real-valued: parameter epsilon has a logarithm of [-1, -1]")
                .doesNotContain("CONFIRMED");
    }

    @Test
    void whereNothingIsShownNothingIsConfirmed() {
        Outcome outcome = recheckCase("f4");
        assertThat(outcome.status()).isEqualTo(ExitStatus.FAILS);
        assertThat(outcome.out()).contains("REJECTED: the certificate has no claims");
    }

    /** The certificate states that its run ended early, and nothing else. */
    @Test
    void aCertificateOfEmptyClaimsShowsNothing() {
        Outcome certified =
                run("certify", "src/test/resources/certificates/onevar.toml", "--quiet", "--out", folder.toString());
        assertThat(certified.status()).isEqualTo(ExitStatus.UNDECIDED);
        Outcome outcome =
                run("recheck", folder.resolve("onevar/certificate.json").toString(), "--quiet");
        assertThat(outcome.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(outcome.out()).contains("EMPTY", "note       nothing is shown\n");
    }

    /** A threshold of 1e9 proves nothing that a reader would think of. */
    @Test
    void thresholdsAreShownAndCompared() {
        Outcome alone = recheckCase("strict");
        assertThat(alone.status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(words(alone))
                .contains(" thresholds coupling.constant = 1.0E9 (default 100.0); else the defaults ")
                .containsPattern("C_1 CERTIFIED in \\[13[^]]*], threshold 1.0E9 ");
        Outcome compared = recheckCase("strict", "examples/sharp-valley.toml");
        assertThat(compared.status()).isEqualTo(ExitStatus.FAILS);
        assertThat(words(compared))
                .contains("threshold coupling.constant is 1.0E9 in the certificate and 100.0 in the problem")
                .doesNotContain("CONFIRMED");
    }

    /** Its t = 0 comes 25 steps too late. */
    @Test
    void aFirstStepAtTheEdgeThatIsNotTheFirstIsRejected() {
        Outcome outcome = recheckCase("contra-t0-25");
        assertThat(outcome.status()).isEqualTo(ExitStatus.FAILS);
        assertThat(words(outcome))
                .contains(
                        "before t = 0: t = 0 is not the first iterate at the edge: the projection of that of step 9 lies")
                .contains(": 0 of 16 claims confirmed; 16 rejected (");
    }

    @Test
    void aCertificateIsComparedWithTheReadersProblem() {
        String file = certificate.toString();
        String example = "examples/sharp-valley.toml";
        Outcome same = run("recheck", file, example, "--horizon", "3", "--quiet");
        assertThat(same.status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(same.out()).contains("  compared   with " + example);
        assertDiffers("horizon is 3 steps, as asked for, in the certificate and", file, example);
        assertDiffers(
                "parameter zeta is 1 in the certificate and 1/2", file, example, "--horizon", "3", "--set", "zeta=1/2");
        assertDiffers("variables is x, y in the certificate and x, y, w", file, "examples/disk-valley.toml");
        assertThat(run("recheck", file, "--set", "zeta=1").status()).isEqualTo(ExitStatus.BAD_INPUT);
    }

    /** Also a kick that a parameter gives which is called as what is said of none. */
    @Test
    void aKickByTheNameOfNoneIsAKick(@TempDir Path kicked) throws IOException {
        String text = Files.readString(Path.of("examples/sharp-valley.toml"))
                .replace("[parameters]", "[parameters]\nnone = \"1/4\"");
        Path plain = Files.writeString(kicked.resolve("plain.toml"), text);
        Path problem = Files.writeString(
                kicked.resolve("kicked.toml"), text.replace("at_edge = true", "at_edge = true\nkick = \"none\""));
        run("certify", plain.toString(), "--horizon", "2", "--quiet", "--out", kicked.toString());
        String file = kicked.resolve("plain/certificate.json").toString();
        assertThat(run("recheck", file, plain.toString(), "--horizon", "2", "--quiet")
                        .status())
                .isEqualTo(ExitStatus.HOLDS);
        assertDiffers("kick is ", file, problem.toString(), "--horizon", "2");
    }

    /** From a kicked start the run is another one; an orbit of period two is the same. */
    @Test
    void aProblemWithAKickIsAnother(@TempDir Path kicked) throws IOException {
        Path valley = Path.of("examples/sharp-valley.toml");
        Path problem = Files.writeString(
                kicked.resolve("kicked.toml"),
                Files.readString(valley).replace("at_edge = true", "at_edge = true\nkick = \"1/4\""));
        assertDiffers(
                "kick is none in the certificate and 1/4",
                certificate.toString(),
                problem.toString(),
                "--horizon",
                "3");
        run("certify-cycle", valley.toString(), "--quiet", "--out", kicked.toString());
        Outcome cycle = run(
                "recheck",
                kicked.resolve("sharp-valley/cycle-certificate.json").toString(),
                problem.toString(),
                "--quiet");
        assertThat(cycle.status()).isEqualTo(ExitStatus.HOLDS);
    }

    private static void assertDiffers(String difference, String... arguments) {
        List<String> all = new ArrayList<>(List.of("recheck", "--quiet"));
        all.addAll(List.of(arguments));
        Outcome outcome = run(all.toArray(String[]::new));
        assertThat(outcome.status()).isEqualTo(ExitStatus.FAILS);
        assertThat(words(outcome))
                .contains("the problem is another: " + difference)
                .doesNotContain("CONFIRMED");
    }

    /** The checker's own jar has the same command under another name. */
    @Test
    void isAProgramOfItsOwn() {
        Outcome alone = runAlone(certificate.toString(), "--quiet");
        assertThat(alone).isEqualTo(run("recheck", certificate.toString(), "--quiet"));
        assertThat(runAlone("src/test/resources/certificates/contra-t0-25.json", "--quiet"))
                .isEqualTo(recheckCase("contra-t0-25"));
        assertThat(runAlone(certificate.toString(), "--quiet", "--format", "json")
                        .out())
                .contains("\"command\" : \"recheck\"");
    }

    @Test
    void tellsItsOwnNameWhereItIsAlone() {
        assertThat(runAlone("--help").out())
                .contains(
                        "Usage: java -jar selfstab-checker.jar [", "  java -jar selfstab-checker.jar certificate.json");
        Outcome unknown = runAlone("--seet", certificate.toString());
        assertThat(unknown.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(unknown.err())
                .contains("'--seet'", "'java -jar selfstab-checker.jar --help' shows the usage")
                .hasLineCount(1);
    }

    private static Outcome runAlone(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = CheckerMain.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Outcome(status, out.toString(), err.toString());
    }

    @Test
    void explainsItselfWithAnExample() {
        assertThat(run("recheck", "--help").out())
                .contains("selfstab recheck results/sharp-valley/certificate.json", "CONFIRMED", "REJECTED");
    }
}
