package org.selfstab.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.recheck.CertifiedIterates;
import org.selfstab.recheck.CertifiedIterates.Iterate;
import org.selfstab.recheck.CertifiedIterates.Nearest;
import org.selfstab.recheck.StatedProblem;

/** A valley whose Hessian at x = z = 0 is diag(y, 0, 1), so that u = (1, 0, 0), grad S = (0, 1, 0), grad L = -(1/100)(1, 1, 0): alpha = 1/100, beta = 1, gamma = 1/sqrt 2. */
class CoefficientsFileTest {

    private static final StatedProblem VALLEY = StatedExamples.floor("0");
    /** 1/100 as a double. */
    private static final String ALPHA = "5764607523034235";

    @TempDir
    private Path folder;

    private static StatedProblem problem(String loss) {
        return StatedExamples.floor(loss, "0");
    }

    private static RunFiles run(StatedProblem problem, double radius) {
        List<Double> point = List.of(0.0, 20.0 / 3.0, 0.0);
        return new RunFiles(new CertifiedIterates(
                problem,
                0,
                List.of(new Iterate(point, List.of(1e-13, 1e-13, 1e-13), Optional.empty())),
                List.of(new Nearest(point, radius, 0.01, true)),
                List.of()));
    }

    private static String text(double radius) {
        return run(VALLEY, radius).coefficients().orElseThrow().text().get();
    }

    @Test
    void theValuesAreThoseOfTheClosedForm() {
        assertThat(text(1e-12))
                .contains("Definition gradS2 (v1 v2 v3 u1 u2 u3 : R) : R :=\n  L1_1_2 v1 v2 v3 * u1 ^ 2")
                .contains("(u 2%nat) - " + ALPHA + " / 2 ^ 59) <=")
                .contains("(u 2%nat) - 1) <=")
                .contains("(u 2%nat) - 6369051672525773 / 2 ^ 53) <=");
    }

    @Test
    void withoutProgressiveSharpeningThereIsNoGamma() {
        RunFiles still = run(problem("10*x^2/3 + z^2/2 + y^2/100"), 1e-12);
        assertThatThrownBy(() -> still.coefficients().orElseThrow().text().get())
                .isInstanceOf(NoTermException.class)
                .hasMessageContaining("grad S off u vanishes");
    }

    /** The true values; then another one, a ball in which they vary more, a vector that is no eigenvector, and no number between the eigenvalues. */
    @Tag("long")
    @Test
    void coqAcceptsTheValuesAndNoOthers() throws IOException {
        Proofs.require();
        Proofs.COQC.wholeLibrary(folder);
        FormalFile base = run(VALLEY, 1e-12).base();
        assertThat(Proofs.compiled(folder, base.module(), base.text().get()).reason())
                .isEmpty();
        String text = text(1e-12);
        assertThat(Proofs.compiled(folder, "accepted", text).reason()).isEmpty();
        assertRefused("alpha", text.replace(ALPHA, "5764607823034235"), "forallb");
        assertRefused("wide", text(1e-4), "forallb");
        assertRefused(
                "turned", text.replace("[9007199254740992; 0; 0]%Z", "[9007199254740992; 9007199254; 0]%Z"), "forallb");
        assertRefused("ungapped", text.replace("(Int (8631899285793451))", "(Int (17263798571586902))"), "frame_shown");
    }

    private void assertRefused(String module, String text, String reason) throws IOException {
        Coqc.Outcome outcome = Proofs.compiled(folder, module, text);
        assertThat(outcome.accepted()).as(module).isFalse();
        assertThat(outcome.reason()).as(module).contains(reason);
    }
}
