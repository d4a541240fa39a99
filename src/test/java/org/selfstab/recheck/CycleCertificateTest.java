package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.recheck.CheckedClaim.Outcome;
import org.selfstab.report.StatedProblems;

/** Certificates of orbits of period two: genuine ones are confirmed, and each way to forge one is rejected with its reason. */
class CycleCertificateTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0, FAILS", "1, HOLDS"})
    void existenceUniquenessAndStabilityAreConfirmed(String zeta, String stable) throws IOException {
        RecheckResult report = check(certificate(Map.of("zeta", zeta)));
        assertThat(report.isConfirmed()).isTrue();
        assertThat(report.claims()).allMatch(CheckedClaim::confirmed);
        assertThat(report.claims()).extracting(CheckedClaim::verdict).containsExactly("HOLDS", "HOLDS", stable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "examples/cycles/quartic-two-cycle.toml",
                "examples/cycles/spring-valley.toml",
                "examples/cycles/balanced-product.toml",
                "examples/cycles/double-well.toml",
                "src/test/resources/cycles/cycle-stability-undecided.toml",
                "examples/disk-valley.toml"
            })
    void whatIsProvedOfOtherLossesIsConfirmed(String file) throws IOException {
        RecheckResult report = check(
                Certificates.ofCycle(folder, ProblemReader.read(Path.of(file)).problem()));
        assertThat(report.isConfirmed()).as("%s", report.claims()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"examples/log-cosh.toml", "examples/tanh-network.toml"})
    void whereNoOrbitIsProvedTheCertificateStatesNothing(String file) throws IOException {
        RecheckResult report = check(
                Certificates.ofCycle(folder, ProblemReader.read(Path.of(file)).problem()));
        assertThat(report.claims()).extracting(CheckedClaim::outcome).containsExactly(Outcome.EMPTY);
        assertThat(report.isConfirmed()).isFalse();
        assertThat(report.isRejected()).isFalse();
    }

    @Test
    void stabilityThatIsLeftOpenIsEmpty() throws IOException {
        assertOutcomes(orbit -> orbit.put("stable", "UNDECIDED"), Outcome.CONFIRMED, Outcome.CONFIRMED, Outcome.EMPTY);
    }

    @Test
    void aMovedCentreIsRejected() throws IOException {
        assertAllRejected("Krawczyk's test", orbit -> change(orbit.get("first"), 0, 1e-6));
    }

    @Test
    void aShrunkBallIsRejected() throws IOException {
        assertAllRejected("Krawczyk's test", orbit -> set(orbit.get("radii"), 0, 1e-30));
        assertAllRejected("Krawczyk's test", orbit -> set(orbit.get("box"), 1, 1e-30));
        assertAllRejected("second point", orbit -> set(orbit.get("secondRadii"), 0, 0.0));
        assertAllRejected("second point", orbit -> set(orbit.get("secondRadii"), 0, -1e-3));
    }

    /** Half-widths below 0 would make Krawczyk's bounds negative: the loss has no orbit, as y falls by 100 in each step. */
    @Test
    void halfWidthsThatAreNotPositiveProveNothing() throws IOException {
        RecheckResult report = check(Path.of("src/test/resources/certificates/negative-box-cycle.json"));
        assertThat(report.claims()).allMatch(claim -> claim.outcome() == Outcome.REJECTED);
        assertThat(report.firstObjection().orElseThrow()).contains("Krawczyk's test");
        assertAllRejected("Krawczyk's test", orbit -> set(orbit.get("box"), 0, -1e-13));
        assertAllRejected("Krawczyk's test", orbit -> set(orbit.get("box"), 1, 0.0));
    }

    @Test
    void aUniquenessThatSaysNothingIsRejected() throws IOException {
        for (double radius : new double[] {0.0, -1.0}) {
            RecheckResult report = check(forged(orbit -> orbit.put("uniqueness", radius)));
            assertThat(report.claims())
                    .extracting(CheckedClaim::outcome)
                    .containsExactly(Outcome.CONFIRMED, Outcome.REJECTED, Outcome.CONFIRMED);
            assertThat(report.claims().get(1).reason()).contains("unique nowhere");
        }
    }

    @Test
    void anotherStabilityIsRejected() throws IOException {
        assertStabilityRejected("does not show that it is not stable", orbit -> orbit.put("stable", "FAILS"));
        assertStabilityRejected("no verdict is called", orbit -> orbit.put("stable", "PERHAPS"));
        assertStabilityRejected("no form", orbit -> orbit.putNull("witness"));
        assertStabilityRejected("not symmetric", orbit -> change(orbit.at("/witness/form/0"), 1, 1.0));
        assertStabilityRejected("not certainly positive definite", orbit -> set(orbit.at("/witness/form/0"), 0, -1.0));
        assertStabilityRejected(
                "does not show that it is stable", orbit -> ((ObjectNode) orbit.get("witness")).put("scale", 1.5));
        RecheckResult unstable = check(Certificates.forged(
                certificate(Map.of("zeta", "0")), tree -> ((ObjectNode) tree.get("orbit")).put("stable", "HOLDS")));
        assertThat(unstable.claims().get(2).outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void aWiderUniquenessIsRejected() throws IOException {
        Path forged = forged(orbit -> orbit.put("uniqueness", 1.0));
        RecheckResult report = check(forged);
        assertThat(report.claims())
                .extracting(CheckedClaim::outcome)
                .containsExactly(Outcome.CONFIRMED, Outcome.REJECTED, Outcome.CONFIRMED);
        assertThat(report.claims().get(1).reason()).contains("unique as far as stated");
    }

    @Test
    void anotherStepSizeIsRejected() throws IOException {
        Path forged = Certificates.forged(
                certificate(Map.of()), tree -> ((ObjectNode) tree.at("/problem/parameters")).put("eta", "31/100"));
        assertThat(check(forged).claims()).allMatch(claim -> claim.outcome() == Outcome.REJECTED);
    }

    @Test
    void twoPointsThatAreOneAreRejected() throws IOException {
        assertAllRejected("second point", orbit -> orbit.set("second", orbit.get("first")));
    }

    /** The minimum of a double well is a zero of the same equation: of period one. */
    @Test
    void aFixedPointIsNoOrbit() throws IOException {
        Problem well = ProblemReader.read(Path.of("examples/cycles/double-well.toml"), Map.of())
                .problem();
        Path genuine = Certificates.ofCycle(folder, well);
        Path forged = Certificates.forged(genuine, tree -> {
            ObjectNode orbit = (ObjectNode) tree.get("orbit");
            ((ObjectNode) tree.get("problem"))
                    .put("loss", "x^2")
                    .putObject("parameters")
                    .put("eta", "1/4");
            for (String point : List.of("first", "second")) {
                orbit.putArray(point).add(0.0);
            }
            for (String radius : List.of("box", "radii", "secondRadii")) {
                orbit.putArray(radius).add(1e-9);
            }
            orbit.putArray("inverse").addArray().add(-4.0 / 3.0);
        });
        RecheckResult report = check(forged);
        assertThat(report.claims()).allMatch(claim -> claim.outcome() == Outcome.REJECTED);
        assertThat(report.firstObjection().orElseThrow()).contains("may be a fixed point");
    }

    @Test
    void aWrongInverseOrDimensionIsRejected() throws IOException {
        assertAllRejected("Krawczyk's test", orbit -> set(orbit.at("/inverse/0"), 1, 0.0));
        assertAllRejected("dimension", orbit -> ((ArrayNode) orbit.get("first")).remove(0));
        assertAllRejected("dimension", orbit -> orbit.putArray("inverse"));
    }

    @Test
    void whatIsUndefinedIsRejectedWithTheReason() throws IOException {
        Path genuine = certificate(Map.of());
        for (String parameter : List.of("sin(log(-1))", "1 + 0*log(-1)", "1 + 0/0^2*0")) {
            Path forged = Certificates.forged(
                    genuine, tree -> ((ObjectNode) tree.at("/problem/parameters")).put("zeta", parameter));
            assertThat(refusal(forged)).as(parameter).containsAnyOf("not certainly real-valued", "division by zero");
        }
        Path forged = Certificates.forged(
                genuine, tree -> ((ObjectNode) tree.get("problem")).put("loss", "x^2*(y + x*zeta)/2 + 0*log(x - 1)"));
        assertThat(refusal(forged)).contains("not certainly defined and smooth");
    }

    @Test
    void aParameterThatIsNotRealIsRejectedThoughTheLossDoesNotMentionIt() throws IOException {
        Path forged = Certificates.forged(
                certificate(Map.of()), tree -> ((ObjectNode) tree.at("/problem/parameters")).put("unused", "log(-1)"));
        assertThat(check(forged).firstObjection().orElseThrow()).contains("parameter unused has a logarithm of");
    }

    @Test
    void numbersBeyondReasonAreRefusedAtOnce() throws IOException {
        Path genuine = certificate(Map.of());
        String text = Files.readString(genuine);
        for (String number : List.of("1e999999999", "1e-999999999", "1e99999999999", "9".repeat(300))) {
            Path forged = Files.writeString(
                    folder.resolve("large.json"),
                    text.replaceFirst("\"uniqueness\":[^\\n]*", "\"uniqueness\":" + number));
            assertThatThrownBy(() -> check(forged)).as(number).isInstanceOf(CertificateException.class);
        }
    }

    /** An orbit of every optimizer with the edge 2, stable under gradient descent and unstable under heavy ball. */
    @Test
    void stabilityIsThatOfTheStatedOptimizer() throws IOException {
        Path certificate = ofHeavyBall("-9*x/16 + 33*x^2/32 + 3*x^3/16 - x^4/64");
        assertThat(check(certificate).claims())
                .extracting(CheckedClaim::outcome)
                .containsOnly(Outcome.CONFIRMED);
        assertThat(check(certificate).claims())
                .extracting(CheckedClaim::verdict)
                .containsExactly("HOLDS", "HOLDS", "FAILS");
        RecheckResult stable =
                check(Certificates.forged(certificate, tree -> orbit(tree).put("stable", "HOLDS")));
        assertThat(stable.claims().get(2).reason()).contains("does not show that it is stable");
        RecheckResult ofDescent = check(Certificates.forged(certificate, tree -> {
            problem(tree).remove("optimizer");
            ((ObjectNode) problem(tree).get("parameters")).put("eta", "1");
        }));
        assertThat(ofDescent.claims())
                .extracting(CheckedClaim::outcome)
                .containsExactly(Outcome.CONFIRMED, Outcome.CONFIRMED, Outcome.REJECTED);
        assertThat(ofDescent.claims().get(2).reason()).contains("has not the dimension 1");
    }

    /** With another momentum, or as gradient descent with the same step size, the edge is another. */
    @Test
    void anotherOptimizerIsRejected() throws IOException {
        Path certificate = ofHeavyBall("5*x^2/4 - x/6 + x^3/18 - x^4/8");
        assertThat(check(certificate).claims())
                .extracting(CheckedClaim::outcome)
                .containsExactly(Outcome.CONFIRMED, Outcome.CONFIRMED, Outcome.EMPTY);
        for (Consumer<ObjectNode> change : List.<Consumer<ObjectNode>>of(
                tree -> problem(tree).remove("optimizer"),
                tree -> ((ObjectNode) problem(tree).get("parameters")).put("momentum", "1/2 + 1e-9"),
                tree -> ((ArrayNode) tree.at("/problem/optimizer/B")).set(0, "-eta + 1e-9"))) {
            assertThat(check(Certificates.forged(certificate, change))
                            .firstObjection()
                            .orElseThrow())
                    .contains("Krawczyk's test");
        }
        assertThat(refusal(Certificates.forged(
                        certificate, tree -> ((ArrayNode) tree.at("/problem/optimizer/C")).set(1, "1/10"))))
                .contains("add up to");
        assertThat(refusal(Certificates.forged(
                        certificate, tree -> ((ArrayNode) tree.at("/problem/optimizer/B")).set(0, "eta"))))
                .contains("its edge is not certainly finite and positive");
        assertThat(refusal(Certificates.forged(
                        certificate, tree -> ((ArrayNode) tree.at("/problem/optimizer/A")).remove(1))))
                .contains("A of q rows");
        assertThat(refusal(Certificates.forged(
                        certificate, tree -> ((ArrayNode) tree.at("/problem/optimizer/B")).set(0, "-eta + log(-1)"))))
                .contains("logarithm");
    }

    @Test
    void theReadersOptimizerIsCompared() throws IOException {
        Path certificate = ofHeavyBall("5*x^2/4 - x/6 + x^3/18 - x^4/8");
        assertThat(check(certificate, heavyBall("5*x^2/4 - x/6 + x^3/18 - x^4/8", "heavy_ball"))
                        .isConfirmed())
                .isTrue();
        assertThat(check(certificate, heavyBall("5*x^2/4 - x/6 + x^3/18 - x^4/8", "nesterov"))
                        .firstObjection()
                        .orElseThrow())
                .contains("C[1] of the optimizer is 1 in the certificate");
        assertThat(check(certificate, valley(Map.of())).isConfirmed()).isFalse();
    }

    private Path ofHeavyBall(String loss) throws IOException {
        return Certificates.ofCycle(folder, heavyBall(loss, "heavy_ball"));
    }

    private static Problem heavyBall(String loss, String method) {
        return ProblemBuilder.of("two points", loss)
                .parameter("eta", "3/2")
                .optimizer(method, "momentum", "1/2")
                .start("x", "99/100")
                .maxSteps(200)
                .problem();
    }

    private static ObjectNode problem(ObjectNode tree) {
        return (ObjectNode) tree.get("problem");
    }

    private static ObjectNode orbit(ObjectNode tree) {
        return (ObjectNode) tree.get("orbit");
    }

    @Test
    void theReadersOwnProblemIsCompared() throws IOException {
        Path certificate = certificate(Map.of());
        Problem same = valley(Map.of());
        Problem other = valley(Map.of("zeta", "1/2"));
        assertThat(check(certificate, same).isConfirmed()).isTrue();
        assertThat(check(certificate, other).firstObjection().orElseThrow())
                .contains("the problem is another: parameter zeta");
    }

    private static RecheckResult check(Path file) {
        return Rechecker.check(file, step -> {});
    }

    private static RecheckResult check(Path file, Problem own) {
        return Rechecker.check(file, StatedProblems.of(own, Optional.empty()), step -> {});
    }

    private static String refusal(Path file) {
        try {
            return check(file).firstObjection().orElse("none");
        } catch (CertificateException refused) {
            return refused.getMessage();
        }
    }

    private static Problem valley(Map<String, String> overrides) {
        return ProblemReader.read(Path.of("examples/sharp-valley.toml"), overrides)
                .problem();
    }

    private Path certificate(Map<String, String> overrides) throws IOException {
        return Certificates.ofCycle(folder, valley(overrides));
    }

    private Path forged(Consumer<ObjectNode> change) throws IOException {
        return Certificates.forged(certificate(Map.of()), tree -> change.accept((ObjectNode) tree.get("orbit")));
    }

    private void assertAllRejected(String reason, Consumer<ObjectNode> change) throws IOException {
        RecheckResult report = check(forged(change));
        assertThat(report.claims()).hasSize(3).allMatch(claim -> claim.outcome() == Outcome.REJECTED);
        assertThat(report.firstObjection().orElseThrow()).contains(reason);
    }

    private void assertStabilityRejected(String reason, Consumer<ObjectNode> change) throws IOException {
        RecheckResult report = check(forged(change));
        assertThat(report.claims())
                .extracting(CheckedClaim::outcome)
                .containsExactly(Outcome.CONFIRMED, Outcome.CONFIRMED, Outcome.REJECTED);
        assertThat(report.claims().get(2).reason()).contains(reason);
    }

    private void assertOutcomes(Consumer<ObjectNode> change, Outcome... outcomes) throws IOException {
        assertThat(check(forged(change)).claims())
                .extracting(CheckedClaim::outcome)
                .containsExactly(outcomes);
    }

    private static void set(JsonNode list, int index, double number) {
        ((ArrayNode) list).set(index, number);
    }

    private static void change(JsonNode list, int index, double by) {
        set(list, index, list.get(index).doubleValue() + by);
    }
}
