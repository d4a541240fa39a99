package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.Study;
import org.selfstab.certify.TwoCycleResult;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.recheck.CheckedClaim.Outcome;
import org.selfstab.report.StatedProblems;
import org.selfstab.vocabulary.Verdict.Status;

/** Orbits of period two of adaptive optimizers, theory.md (57): proved, confirmed by the checker, and forgeries rejected. */
class AdaptiveCycleTest {

    @TempDir
    private Path folder;

    /** {@code |x| = eta/2}, {@code nu = (eta S/2)^2}, and multipliers of modulus {@code sqrt(beta2)} in each step; below 1/9 two real ones, of which one is larger. */
    @ParameterizedTest
    @CsvSource({
        "1/10, 3, 99/100, 0.99498743710662",
        "1/7, 20, 1/2, 0.70710678118655",
        "3, 1/50, 999/1000, 0.99949987493746",
        "1/10, 3, 1/20, 0.7864208073700"
    })
    void scalarRmspropsOrbitOnAParabolaIsThatOfTheFormula(String eta, String curvature, String decay, double modulus)
            throws IOException {
        Problem problem = parabola("rmsprop", eta, curvature, decay);
        TwoCycleResult result = Study.of(problem).certifyCycle();
        TwoCycleResult.Orbit orbit = result.orbit().orElseThrow();
        assertThat(result.coordinates()).containsExactly("x", "nu");
        double step = value(eta);
        double s = value(curvature);
        assertThat(orbit.first().get(0).contains(step / 2)).isTrue();
        assertThat(orbit.second().get(0).contains(-step / 2)).isTrue();
        assertThat(orbit.first().get(1).midpoint()).isCloseTo(step * step * s * s / 4, within(1e-12));
        assertThat(orbit.stable()).isEqualTo(Status.HOLDS);
        assertThat(orbit.spectralRadius().orElseThrow().sqrt().midpoint()).isCloseTo(modulus, within(1e-9));
        assertThat(recheck(Certificates.ofCycle(folder, problem)).claims())
                .extracting(CheckedClaim::outcome)
                .containsOnly(Outcome.CONFIRMED);
    }

    /**
     * With momentum {@code |x| = eta (1 - beta1)/(2 (1 + beta1))}; at beta1 = 1/2, beta2 = 99/100 the derivative of two steps in NumPy has eigenvalues of modulus 1.05884749: Adam's orbit does not
     * attract.
     */
    @Test
    void adamsOrbitOnAParabolaIsUnstable() throws IOException {
        Problem problem = parabola("adam", "1/10", "3", "99/100", "beta1", "1/2");
        TwoCycleResult.Orbit orbit = Study.of(problem).certifyCycle().orbit().orElseThrow();
        assertThat(orbit.first().get(0).midpoint()).isCloseTo(1.0 / 60, within(1e-12));
        assertThat(orbit.stable()).isEqualTo(Status.FAILS);
        assertThat(orbit.spectralRadius().orElseThrow().midpoint()).isCloseTo(1.05884749, within(1e-8));
        assertThat(recheck(Certificates.ofCycle(folder, problem)).claims())
                .extracting(CheckedClaim::verdict)
                .containsExactly("HOLDS", "HOLDS", "FAILS");
    }

    /** Two groups, three variables: orbit and eigenvalues by mpmath with 40 digits. */
    @Test
    void anOrbitOfTwoGroupsIsThatOfMpmath() throws IOException {
        TwoCycleResult result = Study.of(grouped()).certifyCycle();
        assertThat(result.coordinates()).containsExactly("x", "y", "w", "nu[1]", "nu[2]");
        TwoCycleResult.Orbit orbit = result.orbit().orElseThrow();
        double[] first = {
            0.0719667697764019, 2.049283281610179, -0.9982260515833192, 0.01074790511569464, 0.0014019553928739797
        };
        for (int i = 0; i < first.length; i++) {
            assertThat(orbit.first().get(i).midpoint()).isCloseTo(first[i], within(1e-14));
        }
        assertThat(orbit.spectralRadius().orElseThrow().midpoint()).isCloseTo(0.8860594593817035, within(1e-10));
    }

