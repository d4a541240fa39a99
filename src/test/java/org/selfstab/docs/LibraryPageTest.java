package org.selfstab.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.selfstab.Selfstab;
import org.selfstab.Study;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifyOptions;
import org.selfstab.claims.VerificationResult;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Verdict;

/** The program shown in {@code api.md} compiles, and does what it says. */
class LibraryPageTest {

    @Test
    void theMainJobWorks() {
        // begin
        Study study = Selfstab.read(Path.of("examples/sharp-valley.toml"));
        VerificationResult verified = study.verify(RunOptions.defaults());
        double c1 = verified.verification()
                .constants()
                .orElseThrow()
                .coupling()
                .orElseThrow()
                .value();
        Verdict.Status conclusions = verified.assessment().ofConclusions();
        Study half = study.with(Map.of("zeta", "1/2"));
        VerificationResult precise =
                half.verify(RunOptions.defaults().withHorizon(50).withDigits(40));
        CertificationResult certified = half.certify(CertifyOptions.defaults().withHorizon(3));
        // end
        assertThat(c1).isCloseTo(13.403, within(1e-3));
        assertThat(conclusions).isEqualTo(verified.assessment().ofConclusions());
        assertThat(verified.assessment().conclusions()).hasSize(6);
        assertThat(precise.verification().arithmetic()).contains("40");
        assertThat(certified.isOfTheWholeRun()).isTrue();
    }

    @Test
    void itIsTheProgramShown() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/selfstab/docs/LibraryPageTest.java"));
        String compiled = source.substring(source.indexOf("// begin") + "// begin".length(), source.indexOf("// end"));
        Page page = Page.read(Path.of("src/site/markdown/api.md"));
        assertThat(page.blocks())
                .filteredOn(block -> block.info().equals("java"))
                .extracting(block -> withoutSpace(block.text()))
                .containsExactly(withoutSpace(compiled));
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s+", "");
    }
}
