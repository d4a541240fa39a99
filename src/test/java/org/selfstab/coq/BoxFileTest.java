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
import org.selfstab.Selfstab;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.report.StatedProblems;

class BoxFileTest {

    private static final StatedProblem VALLEY = StatedProblems.of(
            Selfstab.read(Path.of("examples/sharp-valley.toml")).problem(), Optional.empty());
    private static final List<BoxFile.Side> BOX = List.of(
            new BoxFile.Side("x", -0.001, 0.001), new BoxFile.Side("y", 6, 7), new BoxFile.Side("zeta", 0.5, 0.5));

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

    @Test
    void inOneVariableThereIsNoClosedForm() {
        StatedProblem scalar = StatedProblems.of(
                Selfstab.read(Path.of("examples/disk-valley.toml")).problem(), Optional.empty());
        List<BoxFile.Side> sides = scalar.variables().stream()
                .map(name -> new BoxFile.Side(name, 0, 1))
                .toList();
        BoxFile.Claim claim = new BoxFile.Claim("alpha", true, BigDecimal.ZERO, Optional.empty());
        assertThatThrownBy(() -> BoxFile.text(scalar, sides, claim)).hasMessageContaining("two variables have");
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
        assertThat(Proofs.compiled(folder, "beyond", text("eta_lambda_2", false, "-0.1", null))
                        .accepted())
                .isFalse();
        Coqc.Outcome refuted =
                Proofs.compiled(folder, "refuted", text("sharpness", true, "6.5", List.of(0.0, 6.25, 0.5)));
        assertThat(refuted.reason()).isEmpty();
        assertThat(Proofs.compiled(folder, "elsewhere", text("sharpness", true, "6.5", List.of(0.0, 6.75, 0.5)))
                        .accepted())
                .isFalse();
    }
}
