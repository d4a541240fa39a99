package org.selfstab.claims.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.Measured;
import org.selfstab.claims.StepPlanes;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Verdict.Status;

/** The eigengap under an optimizer that remembers gradients, by the spectral radius of {@code A + lambda B C}. */
class StableOffUTest {

    /** The sharp valley with one direction more, of a curvature c. */
    private static ProblemBuilder valley(String edge, String curvature) {
        return Problems.inPlane("(y + x/2)*x^2/2 - e*(x + y) + c*w^2/2", "3/10", "sqrt(2*e)/2", edge)
                .start("w", "0")
                .parameter("e", "1/1000")
                .parameter("c", curvature)
                .atEdge()
                .horizon("3")
                .unstable(1);
    }

    private static Assessment ofHeavyBall(String curvature) {
        return assess(valley("10", curvature).optimizer("heavy_ball", "momentum", "1/2"));
    }

    /** Stable for curvatures of 0 to 5, its flip; at -1 a pair of its eigenvalues is 1.0276 away from 0. */
    private static Assessment ofResonant(String curvature) {
        return assess(valley("5", curvature)
                .linear(
                        "[['-3/5', '7/10', '9/10'], ['1', '0', '0'], ['0', '1', '0']]",
                        "['-eta', '0', '0']",
                        "['-1/10', '3/10', '8/10']"));
    }

    private static Assessment assess(ProblemBuilder problem) {
        return Problems.assess(problem.problem(), RunOptions.defaults());
    }

    private static Verdict eigengap(Assessment assessment) {
        Measured measured = assessment.condition(Claims.EIGENGAP).measures().get(0);
        assertThat(measured.quantity()).isEqualTo(Quantities.SPECTRAL_RADIUS.symbol());
        return measured.verdict();
    }

    /** Within the flat direction's slow motion, a pair of modulus sqrt(m), and one real eigenvalue near -1. */
    @ParameterizedTest
    @CsvSource({"3, 0.7071067811865476, HOLDS", "0, 0.5, HOLDS", "-1/10, 0.5, HOLDS", "999/100, 0.9939633, UNDECIDED"})
    void ofHeavyBall(String curvature, double radius, Status status) {
        Verdict verdict = eigengap(ofHeavyBall(curvature));

        assertThat(verdict.status()).as(verdict.reason()).isEqualTo(status);
        assertThat(verdict.bound().orElseThrow().value()).isCloseTo(radius, within(1e-6));
        assertThat(verdict.reason()).contains("margin 1 - rho = ");
    }

    @Test
    void failsWhereTheOptimizerResonatesAtANegativeCurvature() {
        Verdict stable = eigengap(ofResonant("1"));
        Verdict resonant = eigengap(ofResonant("-1"));

        assertThat(stable.status()).isEqualTo(Status.HOLDS);
        assertThat(resonant.status()).isEqualTo(Status.FAILS);
        assertThat(resonant.bound().orElseThrow().value()).isGreaterThanOrEqualTo(1.0275);
        assertThat(resonant.witness().orElseThrow().direction()).hasSize(3);
    }

    @Test
    void itsPlanesAreTheEdgeAndTheLeastStableOne() {
        StepPlanes planes = ofHeavyBall("3").planes().orElseThrow();

        assertThat(planes.planes()).hasSize(2);
        assertThat(planes.planes().get(0).condition()).isCloseTo(6.162277660168379, within(1e-9));
        assertThat(planes.planes().get(0).growth().factor()).isCloseTo(Math.sqrt(10), within(1e-9));
        assertThat(planes.planes().get(1).curvature()).isEqualTo(3);
        assertThat(planes.exceptional())
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
                .containsExactly(Math.pow(1 - Math.sqrt(0.5), 2) / 0.3, Math.pow(1 + Math.sqrt(0.5), 2) / 0.3);
        assertThat(planes.exceptionalMet()).hasSize(1);
    }

    @Test
    void gradientDescentHasTheEigengap() {
        Assessment assessment = assess(valley("2/eta", "3"));

        assertThat(assessment.planes()).isEmpty();
        assertThat(assessment.condition(Claims.EIGENGAP).measures().get(0).quantity())
                .isEqualTo(Quantities.SECOND_EIGENVALUE.symbol());
    }
}
