package org.selfstab.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearRecursionTest {

    /** Heavy ball's step in the plane of a curvature, times the step size. */
    private static LinearRecursion heavyBall(double m, double etaLambda) {
        return LinearRecursion.of(new double[][] {{1 + m - etaLambda, -m}, {1, 0}});
    }

    /** By NumPy: numpy.linalg.eig, cond of the eigenvectors, and the powers in the 2-norm. */
    @ParameterizedTest
    @CsvSource({
        "0.9, 1.0, 0.9486832980505138, 1.6796319737375547, 1.5039590589883025, 1",
        "0.5, 3.0, 1.0, 6.162277660168379, 3.162277660168374, 31",
        "0.5, 1.2, 0.7071067811865475, 1.5072747795178114, 1.0564005217811827, 1",
    })
    void ofHeavyBall(double m, double etaLambda, double rho, double kappa, double factor, int power) {
        LinearRecursion step = heavyBall(m, etaLambda);

        assertThat(step.spectralRadius()).isCloseTo(rho, within(1e-12));
        assertThat(step.eigenvectorCondition()).isCloseTo(kappa, within(1e-9));
        assertThat(step.largestGrowth().factor()).isCloseTo(factor, within(1e-8));
        assertThat(step.largestGrowth().power()).isEqualTo(power);
        assertThat(step.largestGrowth().isEnd()).isTrue();
    }

    /** Between two eigenvalues and a pair heavy ball's step has one eigenvector; its powers stay bounded all the same. */
    @ParameterizedTest
    @CsvSource({"0.5, -1", "0.5, 1", "0.9, -1", "0.9, 1", "0.25, 1"})
    void heavyBallIsDefectiveAtItsExceptionalCurvatures(double m, int sign) {
        LinearRecursion step = heavyBall(m, Math.pow(1 + sign * Math.sqrt(m), 2));

        assertThat(step.eigenvectorCondition()).isInfinite();
        assertThat(step.largestGrowth().factor()).isBetween(1.0, 100.0);
    }

    @Test
    void equalEigenvaluesMayHaveEigenvectorsEnough() {
        LinearRecursion step = LinearRecursion.of(new double[][] {{0.5, 0, 1}, {0, 0.5, 0}, {0, 0, 0.25}});

        assertThat(step.eigenvectorCondition()).isCloseTo(8.123105625617661, within(1e-9));
    }

    @Test
    void whatRotatesDoesNotGrow() {
        LinearRecursion step = LinearRecursion.of(new double[][] {{0, -1}, {1, 0}});

        assertThat(step.eigenvectorCondition()).isCloseTo(1, within(1e-12));
        assertThat(step.largestGrowth().factor()).isEqualTo(1);
    }

    @Test
    void whatGrowsWithoutBoundDoesSo() {
        assertThat(heavyBall(0.5, 3.1).largestGrowth().factor()).isInfinite();
        assertThat(heavyBall(0.5, -0.001).largestGrowth().isBounded()).isFalse();
        // by NumPy
        assertThat(heavyBall(0.5, -0.001).largestGrowth(200).factor()).isCloseTo(4.6867201439844575, within(1e-9));
        assertThat(heavyBall(0.5, -0.001).largestGrowth(200).power()).isEqualTo(200);
        assertThat(LinearRecursion.of(new double[][] {{1, 1}, {0, 1}})
                        .largestGrowth()
                        .isEnd())
                .isFalse();
    }

    /** At a small curvature the eigenvalue near 1 is that of slow motion. */
    @Test
    void slowMotionIsLeftOut() {
        assertThat(heavyBall(0.5, 0).spectralRadius()).isEqualTo(1);
        assertThat(heavyBall(0.5, 0).fastSpectralRadius()).isEqualTo(0.5);
        assertThat(heavyBall(0.5, -0.01).fastSpectralRadius()).isBetween(0.49, 0.5);
        assertThat(heavyBall(0.5, 1).fastSpectralRadius()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    }
}
