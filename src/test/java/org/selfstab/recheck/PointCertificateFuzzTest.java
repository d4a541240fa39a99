package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.ProblemBuilder;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;

/**
 * Genuine certificates of boxes and of orbits of period two, changed at random and sealed anew: whatever is confirmed is held against what is computed
 * otherwise, with many digits and no intervals, and nothing ends but in a report or a message.
 */
class PointCertificateFuzzTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final String MUTATIONS = "selfstab.mutations";

    @TempDir
    private static Path folder;

    private static final List<String> BOXES = new ArrayList<>();
    private static final List<String> CYCLES = new ArrayList<>();

    @BeforeAll
    static void certify() throws IOException {
        Problem valley =
                ProblemReader.read(Path.of("examples/sharp-valley.toml")).problem();
        addBox(
                valley,
                List.of("x=-0.02:0.025", "y=6:7", "zeta=0:1"),
                "alpha > 0.009",
                "eta_sharpness < 2",
                "gamma > 0.055",
                "eta_lambda_2 < 0.5");
        addBox(
                valley,
                List.of("x=0:0.01", "y=6:7", "eta=0.25:0.3"),
                "eta_sharpness > 1.4",
                "alpha > 0.01",
                "beta > 0.9");
        addBox(
                ProblemReader.read(Path.of("src/test/resources/boxes/onevar.toml"))
                        .problem(),
                List.of("z=1:2"),
                "sharpness > 2.9",
                "sharpness < 11.9",
                "alpha < 1",
                "beta > 0",
                "eta_lambda_2 < 1");
        addBox(
                ProblemBuilder.of(
                                "defined on part of the plane", "x^2*y/2 - a*(x + y) + log(y - b)/100 + sqrt(3 - x)/50")
                        .parameter("eta", "3/10")
                        .parameter("a", "1/100 + b/1000")
                        .parameter("b", "1/2")
                        .start("x", "0")
                        .start("y", "6")
                        .problem(),
                List.of("x=-0.01:0.01", "y=6:6.5", "b=0.4:0.6"),
                "sharpness > 5",
                "beta < 1.1",
                "alpha > 1");
        addCycle(valley);
        addCycle(ProblemReader.read(Path.of("examples/sharp-valley.toml"), Map.of("zeta", "0"))
                .problem());
        for (String file : List.of(
                "examples/cycles/quartic-two-cycle.toml",
                "examples/cycles/balanced-product.toml",
                "examples/cycles/double-well.toml",
                "src/test/resources/cycles/cycle-stability-undecided.toml")) {
            addCycle(ProblemReader.read(Path.of(file)).problem());
        }
    }

    private static void addBox(Problem problem, List<String> box, String... claims) throws IOException {
        BOXES.add(Files.readString(Certificates.ofBox(folder, problem, box, claims)));
    }

    private static void addCycle(Problem problem) throws IOException {
        CYCLES.add(Files.readString(Certificates.ofCycle(folder, problem)));
    }

    @Test
    void noFalseClaimAboutABoxIsConfirmed() throws IOException {
        changeBoxes(200, 20_261_128);
    }

    @Test
    void noFalseOrbitIsConfirmed() throws IOException {
        changeCycles(200, 20_261_128);
    }

    @Tag("long")
    @Test
    void noFalseClaimAboutABoxIsConfirmedOfTenThousand() throws IOException {
        changeBoxes(Integer.getInteger(MUTATIONS, 10_000), 1);
    }

    @Tag("long")
    @Test
    void noFalseOrbitIsConfirmedOfTenThousand() throws IOException {
        changeCycles(Integer.getInteger(MUTATIONS, 10_000), 1);
    }

    private static void changeBoxes(int times, long seed) throws IOException {
        BoxTruth truth = new BoxTruth();
        int confirmed = 0;
        int unjudged = 0;
        for (int i = 0; i < times; i++) {
            ObjectNode tree = changed(BOXES, List.of("/claims", "/box"), seed + i);
            List<CheckedClaim> claims = claims(tree);
            for (int j = 0; j < claims.size(); j++) {
                if (claims.get(j).confirmed()) {
                    confirmed++;
                    JsonNode claim = tree.get("claims").get(j);
                    String what = "seed %d: %s".formatted(seed + i, claim);
                    unjudged += truth.isJudged(tree, claim, what) ? 0 : 1;
                }
            }
        }
        // changes that weaken a number leave a true certificate, so that not all are rejected
        assertThat(confirmed).isBetween(times / 2, 5 * times);
        assertThat(unjudged).isLessThan(times / 20);
    }

    private static void changeCycles(int times, long seed) throws IOException {
        OrbitTruth truth = new OrbitTruth();
        int confirmed = 0;
        int unjudged = 0;
        for (int i = 0; i < times; i++) {
            ObjectNode tree = changed(CYCLES, List.of("/orbit"), seed + i);
            List<CheckedClaim> claims = claims(tree);
            if (claims.stream().anyMatch(CheckedClaim::confirmed)) {
                confirmed++;
                String what = "seed " + (seed + i);
                unjudged += truth.isJudged(tree, claims, what) ? 0 : 1;
            }
        }
        assertThat(confirmed).isBetween(times / 10, times);
        assertThat(unjudged).isLessThan(times / 20);
    }

    /** Most changes are made to what is stated, and the others anywhere. */
    private static ObjectNode changed(List<String> genuine, List<String> stated, long seed) throws IOException {
        Random random = new Random(seed);
        ObjectNode tree = (ObjectNode) JSON.readTree(genuine.get(random.nextInt(genuine.size())));
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            JsonNode part = tree.at(stated.get(random.nextInt(stated.size())));
            boolean isAnywhere = random.nextInt(3) == 0 || !part.isContainerNode() || part.isEmpty();
            new Mutation(isAnywhere ? tree : part, random).apply();
        }
        return tree;
    }

    private static List<CheckedClaim> claims(ObjectNode tree) throws IOException {
        try {
            return Rechecker.check(
                            Files.writeString(folder.resolve("changed.json"), Certificates.sealed(tree)), step -> {})
                    .claims();
        } catch (CertificateException refused) {
            assertThat(refused.getMessage()).doesNotContain("\n");
            return List.of();
        }
    }
}
