package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.certify.CertifyOptions;
import org.selfstab.certify.FamilyCertificateListener;
import org.selfstab.certify.FamilyClaim;
import org.selfstab.certify.trajectory.FamilyCertifier;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.recheck.CheckedClaim.Outcome;
import org.selfstab.report.StatedProblems;

/** The certificate of a family is confirmed as it was written, and not once a member, a threshold or a claim was forged. */
class FamilyRecheckerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEPS = 3;
    private static final String CASE = ProblemReader.textOf(Path.of("src/test/resources/cases/family-claim.toml"));

    @TempDir
    private static Path folder;

    private static Problem problem;
    private static String honest;

    /** C_1 is 0.508 with epsilon = 1/100 and 0.526 with 1/1000 after three steps, C_L 0.376 and 0.424. */
    @BeforeAll
    static void certify() throws IOException {
        problem = problem(
                "[\"1/100\", \"1/1000\"]",
                "\"family.coupling.constant\" = { at_most = \"53*eta/30\", at_least = 0.52 }",
                "\"family.loss.constant\" = { at_most = 0.4 }",
                "\"family.average.constant\" = { at_most = 10 }",
                "\"family.descent.constant\" = { at_most = 100 }");
        honest = Files.readString(Certificates.writeFamily(folder, problem, Optional.of(STEPS)));
    }

    private static Problem problem(String values, String... expectations) throws IOException {
        String text = CASE.substring(0, CASE.indexOf("[expect]"))
                        .replaceFirst("(?m)^horizon .*$", "")
                        .replaceFirst("(?m)^values .*$", "values = " + values)
                + "[expect]\n" + String.join("\n", expectations) + "\n";
        Path file = Files.writeString(folder.resolve("family.toml"), text);
        return ProblemReader.read(file, Map.of()).problem();
    }

    private static FamilyRecheckReport check(String text) throws IOException {
        return FamilyRechecker.check(Files.writeString(folder.resolve("changed.json"), text), (member, step) -> {});
    }

    private static FamilyRecheckReport checkSealed(ObjectNode tree) throws IOException {
        return check(Certificates.sealed(tree));
    }

    @Test
    void membersAndTheClaimsOnAllAreConfirmed() throws IOException {
        FamilyRecheckReport report = check(honest);
        assertThat(report.members()).hasSize(2).allMatch(RecheckResult::isConfirmed);
        assertThat(report.claims())
                .extracting(CheckedClaim::name, CheckedClaim::verdict, CheckedClaim::outcome)
                .containsExactly(
                        tuple("conclusion.coupling", "HOLDS", Outcome.CONFIRMED),
                        tuple("family.coupling.constant", "HOLDS", Outcome.CONFIRMED),
                        tuple("family.coupling.constant", "HOLDS", Outcome.CONFIRMED),
                        tuple("conclusion.loss", "HOLDS", Outcome.CONFIRMED),
                        tuple("family.loss.constant", "FAILS", Outcome.CONFIRMED),
                        tuple("conclusion.sharpness", "HOLDS", Outcome.CONFIRMED),
                        tuple("family.average.constant", "UNDECIDED", Outcome.EMPTY),
                        tuple("family.descent.constant", "UNDECIDED", Outcome.EMPTY));
        assertThat(report.isConfirmed()).isTrue();
        assertThat(report.summary()).isEqualTo("of 2 members and their family 38 of 40 claims confirmed, 2 empty");
    }

    /** Nothing is decided by a bound of which it is not known between which doubles it lies: sin(10^13) is -0.29, and its enclosure is [-1, 1]. */
    @Test
    void boundsWithoutAnEnclosureAreLeftOpenAndAveragesSaySo() throws IOException {
        Problem open = problem(
                "[\"1/100\", \"1/200\"]",
                "\"family.coupling.constant\" = { at_least = \"sin(10^13)\", at_most = \"5 + tan(10^13)\" }",
                "\"family.average.constant\" = { at_most = \"tan(10^13)\" }");
        FamilyRecheckReport report = FamilyRechecker.check(
                Certificates.writeFamily(folder.resolve("open"), open, Optional.of(1)), (member, step) -> {});
        assertThat(report.isConfirmed()).isTrue();
        assertThat(report.claims())
                .filteredOn(claim -> claim.name().startsWith("family"))
                .extracting(CheckedClaim::name, CheckedClaim::verdict, CheckedClaim::outcome)
                .containsExactly(
                        tuple("family.coupling.constant", "UNDECIDED", Outcome.CONFIRMED),
                        tuple("family.coupling.constant", "UNDECIDED", Outcome.CONFIRMED),
                        tuple("family.average.constant", "UNDECIDED", Outcome.EMPTY));
        assertThat(new FamilyCertifier(open, open.family().orElseThrow(), new CertifyOptions(Optional.of(1), 0.01))
                        .certify((member, step) -> {}, FamilyCertificateListener.none())
                        .claims())
                .extracting(FamilyClaim::claim)
                .filteredOn(claim -> claim.name().startsWith("family"))
                .extracting(claim -> claim.verdict().reason())
                .containsExactly(
                        "the bound cannot be enclosed tightly enough to say between which doubles it lies",
                        "the bound cannot be enclosed tightly enough to say between which doubles it lies",
                        "averages over periods are not certified");
    }

    /** A family in three variables, whose implicit bias is claimed too. */
    @Test
    void theImplicitBiasIsConfirmedOnAllMembers() throws IOException {
        Problem disk = ProblemReader.read(Path.of("examples/disk-valley.toml"), Map.of())
                .problem();
        FamilyRecheckReport report = FamilyRechecker.check(
                Certificates.writeFamily(folder.resolve("disk"), disk, Optional.of(2)), (member, step) -> {});
        assertThat(report.isConfirmed()).isTrue();
        assertThat(report.claims())
                .filteredOn(CheckedClaim::confirmed)
                .extracting(CheckedClaim::name)
                .contains("conclusion.implicit_bias", "conclusion.descent");
    }

    /** A bound within what is known of the constant, and a member that cannot be certified to its horizon: alpha is 0 there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "['1/100', '1/1000'] | at_most = MIDDLE | UNDECIDED",
                "['1/100', '0']      | at_most = 1      | UNDECIDED",
                "['1/100', '0']      | at_least = 1     | UNDECIDED",
                "['1/100', '0']      | at_most = 0.5    | FAILS",
                "['1/100', '0']      | at_least = 0.5   | HOLDS",
            },
            quoteCharacter = '`')
    void whatIsNotProvedIsLeftOpen(String values, String bound, String verdict) throws IOException {
        JsonNode coupling = JSON.readTree(honest).at("/claims/0");
        double middle = 0.5
                * (coupling.get("lower").doubleValue() + coupling.get("upper").doubleValue());
        Problem open = problem(
                values.replace('\'', '"'),
                "\"family.coupling.constant\" = { " + bound.replace("MIDDLE", Double.toString(middle)) + " }");
        FamilyRecheckReport report =
                FamilyRechecker.check(Certificates.writeFamily(folder, open, Optional.of(STEPS)), (member, step) -> {});
        assertThat(report.isRejected()).isFalse();
        assertThat(report.claims().get(1).name()).isEqualTo("family.coupling.constant");
        assertThat(report.claims().get(1).verdict()).isEqualTo(verdict);
    }

    /** A forgery, sealed anew. */
    record Forgery(String what, Consumer<ObjectNode> change) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Forgery> forgeries() {
        return Stream.of(
                new Forgery("the last member left out", tree -> members(tree).remove(1)),
                new Forgery("the first member left out", tree -> members(tree).remove(0)),
                new Forgery("no members", tree -> members(tree).removeAll()),
                new Forgery("a member twice", tree -> members(tree)
                        .add(members(tree).get(1))),
                new Forgery(
                        "a member's value changed",
                        tree -> ((ObjectNode) members(tree).get(1)).put("value", "1/999")),
                new Forgery("a member's value changed in the family", tree -> values(tree)
                        .set(1, "1/999")),
                new Forgery("a value changed in both places", tree -> {
                    ((ObjectNode) members(tree).get(1)).put("value", "1/999");
                    values(tree).set(1, "1/999");
                }),
                new Forgery("members swapped", tree -> members(tree)
                        .insert(0, members(tree).remove(1))),
                new Forgery("members swapped but for their values", tree -> {
                    members(tree).insert(0, members(tree).remove(1));
                    ((ObjectNode) members(tree).get(0)).put("value", "1/100");
                    ((ObjectNode) members(tree).get(1)).put("value", "1/1000");
                }),
                new Forgery("values swapped", tree -> values(tree)
                        .insert(0, values(tree).remove(1))),
                new Forgery("another parameter", tree -> ((ObjectNode) tree.get("family")).put("parameter", "zeta")),
                new Forgery("a threshold of the problem changed", tree -> ((ObjectNode) tree.at("/problem/thresholds"))
                        .put("coupling.constant", 0.1)),
                new Forgery(
                        "a threshold of a claim changed", tree -> claim(tree, 0).put("threshold", 15.0)),
                new Forgery(
                        "a bound changed", tree -> ((ObjectNode) tree.at("/family/bounds/0")).put("value", "54/100")),
                new Forgery("a bound's side changed", tree -> ((ObjectNode) tree.at("/family/bounds/0"))
                        .put("atMost", false)),
                new Forgery("a bound renamed", tree -> ((ObjectNode) tree.at("/family/bounds/0"))
                        .put("name", "family.sharpness.constant")),
                new Forgery("a bound of nothing", tree -> ((ObjectNode) tree.at("/family/bounds/0"))
                        .put("name", "family.kindness.constant")),
                new Forgery(
                        "a refuted bound said to hold", tree -> claim(tree, 4).put("verdict", "HOLDS")),
                new Forgery(
                        "a largest constant too small", tree -> claim(tree, 0).put("upper", 0.51)),
                new Forgery(
                        "a largest constant too large", tree -> claim(tree, 0).put("lower", 0.53)),
                new Forgery(
                        "bounds of an average",
                        tree -> claim(tree, 6).put("upper", 5.0).put("verdict", "HOLDS")),
                new Forgery("a claim left out", tree -> ((ArrayNode) tree.get("claims")).remove(2)),
                new Forgery("no claims on all", tree -> ((ArrayNode) tree.get("claims")).removeAll()),
                new Forgery("a member's claim left out", tree -> ((ArrayNode) tree.at("/members/0/claims")).remove(13)),
                new Forgery("a member's steps left out", tree -> ((ArrayNode) tree.at("/members/1/steps")).removeAll()),
                new Forgery("a member's run cut off", tree -> ((ArrayNode) tree.at("/members/1/steps")).remove(STEPS)));
    }

    private static ArrayNode members(ObjectNode tree) {
        return (ArrayNode) tree.get("members");
    }

    private static ArrayNode values(ObjectNode tree) {
        return (ArrayNode) tree.at("/family/values");
    }

    private static ObjectNode claim(ObjectNode tree, int place) {
        return (ObjectNode) tree.at("/claims/" + place);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void aForgeryIsRejected(Forgery forgery) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(honest);
        forgery.change().accept(tree);
        FamilyRecheckReport report = checkSealed(tree);
        assertThat(report.isRejected()).isTrue();
        assertThat(report.isConfirmed()).isFalse();
        assertThat(report.firstObjection())
                .hasValueSatisfying(reason -> assertThat(reason).doesNotContain("digest"));
    }

    /** A run that is said to have ended early leaves the claims on all members open: what it says of the largest constant is rejected. */
    @Test
    void aMemberSaidToEndEarlyShowsNothingOfAll() throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(honest);
        ((ArrayNode) tree.at("/members/1/claims"))
                .insertObject(0)
                .put("name", "run")
                .put("quantity", "the run up to its horizon")
                .putNull("lower")
                .putNull("upper")
                .putNull("threshold")
                .put("verdict", "UNDECIDED");
        FamilyRecheckReport report = checkSealed(tree);
        assertThat(report.members()).noneMatch(RecheckResult::isRejected);
        assertThat(report.claims().get(0).outcome()).isEqualTo(Outcome.REJECTED);
    }

    /** Without the digest anew, whatever was changed. */
    @Test
    void theDigestIsOfTheWholeFile() throws IOException {
        FamilyRecheckReport report = check(honest.replace("\"t\":1,", "\"t\":2,"));
        assertThat(report.isConfirmed()).isFalse();
        assertThat(report.firstObjection().orElseThrow()).contains("digest");
    }

    @Test
    void itIsComparedWithTheReadersFamily() throws IOException {
        assertThat(compared(problem).isConfirmed()).isTrue();
        Problem longer = problem("[\"1/100\", \"1/1000\", \"1/2000\"]");
        assertThat(compared(longer).firstObjection().orElseThrow())
                .contains("the family is another: the number of members is 2 in the certificate and 3 in the problem");
        Problem other = problem("[\"0.01\", \"1/1001\"]");
        assertThat(compared(other).firstObjection().orElseThrow()).contains("member 2 is 1/1000 in the certificate");
        Problem unbounded = problem("[\"0.01\", \"1e-3\"]");
        assertThat(compared(unbounded).firstObjection().orElseThrow()).contains("the number of bounds over the family");
    }

    private static FamilyRecheckReport compared(Problem own) throws IOException {
        Path file = Files.writeString(folder.resolve("honest.json"), honest);
        return FamilyRechecker.check(
                file, StatedProblems.of(own, own.family().orElseThrow(), Optional.of(STEPS)), (member, step) -> {});
    }

    @Test
    void theTwoKindsOfCertificatesAreToldApart() throws IOException {
        Path family = Files.writeString(folder.resolve("honest.json"), honest);
        assertThat(FamilyRechecker.isOfFamily(family)).isTrue();
        assertThatThrownBy(() -> Rechecker.check(family, step -> {})).isInstanceOf(CertificateException.class);
        Path run = Certificates.write(folder, problem, Optional.of(1));
        assertThat(FamilyRechecker.isOfFamily(run)).isFalse();
        assertThatThrownBy(() -> FamilyRechecker.check(run, (member, step) -> {}))
                .isInstanceOf(CertificateException.class);
    }

    /** The whole runs: 14 holds with the file's own epsilon, and neither of the finer members. */
    @Test
    @Tag("long")
    void theThresholdOfTheCaseFailsOnItsFinerMembers() throws IOException {
        Problem whole = ProblemReader.read(Path.of("src/test/resources/cases/family-claim.toml"), Map.of())
                .problem();
        FamilyRecheckReport report = FamilyRechecker.check(
                Certificates.writeFamily(folder.resolve("whole"), whole, Optional.empty()), (member, step) -> {});
        assertThat(report.isConfirmed()).isTrue();
        assertThat(report.claims()).extracting(CheckedClaim::verdict).isEqualTo(List.of("FAILS", "HOLDS", "HOLDS"));
    }
}
