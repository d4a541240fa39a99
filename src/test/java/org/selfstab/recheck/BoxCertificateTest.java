package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.ProblemBuilder;
import org.selfstab.RunRecords;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.recheck.CheckedClaim.Outcome;
import org.selfstab.report.BoxCertificateFile;
import org.selfstab.report.StatedProblems;

/** Certificates about boxes: genuine ones are confirmed, and each way to forge one is rejected with its reason. */
class BoxCertificateTest {

    private static final List<String> BOX = List.of("x=-0.02:0.025", "y=6:7", "zeta=0:1");

    @TempDir
    private Path folder;

    @Test
    void whatHoldsFailsOrIsUndecidedIsConfirmedConfirmedAndEmpty() throws IOException {
        RecheckResult report = check(Certificates.ofBox(
                folder, valley(), BOX, "alpha > 0.009", "eta_sharpness < 2", "alpha > 0.1", "gamma > 0.055"));
        assertThat(report.claims())
                .extracting(CheckedClaim::verdict)
                .containsExactly("HOLDS", "FAILS", "FAILS", "HOLDS");
        assertThat(report.claims()).allMatch(CheckedClaim::confirmed);
        assertThat(report.claims().get(3).reason()).matches("shown on each of \\d+ parts");

        RecheckResult line = check(
                Certificates.ofBox(folder, problem("boxes/onevar"), List.of("z=1:2"), "gamma > 0", "sharpness > 2.9"));
        assertThat(line.claims()).extracting(CheckedClaim::outcome).containsExactly(Outcome.EMPTY, Outcome.CONFIRMED);
    }

    @Test
    void everyQuantityIsConfirmedInOneTwoThreeAndFourVariables() throws IOException {
        assertConfirmed(
                "boxes/onevar", List.of("z=1:2"), "sharpness > 2.9", "sharpness < 11.9", "alpha < 1", "beta > 0");
        assertConfirmed(
                "boxes/onevar", List.of("z=1:2"), "eta_lambda_2 < 1", "eta_lambda_2 > -1", "eta_sharpness < 1.3");
        List<String> disk = List.of("x=-0.002:0.002", "y=6.1:6.2", "w=0:0.1");
        Problem problem =
                ProblemReader.read(Path.of("examples/disk-valley.toml")).problem();
        RecheckResult report = check(Certificates.ofBox(
                folder,
                problem,
                disk,
                "alpha > 0",
                "beta > 0.5",
                "gamma > 0.055",
                "eta_lambda_2 < 0.2",
                "sharpness > 6"));
        assertThat(report.claims()).as("%s", report.claims()).allMatch(CheckedClaim::confirmed);
        RecheckResult four = check(Certificates.ofBox(
                folder,
                ProblemReader.read(Path.of("examples/products/depth-four-product.toml"))
                        .problem(),
                List.of("x=1:1", "y=1.1:1.101", "z=1.2:1.2", "w=1.3:1.3001"),
                "sharpness > 1",
                "beta > 0.01",
                "eta_lambda_2 < 1"));
        assertThat(four.claims()).allMatch(CheckedClaim::confirmed);
    }

    private void assertConfirmed(String file, List<String> box, String... claims) throws IOException {
        RecheckResult report = check(Certificates.ofBox(folder, problem(file), box, claims));
        assertThat(report.claims()).allMatch(CheckedClaim::confirmed);
    }

    @Test
    void aBoundThatTakesMoreDigitsIsConfirmedWithThese() throws IOException {
        Problem problem = ProblemBuilder.of("near", "(3 + (sqrt(2)^2 - 2) + 1e-50)*x^2/2 + y^2")
                .parameter("eta", "1/2")
                .start("x", "0")
                .start("y", "0")
                .problem();
        Path genuine = Certificates.ofBox(folder, problem, List.of("x=0:1", "y=0:1"), "sharpness > 3");
        assertThat(check(genuine).isConfirmed()).isTrue();
        Path fewer = Certificates.forged(genuine, tree -> tree.put("digits", 40));
        assertThat(check(fewer).firstObjection().orElseThrow()).contains("it is not shown where");
    }

