package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.RunRecords;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifyOptions;
import org.selfstab.certify.trajectory.Certifier;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.report.CertificateFile;

/** Long runs are confirmed to the last step, whatever rounding and the growth of sets over so many steps leave. */
@Tag("long")
class LongCertificateTest {

    @TempDir
    Path folder;

    /** The memory of all pairs of 16,666 steps, as {@code certificates.md} says. */
    @Test
    void theSharpValleyHasNoMemory() throws IOException {
        CertificationResult certification =
                confirmed(problem("examples/sharp-valley.toml", Map.of("epsilon", "1e-6")), Optional.empty());
        assertThat(certification.claims())
                .filteredOn(claim -> claim.quantity().ascii().equals("max |beta_{s->t}|/sqrt(beta_s beta_t)"))
                .singleElement()
                .satisfies(claim -> assertThat(claim.value().lower()).isGreaterThan(1 - 3e-14))
                .satisfies(claim -> assertThat(claim.value().upper()).isLessThan(1 + 2e-10));
    }

    /** The Hessian off u is about as large here as what encloses it is wide, so that its norm depends on how closely it is bounded. */
    @Test
    void theDiskValleyIsConfirmedForManySteps() throws IOException {
        confirmed(problem("examples/disk-valley.toml", Map.of()), Optional.of(600));
    }

    private static Problem problem(String example, Map<String, String> overrides) {
        return ProblemReader.read(Path.of(example), overrides).problem();
    }

    private CertificationResult confirmed(Problem problem, Optional<Integer> steps) throws IOException {
        CertificationResult certification;
        try (CertificateFile file = new CertificateFile(folder, RunRecords.any(), problem, steps)) {
            certification = new Certifier(problem, new CertifyOptions(steps, 0.01)).certify(step -> {}, file);
            file.complete(certification);
        }
        RecheckResult report = Rechecker.check(folder.resolve(CertificateFile.FILE_NAME), step -> {});
        assertThat(report.claims()).isNotEmpty().allSatisfy(claim -> assertThat(claim.confirmed())
                .as("%s", claim)
                .isTrue());
        return certification;
    }
}
