package org.selfstab.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.recheck.StatedProblem;

class BoxFileTest {

    private static final StatedProblem VALLEY = StatedExamples.SHARP_VALLEY;
    private static final List<BoxFile.Side> BOX = List.of(
            new BoxFile.Side("x", -0.001, 0.001), new BoxFile.Side("y", 6, 7), new BoxFile.Side("zeta", 0.5, 0.5));

    private static final StatedProblem BOWL = StatedExamples.BOWL;
    private static final List<BoxFile.Side> BOWL_BOX =
            List.of(new BoxFile.Side("x", -1, 1), new BoxFile.Side("y", 0, 0), new BoxFile.Side("z", -0.1, 0.1));

    @TempDir
    private Path folder;

    private static String text(String quantity, boolean above, String bound, List<Double> witness) {
        return BoxFile.text(
                VALLEY, BOX, new BoxFile.Claim(quantity, above, new BigDecimal(bound), Optional.ofNullable(witness)));
    }

    @Test
    void onlyNamesOfItsOwnReachTheFile() {
        String text = text("alpha", true, "0", null);
        assertThat(text)
                .contains("is_derive (fun v1 => L v1 v2 p1) v1 (L1 v1 v2 p1)")
                .doesNotContain("zeta", "Sharp valley");
        assertThat(BoxFile.names(VALLEY, BOX)).containsEntry("v1", "x").containsEntry("p1", "zeta");
    }

    private static BoxFile.Claim claim(String quantity, boolean above, String bound, List<Double> witness) {
        return new BoxFile.Claim(quantity, above, new BigDecimal(bound), Optional.ofNullable(witness));
    }

    /** In one variable and in three there is no closed form of what depends on u. */
    @Test
    void onlyEigenvaluesHaveClaimsInAnyNumberOfVariables() {
        assertThatThrownBy(() -> BoxFile.text(BOWL, BOWL_BOX, claim("alpha", true, "0", null)))
                .hasMessageContaining("alpha in 3 variables has no closed form");
        assertThat(BoxFile.text(BOWL, BOWL_BOX, claim("sharpness", false, "5", null)))
                .contains("largest_below 3%nat (A (v1) (v2) (v3)) (5)", "0 < G2_3_3 v1 v2 v3");
        assertThat(BoxFile.text(BOWL, BOWL_BOX, claim("eta_lambda_2", true, "0.5", null)))
                .contains("second_above 3%nat");
        StatedProblem line = StatedExamples.stated(
                ProblemBuilder.of("t", "x^4 - exp(x)").parameter("eta", "1/2").start("x", "1"));
        List<BoxFile.Side> side = List.of(new BoxFile.Side("x", 1, 2));
        assertThat(BoxFile.text(line, side, claim("sharpness", true, "4", null)))
                .contains("largest_above 1%nat");
        assertThatThrownBy(() -> BoxFile.text(line, side, claim("eta_lambda_2", false, "4", null)))
                .hasMessageContaining("in one variable there is no second eigenvalue");
    }

    /**
     * The Hessian of the bowl is ((4, 1, 0), (1, 3, z), (0, z, 1)): at z = 0 its eigenvalues are (7 + sqrt 5)/2 = 4.618, (7 - sqrt 5)/2 = 2.382 and 1; for z within
     * 0.1 they lie within 0.1 of these.
     */
    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "sharpness, false, 4.8, true, ",
        "sharpness, false, 4.6, true, pivot2",
        "sharpness, true, 4.7, true, claim",
        "eta_lambda_2, false, 1.3, true, ",
        "eta_lambda_2, true, 1.1, true, ",
        "eta_lambda_2, true, 1.3, true, pivot2",
        "eta_sharpness, true, 2.4, false, ",
        "eta_lambda_2, true, 1.3, false, ",
        "eta_lambda_2, false, 1.1, false, "
    })
    void coqAcceptsWhatIsTrueOfEigenvalues(
            String quantity, boolean above, String bound, boolean everywhere, String refusedAt) throws IOException {
        Proofs.require();
        Proofs.COQC.library(folder);
        List<Double> witness = everywhere ? null : List.of(0.0, 0.0, 0.0);
        String text = BoxFile.text(BOWL, BOWL_BOX, claim(quantity, above, bound, witness));
        if (refusedAt == null) {
            assertThat(Proofs.compiled(folder, "claim", text).reason()).isEmpty();
        } else {
            assertRefused("claim", text, refusedAt);
        }
    }

    /** A true claim, the same with a threshold beyond the value, and the refutation of a false one. */
    @Tag("long")
    @Test
    void coqAcceptsWhatIsTrueAndNothingElse() throws IOException {
        Proofs.require();
        Proofs.COQC.library(folder);
        Coqc.Outcome holds = Proofs.compiled(folder, "holds", text("alpha", true, "0", null));
        assertThat(holds.reason()).isEmpty();
        assertThat(holds.accepted()).isTrue();
        assertThat(holds.restsOnRealsAlone()).isFalse();
        assertRefused("beyond", text("eta_lambda_2", false, "-0.1", null), "claim");
        Coqc.Outcome refuted =
                Proofs.compiled(folder, "refuted", text("sharpness", true, "6.5", List.of(0.0, 6.25, 0.5)));
        assertThat(refuted.reason()).isEmpty();
        assertRefused("elsewhere", text("sharpness", true, "6.5", List.of(0.0, 6.75, 0.5)), "value_there");
    }

    private void assertRefused(String module, String text, String lemma) throws IOException {
        Coqc.Outcome outcome = Proofs.compiled(folder, module, text);
        assertThat(outcome.accepted()).as(module).isFalse();
        Proofs.assertRefused(module, outcome.reason(), lemma);
    }
}
