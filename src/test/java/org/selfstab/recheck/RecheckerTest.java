package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.vocabulary.SelfstabException;

/** Honest certificates are confirmed; a certificate in which any number was changed is not. */
class RecheckerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEPS = 2;
    private static final int CLAIMS = 16;
    /** The place of the claim on the memory's growth. */
    private static final int MEMORY_GROWTH = 11;
    /** More than pushes are carried by themselves. */
    private static final int MANY_STEPS = 280;
    /** Large beside every radius of the certificate, and small beside its centres. */
    private static final double SHIFT = 1e-6;

    /** Less than the checker, whose roundings are smaller than the prover's, can get by with. */
    private static final double STRONGER = 1e-4;

    private static final double FAR_FROM_ORTHOGONAL = 3.0;

    @TempDir
    private static Path folder;

    private static String honest;

    @BeforeAll
    static void certify() throws IOException {
        honest = Files.readString(certificate("examples/sharp-valley.toml", Map.of(), STEPS));
    }

    private static Path certificate(String example, Map<String, String> overrides, int steps) throws IOException {
        return Certificates.write(folder, Path.of(example), overrides, Optional.of(steps));
    }

    private static RecheckResult check(String text) {
        return Rechecker.check(written(text), step -> {});
    }

    private static Path written(String text) {
        try {
            return Files.writeString(folder.resolve("changed.json"), text);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "examples/sharp-valley.toml, 0",
        "examples/sharp-valley.toml, 1/2",
        "examples/disk-valley.toml,",
        "examples/exponential-valley.toml,",
        "examples/two-neurons.toml,",
    })
    void confirmsWhatWasCertified(String example, String zeta) throws IOException {
        Map<String, String> overrides = zeta == null ? Map.of() : Map.of("zeta", zeta);
        RecheckResult report = Rechecker.check(certificate(example, overrides, 8), step -> {});
        int claims = report.problem().variables().size() > 2 ? CLAIMS + 2 : CLAIMS;
        assertThat(report.claims()).hasSize(claims).allSatisfy(claim -> assertThat(claim.confirmed())
                .as("%s", claim)
                .isTrue());
        assertThat(report.lastStep()).isEqualTo(8);
    }

    /** The checker computes (27a) and (27b) anew: narrower bounds, another verdict and a missing claim are rejected. */
    @Test
    void rejectsForgedClaimsOnTheImplicitBias() throws IOException {
        String text = Files.readString(certificate("examples/disk-valley.toml", Map.of(), 4));
        for (String name : List.of("implicit_bias.constant", "descent.constant")) {
            int index = name.startsWith("implicit") ? CLAIMS : CLAIMS + 1;
            ObjectNode stronger = (ObjectNode) JSON.readTree(text);
            JsonNode claim = stronger.at("/claims/" + index);
            assertThat(claim.get("name").textValue()).isEqualTo(name);
            double middle =
                    (claim.get("upper").doubleValue() + claim.get("lower").doubleValue()) / 2;
            ((ObjectNode) claim).put("upper", middle);
            assertThat(claim(check(sealed(stronger)), name).confirmed()).isFalse();

            ObjectNode refuted = (ObjectNode) JSON.readTree(text);
            ((ObjectNode) refuted.at("/claims/" + index)).put("verdict", "FAILS");
            assertThat(claim(check(sealed(refuted)), name).confirmed()).isFalse();
        }
        ObjectNode without = (ObjectNode) JSON.readTree(text);
        ((ArrayNode) without.get("claims")).remove(CLAIMS + 1);
        assertThat(check(sealed(without)).isConfirmed()).isFalse();
    }

    /** As Ctrl-C in a shell wants it, not as one more claim that is rejected. */
    @Test
    void endsWhenItsThreadIsInterrupted() {
        assertThatThrownBy(() -> Rechecker.check(
                        written(honest), step -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Refuted claims are verified as those that hold are, and a witness that is no longer one is noticed. */
    @Test
    void confirmsThatSmoothnessIsRefuted() throws IOException {
        String text = Files.readString(certificate("examples/generated/smoothness.toml", Map.of(), 1));
        RecheckResult report = check(text);
        assertThat(report.isConfirmed()).isTrue();
        assertThat(claim(report, "condition.smoothness").verdict()).isEqualTo("FAILS");
        ObjectNode tree = (ObjectNode) JSON.readTree(text);
        for (JsonNode step : tree.get("steps")) {
            ArrayNode direction = (ArrayNode) step.get("quartic");
            direction.set(0, DoubleNode.valueOf(direction.get(0).doubleValue() + 1.0));
        }
        assertThat(claim(check(sealed(tree)), "condition.smoothness").confirmed())
                .isFalse();
        ((ArrayNode) tree.at("/steps/0/quartic")).remove(0);
        assertRejected(check(sealed(tree)), "a direction of another dimension");
    }

    /** Every iterate up to the step limit is verified to be below the edge; fewer, or a smaller sharpness, refute nothing. */
    @Test
    void confirmsThatTheEdgeIsNeverReached() throws IOException {
        String problem = Files.readString(Path.of("examples/generated/edge_reached.toml"))
                .replace("max_steps = 2000", "max_steps = 20");
        Path file = Files.writeString(folder.resolve("edge.toml"), problem);
        String text = Files.readString(certificate(file.toString(), Map.of(), 2));
        RecheckResult report = check(text);
        assertThat(report.isConfirmed()).isTrue();
        assertThat(claim(report, "edge.reached").verdict()).isEqualTo("FAILS");
        ObjectNode tree = (ObjectNode) JSON.readTree(text);
        replace(tree, "/claims/1/upper", DoubleNode.valueOf(1.8));
        assertThat(claim(check(sealed(tree)), "edge.reached").confirmed()).isFalse();
        for (String reach : List.of("null", "1e-9", "3.0", "-0.1")) {
            tree = (ObjectNode) JSON.readTree(text);
            replace(tree, "/approach/7/reach", JSON.readTree(reach));
            assertThat(claim(check(sealed(tree)), "edge.reached").confirmed())
                    .as(reach)
                    .isFalse();
        }
        tree = (ObjectNode) JSON.readTree(text);
        ((ArrayNode) tree.get("approach")).remove(20);
        assertThat(claim(check(sealed(tree)), "edge.reached").confirmed()).isFalse();
        tree = (ObjectNode) JSON.readTree(text);
        ((ArrayNode) tree.get("approach")).remove(10);
        assertRejected(check(sealed(tree)), "an iterate before t = 0");
    }

    /** The edge is reached and left again: a certificate that says less, or that puts the trajectory on the boundary, is not confirmed. */
    @Test
    void confirmsThatTheEdgeIsLeft() throws IOException {
        String text = Files.readString(
                certificate(Problems.file("rippled-valley.toml").toString(), Map.of(), 1));
        RecheckResult report = check(text);
        assertThat(report.isConfirmed()).isTrue();
        assertThat(claim(report, "edge.reached").verdict()).isEqualTo("FAILS");
        ObjectNode tree = (ObjectNode) JSON.readTree(text);
        assertThat(tree.at("/steps/0/nearest/0/piece").textValue()).isEqualTo("BOUNDARY");
        replace(tree, "/steps/1/nearest/0/piece", TextNode.valueOf("BOUNDARY"));
        assertRejected(check(sealed(tree)), "a projection on the boundary");
        tree = (ObjectNode) JSON.readTree(text);
        replace(tree, "/claims/0/lower", DoubleNode.valueOf(0.0));
        replace(tree, "/claims/0/upper", DoubleNode.valueOf(1.0));
        replace(tree, "/claims/0/verdict", TextNode.valueOf("HOLDS"));
        assertThat(claim(check(sealed(tree)), "edge.reached").confirmed()).isFalse();
        tree = (ObjectNode) JSON.readTree(text);
        replace(tree, "/claims/0/lower", tree.at("/claims/0/upper"));
        assertThat(claim(check(sealed(tree)), "edge.reached").confirmed()).isFalse();
    }

    /** With {@code S = 5 y^2/3} and y = 2.02 the edge is at 2; y itself is above it, and the edge at -2 lies against the pull. */
    @Test
    void rejectsTwoSolutionsOfWrongSign() throws IOException {
        Path certified = Certificates.write(
                folder,
                ProblemBuilder.of("two edges", "5*x^2*y^2/6 - y/100")
                        .parameter("eta", "3/10")
                        .start("x", "1/100")
                        .start("y", "202/100")
                        .atEdge()
                        .problem(),
                Optional.of(1));
        ObjectNode tree = (ObjectNode) JSON.readTree(certified.toFile());
        assertThat(check(sealed(tree)).isConfirmed()).isTrue();
        replace(tree, "/problem/start/x", TextNode.valueOf("0"));
        ObjectNode step = (ObjectNode) tree.at("/steps/0");
        ((ArrayNode) step.at("/iterate/centre")).set(0, 0.0);
        step.put("daggerRadius", 5.0);
        double sharpness = 2.02 * 2.02 * 5 / 3;
        step.putArray("nearest")
                .add(nearest("INSIDE", 2.02, 0.01 / sharpness, sharpness))
                .add(nearest("BOUNDARY", -2, 0.01 * 3 / 20, -4.02 * 3 / 20));
        RecheckResult report = check(sealed(tree));
        assertThat(report.isRejected()).isTrue();
        assertThat(report.firstObjection().orElseThrow()).contains("dagger_t may lie on another piece");
    }

    /** A solution at (0, y) with u = (1, 0), w = (0, -lift), mu = 0 and the last unknown. */
    private static ObjectNode nearest(String piece, double y, double lift, double last) {
        ObjectNode nearest = JSON.createObjectNode();
        nearest.put("piece", piece);
        ObjectNode zero = nearest.putObject("zero");
        ArrayNode centre = zero.putArray("centre");
        for (double number : new double[] {0, y, 1, 0, 0, -lift, 0, last}) {
            centre.add(number);
        }
        for (Map.Entry<String, Double> size : List.of(Map.entry("box", 1e-6), Map.entry("radii", 1e-7))) {
            ArrayNode sizes = zero.putArray(size.getKey());
            for (int i = 0; i < centre.size(); i++) {
                sizes.add(size.getValue());
            }
        }
        return nearest.put("distance", 1e-6).put("uniqueness", 1e-6);
    }

    /** More steps than there are balls to carry pushes in: the bounds are confirmed, and the same with either end made stronger are not. */
    @Test
    void confirmsTheMemoryOfManySteps() throws IOException {
        String problem = Files.readString(Problems.file("arched-floor.toml"))
                + "[thresholds]\n\"condition.memory.growth\" = 1.2\n";
        Path file = Files.writeString(folder.resolve("arched.toml"), problem);
        String text = Files.readString(certificate(file.toString(), Map.of(), MANY_STEPS));
        RecheckResult report = check(text);
        assertThat(report.claims()).hasSize(CLAIMS).allMatch(CheckedClaim::confirmed);
        assertThat(report.claims().get(MEMORY_GROWTH).verdict()).isEqualTo("FAILS");
        String place = "/claims/" + MEMORY_GROWTH;
        JsonNode growth = JSON.readTree(text).at(place);
        DoubleNode middle = DoubleNode.valueOf(
                0.5 * (growth.get("lower").doubleValue() + growth.get("upper").doubleValue()));
        for (String end : List.of("/lower", "/upper")) {
            ObjectNode tree = (ObjectNode) JSON.readTree(text);
            replace(tree, place + end, middle);
            List<CheckedClaim> claims = check(sealed(tree)).claims();
            assertThat(claims.get(MEMORY_GROWTH).confirmed()).as(end).isFalse();
            assertThat(claims.get(MEMORY_GROWTH + 1).confirmed()).as(end).isTrue();
        }
    }

    /** What the checker tries about iterates before t = 0 leads it to arguments of erf whose squares are too large to be held. */
    @Test
    void confirmsANetworkOfErrorFunctions() throws IOException {
        String file = "src/test/resources/certificates/error-function-network.toml";
        RecheckResult report = Rechecker.check(certificate(file, Map.of(), 3), step -> {});
        assertThat(report.approach()).isPositive();
        assertThat(report.lastStep()).isEqualTo(3);
        assertThat(report.claims()).allMatch(CheckedClaim::confirmed);
    }

    private static CheckedClaim claim(RecheckResult report, String name) {
        return report.claims().stream()
                .filter(claim -> claim.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Where alpha is not certainly positive the run ends there, and the one claim about it is verified. */
    @Test
    void confirmsThatAlphaIsUndecided() throws IOException {
        RecheckResult report = Rechecker.check(certificate("examples/scalar-product.toml", Map.of(), 8), step -> {});
        assertThat(report.claims()).extracting(CheckedClaim::verdict).containsExactly("UNDECIDED", "UNDECIDED");
        assertThat(report.isConfirmed()).isTrue();
    }

    /** Plain gradient descent first: its sets are verified from the start on. */
    @Test
    void verifiesTheApproachToTheEdge() throws IOException {
        String problem = Files.readString(Path.of("examples/sharp-valley.toml"))
                .replace("at_edge = true", "at_edge = false")
                .replace("y = \"2/eta\"", "y = \"2/eta - 3/10\"");
        Path file = Files.writeString(folder.resolve("below.toml"), problem);
        String text = Files.readString(certificate(file.toString(), Map.of(), 2));
        ObjectNode tree = (ObjectNode) JSON.readTree(text);
        assertThat(tree.get("approach")).isNotEmpty();
        assertThat(check(text).isConfirmed()).isTrue();
        ArrayNode radii = (ArrayNode) tree.get("approach").get(0).get("radii");
        radii.set(0, DoubleNode.valueOf(1e-30));
        assertRejected(check(sealed(tree)), "approach");
    }

    /** A run may be left open from some step on, in the prover's words and no others, and the report says so. */
    @Test
    void saysWhereARunIsLeftOpen() throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(honest);
        replace(tree, "/problem/steps", NullNode.getInstance());
        assertRejected(check(sealed(tree)), "less than the horizon");
        ObjectNode run = JSON.createObjectNode()
                .put("name", "run")
                .put("quantity", "the run up to its horizon")
                .putNull("lower")
                .putNull("upper")
                .putNull("threshold")
                .put("verdict", "UNDECIDED");
        ((ArrayNode) tree.get("claims")).insert(0, run);
        RecheckResult report = check(sealed(tree));
        assertThat(report.isConfirmed()).isTrue();
        assertThat(report.endsEarly()).isTrue();
        assertThat(report.claims().get(0).outcome()).isEqualTo(CheckedClaim.Outcome.EMPTY);
        for (String other : List.of("the whole run is verified", "")) {
            run.put("quantity", other);
            assertRejected(check(sealed(tree)), other);
        }
        run.put("quantity", "the run up to its horizon").put("name", "all is well");
        assertRejected(check(sealed(tree)), "a name that nothing has");
    }

    /** A start below the edge is t = 0 where the problem says so, and only there: elsewhere t = 0 comes when the edge is reached, if it is. */
    @Test
    void rejectsAStartInsideWhereTheEdgeIsSought() throws IOException {
        String problem = Files.readString(Path.of("examples/sharp-valley.toml"))
                .replace("y = \"2/eta\"", "y = \"2/eta - 1/20\"");
        Path file = Files.writeString(folder.resolve("inside.toml"), problem);
        String text = Files.readString(certificate(file.toString(), Map.of(), 2));
        assertThat(check(text).isConfirmed()).isTrue();
        ObjectNode tree = (ObjectNode) JSON.readTree(text);
        replace(tree, "/problem/atEdge", BooleanNode.FALSE);
        RecheckResult report = check(sealed(tree));
        assertRejected(report, "t = 0 inside");
        assertThat(report.firstObjection()).hasValueSatisfying(reason -> assertThat(reason)
                .contains("t = 0: it is not the first iterate at the edge"));
    }

    /** Where the projection of t = 0 may lie inside or on the boundary, that it is the first on the boundary is assumed. */
    @Test
    void namesTheAssumptionWhereTheStartMayBeInside() throws IOException {
        String problem =
                Files.readString(Path.of("examples/bare-valley.toml")).replace("at_edge = true", "at_edge = false");
        Path file = Files.writeString(folder.resolve("both.toml"), problem);
        String text = Files.readString(certificate(file.toString(), Map.of(), 2));
        assertThat(JSON.readTree(text).at("/steps/0/nearest")).hasSize(2);
        RecheckResult report = check(text);
        assertThat(report.isConfirmed()).isTrue();
        assertThat(report.assumesFirstAtEdge()).isTrue();
        ObjectNode tree = (ObjectNode) JSON.readTree(text);
        replace(tree, "/problem/atEdge", BooleanNode.TRUE);
        assertThat(check(sealed(tree)).assumesFirstAtEdge()).isFalse();
    }

    /** Only {@code floor(...)} round all of a horizon is left out of it, and not the letters with which another name begins. */
    @ParameterizedTest
    @CsvSource({
        "floor(5/2), true",
        " floor ( 5/2 ) , true",
        "floor1 - 1, true",
        "(floor1) - 1, true",
        "floor1*2, false",
        "floors*2, false",
        "floor(1)*2, false",
        "floor, false",
        "floor 2, false",
        "floor2, false",
    })
    void readsAHorizonAsTheProverDoes(String horizon, boolean isTwo) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(honest);
        replace(tree, "/problem/steps", NullNode.getInstance());
        ((ObjectNode) tree.at("/problem/parameters"))
                .put("floor1", "3")
                .put("floors", "3")
                .put("s", "1");
        replace(tree, "/problem/horizon", TextNode.valueOf(horizon));
        boolean isConfirmed;
        try {
            isConfirmed = check(sealed(tree)).isConfirmed();
        } catch (CertificateException noHorizon) {
            isConfirmed = false;
        }
        assertThat(isConfirmed).isEqualTo(isTwo);
    }

    /** Every number of the file, changed in its last digit, and every letter of its texts is under the digest. */
    @Test
    void rejectsAnyChangedNumberByTheDigest() {
        assertThat(ContentDigest.matches(written(honest))).isTrue();
        List<MatchResult> numbers =
                Pattern.compile("\\d+(?=[,}\\]E\"])").matcher(honest).results().toList();
        assertThat(numbers).hasSizeGreaterThan(300);
        for (MatchResult number : numbers) {
            int last = number.end() - 1;
            char digit = honest.charAt(last) == '9' ? '8' : (char) (honest.charAt(last) + 1);
            String changed = honest.substring(0, last) + digit + honest.substring(last + 1);
            assertThat(ContentDigest.matches(written(changed)))
                    .as(number.group())
                    .isFalse();
        }
        RecheckResult report = check(honest.replace("\"t\":1,", "\"t\":2,"));
        assertThat(report.claims()).hasSize(CLAIMS).noneMatch(CheckedClaim::confirmed);
        assertThat(report.claims().get(0).reason()).contains("digest");
    }

    /**
     * With the digest computed anew, every number of a step, made stronger or wrong, is rejected by the mathematics. Weaker numbers, as
     * those of a frame that make a set larger, are true still; against them there is the digest. So is another direction of the fourth
     * derivative: any shows some lower bound.
     */
    @Test
    void rejectsEveryStrongerOrWrongNumberOfAStep() throws IOException {
        List<String> places = new ArrayList<>();
        collect(JSON.readTree(honest).at("/steps/1"), "/steps/1", places);
        places.removeIf(place -> place.contains("/quartic/"));
        assertThat(places).hasSizeGreaterThan(60);
        for (String place : places) {
            ObjectNode tree = (ObjectNode) JSON.readTree(honest);
            replace(tree, place, stronger(place, tree.at(place).doubleValue()));
            assertRejected(check(sealed(tree)), place);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/steps/1/iteratePair/box", "/steps/1/nearest/0/zero/box", "/steps/1/tube/pair/box"})
    void rejectsABoxOfNegativeWidth(String place) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(honest);
        ArrayNode box = (ArrayNode) tree.at(place);
        for (int i = 0; i < box.size(); i++) {
            box.set(i, -box.get(i).doubleValue());
        }
        assertRejected(check(sealed(tree)), place);
    }

    private static JsonNode stronger(String place, double number) {
        if (place.endsWith("/t")) {
            return IntNode.valueOf((int) number + 1);
        }
        if (place.contains("/radii/")
                || place.contains("/box/")
                || place.endsWith("distance")
                || place.endsWith("daggerRadius")) {
            return DoubleNode.valueOf(STRONGER * number);
        }
        if (place.endsWith("uniqueness") || place.endsWith("tubeRadius")) {
            return DoubleNode.valueOf(1000.0 * number);
        }
        if (place.endsWith("secondAtLeast")) {
            return DoubleNode.valueOf(number + SHIFT);
        }
        if (place.endsWith("secondAtMost")) {
            return DoubleNode.valueOf(number - 0.01);
        }
        boolean ofTube = place.contains("/tube/");
        return DoubleNode.valueOf(number + (ofTube ? 0.1 : place.contains("/frame/") ? FAR_FROM_ORTHOGONAL : SHIFT));
    }

    static Stream<String> claimEnds() {
        List<String> places = new ArrayList<>();
        for (int claim = 0; claim < CLAIMS; claim++) {
            places.add("/claims/" + claim + "/lower");
            places.add("/claims/" + claim + "/upper");
            places.add("/claims/" + claim + "/threshold");
        }
        places.remove("/claims/5/lower");
        return places.stream();
    }

    @ParameterizedTest
    @MethodSource("claimEnds")
    void rejectsStrongerClaims(String place) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(honest);
        JsonNode claim = tree.at(place.substring(0, place.lastIndexOf('/')));
        double width = claim.get("upper").doubleValue() - claim.get("lower").doubleValue();
        double part = Math.max(0.6 * width, 1e-12);
        double number = tree.at(place).doubleValue();
        replace(tree, place, DoubleNode.valueOf(place.endsWith("lower") ? number + part : number - part));
        CheckedClaim changed = check(sealed(tree)).claims().get(Integer.parseInt(place.replaceAll("\\D", "")));
        assertThat(changed.confirmed()).as("%s", changed).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/problem/loss | x^2*(y + x*zeta)/2 - 2*epsilon*(x + y)",
                "/problem/parameters/eta | 31/100",
                "/problem/parameters/zeta | 1/2",
                "/problem/parameters/epsilon | 1/101",
                "/problem/start/x | sqrt(2*epsilon)/3",
                "/problem/start/y | 2/eta + 1/1000000000",
                "/claims/1/verdict | FAILS",
                "/claims/14/verdict | UNDECIDED",
                "/claims/14/quantity | C_S",
                "/claims/14/name | coupling.constant",
                "/steps/0/nearest/0/piece | INSIDE",
            })
    void rejectsChangedTexts(String place, String text) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(honest);
        replace(tree, place, TextNode.valueOf(text));
        assertRejected(check(sealed(tree)), place);
    }

    @ParameterizedTest
    @CsvSource({
        "/problem/steps, 3",
        "/problem/thresholds/coupling.constant, 50.0",
        "/end/iterate, 1e-18",
        "/end/constrained, 1e-18",
        "/end/predicted, 1e-18",
        "/end/uniqueness, 1.0",
    })
    void rejectsChangedNumbersOutsideTheSteps(String place, String number) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(honest);
        replace(tree, place, JSON.readTree(number));
        assertRejected(check(sealed(tree)), place);
    }

    @Test
    void rejectsMissingStepsAndClaims() throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(honest);
        ((ArrayNode) tree.get("steps")).remove(1);
        assertRejected(check(sealed(tree)), "step 1");
        tree = (ObjectNode) JSON.readTree(honest);
        ((ArrayNode) tree.get("steps")).remove(STEPS);
        assertRejected(check(sealed(tree)), "last step");
        tree = (ObjectNode) JSON.readTree(honest);
        ((ArrayNode) tree.get("claims")).remove(CLAIMS - 1);
        assertRejected(check(sealed(tree)), "last claim");
    }

    @Test
    void rejectsAMissingThreshold() throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(honest);
        ((ObjectNode) tree.at("/problem/thresholds")).remove("condition.memory.growth");
        assertRejected(check(sealed(tree)), "threshold");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\" | \"farmat\" | changed.json:1:2: expected the field \"format\"; fields have one order, and no others are read",
                "certificate 1 | certificate 0 | changed.json:2:2: the format is none of \"selfstab certificate 1\", \"selfstab certificate of several eigenvalues 1\", \"selfstab certificate of a family 1\", \"selfstab certificate of a cycle 1\", \"selfstab certificate of a box 1\", \"selfstab certificate of a mean-square edge 1\"; certify anew with this version",
                "\"t\":1, | \"t\":1,\"x\":0, | changed.json:7:9: expected the field \"iterate\"; fields have one order, and no others are read",
                "\"t\":1, | \"t\":\"1\", | changed.json:7:7: expected an integer",
                "\"t\":1, | \"t\":1e999, | changed.json:7:7: expected an integer",
                "\"tubeRadius\":0 | \"tubeRadius\":NaN+0 | not JSON",
                "\"eta\":\"3/10\" | \"eta\":\"3/\" | changed.json:3:1: the problem: ",
                "\"eta\":\"3/10\" | \"eta\":\"0*10^99999\" | changed.json:3:1: the problem: ",
                "\"eta\":\"3/10\" | \"exp\":\"3/10\" | changed.json:3:1: the problem: ",
                "\"maxSteps\":100000 | \"maxSteps\":0 | changed.json:3:1: the problem: max_steps is 0; it must be from 1 to 100000000",
                "\"maxSteps\":100000 | \"maxSteps\":-5 | changed.json:3:1: the problem: max_steps is -5",
                "\"steps\":2 | \"steps\":[[[[[[[[[[[[[[[[[[[[[[[2 | changed.json:3:",
            })
    void saysWhereAFileIsNoCertificate(String text, String instead, String message) {
        assertThat(honest).contains(text);
        assertThatThrownBy(() -> check(honest.replaceFirst(Pattern.quote(text), instead)))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void anEmptyFileIsNoCertificateFromItsFirstColumnOn() {
        assertThatThrownBy(() -> check(""))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("changed.json:1:1: expected {");
    }

    /** What is no real number, or a step size that is not positive, makes the problem one about which nothing is shown. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/problem/parameters/eta | -1 | it must be positive",
                "/problem/parameters/eta | erf(-1) | it must be positive",
                "/problem/parameters/eta | 3/10 + 0*log(-1) | parameter eta has a logarithm of [-1, -1]",
                "/problem/parameters/epsilon | 1/100 + sin(log(0-1))/10^30 | parameter epsilon has a logarithm of [-1, -1]",
                "/problem/start/x | sqrt(2*epsilon)/2 + 0/(1 - 1) | start x has a quotient by [0, 0]",
                "/problem/horizon | 10 + 0*sqrt(-epsilon) | the horizon has a square root of",
                "/problem/loss | x^2*(y + x*zeta)/2 - epsilon*(x + y) + 0*log(-zeta) | the loss has a logarithm of",
                "/problem/loss | x^2*(y + x*zeta)/2 - epsilon*(x + y) + 0*log(y - 20/3) | not certainly defined and smooth: a logarithm of",
                "/problem/loss | x^2*(y + x*zeta)/2 - epsilon*(x + y) + 0*abs(x) | a derivative of the absolute value",
            })
    void rejectsAProblemThatIsNotRealValued(String place, String text, String reason) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(honest);
        replace(tree, place, TextNode.valueOf(text));
        RecheckResult report = check(sealed(tree));
        assertThat(report.claims()).hasSize(CLAIMS).allSatisfy(claim -> {
            assertThat(claim.outcome()).isEqualTo(CheckedClaim.Outcome.REJECTED);
            assertThat(claim.reason()).contains(reason);
        });
    }

    @Test
    void saysThatAFileCannotBeRead() {
        assertThatThrownBy(() -> Rechecker.check(folder.resolve("absent.json"), step -> {}))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining("absent.json:1:1: no such file");
        assertThatThrownBy(() -> Rechecker.check(folder, step -> {}))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining(":1:1: this is a folder");
        assertThatThrownBy(() -> check("")).isInstanceOf(CertificateException.class);
    }

    private static void collect(JsonNode node, String place, List<String> places) {
        if (node.isNumber()) {
            places.add(place);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), place + "/" + i, places);
        }
        node.properties().forEach(field -> collect(field.getValue(), place + "/" + field.getKey(), places));
    }

    private static void replace(ObjectNode tree, String place, JsonNode value) {
        int slash = place.lastIndexOf('/');
        JsonNode parent = tree.at(place.substring(0, slash));
        String last = place.substring(slash + 1);
        assertThat(parent.isMissingNode() || tree.at(place).isMissingNode())
                .as(place)
                .isFalse();
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }

    private static String sealed(ObjectNode tree) {
        return Certificates.sealed(tree);
    }

    private static void assertRejected(RecheckResult report, String what) {
        assertThat(report.isConfirmed()).as(what).isFalse();
        assertThat(report.claims()).as(what).noneMatch(claim -> claim.reason().contains("digest"));
    }
}
