package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "eps delta^2/eta; ε δ²/η",
                "max |v_t - v*_t| <= C_1 eps delta; max |v_t − v*_t| ≤ C₁ ε δ",
                "|S(theta_t) - S(dagger_t) - y*_t - kappa_3 x*_t|; |S(θ_t) − S(θ†_t) − y*_t − κ₃ x*_t|",
                "max -beta_{s->t}/sqrt(beta_s beta_t); max -β_{s→t}/√(β_s β_t)",
                "w = v*_perp, gradL_perp, gradS_perp; w = v*⊥, ∇L⊥, ∇S⊥",
                "max rho_4/(eta rho_3^2); max ρ₄/(η ρ₃²)",
                "deltas, metal and steps; deltas, metal and steps"
            })
    void formulasAreWrittenAsInFigures(String plain, String signs) {
        assertThat(Signs.of(plain)).isEqualTo(signs);
    }
}