    /** The checker would not read the file at all. */
    @Test
    void aProofOfMorePartsThanACertificateHoldsIsNotStated() throws IOException {
        for (int length : new int[] {Rechecker.LONGEST_TEXT, Rechecker.LONGEST_TEXT + 1}) {
            Path written = BoxCertificateFile.write(
                    folder,
                    RunRecords.any(),
                    valley(),
                    List.of(),
                    List.of(),
                    Optional.of(".".repeat(length)),
                    List.of());
            assertThat(new ObjectMapper()
                            .readTree(written.toFile())
                            .get("defined")
                            .isNull())
                    .isEqualTo(length > Rechecker.LONGEST_TEXT);
        }
    }

    @Test
    void partsThatDoNotCoverTheBoxAreRejected() throws IOException {
        assertRejected(
                "do not cover",
                claim -> claim.put("parts", withoutLast(claim.get("parts").textValue())));
        assertRejected(
                "more parts", claim -> claim.put("parts", claim.get("parts").textValue() + "."));
        assertRejected("do not cover", claim -> claim.put("parts", ""));
        assertRejected("do not cover", claim -> claim.put("parts", "0".repeat(100_000)));
        assertRejected("no such side", claim -> claim.put("parts", "3.."));
        assertRejected("no such side", claim -> claim.put("parts", "?"));
        assertRejected("no parts", claim -> claim.putNull("parts"));
    }

    private static String withoutLast(String text) {
        return text.substring(0, text.length() - 1);
    }

    @Test
    void anotherThresholdSenseQuantityOrVerdictIsRejected() throws IOException {
        assertRejected("it is not shown where", claim -> claim.put("bound", 0.5));
        assertRejected("it is not shown where", claim -> claim.put("sense", "<"));
        assertRejected("it is not shown where", claim -> claim.put("quantity", "alpha"));
        assertRejected("no quantity is called rho", claim -> claim.put("quantity", "rho"));
        assertRejected("no claim has the sense =", claim -> claim.put("sense", "="));
        assertRejected("no verdict is called", claim -> claim.put("verdict", "PROVED"));
        assertRejected("no point is stated", claim -> claim.put("verdict", "FAILS"));
    }

    @Test
    void aPointThatRefutesNothingIsRejected() throws IOException {
        assertRejected("at the stated point it lies in", claim -> witness(claim, 0.0, 6.0, 0.5));
        assertRejected("not in the box", claim -> witness(claim, 0.0, -6.0, 0.5));
        assertRejected("not in the box", claim -> witness(claim, 0.0, 6.0));
    }

    private static void witness(ObjectNode claim, double... point) {
        ArrayNode witness = claim.put("verdict", "FAILS").putArray("witness");
        for (double number : point) {
            witness.add(number);
        }
    }

    @Test
    void aWiderBoxIsRejected() throws IOException {
        Path genuine = genuine();
        Path wider = Certificates.forged(genuine, tree -> ((ObjectNode) tree.at("/box/0")).put("from", -10.0));
        assertThat(check(wider).firstObjection().orElseThrow()).contains("it is not shown where");
        Path empty = Certificates.forged(genuine, tree -> ((ObjectNode) tree.at("/box/0")).put("from", 10.0));
        assertThat(check(empty).firstObjection().orElseThrow()).contains("the box is empty");
    }

    @Test
    void aBoxOnWhichTheLossIsNotDefinedIsRejected() throws IOException {
        Path genuine = genuine();
        for (String loss : List.of(
                "x^2*(y + zeta*x)/2 - epsilon*(x + y) + 0*log(x)",
                "x^2*(y + zeta*x)/2 - epsilon*(x + y) + 0*sqrt(y - 6)",
                "x^2*(y + zeta*x)/2 - epsilon*(x + y) + 0/zeta")) {
            Path forged = Certificates.forged(genuine, tree -> ((ObjectNode) tree.get("problem")).put("loss", loss));
            assertThat(check(forged).firstObjection().orElseThrow())
                    .as(loss)
                    .contains("not certainly defined and smooth");
        }
        Path constant = Certificates.forged(genuine, tree -> ((ObjectNode) tree.at("/problem/parameters"))
                .put("epsilon", "1/100 + 0*sin(log(-1))"));
        assertThat(check(constant).firstObjection().orElseThrow()).contains("not certainly real-valued");
        Path unstated = Certificates.forged(genuine, tree -> tree.putNull("defined"));
        assertThat(check(unstated).firstObjection().orElseThrow()).contains("not shown to be defined");
    }

