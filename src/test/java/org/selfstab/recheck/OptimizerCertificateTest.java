package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifyOptions;
import org.selfstab.certify.trajectory.Certifier;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.CheckedClaim.Outcome;
import org.selfstab.report.StatedProblems;

/** Certificates of runs of other optimizers than gradient descent: genuine ones are confirmed, and each way to forge one is rejected. */
class OptimizerCertificateTest {

    private static final int STEPS = 3;
    private static final String EDGE_OF_HEAVY_BALL = "2*(1 + momentum)/eta - weight_decay";

    @TempDir
    private static Path folder;

    private static Path heavyBall;

    @BeforeAll
    static void certify() throws IOException {
        heavyBall = certificate("heavy_ball");
    }

    /** The sharp valley from the edge of a method. */
    private static ProblemBuilder valley(String method) {
        return switch (method) {
            case "three" -> Problems.withThreeCopies(valleyFrom("10"));
            case "double_step" -> valleyFrom("1/eta").linear("[['1']]", "['-2*eta']", "['1']");
            case "quasi_hyperbolic" ->
                valleyFrom("2/eta*(1 + momentum)/(1 + momentum - 2*nu*momentum)")
                        .optimizer(method, "momentum", "9/10", "nu", "7/10");
            case "nesterov" ->
                valleyFrom("2*(1 + momentum)/((1 + 2*momentum)*eta) - weight_decay")
                        .optimizer(method, "momentum", "1/2", "weight_decay", "1/100000");
            default -> valleyFrom(EDGE_OF_HEAVY_BALL).optimizer(method, "momentum", "1/2", "weight_decay", "1/100000");
        };
    }

    private static ProblemBuilder valleyFrom(String y) {
        return Problems.sharpValley("1/2", "1/1000", y);
    }

    private static Path certificate(String method) throws IOException {
        return Certificates.write(
                Files.createDirectories(folder.resolve(method)),
                valley(method).atEdge().problem(),
                Optional.of(STEPS));
    }

    private static RecheckResult check(Path file) {
        return Rechecker.check(file, step -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"heavy_ball", "nesterov", "quasi_hyperbolic", "three", "double_step"})
    void whatIsCertifiedIsConfirmed(String method) throws IOException {
        RecheckResult report = check(certificate(method));
        assertThat(report.claims())
                .as("%s", report.claims())
                .hasSize(method.equals("double_step") ? 16 : 15)
                .allMatch(CheckedClaim::confirmed);
        assertThat(report.claims().stream().anyMatch(claim -> claim.name().equals("condition.eigengap")))
                .as("of optimizers of one copy alone")
                .isEqualTo(method.equals("double_step"));
        assertThat(report.claims()).extracting(CheckedClaim::verdict).containsOnly("HOLDS");
    }

    /** Before the edge all copies stand at the start. */
    @Test
    void theApproachOfAnOptimizerIsVerified() throws IOException {
        Problem below = valley("heavy_ball")
                .start("y", EDGE_OF_HEAVY_BALL + " - 1/500")
                .maxSteps(400)
                .problem();
        Path certificate = Certificates.write(Files.createDirectories(folder.resolve("below")), below, Optional.of(1));
        RecheckResult report = check(certificate);
        assertThat(report.approach()).isPositive();
        assertThat(report.claims()).as("%s", report.claims()).allMatch(CheckedClaim::confirmed);
        assertRejected(
                Certificates.forged(certificate, tree -> change(tree, "/approach/1/centre", 2, 1e-6)), "theta_t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/problem/parameters/momentum | 1/2 + 1e-12",
                "/problem/parameters/weight_decay | 1/100000 + 1e-12",
                "/problem/parameters/eta | 3/10 + 1e-12",
                "/problem/optimizer/A/0/0 | 1 + momentum + 1e-9",
                "/problem/optimizer/A/0/0 | 1 + 2*momentum",
                "/problem/optimizer/B/0 | -eta + 1e-12",
                "/problem/optimizer/B/1 | 1e-12",
                "/problem/optimizer/C/0 | 1 + momentum"
            })
    void anotherOptimizerIsRejected(String place, String text) throws IOException {
        Path forged = Certificates.forged(heavyBall, tree -> {
            int end = place.lastIndexOf('/');
            String name = place.substring(end + 1);
            if (tree.at(place.substring(0, end)) instanceof ArrayNode list) {
                list.remove(Integer.parseInt(name));
                list.insert(Integer.parseInt(name), text);
            } else {
                ((ObjectNode) tree.at(place.substring(0, end))).put(name, text);
            }
        });
        assertThat(check(forged).claims()).allMatch(claim -> claim.outcome() == Outcome.REJECTED);
    }

    /** Nesterov's A and B are those of heavy ball. */
    @Test
    void anotherReadingOfTheCopiesIsRejected() throws IOException {
        Path forged = Certificates.forged(heavyBall, tree -> {
            ((ObjectNode) tree.at("/problem/optimizer"))
                    .putArray("C")
                    .add("1 + momentum")
                    .add("-momentum");
            ((ObjectNode) tree.at("/problem/start")).put("y", "2*(1 + momentum)/((1 + 2*momentum)*eta) - weight_decay");
        });
        assertThat(check(forged).claims()).allMatch(claim -> claim.outcome() == Outcome.REJECTED);
        assertThat(check(Certificates.forged(heavyBall, tree -> ((ObjectNode) tree.get("problem")).remove("optimizer")))
                        .firstObjection()
                        .orElseThrow())
                .contains("a set has not the dimension 2");
    }

