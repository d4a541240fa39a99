package org.selfstab.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.selfstab.claims.ConditionEvaluator;
import org.selfstab.claims.RunOptions;
import org.selfstab.claims.Verification;
import org.selfstab.claims.Verifier;
import org.selfstab.dynamics.DoubleArithmetic;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;

/** The program shown in {@code api.md} compiles, and does what it says. */
class LibraryPageTest {

    @Test
    void theMainJobWorks() {
        // begin
        Problem problem =
                ProblemReader.read(Path.of("examples/sharp-valley.toml")).problem();
        Verifier<Binary64> verifier =
                new Verifier<>(problem, problem.derivatives(), new DoubleArithmetic(), RunOptions.defaults());
        ConditionEvaluator<Binary64> conditions = new ConditionEvaluator<>(verifier.model(), problem.thresholds());
        Verification verification = verifier.verify(List.of(conditions));
        double c1 =
                verification.constants().orElseThrow().coupling().orElseThrow().value();
        // end
        assertThat(c1).isCloseTo(13.403, within(1e-3));
        assertThat(conditions.assessment(verification).conclusions()).hasSize(6);
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
