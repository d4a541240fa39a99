package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.RunRecords;
import org.selfstab.Study;
import org.selfstab.certify.TwoCycleResult;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.CheckedClaim.Outcome;
import org.selfstab.report.CycleCertificateFile;
import org.selfstab.vocabulary.Verdict.Status;

/** Orbits of any period, proved and confirmed by the checker. */
class CycleOfPeriodTest {

    @TempDir
    private Path folder;

    private static RecheckResult checked(Path file) {
        return Rechecker.check(file, step -> {});
    }

    /** Beside the multiplier as the product of {@code 1 - eta (3 x^2 - 1)} along the iterates of the middle of the enclosure. */
    @ParameterizedTest
    @CsvSource({
        "5/4, 1.25, 1, FAILS",
        "5/4, 1.25, 4, HOLDS",
        "129/100, 1.29, 8, HOLDS",
        "3/2, 1.5, 3, FAILS",
        "3/2, 1.5, 5, FAILS"
    })
    void areProvedAndConfirmed(String eta, double step, int period, Status stable) throws IOException {
        TwoCycleResult result = Problems.doubleWell(eta).study().certifyCycle(period);
        TwoCycleResult.Orbit orbit = result.orbit().orElseThrow();
        assertThat(orbit.points()).hasSize(period);
        double x = orbit.first().get(0).midpoint();
        double start = x;
        double multiplier = 1;
        for (int k = 0; k < period; k++) {
            assertThat(orbit.points().get(k).get(0).midpoint()).isCloseTo(x, within(1e-9));
            multiplier *= 1 - step * (3 * x * x - 1);
            x -= step * (x * x * x - x);
        }
        assertThat(x).isCloseTo(start, within(1e-10));
        assertThat(orbit.spectralRadius().orElseThrow().midpoint()).isCloseTo(Math.abs(multiplier), within(1e-4));
        assertThat(orbit.stable()).isEqualTo(stable);
        Path certificate = CycleCertificateFile.write(folder, RunRecords.any(), result);
        assertThat(checked(certificate).claims())
                .extracting(CheckedClaim::outcome)
                .containsOnly(Outcome.CONFIRMED);
    }

    @Test
    void aForgedPeriodIsRejected() throws IOException {
        TwoCycleResult result = Problems.doubleWell("5/4").study().certifyCycle(4);
        Path genuine = CycleCertificateFile.write(folder, RunRecords.any(), result);
        for (int period : new int[] {2, 8, 0}) {
            Path forged = Certificates.forged(genuine, tree -> ((ObjectNode) tree.get("orbit")).put("period", period));
            assertThat(checked(forged).claims()).allMatch(claim -> claim.outcome() == Outcome.REJECTED);
        }
    }

    /** At eta = 11/10 the two-cycle attracts and has no other orbit of period 4 beside it. */
    @Test
    void whatIsOfADivisorIsNotProved() {
        assertThat(Problems.doubleWell("11/10").study().certifyCycle(4).status())
                .isEqualTo(Status.UNDECIDED);
    }

    /** Every step of x^2/2 with eta = 3 multiplies by -2. */
    @Test
    void iteratesThatDivergeAreNamed() {
        Problem problem = ProblemBuilder.of("steep", "x^2/2")
                .parameter("eta", "3")
                .start("x", "1")
                .problem();
        assertThat(Study.of(problem).certifyCycle(3).obstacle().orElseThrow())
                .startsWith("no orbit of period 3 could be proved near the start; the iterate at step ")
                .endsWith(" is not finite");
    }

    /** Heavy ball: the minimum as a fixed point of its two copies, beyond {@code eta S = 2 (1 + m)}. */
    @Test
    void memoryIsPartOfTheOrbit() throws IOException {
        Problem problem = Problems.doubleWell("17/10")
                .optimizer("heavy_ball", "momentum", "1/2")
                .problem();
        TwoCycleResult result = Study.of(problem).certifyCycle(1);
        assertThat(result.coordinates()).containsExactly("x", "x (copy 2)");
        TwoCycleResult.Orbit orbit = result.orbit().orElseThrow();
        assertThat(orbit.first().get(1).contains(1)).isTrue();
        // z^2 - (1 + m - eta S) z + m = 0 with S = 2
        double trace = 1.5 - 3.4;
        assertThat(orbit.spectralRadius().orElseThrow().midpoint())
                .isCloseTo((-trace + Math.sqrt(trace * trace - 2)) / 2, within(1e-9));
        Path certificate = CycleCertificateFile.write(folder, RunRecords.any(), result);
        assertThat(checked(certificate).isConfirmed()).isTrue();
    }
}