    /** Nor if the loss does not mention what is undefined; but where the box leaves a parameter open its definition does not count. */
    @Test
    void aParameterThatIsNotRealIsRejected() throws IOException {
        for (String definition : List.of("log(-1)", "0/(zeta - zeta)", "1 + 0*sqrt(zeta - 1/2)")) {
            Path forged = Certificates.forged(
                    genuine(), tree -> ((ObjectNode) tree.at("/problem/parameters")).put("unused", definition));
            assertThat(check(forged).firstObjection().orElseThrow())
                    .as(definition)
                    .contains("not certainly real-valued: parameter unused has");
        }
        Path open = Certificates.forged(
                genuine(), tree -> ((ObjectNode) tree.at("/problem/parameters")).put("zeta", "log(-1)"));
        assertThat(check(open).isConfirmed()).isTrue();
    }

    /** As nowhere else, since no step size is 0 or less: the prover leaves it undecided, the checker rejects it. */
    @Test
    void aBoxOnWhichEtaMayNotBePositiveProvesNothing() throws IOException {
        RecheckResult open = check(Certificates.ofBox(
                folder, valley(), List.of("x=0:0.01", "y=6:7", "eta=0:0.3"), "eta_sharpness > -1", "alpha > 0.009"));
        assertThat(open.claims()).extracting(CheckedClaim::outcome).containsOnly(Outcome.EMPTY);
        for (String eta : List.of("-3/10", "0", "zeta - 1/2", "zeta^2", "zeta - zeta")) {
            Path forged = Certificates.forged(
                    Certificates.ofBox(
                            folder, valley(), BOX, "eta_sharpness > -9", "eta_sharpness < -9", "alpha > 0.009"),
                    tree -> ((ObjectNode) tree.at("/problem/parameters")).put("eta", eta));
            RecheckResult report = check(forged);
            assertThat(report.claims())
                    .as(eta)
                    .extracting(CheckedClaim::outcome)
                    .containsOnly(Outcome.REJECTED);
            assertThat(report.firstObjection().orElseThrow())
                    .contains("the step size eta lies in", "it must be positive");
        }
    }

    /** A refutation too speaks of a box on which the loss is defined. */
    @Test
    void aRefutationBesideAnUndefinedPointIsRejected() throws IOException {
        Path genuine = Certificates.ofBox(folder, valley(), BOX, "eta_sharpness < 2");
        Path forged = Certificates.forged(genuine, tree -> ((ObjectNode) tree.get("problem"))
                .put("loss", "x^2*(y + zeta*x)/2 - epsilon*(x + y) + 0*log(6.5 - y)"));
        assertThat(check(forged).firstObjection().orElseThrow()).contains("not certainly defined and smooth");
    }

    /** As intervals over the box 1 + momentum - 1/2 contains 1; it is 1 at the middle alone. */
    @Test
    void anOptimizerWhoseRowsAddUpToOneAtSomeParametersIsRejected() throws IOException {
        Path genuine = Certificates.ofBox(
                folder,
                ProblemReader.read(Path.of("examples/optimizers/heavy-ball-valley.toml"))
                        .problem(),
                List.of("x=-0.001:0.001", "y=8:9", "momentum=0.4:0.6"),
                "alpha > 0");
        assertThat(check(genuine).isConfirmed()).isTrue();
        Path forged =
                Certificates.forged(genuine, tree -> ((ArrayNode) tree.at("/problem/optimizer/A/0")).set(1, "-1/2"));
        assertThat(check(forged).firstObjection().orElseThrow()).contains("add up to");
    }

    @Test
    void parametersMayRestOnThoseOfTheBox() throws IOException {
        Problem problem = ProblemBuilder.of("dependent", "x^2*(y + skew*x)/2 - epsilon*(x + y)")
                .parameter("eta", "3/10")
                .parameter("zeta", "1")
                .parameter("skew", "zeta^2")
                .parameter("epsilon", "1/100 + 0*zeta")
                .start("x", "0")
                .start("y", "2/eta")
                .problem();
        RecheckResult report = check(Certificates.ofBox(folder, problem, BOX, "alpha > 0.009", "gamma > 0.055"));
        assertThat(report.isConfirmed()).as("%s", report.claims()).isTrue();
        Path forged = Certificates.forged(
                folder.resolve("box-certificate.json"),
                tree -> ((ObjectNode) tree.at("/problem/parameters")).put("skew", "100*zeta^2"));
        assertThat(check(forged).isRejected()).isTrue();
        Path circular = Certificates.forged(
                folder.resolve("box-certificate.json"), tree -> ((ObjectNode) tree.at("/problem/parameters"))
                        .put("skew", "epsilon")
                        .put("epsilon", "skew"));
        assertThatThrownBy(() -> check(circular))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("defined by itself");
        Path unmentioned = Certificates.forged(
                folder.resolve("box-certificate.json"), tree -> ((ObjectNode) tree.at("/problem/parameters"))
                        .put("one", "other + zeta")
                        .put("other", "one"));
        assertThatThrownBy(() -> check(unmentioned))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("defined by itself");
    }

