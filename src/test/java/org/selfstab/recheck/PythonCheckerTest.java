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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
    private static final Path SHARP_VALLEY = Path.of("examples/sharp-valley.toml");

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
        return Certificates.write(folder, file, Map.of(), Optional.of(steps));
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
                "optimizers/nesterov-disk"
            })
    void agreesWithTheOtherChecker(String example) throws IOException {
        Path certificate = certified(Path.of("examples", example + ".toml"), STEPS);
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
        if (!report.text().contains("at most two copies")) {
            assertThat(report.outcomes()).isEqualTo(ofJava(certificate));
        }
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

    @Test
    void anotherOptimizerAndWrongCopiesAreRejected() throws IOException {
        Path genuine = certified(Path.of("examples/optimizers/heavy-ball-valley.toml"), STEPS);
        List<Consumer<ObjectNode>> changes = List.of(
                tree -> ((ObjectNode) tree.at("/problem/parameters")).put("momentum", "1/2 + 1e-12"),
                tree -> ((ArrayNode) tree.at("/problem/optimizer/A/0")).set(0, "1 + momentum + 1e-9"),
                tree -> ((ArrayNode) tree.at("/problem/optimizer/C"))
                        .removeAll()
                        .add("1 + momentum")
                        .add("-momentum"),
                tree -> ((ObjectNode) tree.get("problem")).remove("optimizer"),
                tree -> ((ObjectNode) tree.at("/steps/1")).remove("memory"),
                tree -> ((ArrayNode) tree.at("/steps/2/memory/centre")).set(2, DoubleNode.valueOf(1e-9)),
                tree -> ((ArrayNode) tree.at("/steps/0/iterate/centre")).set(3, DoubleNode.valueOf(9.9)),
                tree -> ((ArrayNode) tree.at("/steps/1/predicted/centre")).set(2, DoubleNode.valueOf(0.02)));
        for (Consumer<ObjectNode> change : changes) {
            assertThat(check(Certificates.forged(genuine, change)).outcomes())
                    .hasSize(15)
                    .allMatch(outcome -> outcome.startsWith("REJECTED"));
        }
    }

    /** An eigenvalue of the second copy lies outside of the unit disc, or on the circle, or there is a third copy: nothing is confirmed. */
    @Test
    void optimizersThatItCannotJudgeAreNotConfirmed() throws IOException {
        Path genuine = certified(Path.of("examples/optimizers/heavy-ball-valley.toml"), STEPS);
        for (String factor : List.of("-99", "-1")) {
            Report report = check(Certificates.forged(genuine, tree -> {
                ArrayNode a = ((ObjectNode) tree.at("/problem/optimizer")).putArray("A");
                a.addArray().add("1").add("0");
                a.addArray().add("1 - (" + factor + ")").add(factor);
            }));
            assertThat(report.outcomes()).hasSize(15).noneMatch(outcome -> outcome.startsWith("CONFIRMED"));
        }
        Report three = check(certified(Path.of("examples/optimizers/resonant-valley.toml"), STEPS));
        assertThat(three.outcomes()).hasSize(15).allMatch(outcome -> outcome.startsWith("UNDECIDED"));
        assertThat(three.text()).contains("at most two copies");
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
        assertThat(report.text()).contains("UNDECIDED", "certificates of runs of one unstable eigenvalue only");
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