    @Test
    void everyStateIsVerified() throws IOException {
        Map<String, String> places = Map.of(
                "/steps/0/iterate/centre", "oscillating start",
                "/steps/2/iterate/centre", "theta_t",
                "/steps/0/predicted/centre", "v*_0",
                "/steps/2/predicted/centre", "v*_t",
                "/steps/0/memory/centre", "memory",
                "/steps/2/memory/centre", "memory");
        for (Map.Entry<String, String> place : places.entrySet()) {
            for (int coordinate = 0; coordinate < 4; coordinate++) {
                int changed = coordinate;
                assertRejected(
                        Certificates.forged(heavyBall, tree -> change(tree, place.getKey(), changed, 1e-9)),
                        place.getValue());
            }
        }
        assertRejected(Certificates.forged(heavyBall, tree -> step(tree, 1).remove("memory")), "a memory stands where");
        assertRejected(
                Certificates.forged(heavyBall, tree -> ((ArrayNode) tree.at("/steps/1/memory/radii")).remove(0)),
                "dimension");
    }

    /** A copy that nobody reads may grow, or a mode die out slower than the range of doubles: coordinates are found all the same. */
    @ParameterizedTest
    @CsvSource({"-99, unit disc", "-10^200, unit disc", "-999/1000, t = 0: "})
    void powersThatOverflowAreNoObstacle(String factor, String objection) throws IOException {
        assertRejected(
                Certificates.forged(heavyBall, tree -> {
                    ObjectNode optimizer = (ObjectNode) tree.at("/problem/optimizer");
                    ArrayNode a = optimizer.putArray("A");
                    a.addArray().add("1").add("0");
                    a.addArray().add("1 - (" + factor + ")").add(factor);
                }),
                objection);
    }

    @Test
    void strongerConstantsAreRejected() throws IOException {
        int claims = check(heavyBall).claims().size();
        for (int i = 0; i < claims; i++) {
            int place = i;
            Path forged = Certificates.forged(heavyBall, tree -> {
                ObjectNode claim = (ObjectNode) tree.at("/claims/" + place);
                double upper =
                        claim.get("upper").isNull() ? 1.0 : claim.get("upper").doubleValue();
                claim.put("lower", upper + Math.abs(upper) + 1e-3).put("upper", upper + 2 * Math.abs(upper) + 2e-3);
            });
            assertThat(check(forged).claims().get(place).outcome())
                    .as("claim %d", place)
                    .isEqualTo(Outcome.REJECTED);
        }
    }

    @Test
    void theReadersOptimizerIsCompared() {
        assertThat(Rechecker.check(
                                heavyBall,
                                StatedProblems.of(valley("heavy_ball").atEdge().problem(), Optional.of(STEPS)),
                                step -> {})
                        .isConfirmed())
                .isTrue();
        assertThat(Rechecker.check(
                                heavyBall,
                                StatedProblems.of(valley("nesterov").atEdge().problem(), Optional.of(STEPS)),
                                step -> {})
                        .firstObjection()
                        .orElseThrow())
                .contains("the problem is another: C[1] of the optimizer");
    }

    /** The table of theory.md section 10, to its digits. */
    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "heavy_ball, 263, 1.71200, 4.10762, 3.37146, 0.37965",
        "nesterov, 294, 3.24216, 6.80091, 5.32046, 0.44258",
    })
    void theConstantsOfTheTableAreEnclosed(
            String method, int steps, double coupling, double loss, double sharpness, double axis) {
        Problem problem = Problems.sharpValley("1/2", "1/1000", method.equals("nesterov") ? "5" : "10")
                .optimizer(method, "momentum", "1/2")
                .atEdge()
                .problem();
        CertificationResult result =
                new Certifier(problem, new CertifyOptions(Optional.of(steps), 0.01)).certify(step -> {});
        assertThat(result.isOfTheWholeRun()).isTrue();
        Map<String, Double> figures = Map.of(
                "coupling.constant", coupling,
                "loss.constant", loss,
                "sharpness.constant", sharpness,
                "condition.axis_distance", axis);
        figures.forEach((name, figure) -> {
            assertThat(result.claim(name).orElseThrow().value().width()).isLessThan(1e-6);
            assertThat(result.claim(name).orElseThrow().value().midpoint())
                    .as(name)
                    .isBetween(figure - 6e-6, figure + 6e-6);
        });
    }

    private static ObjectNode step(ObjectNode tree, int t) {
        return (ObjectNode) tree.at("/steps/" + t);
    }

    private static void change(ObjectNode tree, String list, int place, double by) {
        ArrayNode numbers = (ArrayNode) tree.at(list);
        numbers.set(place, DoubleNode.valueOf(numbers.get(place).doubleValue() + by));
    }

    private static void assertRejected(Path forged, String reason) {
        RecheckResult report = check(forged);
        assertThat(report.claims()).isNotEmpty().allMatch(claim -> claim.outcome() == Outcome.REJECTED);
        assertThat(report.firstObjection().orElseThrow()).contains(reason);
    }
}
