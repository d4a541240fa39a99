package org.selfstab.certify.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.RunRecords;
import org.selfstab.certify.TwoCycleResult;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.report.CycleDocument;
import org.selfstab.report.Format;
import org.selfstab.vocabulary.Verdict.Status;

/** Orbits of period two against closed forms. */
class TwoCycleCertifierTest {

    /**
     * On {@code (x^2 - m)^2/4} the points of period two have {@code x + x' = s, x x' = p} with {@code eta p s = ...}: from
     * {@code x' = x - eta (x^3 - m x)} and the same back, {@code p = -1/eta + ...}; the symmetric pair is {@code x^2 = m + 2/eta}, the pair on
     * one side of zero has {@code x^2 + x'^2 = m + 1/eta, x x' = 1/eta}.
     */
    @ParameterizedTest
    @CsvSource({"1.05, HOLDS", "1.1, HOLDS", "1.2, HOLDS", "1.3, FAILS"})
    void theDoubleWellsOrbitIsThatOfTheClosedForm(double eta, Status stable) {
        TwoCycleResult.Orbit orbit = orbit(doubleWell(Double.toString(eta)));

        double sumOfSquares = 1 + 1 / eta;
        double product = 1 / eta;
        double sum = Math.sqrt(sumOfSquares + 2 * product);
        double difference = Math.sqrt(sumOfSquares - 2 * product);
        double larger = (sum + difference) / 2;
        double smaller = (sum - difference) / 2;
        assertThat(Math.max(
                        orbit.first().get(0).midpoint(), orbit.second().get(0).midpoint()))
                .isBetween(larger - 1e-12, larger + 1e-12);
        assertThat(Math.min(
                        orbit.first().get(0).midpoint(), orbit.second().get(0).midpoint()))
                .isBetween(smaller - 1e-12, smaller + 1e-12);
        assertThat(orbit.stable()).isEqualTo(stable);
    }

    /** Below eta = 1/m the minimum is stable and there is no such orbit: nothing is proved, and that is no refutation. */
    @Test
    void belowTheEdgeNoOrbitIsProved() {
        TwoCycleResult certification = certify(doubleWell("9/10"));
        assertThat(certification.orbit()).isEmpty();
        assertThat(certification.status()).isEqualTo(Status.UNDECIDED);
        assertThat(certification.obstacle().orElseThrow()).contains("no orbit of period two");
    }

    /** On the sharp valley the orbit lies near (x, y) = (+-delta, 2/eta); skewness makes it stable. */
    @ParameterizedTest
    @CsvSource({"0, FAILS", "1, HOLDS"})
    void theSharpValleysOrbitLiesAtDelta(String zeta, Status stable) {
        TwoCycleResult.Orbit orbit = orbit(Problems.valley(zeta, "1e-3"));
        double delta = Math.sqrt(2e-3);
        assertThat(orbit.first().get(0).midpoint()).isBetween(0.9 * delta, 1.1 * delta);
        assertThat(orbit.second().get(0).midpoint()).isBetween(-1.1 * delta, -0.9 * delta);
        assertThat(orbit.uniquenessRadius()).isPositive();
        assertThat(orbit.stable()).isEqualTo(stable);
    }

    /** Two triple eigenvalues close together: spectral radius 0.973. */
    @Test
    void repeatedEigenvaluesAreDecided() {
        assertThat(orbit(cycle("cycle-stability-undecided.toml")).stable()).isEqualTo(Status.HOLDS);
    }

    /** The map is {@code 1 - 5/4 x^2}, whose orbit of period two has the multiplier -1: there it bifurcates. */
    @Test
    void aMultiplierOnTheUnitCircleIsUndecidedAndEnclosed() {
        Problem problem = ProblemBuilder.of("bifurcation", "x^2/2 - x + 5*x^3/12")
                .parameter("eta", "1")
                .start("x", "0.96")
                .maxSteps(2000)
                .problem();
        TwoCycleResult certification = certify(problem);
        TwoCycleResult.Orbit orbit = certification.orbit().orElseThrow();
        assertThat(orbit.stable()).isEqualTo(Status.UNDECIDED);
        assertThat(orbit.spectralRadius().orElseThrow()).isEqualTo(new Interval(1.0 - 0x1p-45, 1.0 + 0x1p-45));
        assertThat(Format.CSV.write(CycleDocument.report(RunRecords.any(), certification, Optional.empty())))
                .contains("the largest modulus of an eigenvalue is in [0.99999");
    }

