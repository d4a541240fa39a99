package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.Problems;
import org.selfstab.problem.ProblemReader;

/**
 * Genuine certificates, changed at random and sealed anew: no claim is confirmed that is false, and nothing ends but in a report or a
 * message. A confirmed claim about the unchanged problem has to share a number with the genuine bounds, as both contain the true value, and its
 * verdict has to follow.
 */
class CertificateFuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEPS = 2;

    @TempDir
    private static Path folder;

    private static final List<String> GENUINE = new ArrayList<>();

    private static String genuineFamily;

    @BeforeAll
    static void certify() throws IOException {
        for (Path file : List.of(
                Path.of("examples/sharp-valley.toml"),
                Path.of("examples/exponential-valley.toml"),
                Path.of("examples/generated/smoothness.toml"),
                Problems.file("rippled-valley.toml"))) {
            GENUINE.add(Files.readString(Certificates.write(folder, file, Map.of(), Optional.of(STEPS))));
        }
        String family = ProblemReader.textOf(Path.of("src/test/resources/cases/family-claim.toml"))
                        .replaceFirst("(?m)^values .*$", "values = [\"1/100\", \"1/200\"]")
                + "\"family.coupling.constant\" = { at_most = \"5*eta/3\", at_least = \"1/4\" }\n";
        genuineFamily = Files.readString(Certificates.writeFamily(
                folder, ProblemReader.read("family", family, Map.of()).problem(), Optional.of(STEPS)));
    }

    @Test
    void noFalseClaimIsConfirmed() throws IOException {
        change(100, 20_261_128);
    }

    @Tag("long")
    @Test
    void noFalseClaimIsConfirmedOfAHundredThousand() throws IOException {
        change(Integer.getInteger("selfstab.mutations", 100_000), 1);
    }

    @Test
    void noFalseClaimOfAFamilyIsConfirmed() throws IOException {
        changeFamily(50, 20_261_128);
    }

    @Tag("long")
    @Test
    void noFalseClaimOfAFamilyIsConfirmedOfTenThousand() throws IOException {
        changeFamily(10_000, 1);
    }

    /** Half of the changes are made to what only families have. */
    private static void changeFamily(int times, long seed) throws IOException {
        int confirmed = 0;
        for (int i = 0; i < times; i++) {
            Random random = new Random(seed + i);
            ObjectNode tree = (ObjectNode) JSON.readTree(genuineFamily);
            if (random.nextBoolean()) {
                new Mutation(tree, random).apply();
            } else {
                new Mutation(tree.get("family"), random).apply();
            }
            if (random.nextBoolean() && tree.at("/claims/0") instanceof ObjectNode claim) {
                new Mutation(claim, random).apply();
            }
            confirmed += confirmedOfFamily(JSON.readTree(genuineFamily), tree, seed + i);
        }
        assertThat(confirmed).isBetween(1, 40 * times);
    }

    /** How many claims are confirmed, on members and on all; of the genuine family none that is not as in the genuine certificate. */
    private static int confirmedOfFamily(JsonNode genuine, ObjectNode changed, long seed) throws IOException {
        FamilyRecheckReport report;
        try {
            report = FamilyRechecker.check(
                    Files.writeString(folder.resolve("changed.json"), Certificates.sealed(changed)),
                    (member, step) -> {});
        } catch (CertificateException refused) {
            assertThat(refused.getMessage()).doesNotContain("\n");
            return 0;
        }
        boolean comparable = genuine.get("problem").equals(changed.get("problem"))
                && genuine.get("family").equals(changed.get("family"));
        boolean isWhole = report.members().size() == genuine.get("members").size();
        int confirmed = confirmed(
                report.claims(),
                genuine.get("claims"),
                changed.get("claims"),
                comparable && report.claims().size() == genuine.get("claims").size(),
                seed);
        assertThat(confirmed == 0 || !comparable || isWhole)
                .as("seed %d: a member is left out", seed)
                .isTrue();
        for (int i = 0; i < report.members().size(); i++) {
            JsonNode claims = genuine.at("/members/" + Math.min(i, 1) + "/claims");
            confirmed += confirmed(
                    report.members().get(i).claims(),
                    claims,
                    changed.at("/members/" + i + "/claims"),
                    comparable && report.members().get(i).claims().size() == claims.size(),
                    seed);
        }
        return confirmed;
    }

    private static void change(int times, long seed) throws IOException {
        int confirmed = 0;
        for (int i = 0; i < times; i++) {
            Random random = new Random(seed + i);
            String genuine = GENUINE.get(random.nextInt(GENUINE.size()));
            ObjectNode tree = (ObjectNode) JSON.readTree(genuine);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                new Mutation(tree, random).apply();
            }
            confirmed += confirmed(JSON.readTree(genuine), tree, seed + i);
        }
        // changes that weaken a number leave a true certificate, so that not all are rejected
        assertThat(confirmed).isBetween(1, 16 * times);
    }

    /** How many claims are confirmed, none of them falsely. */
    private static int confirmed(JsonNode genuine, ObjectNode changed, long seed) throws IOException {
        RecheckResult report;
        try {
            report = Rechecker.check(
                    Files.writeString(folder.resolve("changed.json"), Certificates.sealed(changed)), step -> {});
        } catch (CertificateException refused) {
            assertThat(refused.getMessage()).doesNotContain("\n");
            return 0;
        }
        boolean comparable = genuine.get("problem").equals(changed.get("problem"))
                && report.claims().size() == genuine.get("claims").size()
                && genuine.at("/claims/0/name").equals(changed.at("/claims/0/name"));
        return confirmed(report.claims(), genuine.get("claims"), changed.get("claims"), comparable, seed);
    }

    private static int confirmed(
            List<CheckedClaim> claims, JsonNode genuine, JsonNode changed, boolean comparable, long seed) {
        int confirmed = 0;
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).confirmed()) {
                confirmed++;
                assertVerdictFollows(changed.get(i), seed);
                if (comparable) {
                    assertShareANumber(genuine.get(i), changed.get(i), seed);
                }
            }
        }
        return confirmed;
    }

    private static void assertShareANumber(JsonNode genuine, JsonNode stated, long seed) {
        assertThat(stated.get("name")).isEqualTo(genuine.get("name"));
        assertThat(stated.get("threshold")).isEqualTo(genuine.get("threshold"));
        assertThat(lower(stated)).as("seed %d: %s", seed, stated).isLessThanOrEqualTo(upper(genuine));
        assertThat(upper(stated)).as("seed %d: %s", seed, stated).isGreaterThanOrEqualTo(lower(genuine));
    }

    /** HOLDS and FAILS both need the whole interval on one side of the threshold, whichever is meant. */
    private static void assertVerdictFollows(JsonNode stated, long seed) {
        if (!stated.get("verdict").textValue().equals("UNDECIDED")) {
            double threshold = stated.get("threshold").doubleValue();
            assertThat(upper(stated) <= threshold || lower(stated) >= threshold)
                    .as("seed %d: %s", seed, stated)
                    .isTrue();
        }
    }

    private static double lower(JsonNode claim) {
        return claim.get("lower").isNull()
                ? Double.NEGATIVE_INFINITY
                : claim.get("lower").doubleValue();
    }

    private static double upper(JsonNode claim) {
        return claim.get("upper").isNull()
                ? Double.POSITIVE_INFINITY
                : claim.get("upper").doubleValue();
    }
}
