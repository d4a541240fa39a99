package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.certify.MeanSquareCertification;
import org.selfstab.noise.MeanSquareCertifier;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.CheckedClaim.Outcome;
import org.selfstab.report.StatedProblems;

/** Certificates of mean-square edges: those of tables that were computed independently are confirmed, and each way to forge one is rejected with its reason. */
class MeanSquareCertificateTest {

    @TempDir
    private Path folder;

    /** Six items in two variables, theory.md section 15 (iv). */
    private static Problem sixItems(String momentum, int batch) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            items.add("(1 + %d/3)*x^2/2 + %d/5*x*y + (1/2 + %d/4)*y^2/2".formatted(i, i - 2, i * i % 5));
        }
        ProblemBuilder problem = problem("1", Integer.toString(batch), items);
        return momentum.equals("0")
                ? problem.problem()
                : problem.optimizer("heavy_ball", "momentum", momentum).problem();
    }

    private static ProblemBuilder problem(String eta, String batch, List<String> items) {
        return ProblemBuilder.ofItems("items", batch, items)
                .parameter("eta", eta)
                .start("x", "1/3")
                .start("y", "0");
    }

    private static Problem heavyBall(String... items) {
        return problem("1", "1", List.of(items))
                .optimizer("heavy_ball", "momentum", "1/2")
                .problem();
    }

    private static MeanSquareCertification certified(Problem problem) {
        return new MeanSquareCertifier(problem).certify().orElseThrow();
    }

    private RecheckResult check(Path certificate) {
        return Rechecker.check(certificate, step -> {});
    }

    @ParameterizedTest
    @CsvSource({
        "0,   1, 0.954815639417",
        "0,   2, 1.032164823306",
        "0,   6, 1.084530710541",
        "1/2, 1, 1.148341608111",
        "1/2, 2, 1.409778281859",
        "9/10, 2, 1.029305508768",
        "9/10, 6, 2.060608350027"
    })
    void edgesOfTheTableAreEnclosedAndConfirmed(String momentum, int batch, double expected) throws IOException {
        Problem problem = sixItems(momentum, batch);
        MeanSquareCertification certification = certified(problem);
        MeanSquareCertification.Enclosure edge = certification.edge().orElseThrow();
        assertThat(edge.stepSize().lower()).isBetween(expected - 1e-10, expected + 1e-12);
        assertThat(edge.stepSize().upper()).isBetween(expected - 1e-12, expected + 1e-10);
        assertThat(edge.isOnly()).isTrue();
        RecheckResult report = Rechecker.check(
                Certificates.ofMeanSquareEdge(folder, certification), StatedProblems.withBatches(problem), step -> {});
        assertThat(report.claims()).hasSize(4).allMatch(CheckedClaim::confirmed);
        assertThat(report.claims().get(3).reason()).startsWith("the only one");
    }

    /** That no edge is below is known of heavy ball alone, by (60a), and not if its momentum varies with the step size. */
    @ParameterizedTest
    @CsvSource({"nesterov, 1/2", "heavy_ball, 1/2 + eta/10", "heavy_ball, -1/2"})
    void thatAnEdgeIsTheOnlyOneMayBeUndecided(String method, String momentum) throws IOException {
        Problem problem = problem("1/2", "1", List.of("x^2/2 + y^2", "x^2 + y^2/2"))
                .optimizer(method, "momentum", momentum)
                .problem();
        MeanSquareCertification certification = certified(problem);

        assertThat(certification.edge().orElseThrow().isOnly()).isFalse();
        CheckedClaim claim = check(Certificates.ofMeanSquareEdge(folder, certification))
                .claims()
                .get(3);
        assertThat(claim.confirmed()).isTrue();
        assertThat(claim.reason()).isEqualTo("that none is below is not shown");
    }

    @Test
    void aLossWhoseCurvatureDoublesDoNotResolveIsUndecided() throws IOException {
        String steep = "exp(10^13*(x - 1/3)) - 10^13*(x - 1/3) + y^2/2";
        Problem problem = heavyBall(steep, steep + " + 10^26*(x - 1/3)^2/9");
        MeanSquareCertification certification = certified(problem);
        assertThat(certification.edge()).isEmpty();
        RecheckResult report = check(Certificates.ofMeanSquareEdge(folder, certification));
        assertThat(report.claims()).extracting(CheckedClaim::outcome).containsExactly(Outcome.EMPTY);
    }

    @Test
    void whereTheMinimumIsNoPointItIsUndecided() {
        Problem problem = heavyBall("(x*y - 1)^2", "2*(x*y - 1)^2");
        assertThat(certified(problem).obstacle().orElseThrow()).contains("Krawczyk");
    }

    @Test
    void aLossOfTheStepSizeIsUndecided() {
        Problem problem = heavyBall("x^2 + eta*x + y^2", "2*x^2 + y^2");
        assertThat(certified(problem).obstacle().orElseThrow()).contains("depends on eta");
    }

    @Test
    void otherStepSizesAreRejected() throws IOException {
        assertRejected("P - M*(P)", edge -> ((ObjectNode) edge.get("below")).put("eta", 1.2), 1, 3);
        assertRejected("P - M*(P)", edge -> ((ObjectNode) edge.get("above")).put("eta", 0.5), 2, 3);
        assertRejected(
                "does not show that the second moment decays",
                edge -> {
                    ObjectNode below = (ObjectNode) edge.get("below");
                    below.put("eta", edge.at("/above/eta").doubleValue());
                    below.set("form", edge.at("/above/form"));
                },
                1,
                3);
    }

    @Test
    void otherFormsAreRejected() throws IOException {
        assertRejected("not symmetric", edge -> ((ArrayNode) edge.at("/below/form/0")).set(1, 0.123), 1, 3);
        assertRejected("the dimension", edge -> ((ArrayNode) edge.at("/above/form")).remove(0), 2, 3);
        assertRejected(
                "does not show that the second moment does not decay",
                edge -> ((ObjectNode) edge.get("above")).putNull("direction"),
                2,
                3);
        assertRejected(
                "does not show that the second moment does not decay",
                edge -> ((ObjectNode) edge.get("above"))
                        .putArray("direction")
                        .add(0)
                        .add(0)
                        .add(0)
                        .add(0),
                2,
                3);
    }

    @Test
    void anotherMinimumIsRejected() throws IOException {
        assertRejected("Krawczyk", edge -> ((ArrayNode) edge.at("/minimum/centre")).set(0, 0.01), 0, 1, 2, 3);
        assertRejected("Krawczyk", edge -> ((ArrayNode) edge.at("/minimum/box")).set(0, -1.0), 0, 1, 2, 3);
        assertRejected("the dimension", edge -> ((ArrayNode) edge.at("/minimum/radii")).remove(0), 0, 1, 2, 3);
    }

    @Test
    void otherBatchesAreRejected() throws IOException {
        Path genuine = genuine();
        for (String size : List.of("1", "3")) {
            Path forged = Certificates.forged(
                    genuine, tree -> ((ObjectNode) tree.at("/problem/batches")).put("size", Integer.parseInt(size)));
            assertThat(check(forged).isRejected()).isTrue();
            assertThat(Rechecker.check(forged, StatedProblems.withBatches(sixItems("1/2", 2)), step -> {})
                            .firstObjection()
                            .orElseThrow())
                    .contains("batch is " + size);
        }
        Path forged = Certificates.forged(
                genuine, tree -> ((ArrayNode) tree.at("/problem/batches/items")).set(0, "2*x^2 + y^2"));
        assertThat(check(forged).isRejected()).isTrue();
    }

    @Test
    void itemsThatDependOnTheStepSizeAreRejected() throws IOException {
        for (String other : List.of("eta", "k")) {
            Path forged = Certificates.forged(genuine(), tree -> {
                ((ObjectNode) tree.at("/problem/parameters")).put("k", "2*eta");
                ArrayNode items = (ArrayNode) tree.at("/problem/batches/items");
                items.set(0, items.get(0).textValue() + " + (" + other + " - " + other + ")*x");
            });
            RecheckResult report = check(forged);
            assertThat(report.claims()).allMatch(claim -> claim.outcome() == Outcome.REJECTED);
            assertThat(report.firstObjection().orElseThrow()).contains("an item depends on eta");
        }
    }

    @Test
    void aLossThatIsNotTheMeanOfTheItemsIsRejected() throws IOException {
        for (String more : List.of("1/10^9", "x/10^9", "x*y/10^9")) {
            Path forged = Certificates.forged(genuine(), tree -> {
                ObjectNode problem = (ObjectNode) tree.get("problem");
                problem.put("loss", problem.get("loss").textValue() + " + " + more);
            });
            RecheckResult report = check(forged);
            assertThat(report.claims()).hasSize(4).allMatch(claim -> claim.outcome() == Outcome.REJECTED);
            assertThat(report.firstObjection().orElseThrow()).contains("not the mean of the items");
        }
    }

    /** With a pole between the two step sizes the spectral radius may pass 1 without being 1. */
    @Test
    void anOptimizerThatIsNotDefinedBetweenTheStepSizesIsRejected() throws IOException {
        Path forged = Certificates.forged(genuine(), tree -> {
            String middle = "(" + tree.at("/edge/below/eta").decimalValue() + " + "
                    + tree.at("/edge/above/eta").decimalValue() + ")/2";
            ArrayNode b = (ArrayNode) tree.at("/problem/optimizer/B");
            b.set(0, b.get(0).textValue() + " - 1/10^60/(eta - " + middle + ")");
        });
        RecheckResult report = check(forged);
        assertThat(report.claims())
                .extracting(CheckedClaim::outcome)
                .containsExactly(Outcome.CONFIRMED, Outcome.CONFIRMED, Outcome.CONFIRMED, Outcome.REJECTED);
        assertThat(report.firstObjection().orElseThrow()).contains("the optimizer between the two step sizes");
    }

    private Path genuine() throws IOException {
        return Certificates.ofMeanSquareEdge(folder, certified(sixItems("1/2", 2)));
    }

    private void assertRejected(String reason, Consumer<ObjectNode> change, Integer... claims) throws IOException {
        Path forged = Certificates.forged(genuine(), tree -> change.accept((ObjectNode) tree.get("edge")));
        List<CheckedClaim> checked = check(forged).claims();
        for (int i = 0; i < checked.size(); i++) {
            boolean rejected = List.of(claims).contains(i);
            assertThat(checked.get(i).outcome())
                    .as(checked.toString())
                    .isEqualTo(rejected ? Outcome.REJECTED : Outcome.CONFIRMED);
        }
        Optional<String> first = checked.stream()
                .filter(claim -> claim.outcome() == Outcome.REJECTED)
                .map(CheckedClaim::reason)
                .findFirst();
        assertThat(first.orElseThrow()).contains(reason);
    }
}
