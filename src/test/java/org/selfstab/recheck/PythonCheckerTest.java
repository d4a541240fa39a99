package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.certify.MeanSquareCertification;
import org.selfstab.noise.MeanSquareCertifier;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;

/**
 * The second checker, {@code src/python/check_certificate.py}, computes each run anew: it agrees with {@link Rechecker}, and confirms nothing that is
 * false of tampered certificates.
 */
class PythonCheckerTest {

    private static final Pattern RESULT =
            Pattern.compile("(?m)^  (CONFIRMED|REJECTED|UNDECIDED|EMPTY) +(?:HOLDS|FAILS|UNDECIDED)? *(.*?): (.*)$");
    private static final int STEPS = 2;
    private static final String SEVERAL = "unstable/coupled-drives";
    private static final Path SHARP_VALLEY = Path.of("examples/sharp-valley.toml");

    /** Written once. */
    private static final Map<String, Path> CERTIFIED = new HashMap<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void requirePython() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "python3"))),
                "no python3 on the PATH");
    }

    /** What the program said, and how it ended. */
    private record Report(int status, String text) {

        List<String> outcomes() {
            return RESULT.matcher(text)
                    .results()
                    .map(result -> result.group(1) + " " + result.group(2) + " " + result.group(3))
                    .toList();
        }

        boolean isConfirmed(int claim) {
            return claim < outcomes().size() && outcomes().get(claim).startsWith("CONFIRMED");
        }
    }

    private static Report check(Path certificate, String... options) {
        String[] command = Stream.concat(
                        Stream.of("python3", "src/python/check_certificate.py", certificate.toString()),
                        Stream.of(options))
                .toArray(String[]::new);
        try {
            Process checker =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Report report = new Report(checker.waitFor(), text);
            assertThat(text).doesNotContain("Traceback");
            return report;
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<String> ofJava(Path certificate) {
        return Rechecker.check(certificate, step -> {}).claims().stream()
                .map(claim -> claim.outcome() + " " + claim.name() + " " + claim.quantity())
                .toList();
    }

    private static Path certified(Path file, int steps) throws IOException {
        return certified(file, steps, Map.of());
    }

    private static Path certified(Path file, int steps, Map<String, String> overrides) throws IOException {
        String key = file + " " + steps + " " + overrides;
        Path written = CERTIFIED.get(key);
        if (written == null) {
            Problem problem = ProblemReader.read(file, overrides).problem();
            Path place = folder.resolve(Integer.toString(CERTIFIED.size()));
            Optional<MeanSquareCertification> edge =
                    problem.noise().isEmpty() ? Optional.empty() : new MeanSquareCertifier(problem).certify();
            written = edge.isPresent()
                    ? Certificates.ofMeanSquareEdge(Files.createDirectories(place), edge.get())
                    : Certificates.ofAsMany(place, problem, Optional.of(steps));
            CERTIFIED.put(key, written);
        }
        return written;
    }

    private static Path certified(String example) throws IOException {
        return certified(Path.of("examples", example + ".toml"), STEPS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sharp-valley",
                "exponential-valley",
                "valleys/bent-valley",
                "valleys/two-eigenvalue-valley",
                "networks/driven-neuron",
                "cycles/no-kick",
                "products/depth-three-product",
                "generated/axis_distance",
                "generated/smoothness",
                "optimizers/heavy-ball-valley",
                "optimizers/nesterov-disk",
                "optimizers/resonant-valley",
                "noise/four-items",
                "noise/logistic-regression",
                "noise/two-parameter-fit",
                "unstable/two-directions",
                "unstable/coupled-drives"
            })
    void agreesWithTheOtherChecker(String example) throws IOException {
        Path certificate = certified(example);
        Report report = check(certificate);
        assertThat(report.outcomes()).isEqualTo(ofJava(certificate));
        assertThat(report.status()).as(report.text()).isZero();
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("org.selfstab.Problems#exampleFiles")
    void agreesOnAllExamples(Path file) throws IOException {
        Path certificate = certified(file, 5);
        Report report = check(certificate, "--seconds", "3600");
        assertThat(report.outcomes()).isEqualTo(ofJava(certificate));
    }

    /** A certificate of which something was changed, and that was sealed anew. */
    private static Report ofForged(Consumer<ObjectNode> change) throws IOException {
        return check(Certificates.forged(certified(SHARP_VALLEY, STEPS), change));
    }

    private static ObjectNode claim(ObjectNode tree, int place) {
        return (ObjectNode) tree.get("claims").get(place);
    }

    private static void assertAllRejected(Consumer<ObjectNode> change) throws IOException {
        Report report = ofForged(change);
        assertThat(report.outcomes()).isNotEmpty().allMatch(outcome -> outcome.startsWith("REJECTED"));
        assertThat(report.status()).as(report.text()).isEqualTo(1);
    }

    private static void assertOneRejected(int place, Consumer<ObjectNode> change) throws IOException {
        Report report = ofForged(tree -> change.accept(claim(tree, place)));
        assertThat(report.outcomes().get(place)).startsWith("REJECTED");
        assertThat(report.outcomes())
                .filteredOn(outcome -> outcome.startsWith("CONFIRMED"))
                .hasSize(15);
        assertThat(report.status()).isEqualTo(1);
    }

    @Test
    void anotherProblemIsRejected() throws IOException {
        assertAllRejected(tree -> ((ObjectNode) tree.at("/problem/parameters")).put("zeta", "1 + 1e-9"));
        assertAllRejected(tree ->
                ((ObjectNode) tree.get("problem")).put("loss", "x^2*(y + x*zeta)/2 - epsilon*(x + y) + 0*log(-1)"));
        assertAllRejected(tree -> ((ObjectNode) tree.get("problem")).put("steps", 3));
    }

    @Test
    void wrongStepsAreRejected() throws IOException {
        assertAllRejected(tree -> ((ArrayNode) tree.get("steps")).remove(1));
        assertAllRejected(tree -> ((ArrayNode) tree.get("steps")).remove(2));
        assertAllRejected(tree -> ((ArrayNode) tree.at("/steps/1/iterate/centre")).set(0, DoubleNode.valueOf(0.07)));
        assertAllRejected(tree -> ((ArrayNode) tree.at("/steps/2/predicted/radii")).set(0, DoubleNode.valueOf(1e-30)));
        assertAllRejected(
                tree -> ((ArrayNode) tree.at("/steps/1/nearest/0/zero/radii")).set(0, DoubleNode.valueOf(1e-40)));
        assertAllRejected(tree -> ((ArrayNode) tree.at("/steps/1/iteratePair/centre")).set(2, DoubleNode.valueOf(6.6)));
        assertAllRejected(tree -> ((ObjectNode) tree.at("/steps/1")).put("secondAtMost", -1e-6));
        assertAllRejected(tree -> ((ObjectNode) tree.at("/steps/1")).put("secondAtLeast", 1e-6));
    }

    private static void assertEachRejected(Path genuine, List<Consumer<ObjectNode>> changes) throws IOException {
        for (int i = 0; i < changes.size(); i++) {
            Report report = check(Certificates.forged(genuine, changes.get(i)));
            assertThat(report.outcomes())
                    .as("change %d: %s", i, report.text())
                    .isNotEmpty()
                    .allMatch(outcome -> outcome.startsWith("REJECTED"));
            assertThat(report.status()).isEqualTo(1);
        }
    }

    private static void set(ObjectNode tree, String place, int index, double number) {
        ((ArrayNode) tree.at(place)).set(index, DoubleNode.valueOf(number));
    }

    private static void shift(ObjectNode tree, String place, int index, double by) {
        set(tree, place, index, tree.at(place).get(index).doubleValue() + by);
    }

    @ParameterizedTest
    @ValueSource(strings = {"optimizers/heavy-ball-valley", "optimizers/resonant-valley"})
    void anotherOptimizerAndWrongCopiesAreRejected(String example) throws IOException {
        List<Consumer<ObjectNode>> changes = List.of(
                tree -> ((ArrayNode) tree.at("/problem/optimizer/A/0"))
                        .set(0, tree.at("/problem/optimizer/A/0/0").textValue() + " + 1e-9"),
                tree -> ((ArrayNode) tree.at("/problem/optimizer/B")).set(0, "-eta*(1 + 1e-9)"),
                tree -> ((ArrayNode) tree.at("/problem/optimizer/C"))
                        .set(1, tree.at("/problem/optimizer/C/1").textValue() + " + 1e-9"),
                tree -> ((ObjectNode) tree.get("problem")).remove("optimizer"),
                tree -> ((ObjectNode) tree.at("/steps/1")).remove("memory"),
                tree -> shift(
                        tree,
                        "/steps/2/memory/centre",
                        tree.at("/steps/2/memory/centre").size() - 1,
                        1e-6),
                tree -> shift(
                        tree,
                        "/steps/0/iterate/centre",
                        tree.at("/steps/0/iterate/centre").size() - 1,
                        0.1),
                tree -> shift(tree, "/steps/1/predicted/centre", 2, 1e-3));
        assertEachRejected(certified(example), changes);
    }

    /** Eigenvalues that leave the unit disc before -1 does, that are on the circle all along, or outside of it: of three copies as well as of two. */
    @Test
    void optimizersThatItCannotJudgeAreNotConfirmed() throws IOException {
        Path genuine = certified("optimizers/resonant-valley");
        for (String optimizer : List.of(
                "3/2, -1/2; 1, 0 | -eta, 0 | -1/2, 3/2",
                "1, 0; 100, -99 | -eta, 0 | 1, 0",
                "1, 0; 2, -1 | -eta, 0 | 1, 0",
                "1, 0, 0; 5/2, -1/2, -1; 0, 1, 0 | -eta, 0, 0 | 1, 0, 0",
                "1, 0, 0; 0, 1, 0; 0, 1/2, 1/2 | -eta, 0, 0 | 1, 0, 0")) {
            Report report = check(Certificates.forged(genuine, tree -> {
                String[] parts = optimizer.split(" \\| ", -1);
                ObjectNode stated = (ObjectNode) tree.at("/problem/optimizer");
                ArrayNode a = stated.putArray("A");
                Stream.of(parts[0].split("; ", -1)).forEach(row -> addAll(a.addArray(), row));
                addAll(stated.putArray("B"), parts[1]);
                addAll(stated.putArray("C"), parts[2]);
            }));
            assertThat(report.outcomes())
                    .as(optimizer)
                    .hasSize(15)
                    .noneMatch(outcome -> outcome.startsWith("CONFIRMED"));
            assertThat(report.text()).as(optimizer).containsAnyOf("leave the unit disc", "a quotient by one", "a rate");
        }
        Report many = check(Certificates.forged(genuine, tree -> {
            ArrayNode a = ((ObjectNode) tree.at("/problem/optimizer")).putArray("A");
            for (int i = 0; i < 9; i++) {
                addAll(a.addArray(), "1" + ", 0".repeat(8));
            }
            for (String name : List.of("B", "C")) {
                addAll(((ObjectNode) tree.at("/problem/optimizer")).putArray(name), "1" + ", 0".repeat(8));
            }
        }));
        assertThat(many.outcomes()).hasSize(15).allMatch(outcome -> outcome.startsWith("UNDECIDED"));
    }

    private static void addAll(ArrayNode array, String entries) {
        Stream.of(entries.split(", ", -1)).forEach(array::add);
    }

    /** With some 17 iterates before t = 0. */
    private static Path approaching() throws IOException {
        return certified(
                Path.of("examples/valleys/approach-from-below.toml"), STEPS, Map.of("gap", "sqrt(epsilon)/20"));
    }

    @Test
    void iteratesBeforeTheEdgeAreConfirmed() throws IOException {
        Report report = check(approaching());
        assertThat(report.outcomes()).isEqualTo(ofJava(approaching())).hasSize(16);
        assertThat(report.status()).as(report.text()).isZero();
        assertThat(report.text()).contains("not shown of 18 before");
    }

    @Test
    void wrongIteratesBeforeTheEdgeAreRejected() throws IOException {
        Path genuine = approaching();
        assertEachRejected(
                genuine,
                List.of(
                        tree -> shift(tree, "/approach/0/centre", 0, 1e-3),
                        tree -> shift(tree, "/approach/7/centre", 1, 1e-3),
                        tree -> ((ArrayNode) tree.get("approach")).remove(3),
                        tree -> ((ArrayNode) tree.get("approach"))
                                .remove(tree.get("approach").size() - 1),
                        tree -> ((ArrayNode) tree.get("approach")).removeAll(),
                        tree -> ((ObjectNode) tree.get("problem")).put("atEdge", true)));
    }

    /** What stands in the last iterate before t = 0 is that of t = 0: whether it is the first at the edge is not shown. */
    @Test
    void aLaterIterateThanTheFirstAtTheEdgeIsNotConfirmed() throws IOException {
        Report report = check(Certificates.forged(approaching(), tree -> {
            ObjectNode first = (ObjectNode) tree.at("/steps/0");
            ObjectNode iterate = ((ArrayNode) tree.get("approach")).addObject();
            iterate.setAll((ObjectNode) first.get("iterate").deepCopy());
            iterate.putNull("reach");
            ((ArrayNode) tree.get("steps")).remove(0);
            tree.get("steps")
                    .forEach(step -> ((ObjectNode) step).put("t", step.get("t").intValue() - 1));
            ((ObjectNode) tree.get("problem")).put("steps", STEPS - 1);
        }));
        assertThat(report.outcomes()).allMatch(outcome -> outcome.startsWith("UNDECIDED"));
        assertThat(report.text()).contains("t = 0 may be later than the first iterate at the edge");
    }

    /** The first letters of the outcomes of the claims that there is a minimum, that second moments decay below, that they do not above, and that the edge lies between. */
    private static void assertOfEdge(String example, String outcomes, Consumer<ObjectNode> change) throws IOException {
        Report report = check(Certificates.forged(certified(example), change));
        assertThat(report.outcomes().stream()
                        .map(outcome -> outcome.substring(0, 1))
                        .collect(Collectors.joining()))
                .as(report.text())
                .isEqualTo(outcomes);
        assertThat(report.status()).isEqualTo(outcomes.contains("R") ? 1 : 3);
    }

    @Test
    void wrongMeanSquareEdgesAreRejected() throws IOException {
        String fit = "noise/two-parameter-fit";
        String regression = "noise/logistic-regression";
        assertOfEdge(fit, "CRCR", tree -> ((ObjectNode) tree.at("/edge/below")).put("eta", 2.3617285156896));
        assertOfEdge(fit, "CCRR", tree -> ((ObjectNode) tree.at("/edge/above")).put("eta", 2.3617285156892));
        assertOfEdge(fit, "R", tree -> ((ObjectNode) tree.at("/edge/above")).put("eta", 2.3));
        assertOfEdge(fit, "RRRR", tree -> shift(tree, "/edge/minimum/centre", 0, 1e-9));
        assertOfEdge(regression, "RRRR", tree -> set(tree, "/edge/minimum/radii", 1, 1e-40));
        assertOfEdge(regression, "RRRR", tree -> set(tree, "/edge/minimum/box", 1, -1.0));
        assertOfEdge(fit, "CCRR", tree -> ((ObjectNode) tree.at("/problem/batches")).put("size", 2));
        assertOfEdge(regression, "CRCR", tree -> ((ObjectNode) tree.at("/problem/batches")).put("replacement", true));
        for (String more : List.of("1/10^9", "a/10^9", "(a - 1)*(b + 1/2)/10^9")) {
            assertOfEdge(fit, "RRRR", tree -> {
                ObjectNode problem = (ObjectNode) tree.get("problem");
                problem.put("loss", problem.get("loss").textValue() + " + " + more);
            });
        }
        for (String other : List.of("eta", "k")) {
            assertOfEdge(fit, "R", tree -> {
                ((ObjectNode) tree.at("/problem/parameters")).put("k", "2*eta");
                ((ArrayNode) tree.at("/problem/batches/items")).set(0, "(a - 1)^2/2 + (" + other + " - " + other + ")");
            });
        }
    }

    /** With a pole between, or where the spectral radius is exactly 1, at a maximum, or where no edge is stated. */
    @Test
    void meanSquareEdgesThatItCannotShowAreUndecided() throws IOException {
        assertOfEdge("noise/logistic-regression", "CCCU", tree -> {
            String middle = "(" + tree.at("/edge/below/eta").decimalValue() + " + "
                    + tree.at("/edge/above/eta").decimalValue() + ")/2";
            ((ArrayNode) tree.at("/problem/optimizer/B")).set(0, "-eta - 1/10^60/(eta - " + middle + ")");
        });
        assertOfEdge("noise/four-items", "CCUU", tree -> {
            ((ObjectNode) tree.get("problem")).put("loss", "x^2/2");
            ((ObjectNode) tree.at("/problem/batches"))
                    .put("size", 1)
                    .putArray("items")
                    .add("x^2/2");
            ((ObjectNode) tree.at("/edge/below")).put("eta", 1.9);
            ((ObjectNode) tree.at("/edge/above")).put("eta", 2.0);
        });
        assertOfEdge("noise/four-items", "UUUU", tree -> {
            ((ObjectNode) tree.get("problem")).put("loss", "-x^2/2");
            ((ObjectNode) tree.at("/problem/batches"))
                    .put("size", 1)
                    .putArray("items")
                    .add("-x^2/2");
        });
        assertOfEdge("noise/four-items", "E", tree -> tree.putNull("edge"));
    }

    /** Of two eigenvalues: each number from which something follows, and what says how many are followed. */
    @Test
    void wrongStepsOfSeveralEigenvaluesAreRejected() throws IOException {
        assertEachRejected(
                certified(SEVERAL),
                List.of(
                        tree -> shift(tree, "/steps/1/iterate/centre", 0, 1e-6),
                        tree -> shift(tree, "/steps/2/predicted/centre", 1, 1e-3),
                        tree -> shift(tree, "/steps/2/sigma/zero/centre", 1, 1e-6),
                        tree -> ((ObjectNode) tree.at("/steps/1/sigma")).put("rank", 1),
                        tree -> shift(tree, "/steps/1/nearest/0/zero/centre", 2, 1e-6),
                        tree -> shift(tree, "/steps/1/nearest/0/zero/centre", 5, 1e-4),
                        tree -> set(tree, "/steps/2/nearest/0/reference/0", 1, 1e-4),
                        tree -> ((ObjectNode) tree.at("/steps/1/nearest/0")).put("piece", "NONE"),
                        tree -> ((ObjectNode) tree.at("/steps/1")).put("daggerRadius", 1e-40),
                        tree -> ((ObjectNode) tree.at("/steps/1")).put("nextAtMost", -1e-3),
                        tree -> ((ObjectNode) tree.at("/steps/1")).put("nextAtMost", 7.0),
                        tree -> ((ArrayNode) tree.get("steps")).remove(2),
                        tree -> tree.put("unstable", 1),
                        tree -> tree.put("unstable", 3),
                        tree -> ((ObjectNode) tree.get("problem")).put("unstable", 3)));
    }

    @Test
    void strongerClaimsOnSeveralEigenvaluesAreRejected() throws IOException {
        Report tight = check(Certificates.forged(
                certified(SEVERAL), tree -> tree.get("claims").forEach(claim -> {
                    boolean isBoundedBelow = claim.get("name").textValue().equals("sigma");
                    ((ObjectNode) claim)
                            .put("lower", isBoundedBelow ? claim.get("lower").doubleValue() + 1e-6 : -1);
                    ((ObjectNode) claim)
                            .put(
                                    "upper",
                                    isBoundedBelow ? 1.0 : claim.get("upper").doubleValue() * 0.99 - 1e-9);
                })));
        assertThat(tight.outcomes()).hasSize(9);
        // The eigengap is bounded above only.
        assertThat(tight.outcomes().get(4)).startsWith("UNDECIDED");
        assertThat(tight.outcomes())
                .filteredOn(outcome -> outcome.startsWith("REJECTED"))
                .hasSize(8);
        Report other = check(Certificates.forged(certified(SEVERAL), tree -> {
            claim(tree, 2).put("verdict", "FAILS");
            claim(tree, 6).put("threshold", 1000.0);
            claim(tree, 7).put("quantity", "C_1");
            ((ArrayNode) tree.get("claims")).remove(8);
        }));
        assertThat(List.of(2, 6, 7, 8))
                .allMatch(place -> other.outcomes().get(place).startsWith("REJECTED"));
        assertThat(other.outcomes())
                .filteredOn(outcome -> outcome.startsWith("CONFIRMED"))
                .hasSize(5);
    }

    /** That a run of several eigenvalues ended early leaves no claim on the alpha of one. */
    @Test
    void aClaimOfOneEigenvalueOnARunOfSeveralIsRejected() throws IOException {
        Report report = check(Certificates.forged(certified(SEVERAL), tree -> {
            ArrayNode claims = tree.putArray("claims");
            claims.addObject()
                    .put("name", "run")
                    .put("quantity", "the run up to its horizon")
                    .putNull("lower")
                    .putNull("upper")
                    .putNull("threshold")
                    .put("verdict", "UNDECIDED");
            claims.addObject()
                    .put("name", "condition.progressive_sharpening")
                    .put("quantity", "min alpha")
                    .put("lower", 1e-9)
                    .put("upper", 1.0)
                    .put("threshold", Double.MIN_VALUE)
                    .put("verdict", "HOLDS");
        }));
        assertThat(report.outcomes().get(1)).startsWith("REJECTED");
        assertThat(report.outcomes()).noneMatch(outcome -> outcome.startsWith("CONFIRMED"));
    }

    /** With a bound that is an eigenvalue, or another piece of the stable set, from which Newton's method does not converge. */
    @Test
    void stepsOfSeveralEigenvaluesThatItCannotShowAreUndecided() throws IOException {
        for (Consumer<ObjectNode> change : List.<Consumer<ObjectNode>>of(
                tree -> ((ObjectNode) tree.at("/steps/1")).put("nextAtMost", 0.0),
                tree -> ((ObjectNode) tree.at("/steps/1/nearest/0")).put("piece", "ONE"))) {
            Report report = check(Certificates.forged(certified(SEVERAL), change));
            assertThat(report.outcomes()).hasSize(9).allMatch(outcome -> outcome.startsWith("UNDECIDED"));
            assertThat(report.status()).isEqualTo(3);
        }
    }

    @Test
    void strongerClaimsAreRejected() throws IOException {
        assertOneRejected(13, claim -> claim.put("upper", claim.get("lower").doubleValue() * (1 - 1e-9))
                .put("lower", 0.0));
        assertOneRejected(13, claim -> claim.put("verdict", "FAILS"));
        assertOneRejected(13, claim -> claim.put("threshold", 1000.0));
        assertOneRejected(9, claim -> claim.put("lower", 0.5).put("upper", 0.6));
        assertOneRejected(7, claim -> claim.put("upper", 3.38e-6));
        assertOneRejected(5, claim -> claim.put("upper", -0.5));
        assertOneRejected(
                1, claim -> claim.put("upper", -1.0).put("lower", -2.0).put("verdict", "FAILS"));
        assertThat(ofForged(tree -> ((ArrayNode) tree.get("claims")).remove(15))
                        .outcomes()
                        .get(15))
                .startsWith("REJECTED");
    }

    /** 3.15 periods (19), found by another quadrature than {@link DefaultHorizon}'s. */
    @Test
    void aRunWithoutAHorizonLastsThreePeriods() throws IOException {
        Problem problem = ProblemReader.read(Path.of("examples/drift/limit-cycle.toml"), Map.of("epsilon", "1/4"))
                .problem();
        Path genuine = Certificates.ofAsMany(folder.resolve("three-periods"), problem, Optional.empty());
        Report report = check(genuine);
        assertThat(report.text()).contains("horizon: None", "steps: None");
        assertThat(report.outcomes()).isEqualTo(ofJava(genuine)).allMatch(outcome -> outcome.startsWith("CONFIRMED"));
    }

    @Test
    void aRunWithoutAHorizonEndsNoEarlier() throws IOException {
        Path genuine = certified("drift/limit-cycle");
        Report atMost = check(Certificates.forged(genuine, tree -> ((ObjectNode) tree.get("problem"))
                .put("maxSteps", STEPS)
                .putNull("steps")));
        assertThat(atMost.outcomes()).isNotEmpty().allMatch(outcome -> outcome.startsWith("CONFIRMED"));
        Report tooEarly =
                check(Certificates.forged(genuine, tree -> ((ObjectNode) tree.get("problem")).putNull("steps")));
        assertThat(tooEarly.outcomes()).isNotEmpty().allMatch(outcome -> outcome.startsWith("REJECTED"));
        assertThat(tooEarly.text()).contains("the steps do not end at the horizon");
    }

    /** Newton's method, begun at the second eigenpair, stays there: which eigenvalue it is has to be shown. */
    @Test
    void anotherEigenvalueThanTheTopOneIsNotTaken() throws IOException {
        Path genuine = certified("exponential-valley");
        for (int t = 0; t <= STEPS; t++) {
            String step = "/steps/" + t;
            Report report = check(Certificates.forged(genuine, tree -> {
                JsonNode pair = tree.at(step + "/iteratePair/centre");
                double x = tree.at(step + "/iterate/centre/0").doubleValue();
                double y = tree.at(step + "/iterate/centre/1").doubleValue();
                double second = Math.exp(y) * (1 + x * x / 2) - pair.get(2).doubleValue();
                List<Double> other =
                        List.of(-pair.get(1).doubleValue(), pair.get(0).doubleValue(), second);
                for (int i = 0; i < 3; i++) {
                    set(tree, step + "/iteratePair/centre", i, other.get(i));
                    set(tree, step + "/iteratePair/box", i, 1e-3);
                    set(tree, step + "/iteratePair/radii", i, 1e-4);
                }
                claim(tree, 15).put("lower", 101.0).put("upper", 1e12).put("verdict", "FAILS");
            }));
            assertThat(report.outcomes())
                    .as("t = %d: %s", t, report.text())
                    .hasSize(16)
                    .allMatch(outcome -> outcome.startsWith("UNDECIDED"));
        }
    }

    /** 2 is the threshold of eta S, which has to be reached, where an approach does not end; here it must not be exceeded. */
    @Test
    void aThresholdOfTwoIsOneLikeOthers() throws IOException {
        for (String verdict : List.of("HOLDS", "FAILS")) {
            Report report = check(Certificates.forged(certified("exponential-valley"), tree -> {
                ((ObjectNode) tree.at("/problem/thresholds")).put("condition.smoothness", 2.0);
                claim(tree, 6).put("threshold", 2.0).put("verdict", verdict);
            }));
            assertThat(report.outcomes().get(6)).startsWith(verdict.equals("HOLDS") ? "CONFIRMED" : "REJECTED");
        }
    }

    @Test
    void whatIsNotShapedLikeACertificateIsRefused() throws IOException {
        Path genuine = certified("optimizers/resonant-valley");
        for (Consumer<ObjectNode> change : List.<Consumer<ObjectNode>>of(
                tree -> ((ObjectNode) tree.at("/problem/optimizer")).putArray("B"),
                tree -> ((ObjectNode) tree.at("/problem/optimizer")).putArray("C"),
                tree -> ((ObjectNode) tree.get("problem")).put("atEdge", 1),
                tree -> ((ObjectNode) tree.get("problem")).put("steps", STEPS + 0.5),
                tree -> ((ObjectNode) tree.get("problem")).put("maxSteps", Double.NaN))) {
            Report report = check(Certificates.forged(genuine, change));
            assertThat(report.status()).as(report.text()).isEqualTo(2);
            assertThat(report.text().lines()).hasSize(1);
        }
        assertAllRejected(tree -> ((ObjectNode) tree.at("/steps/1/iterate")).putArray("frame"));
    }

    /** Of many steps, not one of which is any: neither takes its precision long, nor what it says is no certificate. */
    @Test
    void manyStepsOfNothingEndSoon() throws IOException {
        Report report = ofForged(tree -> {
            ArrayNode steps = tree.putArray("steps");
            for (int i = 0; i < 300_000; i++) {
                steps.add(0);
            }
        });
        assertThat(report.status()).as(report.text()).isEqualTo(2);
    }

    @Test
    void boundsThatItCannotShowAreUndecided() throws IOException {
        Report report = ofForged(tree -> claim(tree, 1).put("lower", 0.009991));
        assertThat(report.outcomes().get(1)).startsWith("UNDECIDED");
        assertThat(report.status()).isEqualTo(3);
        Report unique = ofForged(tree -> ((ObjectNode) tree.at("/steps/0/nearest/0")).put("uniqueness", 100.0));
        assertThat(unique.outcomes()).allMatch(outcome -> outcome.startsWith("UNDECIDED"));
        assertThat(unique.text()).contains("not shown to be unique as far as stated");
    }

    @Test
    void changedFilesAndOtherTextsAreRefused() throws IOException {
        String genuine = Files.readString(certified(SHARP_VALLEY, STEPS));
        Path changed = folder.resolve("changed.json");
        Report report =
                check(Files.writeString(changed, genuine.replaceFirst("\"title\":\"Sharp", "\"title\":\"Blunt")));
        assertThat(report.outcomes()).hasSize(16).allMatch(outcome -> outcome.startsWith("REJECTED"));
        assertThat(report.text()).contains("its digest is another");
        for (String wrong : List.of(
                genuine.replaceFirst("\"t\":0,", "\"t\":0,\"t\":0,"),
                genuine.replaceFirst("\"threshold\":1.0", "\"threshold\":NaN"),
                genuine.replaceFirst("\"threshold\":1.0", "\"threshold\":1e999"),
                genuine.substring(0, 1000),
                "[".repeat(100_000),
                "{\"format\":\"\u001b[2J\"}",
                "\u001b")) {
            assertThat(check(Files.writeString(changed, wrong)).status())
                    .as(wrong)
                    .isEqualTo(2);
        }
        Report control = ofForged(tree -> ((ObjectNode) tree.get("problem")).put("title", "\u001b[2J\u202e"));
        assertThat(control.text()).doesNotContain("\u001b").doesNotContain("\u202e");
        assertThat(ofForged(tree -> claim(tree, 3).set("lower", BooleanNode.TRUE))
                        .status())
                .isEqualTo(2);
    }

    /** A second program is of use as far as it can be read: 600 lines with its arithmetic. */
    @Test
    void isShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/python/check_certificate.py")))
                .hasSizeLessThanOrEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "exp(", "x^", "tanh("})
    void deepFormulasAreRefused(String part) throws IOException {
        assertThat(ofForged(tree -> ((ObjectNode) tree.get("problem")).put("loss", part.repeat(20_000) + "x"))
                        .status())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(i, 1, 2000000000, x)",
                "x^999^999",
                "exp(exp(exp(x + 9)))",
                "(x + y)^1000 + (((x^1000)^1000)^1000)^1000"
            })
    void largeFormulasEndSoon(String loss) throws IOException {
        Report report = ofForged(tree -> ((ObjectNode) tree.get("problem")).put("loss", loss));
        assertThat(report.status()).isNotZero();
        assertThat(report.text()).doesNotContain("CONFIRMED");
    }

    @Test
    void boxesAreLeftUndecided() throws IOException {
        Problem problem = ProblemReader.read(SHARP_VALLEY, Map.of()).problem();
        Report report = check(Certificates.ofBox(folder, problem, List.of("x=-0.001:0.001", "y=6:7"), "alpha > 0"));
        assertThat(report.text()).contains("UNDECIDED", "this checker reads certificates of runs");
        assertThat(report.status()).isEqualTo(3);
    }

    @Tag("long")
    @Test
    void noFalseClaimOfTamperedCertificatesIsConfirmed() throws IOException {
        change(24, 20_261_129);
    }

    @Tag("long")
    @Test
    void noFalseClaimOfManyTamperedCertificatesIsConfirmed() throws IOException {
        change(Integer.getInteger("selfstab.mutations", 2_000), 1);
    }

    /**
     * Changes genuine certificates at random. A claim on the unchanged problem that is confirmed has to share a number with the genuine bounds, and
     * what Java confirms may not be rejected.
     */
    private static void change(int times, long seed) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        List<Path> genuine = List.of(
                certified(SHARP_VALLEY, STEPS),
                certified(Path.of("examples/exponential-valley.toml"), STEPS),
                certified(Path.of("examples/valleys/bent-valley.toml"), STEPS));
        int confirmed = 0;
        for (int i = 0; i < times; i++) {
            Random random = new Random(seed + i);
            JsonNode tree = json.readTree(Files.readString(genuine.get(random.nextInt(genuine.size()))));
            ObjectNode changed = tree.deepCopy();
            for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
                new Mutation(changed, random).apply();
            }
            Path file = Files.writeString(folder.resolve("mutated.json"), Certificates.sealed(changed));
            confirmed += confirmed(tree, changed, file, seed + i);
        }
        assertThat(confirmed).isBetween(1, 18 * times);
    }

    private static int confirmed(JsonNode genuine, JsonNode changed, Path file, long seed) {
        Report report = check(file, "--seconds", "20");
        List<String> ofJava;
        try {
            ofJava = ofJava(file);
        } catch (CertificateException refused) {
            ofJava = List.of();
        }
        int confirmed = 0;
        boolean isSameProblem = whatRunsAreAbout(genuine).equals(whatRunsAreAbout(changed));
        for (int i = 0; i < report.outcomes().size(); i++) {
            boolean ofBoth = i < ofJava.size() && ofJava.get(i).startsWith("CONFIRMED");
            assertThat(ofBoth && report.outcomes().get(i).startsWith("REJECTED"))
                    .as("seed %d: confirmed by Java: %s", seed, report)
                    .isFalse();
            if (report.isConfirmed(i)) {
                confirmed++;
                if (isSameProblem) {
                    assertShareANumber(genuine.at("/claims/" + i), changed.at("/claims/" + i), seed);
                } else {
                    assertThat(ofBoth)
                            .as("seed %d: of another problem: %s", seed, report)
                            .isTrue();
                }
            }
        }
        return confirmed;
    }

    /** The problem without names and thresholds, which change no run: {@link Rechecker} rejects all claims where one threshold is missing. */
    private static JsonNode whatRunsAreAbout(JsonNode certificate) {
        JsonNode problem = certificate.path("problem").deepCopy();
        if (problem instanceof ObjectNode fields) {
            fields.remove(List.of("name", "title", "thresholds"));
        }
        return problem;
    }

    private static void assertShareANumber(JsonNode genuine, JsonNode stated, long seed) {
        for (String same : List.of("name", "quantity")) {
            assertThat(stated.get(same)).as("seed %d", seed).isEqualTo(genuine.get(same));
        }
        assertThat(end(stated, "lower", Double.NEGATIVE_INFINITY))
                .as("seed %d: %s", seed, stated)
                .isLessThanOrEqualTo(end(genuine, "upper", Double.POSITIVE_INFINITY));
        assertThat(end(stated, "upper", Double.POSITIVE_INFINITY))
                .as("seed %d: %s", seed, stated)
                .isGreaterThanOrEqualTo(end(genuine, "lower", Double.NEGATIVE_INFINITY));
    }

    private static double end(JsonNode claim, String name, double otherwise) {
        return claim.get(name).isNull() ? otherwise : claim.get(name).doubleValue();
    }
}
