package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.coq.Coqc;

class CoqCommandTest {

    private static final String VALLEY = "examples/sharp-valley.toml";

    @TempDir
    private Path folder;

    private static String outcome() {
        return Coqc.missing().isPresent() ? "NOT CHECKED" : "ACCEPTED";
    }

    private static int status() {
        return Coqc.missing().isPresent() ? 3 : 0;
    }

    @Test
    void aBoxIsProvedByCoqWhereItIsInstalled() {
        Result box = Result.of(
                "coq",
                "box",
                VALLEY,
                "--box",
                "x=-0.001:0.001",
                "--box",
                "y=6:7",
                "--box",
                "zeta=0.4:0.6",
                "--claim",
                "alpha > 0",
                "--out",
                folder.toString(),
                "--quiet");
        assertThat(box.status()).as(box.err()).isEqualTo(status());
        assertThat(box.out())
                .contains(outcome(), "alpha > 0: HOLDS", "claim_1.v", "eta = 3/10, epsilon = 1/100")
                .doesNotContain("zeta = ");
        assertThat(folder.resolve("sharp-valley/coq")).isDirectoryContaining("glob:**claim_1.v");
    }

    /** The iterates of a run, alone and beside the checker. */
    @Tag("long")
    @Test
    void recheckTellsWhatCoqAccepts() throws IOException {
        Result.of("certify", VALLEY, "--horizon", "3", "--out", folder.toString(), "--quiet");
        String certificate = folder.resolve("sharp-valley/certificate.json").toString();
        Result recheck = Result.of("recheck", certificate, "--coq", "--quiet", "--format", "json");
        assertThat(recheck.status()).as(recheck.err()).isZero();
        JsonNode coq = new ObjectMapper().readTree(recheck.out()).get("coq");
        assertThat(coq).hasSize(6);
        assertThat(coq).allSatisfy(result -> assertThat(result.get("outcome").asText())
                .as(result.get("reason").asText())
                .isEqualTo(outcome()));
        assertThat(Files.readString(folder.resolve("sharp-valley/coq/run_part_1.v")))
                .contains("S2 (s1 3%Z) (s2 3%Z) < S (s1 3%Z) (s2 3%Z)")
                .doesNotContain("Sharp valley", "zeta");
    }

    /** The checker's answer stands where Coq cannot be asked. */
    @Test
    void recheckAnswersWhereThereIsNoCoqFile() {
        Result.of("certify-cycle", "examples/cycles/double-well.toml", "--out", folder.toString());
        Result recheck = Result.of(
                "recheck", folder.resolve("double-well/cycle-certificate.json").toString(), "--coq", "--quiet");
        assertThat(recheck.status()).as(recheck.err()).isZero();
        assertThat(recheck.out()).contains("CONFIRMED", "NOT EXPORTED", "certificates of cycles");
    }

    @Test
    void whatHasNoCoqFileSaysWhy() {
        Result result =
                Result.of("coq", "theory", "theory", "--only", "coupling", "--out", folder.toString(), "--quiet");
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out()).contains("NOT EXPORTED", "runs in double precision or observables, and no equations");
    }

    @Test
    void aCommandIsNeeded() {
        Result bare = Result.of("coq");
        assertThat(bare.status()).isEqualTo(2);
        assertThat(bare.err()).contains("coq needs a command: theory, box or run");
    }
}
