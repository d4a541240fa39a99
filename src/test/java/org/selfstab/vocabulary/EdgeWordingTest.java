package org.selfstab.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeWordingTest {

    private static final EdgeWording MOMENTUM = EdgeWording.ofCopies(2);

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void noStatementIsLeftWithEta(int copies) {
        for (Claim claim : Claims.all()) {
            Notation general = EdgeWording.ofCopies(copies).of(claim.statement());
            assertThat(general.ascii()).doesNotContainPattern("\\beta\\b");
            assertThat(general.unicode()).doesNotContain("η");
            assertThat(general.latex()).doesNotContain("\\eta");
        }
    }

    @Test
    void saysTheConclusionsInUnitsOfTheEdge() {
        assertThat(MOMENTUM.of(Claims.LOSS.statement()).ascii())
                .isEqualTo("|L(psi_t) - L(dagger_t) - S_c x*_t^2/2| <= C_L eps S_c delta^2/2");
        assertThat(MOMENTUM.of(Claims.SHARPNESS.statement()).ascii()).endsWith("<= C_S eps sqrt(b alpha/a)");
        assertThat(MOMENTUM.of("the edge 2/η is at 10, 2/eta too, beta S and theta/2 stay"))
                .isEqualTo("the edge S_c is at 10, S_c too, beta S and theta/2 stay");
    }

    /** One copy is gradient descent with the step 2/S_c, b in slow motion, and has an eigengap; several have more eigenvalues. */
    @Test
    void saysTheEigengapOfOneCopyAlone() {
        assertThat(EdgeWording.ofCopies(1).of(Claims.EIGENGAP.statement()).ascii())
                .startsWith("lambda_2 <= c S_c/2 with c < 2");
        assertThat(MOMENTUM.of(Claims.EIGENGAP.statement()).ascii()).startsWith("A + lambda B C is stable");
        assertThat(EdgeWording.ofCopies(1).of(Claims.IMPLICIT_BIAS.statement()).ascii())
                .isEqualTo("|dagger_{t+1} - dagger_t + b Pi_t grad L_t| <= C_P eps^2 b |grad L|");
    }

    @Test
    void leavesGradientDescent() {
        for (Claim claim : Claims.all()) {
            assertThat(EdgeWording.OF_GRADIENT_DESCENT.of(claim.statement())).isEqualTo(claim.statement());
        }
    }

    /** theory.md (41), of gradient descent and momentum. */
    @Test
    void saysTheConclusionsOfSeveralEigenvaluesInMatrices() {
        EdgeWording descent = EdgeWording.OF_GRADIENT_DESCENT.ofSeveral(2);
        assertThat(descent.of(Claims.LOSS.statement()).ascii())
                .isEqualTo("|L(theta_t) - L(dagger_t) - (X*_t)^T A_t X*_t/2| <= C_L eps d^2/eta");
        assertThat(descent.of(Claims.COUPLING.statement()).ascii()).isEqualTo("max |v_t - v*_t| <= C_1 eps d");
        assertThat(descent.of(Claims.EIGENGAP.statement()).ascii()).startsWith("lambda_3 <= c/eta");
        assertThat(descent.of("loss (25), (27a)")).isEqualTo("loss (41), (27a)");
        EdgeWording momentum = MOMENTUM.ofSeveral(3);
        assertThat(momentum.of(Claims.LOSS.statement()).ascii())
                .isEqualTo("|L(psi_t) - L(dagger_t) - (X*_t)^T A_t X*_t/2| <= C_L eps S_c d^2/2");
        assertThat(momentum.of(Claims.SHARPNESS.statement()).ascii())
                .isEqualTo("max_j |lambda_j(psi_t) - lambda_j(A_t + D3L(U_t, U_t, v*_t))| <= C_S eps^2/a");
        for (Claim claim :
                List.of(Claims.COUPLING, Claims.LOSS, Claims.SHARPNESS, Claims.AVERAGE, Claims.SMALL_START)) {
            for (EdgeWording wording : List.of(descent, momentum)) {
                Notation several = wording.of(claim.statement());
                assertThat(several.ascii()).doesNotContain("delta", "x*");
                assertThat(several.unicode()).doesNotContain("δ", "x*");
                assertThat(several.latex()).doesNotContain("\\delta", "x^*", "x_t");
                assertThat(wording.of(several)).isEqualTo(several);
            }
        }
    }
}
