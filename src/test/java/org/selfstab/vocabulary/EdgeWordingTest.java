package org.selfstab.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EdgeWordingTest {

    /** Those that compare single steps with gradient descent's are about nothing else. */
    @Test
    void noStatementIsLeftWithEta() {
        for (Claim claim : Claims.all()) {
            if (claim.equals(Claims.IMPLICIT_BIAS) || claim.equals(Claims.DESCENT)) {
                continue;
            }
            Notation general = EdgeWording.of(claim.statement());
            assertThat(general.ascii()).doesNotContainPattern("\\beta\\b");
            assertThat(general.unicode()).doesNotContain("η");
            assertThat(general.latex()).doesNotContain("\\eta");
        }
    }

    @Test
    void saysTheConclusionsInUnitsOfTheEdge() {
        assertThat(EdgeWording.of(Claims.LOSS.statement()).ascii())
                .isEqualTo("|L(psi_t) - L(dagger_t) - S_c x*_t^2/2| <= C_L eps S_c delta^2/2");
        assertThat(EdgeWording.of(Claims.SHARPNESS.statement()).ascii()).endsWith("<= C_S eps sqrt(b alpha/a)");
        assertThat(EdgeWording.of("the edge 2/η is at 10, 2/eta too, beta S and theta/2 stay"))
                .isEqualTo("the edge S_c is at 10, S_c too, beta S and theta/2 stay");
    }
}