    /** Where y drifts there is none. */
    @Test
    void whereNoOrbitIsNothingIsProved() throws IOException {
        Problem valley = ProblemReader.read(Path.of("examples/adaptive/scalar-valley.toml"))
                .problem();
        assertThat(Study.of(valley).certifyCycle().status()).isEqualTo(Status.UNDECIDED);
    }

    @Test
    void forgeriesAreRejected() throws IOException {
        Path genuine = Certificates.ofCycle(folder, grouped());
        assertThat(recheck(genuine).isConfirmed()).isTrue();
        for (Consumer<ObjectNode> change : List.<Consumer<ObjectNode>>of(
                tree -> ((ObjectNode) tree.at("/problem/adaptive")).put("beta1", "1/10"),
                tree -> ((ObjectNode) tree.at("/problem/adaptive"))
                        .putArray("groups")
                        .add(0)
                        .add(1)
                        .add(1),
                tree -> ((ObjectNode) tree.at("/problem/adaptive"))
                        .putArray("groups")
                        .add(0)
                        .add(1)
                        .add(2),
                tree -> ((ObjectNode) tree.get("problem")).remove("adaptive"),
                tree -> ((ObjectNode) tree.at("/problem/parameters")).put("eta", "11/100"),
                tree -> ((ArrayNode) tree.at("/orbit/first")).set(3, 1.1),
                tree -> ((ArrayNode) tree.at("/orbit/first")).set(3, -1.0367210384522272))) {
            assertThat(recheck(Certificates.forged(genuine, change)).claims())
                    .allMatch(claim -> claim.outcome() == Outcome.REJECTED);
        }
        assertThat(recheck(Certificates.forged(
                                genuine, tree -> ((ObjectNode) tree.get("orbit")).put("stable", "FAILS")))
                        .claims()
                        .get(2)
                        .outcome())
                .isEqualTo(Outcome.REJECTED);
        assertThatThrownBy(
                        () -> recheck(Certificates.forged(genuine, tree -> ((ObjectNode) tree.at("/problem/adaptive"))
                                .putArray("groups")
                                .add(0)
                                .add(2)
                                .add(0))))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("without a gap");
    }

    /** A certificate of gradient descent is none of RMSProp, and the other way round; and one of a run with an adaptive optimizer is refused. */
    @Test
    void anotherOptimizerIsAnotherProblem() throws IOException {
        Path genuine = Certificates.ofCycle(folder, grouped());
        assertThat(recheck(genuine, grouped()).isConfirmed()).isTrue();
        Problem descent = ProblemReader.read(Path.of("examples/sharp-valley.toml"), Map.of("zeta", "0"))
                .problem();
        assertThat(recheck(genuine, descent).isConfirmed()).isFalse();
        assertThatThrownBy(() ->
                        recheck(Certificates.forged(genuine, tree -> tree.put("format", CertificateKind.RUN.format()))))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("only certificates of orbits");
    }

    private static double value(String fraction) {
        int slash = fraction.indexOf('/');
        return slash < 0
                ? Double.parseDouble(fraction)
                : Double.parseDouble(fraction.substring(0, slash)) / Double.parseDouble(fraction.substring(slash + 1));
    }

    private static RecheckResult recheck(Path file) {
        return Rechecker.check(file, step -> {});
    }

    private static RecheckResult recheck(Path file, Problem own) {
        return Rechecker.check(file, StatedProblems.of(own, Optional.empty()), step -> {});
    }

    private static Problem parabola(String method, String eta, String curvature, String decay, String... momentum) {
        return ProblemBuilder.of("parabola", curvature + "*x^2/2")
                .parameter("eta", eta)
                .optimizer(method, "beta2", decay, "groups", "scalar")
                .settings(momentum)
                .start("x", "1/30")
                .maxSteps(200)
                .problem();
    }

    private static Problem grouped() {
        return Problems.inPlane("y*x^2/2 + (y-2)^2/4 + (y + w - 1)^2/10 + x*w/20 + x^3/3", "1/10", "1/30", "2")
                .start("w", "0")
                .optimizer("rmsprop", "beta2", "9/10", "groups", "[['x', 'w'], ['y']]", "nu_ratio", "['1', '2']")
                .maxSteps(2000)
                .problem();
    }
}
