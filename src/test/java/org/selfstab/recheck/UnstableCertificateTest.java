package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.Problems;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.recheck.CheckedClaim.Outcome;
import org.selfstab.report.StatedProblems;

/** Certificates of runs of two unstable eigenvalues, theory.md section 11: genuine ones are confirmed, and each way to forge one is rejected. */
class UnstableCertificateTest {

    private static final int STEPS = 2;

    @TempDir
    private static Path folder;

    private static Path genuine;

    @BeforeAll
    static void certify() throws IOException {
        genuine = Certificates.ofSeveral(folder, twoBlocks("1/2", "3/2", "2"), 2, Optional.of(STEPS));
    }

    private static Problem twoBlocks(String skewness, String drive, String threshold) {
        return ProblemReader.read(
                        "two-blocks" + Objects.hash(skewness, drive, threshold),
                        Problems.twoBlocks("1/100", skewness, "y1 + " + drive + "*y2")
                                .unstable(2)
                                .threshold("coupling.constant", threshold)
                                .toml(),
                        Map.of())
                .problem();
    }

    private static RecheckResult check(Path file) {
        return Rechecker.check(file, step -> {});
    }

    private static JsonNode claim(Path certificate, String name) throws IOException {
        for (JsonNode claim : new ObjectMapper().readTree(certificate.toFile()).get("claims")) {
            if (claim.get("name").asText().equals(name)) {
                return claim;
            }
        }
        throw new AssertionError("no claim " + name);
    }

    @Test
    void whatIsCertifiedIsConfirmed() {
        RecheckResult report = check(genuine);
        assertThat(report.unstable()).isEqualTo(2);
        assertThat(report.claims()).as("%s", report.claims()).hasSize(9).allMatch(CheckedClaim::confirmed);
        assertThat(report.claims()).extracting(CheckedClaim::verdict).containsOnly("HOLDS");
        assertThat(report.lastStep()).isEqualTo(STEPS);
        assertThat(report.assumesNearest()).isTrue();
    }

    /** By NumPy on the table's row e = 1e-2; Sigma about diag(2 e, 3 e). */
    @Test
    @Tag("long")
    void constantsOfTheWholeRunContainThoseOfTheTable() throws IOException {
        Path certificate = Certificates.ofSeveral(folder, twoBlocks("1/2", "3/2", "100"), 2, Optional.empty());
        assertThat(claim(certificate, "coupling.constant").get("lower").asDouble())
                .isCloseTo(8.416, within(5e-4));
        assertThat(claim(certificate, "coupling.constant").get("upper").asDouble())
                .isCloseTo(8.416, within(5e-4));
        assertThat(claim(certificate, "loss.constant").get("upper").asDouble()).isCloseTo(13.563, within(5e-4));
        assertThat(claim(certificate, "sigma").get("lower").asDouble()).isCloseTo(0.05, within(1e-5));
        assertThat(check(certificate).isConfirmed()).isTrue();
    }

    @Test
    void aConstantAboveItsThresholdIsRefuted() throws IOException {
        Path certificate = Certificates.ofSeveral(folder, twoBlocks("1/2", "3/2", "0.2"), 2, Optional.of(1));
        assertThat(claim(certificate, "coupling.constant").get("verdict").asText())
                .isEqualTo("FAILS");
        assertThat(check(certificate).isConfirmed()).isTrue();
    }