    /** Every derivative of {@code 0*log(x)} is zero, also where the loss itself is not defined: at the orbit's second point. */
    @Test
    void anOrbitThroughPointsWithoutLossIsNone() {
        Problem problem = ProblemReader.read(Path.of("src/test/resources/certificates/zero-times-log.toml"))
                .problem();
        assertThat(certify(problem).status()).isEqualTo(Status.UNDECIDED);
    }

    /** Gradient descent leaves every bound, and an orbit lies by the start. */
    @Test
    void anOrbitByTheStartIsFound() {
        assertThat(orbit(cycle("div2.toml")).stable()).isEqualTo(Status.FAILS);
    }

    @Test
    void whereGradientDescentDivergesTheStepIsNamed() {
        TwoCycleResult certification = certify(ProblemBuilder.of("steep", "exp(x^2)")
                .parameter("eta", "3")
                .start("x", "3")
                .maxSteps(100)
                .problem());
        assertThat(certification.status()).isEqualTo(Status.UNDECIDED);
        assertThat(certification.obstacle().orElseThrow()).contains("its iterate at step 100 is not finite");
    }

    /**
     * {@code L'' = 3} and {@code 3/4} at the points 1 and -1 of an orbit of every optimizer with S_c = 2: gradient descent multiplies by (1 - 3)(1 - 3/4) in two
     * steps, heavy ball by -2, and Nesterov's method by about 0.966.
     */
    @ParameterizedTest
    @CsvSource({
        "gradient_descent, 1, HOLDS, 0.5",
        "heavy_ball, 3/2, FAILS, 2.0",
        "nesterov, 3/4, HOLDS, 0.9657815586",
        "linear, 1, HOLDS, 0.5"
    })
    void stabilityIsThatOfTheOptimizerAndTheOrbitThatOfItsEdge(
            String method, String eta, Status stable, double modulus) {
        TwoCycleResult.Orbit orbit = orbit(optimized(method, eta, "33*x^2/32 - 9*x/16 + 3*x^3/16 - x^4/64"));
        assertThat(orbit.first().get(0).contains(1.0)).isTrue();
        assertThat(orbit.second().get(0).contains(-1.0)).isTrue();
        assertThat(orbit.stable()).isEqualTo(stable);
        assertThat(orbit.spectralRadius().orElseThrow().midpoint()).isBetween(modulus - 1e-9, modulus + 1e-9);
    }

    /** {@code L'' = 4/3} and {@code 2/3}: two steps of heavy ball have the eigenvalue -1, those of gradient descent -1/9. */
    @ParameterizedTest
    @CsvSource({"gradient_descent, 1, HOLDS", "heavy_ball, 3/2, UNDECIDED", "nesterov, 3/4, HOLDS"})
    void anEigenvalueOnTheUnitCircleUnderOneOptimizerIsUndecided(String method, String eta, Status stable) {
        TwoCycleResult.Orbit orbit = orbit(optimized(method, eta, "5*x^2/4 - x/6 + x^3/18 - x^4/8"));
        assertThat(orbit.stable()).isEqualTo(stable);
    }

    private static Problem optimized(String method, String eta, String loss) {
        ProblemBuilder problem = ProblemBuilder.of("two points", loss)
                .parameter("eta", eta)
                .start("x", "99/100")
                .maxSteps(200);
        return switch (method) {
            case "gradient_descent" -> problem.problem();
            case "linear" ->
                problem.parameter("eta", "1/2")
                        .linear("[['1']]", "['-2*eta']", "['1']")
                        .problem();
            default -> problem.optimizer(method, "momentum", "1/2").problem();
        };
    }

    private static Problem cycle(String file) {
        return ProblemReader.read(Path.of("src/test/resources/cycles", file)).problem();
    }

    private static Problem doubleWell(String eta) {
        return ProblemBuilder.of("double well", "(x^2 - m)^2/4")
                .parameter("m", "1")
                .parameter("eta", "1")
                .start("x", "11/10")
                .maxSteps(2000)
                .problem(Map.of("eta", eta));
    }

    private static TwoCycleResult.Orbit orbit(Problem problem) {
        return certify(problem).orbit().orElseThrow();
    }

    private static TwoCycleResult certify(Problem problem) {
        return new TwoCycleCertifier(problem).certify();
    }
}