    @Test
    void whatIsNoBoxIsRefusedInOneLine() throws IOException {
        Path genuine = genuine();
        assertRefused(
                "each variable once", Certificates.forged(genuine, tree -> ((ArrayNode) tree.get("box")).remove(0)));
        assertRefused("each variable once", Certificates.forged(genuine, tree -> ((ObjectNode) tree.at("/box/2"))
                .put("name", "xi")));
        assertRefused("41 digits", Certificates.forged(genuine, tree -> tree.put("digits", 41)));
        assertRefused("not JSON", Certificates.forged(genuine, tree -> ((ObjectNode) tree.at("/claims/0"))
                .put("parts", "0".repeat(100_001))));
    }

    private static void assertRefused(String reason, Path file) {
        assertThatThrownBy(() -> check(file))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    /** A loss of much work for each part, and many parts: the checker stops, and says so. */
    @Test
    @Tag("long")
    void hostileFilesEnd() throws IOException {
        String loss = "x^2*(y + zeta*x)/2 - epsilon*(x + y) + sum(i,1,400,0*sin(cos(x*y*zeta + x^3*y^5 + i)))";
        String parts = "0.".repeat(40_000) + ".";
        Path forged = Certificates.forged(genuine(), tree -> {
            ((ObjectNode) tree.get("problem")).put("loss", loss);
            tree.put("defined", parts);
        });
        assertRefused("more work than this checker does", forged);
    }

    /** Whose work was once counted far too low. */
    @Test
    @Tag("long")
    void soDoesOneWhoseStepSizeTakesManySeries() throws IOException {
        Path forged = Certificates.forged(genuine(), tree -> {
            ((ObjectNode) tree.at("/problem/parameters")).put("eta", "3/10 + 0*sum(i,1,4000,erf(zeta + i/700))");
            tree.put("defined", halved(12));
            ((ObjectNode) tree.at("/claims/0")).put("parts", halved(12));
        });
        assertRefused("for all steps, parts and members together", forged);
    }

    private static String halved(int times) {
        return times == 0 ? "." : "0" + halved(times - 1).repeat(2);
    }

    @Test
    void endsWhenItsThreadIsInterrupted() throws IOException {
        Path genuine = genuine();
        assertThatThrownBy(() ->
                        Rechecker.check(genuine, boxes -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theReadersOwnProblemIsComparedButForWhatTheBoxLeavesOpen() throws IOException {
        Path genuine = genuine();
        assertThat(check(genuine, Map.of("zeta", "1/3")).isConfirmed()).isTrue();
        assertThat(check(genuine, Map.of("epsilon", "1/3")).firstObjection().orElseThrow())
                .contains("the problem is another: parameter epsilon");
    }

    private static RecheckResult check(Path file, Map<String, String> overrides) {
        Problem own = ProblemReader.read(Path.of("examples/sharp-valley.toml"), overrides)
                .problem();
        return Rechecker.check(file, StatedProblems.of(own, Optional.empty()), step -> {});
    }

    private static RecheckResult check(Path file) {
        return Rechecker.check(file, step -> {});
    }

    private static Problem valley() {
        return ProblemReader.read(Path.of("examples/sharp-valley.toml")).problem();
    }

    private static Problem problem(String name) {
        return ProblemReader.read(Path.of("src/test/resources", name + ".toml")).problem();
    }

    private Path genuine() throws IOException {
        return Certificates.ofBox(folder, valley(), BOX, "gamma > 0.055");
    }

    private void assertRejected(String reason, Consumer<ObjectNode> change) throws IOException {
        RecheckResult report =
                check(Certificates.forged(genuine(), tree -> change.accept((ObjectNode) tree.at("/claims/0"))));
        assertThat(report.claims()).allMatch(claim -> claim.outcome() == Outcome.REJECTED);
        assertThat(report.firstObjection().orElseThrow()).contains(reason);
    }
}