    /** Without skewness theta_0 lies straight above a point at which both eigenvalues are at the edge: nothing tells which of them is held. */
    @Test
    void whatCannotBeEnclosedIsUndecidedAndSaysWhy() throws IOException {
        Path certificate = Certificates.ofSeveral(folder, twoBlocks("0", "-1/2", "100"), 2, Optional.of(1));
        assertThat(claim(certificate, "run").get("verdict").asText()).isEqualTo("UNDECIDED");
        RecheckResult report = check(certificate);
        assertThat(report.isConfirmed()).isFalse();
        assertThat(report.claims()).extracting(CheckedClaim::outcome).containsOnly(Outcome.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/steps/1/iterate/centre | 0 | 1e-9 | the set of theta_t does not contain the image",
                "/steps/2/predicted/centre | 1 | 1e-6 | the set of v*_t does not contain the image",
                "/steps/1/sigma/zero/centre | 0 | 1e-9 | Krawczyk's test of Sigma does not pass",
                "/steps/2/sigma/zero/centre | 1 | 1e-7 | Krawczyk's test of Sigma does not pass",
                "/steps/1/nearest/0/zero/centre | 2 | 1e-9 | Krawczyk's test of dagger_t does not pass",
                "/steps/1/nearest/0/zero/centre | 5 | 1e-7 | Krawczyk's test of dagger_t does not pass",
                "/steps/2/nearest/0/zero/centre | 11 | 1e-7 | Krawczyk's test of dagger_t does not pass",
                "/steps/2/nearest/0/reference/0 | 1 | 1e-4 | Krawczyk's test of dagger_t does not pass"
            })
    void anotherNumberIsRejected(String place, int index, double change, String objection) throws IOException {
        Path forged = Certificates.forged(genuine, tree -> {
            ArrayNode numbers = (ArrayNode) tree.at(place);
            numbers.set(index, DoubleNode.valueOf(numbers.get(index).asDouble() + change));
        });
        assertRejected(forged, objection);
    }

    @Test
    void anotherConstantIsRejected() throws IOException {
        for (int i = 0; i < 9; i++) {
            int index = i;
            Path forged = Certificates.forged(genuine, tree -> {
                ObjectNode claim = (ObjectNode) tree.at("/claims/" + index);
                boolean isBoundedBelow =
                        !claim.get("lower").isNull() && claim.get("threshold").asDouble() < 1e-3;
                String end = isBoundedBelow ? "lower" : "upper";
                double bound = claim.get(end).asDouble();
                claim.set(end, DoubleNode.valueOf(isBoundedBelow ? bound + 1e-6 : 0.99 * bound - 1e-9));
            });
            RecheckResult report = check(forged);
            assertThat(report.claims().get(index).outcome())
                    .as("%s", report.claims().get(index))
                    .isEqualTo(Outcome.REJECTED);
        }
    }

    @Test
    void anotherRankOrNumberOfEigenvaluesIsRejected() throws IOException {
        assertRejected(
                Certificates.forged(
                        genuine, tree -> ((ObjectNode) tree.at("/steps/1/sigma")).set("rank", IntNode.valueOf(1))),
                "Sigma");
        assertRejected(
                Certificates.forged(genuine, tree -> tree.set("unstable", IntNode.valueOf(3))),
                "the problem follows 2 unstable eigenvalues, not 3");
        assertRejected(
                Certificates.forged(genuine, tree -> ((ObjectNode) tree.at("/steps/1/nearest/0")).put("piece", "NONE")),
                "dagger_t");
        assertRejected(
                Certificates.forged(genuine, tree -> ((ObjectNode) tree.at("/steps/0/nearest/0")).put("piece", "ONE")),
                "dagger_t");
        assertRejected(
                Certificates.forged(genuine, tree -> ((ObjectNode) tree.at("/steps/1")).put("nextAtMost", -1e-3)),
                "lambda_3 at dagger_t may exceed its bound");
    }

    /** A reader's own problem that follows another number of eigenvalues is another problem. */
    @Test
    void theReadersOwnProblemIsCompared() {
        Problem own = twoBlocks("1/2", "3/2", "3");
        RecheckResult report = Rechecker.check(genuine, StatedProblems.of(own, Optional.of(STEPS)), step -> {});
        assertThat(report.firstObjection())
                .hasValueSatisfying(words -> assertThat(words).contains("threshold"));
    }

    /**
     * At x = 0 the pieces are linear: with {@code dA_11 . dA_22 = 4/5} and eigenvalues 1/100 and 2/100 above the edge ALL has {@code Z = diag(-1/60, 1/30)}, ONE with {@code p = (1/10, 0)} has
     * {@code s = -6/5}, and only ONE with p along the second axis, {@code s = 3/10}, has the signs that a nearest point has.
     */
    @Test
    void twoSolutionsOfWrongSignAreRejected() throws IOException {
        Problem problem = Problems.blocks(
                        "(y1*x1^2 + (4/5*y1 + 3/5*y2)*x2^2 + 2*y3*x1*x2)/2 - e*(y1 + y2)",
                        "0",
                        "0",
                        "2/eta + 1/100",
                        "2/(3*eta) + 2/100")
                .parameter("e", "1/100")
                .horizon("1")
                .unstable(2)
                .problem();
        Path certified = Certificates.ofSeveral(folder, problem, 2, Optional.of(1));
        assertThat(check(certified).isConfirmed()).isTrue();
        double y1 = 20.0 / 3 + 0.01;
        double y2 = 20.0 / 9 + 0.02;
        Path forged = Certificates.forged(certified, tree -> {
            ObjectNode step = (ObjectNode) tree.at("/steps/0");
            step.put("daggerRadius", 1.0);
            step.putArray("nearest")
                    .add(nearest("ALL", y1 + 1.0 / 60 - 4.0 / 150, y2 - 0.02, -1.0 / 60, 0.0, 1.0 / 30))
                    .add(nearest("ONE", y1 - 0.01, y2, 0.1, 0.0, -1.2));
        });
        assertRejected(forged, "dagger_t may lie on another piece");
    }

    /** A run that begins below the edge may be certified where the file says that it does, and not as one that gradient descent brought to the edge. */
    @Test
    void aFirstStepInsideTheStableSetIsRejected() throws IOException {
        Problem problem = Problems.blocks(
                        "((y1 + x1)*x1^2 + (y2 + x2/2)*x2^2 + 2*y3*x1*x2)/2 - e*(y1 + y2)",
                        "sqrt(e)/20",
                        "sqrt(e)/20",
                        "2/eta - 1/1000",
                        "2/eta - 2/1000")
                .parameter("e", "1/100")
                .horizon("1")
                .unstable(2)
                .problem();
        Path certified = Certificates.ofSeveral(folder, problem, 2, Optional.of(1));
        assertThat(check(certified).isConfirmed()).isTrue();
        assertRejected(
                Certificates.forged(certified, tree -> ((ObjectNode) tree.get("problem")).put("atEdge", false)),
                "not the first iterate at the edge");
    }

    /** A solution at {@code (0, 0, y1, y2, 0)} with U the first two axes, W and mu zero, and what the piece leaves open. */
    private static ObjectNode nearest(String piece, double y1, double y2, double... open) {
        ObjectNode nearest = new ObjectMapper().createObjectNode();
        nearest.put("piece", piece);
        ArrayNode reference = nearest.putArray("reference");
        reference.addArray().add(1).add(0).add(0).add(0).add(0);
        reference.addArray().add(0).add(1).add(0).add(0).add(0);
        ObjectNode zero = nearest.putObject("zero");
        double[] centre = new double[31];
        centre[2] = y1;
        centre[3] = y2;
        centre[5] = 1;
        centre[11] = 1;
        System.arraycopy(open, 0, centre, 27, open.length);
        ArrayNode numbers = zero.putArray("centre");
        Arrays.stream(centre).forEach(numbers::add);
        ArrayNode box = zero.putArray("box");
        ArrayNode radii = zero.putArray("radii");
        for (int i = 0; i < centre.length; i++) {
            box.add(1e-6);
            radii.add(1e-7);
        }
        return nearest.put("distance", 1e-6);
    }

    private static void assertRejected(Path forged, String objection) {
        RecheckResult report = check(forged);
        assertThat(report.claims()).extracting(CheckedClaim::outcome).containsOnly(Outcome.REJECTED);
        assertThat(report.firstObjection())
                .hasValueSatisfying(words -> assertThat(words).contains(objection));
    }
}
