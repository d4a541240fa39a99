package org.selfstab.certify.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.certify.CertificateListener;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.certify.CertifyOptions;
import org.selfstab.certify.LohnerSet;
import org.selfstab.certify.Piece;
import org.selfstab.certify.Radii;
import org.selfstab.certify.StepCertificate;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.Verification;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.interval.Interval;
import org.selfstab.loss.Backend;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Verdict.Evidence;
import org.selfstab.vocabulary.Verdict.Status;
import org.selfstab.vocabulary.Witness;

/** Certified runs: what must hold, fail and be undecided, and that 40-digit runs contradict no bound. */
class CertifierTest {

    private static final double TUBE = 0.01;
    /** Of a run in doubles, relative. */
    private static final double ROUNDING = 1e-9;

    private static final int CLAIMS = 16;
    /** A valley whose floor is curved so much that a push comes back with the other sign. */
    private static final Problem TURNED_BACK = ProblemBuilder.of(
                    "a valley with a curved floor", "y*x^2/2 - e*y + 13*(y - 2/eta)^2/(20*eta) + (y - 2/eta)^3/60")
            .parameter("eta", "3/10")
            .parameter("e", "1e-3")
            .start("x", "sqrt(e/2)")
            .start("y", "2/eta")
            .atEdge()
            .horizon("12")
            .problem();

    private static final String BELOW_EDGE = "max eta S(proj_M(theta_t))";
    private static final String OFF_EDGE = "max (2 - eta S(dagger_t))/eps^2";
    private static final String SMOOTHNESS = "max rho_4/(eta rho_3^2)";

    static Stream<Problem> problems() {
        return Stream.of(
                Problems.valley("0", "1e-2"),
                Problems.valley("1/2", "1e-2"),
                Problems.valley("1", "1e-2"),
                Problems.valley("0", "1e-3"),
                Problems.valley("1/2", "1e-3"),
                Problems.valley("1", "1e-3"),
                Problems.diskValley("1e-2"),
                Problems.diskValley("1e-3"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theValleysAreCertifiedEndToEnd(Problem problem) {
        CertificationResult certification = certify(problem, TUBE);

        assertThat(certification.claims()).hasSize(claimsOf(problem)).allSatisfy(claim -> {
            assertThat(claim.verdict().status()).as(claim.quantity().ascii()).isEqualTo(Status.HOLDS);
            assertThat(claim.verdict().evidence()).isEqualTo(Evidence.CERTIFIED);
        });
        Radii radii = certification.radii().orElseThrow();
        assertThat(radii.iterate()).isLessThan(1e-10);
        assertThat(radii.constrained()).isLessThan(1e-10);
        assertThat(radii.predicted()).isLessThan(1e-10);
        assertThat(radii.uniqueness()).isGreaterThan(1e-6);
    }

    /** The run in 40 digits is, at every step, as near to the run in doubles as the certificate says, and its constants lie in the bounds. */
    @ParameterizedTest
    @MethodSource("problems")
    void fortyDigitsContradictNothing(Problem problem) {
        int horizon = 60;
        CertificationResult certification =
                new Certifier(problem, new CertifyOptions(Optional.of(horizon), TUBE)).certify(step -> {});
        List<double[]> doubles = new ArrayList<>();
        run(problem, new CompiledBackend(), horizon, step -> doubles.add(numbers(step)));
        List<double[]> differences = new ArrayList<>();
        Verification precise = run(problem, new DecimalBackend(40), horizon, step -> {
            differences.add(differences(step, doubles.get(step.t())));
        });

        Radii radii = certification.radii().orElseThrow();
        assertThat(differences).hasSize(horizon + 1).allSatisfy(distance -> {
            assertThat(distance[0]).isLessThanOrEqualTo(radii.iterate());
            assertThat(distance[1]).isLessThanOrEqualTo(radii.constrained());
            assertThat(distance[2]).isLessThanOrEqualTo(radii.predicted());
        });
        var constants = precise.constants().orElseThrow();
        assertThat(value(certification, "C_1")
                        .contains(constants.coupling().orElseThrow().value()))
                .isTrue();
        assertThat(value(certification, "C_L")
                        .contains(constants.loss().orElseThrow().value()))
                .isTrue();
        assertThat(value(certification, "C_S")
                        .contains(constants.sharpness().orElseThrow().value()))
                .isTrue();
        if (problem.variables().size() > 2) {
            assertThat(value(certification, "C_P")
                            .contains(constants.following().orElseThrow().value()))
                    .isTrue();
            assertThat(value(certification, "C_D")
                            .contains(constants.descent().orElseThrow().value()))
                    .isTrue();
        }
    }

    /** Two more where the edge is more than points. */
    private static int claimsOf(Problem problem) {
        return problem.variables().size() > 2 ? CLAIMS + 2 : CLAIMS;
    }

    /** In two variables nothing is claimed of the implicit bias; in three it holds, or a threshold below refutes it. */
    @Test
    void theImplicitBiasIsDecidedWhereTheEdgeIsMoreThanPoints() {
        assertThat(certify(Problems.valley("1", "1e-2"), TUBE).claims())
                .extracting(claim -> claim.quantity().ascii())
                .doesNotContain("C_P", "C_D");
        Problem disk = Problems.diskValley("1e-3");
        CertificationResult certification = certify(disk, TUBE);
        for (String constant : List.of("C_P", "C_D")) {
            assertThat(status(certification, constant)).isEqualTo(Status.HOLDS);
        }
        CertificationResult strict = certify(
                Problems.withThresholds(
                        disk,
                        Map.of(
                                Quantities.IMPLICIT_BIAS_CONSTANT,
                                Math.nextDown(value(certification, "C_P").lower()),
                                Quantities.DESCENT_CONSTANT,
                                value(certification, "C_D").midpoint())),
                TUBE);
        assertThat(status(strict, "C_P")).isEqualTo(Status.FAILS);
        assertThat(status(strict, "C_D")).isEqualTo(Status.UNDECIDED);
    }

    @Test
    void aThresholdBetweenTheBoundsIsUndecidedAndOneBelowThemIsRefuted() {
        Interval constant = value(certify(Problems.valley("1", "1e-2"), TUBE), "C_1");
        CertificationResult between = withThreshold(constant.midpoint());
        assertThat(status(between, "C_1")).isEqualTo(Status.UNDECIDED);
        assertThat(claim(between, "C_1").verdict().reason())
                .matches(".*; at t = \\d+ \\[.*\\] encloses the threshold " + constant.midpoint()
                        + ": it is [\\d.E-]+ wide, and a threshold outside is decided");
        assertThat(status(withThreshold(Math.nextDown(constant.lower())), "C_1"))
                .isEqualTo(Status.FAILS);
        assertThat(status(withThreshold(constant.upper()), "C_1")).isEqualTo(Status.HOLDS);
    }

    private static CertificationResult withThreshold(double threshold) {
        return certify(
                Problems.withThresholds(Problems.valley("1", "1e-2"), Map.of(Quantities.COUPLING_CONSTANT, threshold)),
                TUBE);
    }

    @Test
    void aTubeTooWideIsUndecidedAndNamesItself() {
        CertificationResult certification = certify(Problems.valley("1", "1e-2"), 1.0);
        assertThat(status(certification, "min gamma")).isEqualTo(Status.UNDECIDED);
        assertThat(claim(certification, "min gamma").verdict().reason()).contains("of each dagger_t");
        assertThat(status(certification, "C_1")).isEqualTo(Status.HOLDS);
    }

    @ParameterizedTest
    @CsvSource({"bare-valley, 0.01", "exponential-valley, 0.01", "two-neurons, 0.002"})
    void examplesAreCertifiedEndToEnd(String name, double tube) {
        CertificationResult certification = certify(example(name), tube);
        assertThat(certification.claims()).hasSize(claimsOf(example(name))).allSatisfy(claim -> assertThat(
                        claim.verdict().status())
                .as(claim.quantity().ascii())
                .isEqualTo(Status.HOLDS));
        assertThat(certification.radii().orElseThrow().iterate()).isLessThan(1e-9);
        assertThat(certification.tube().orElseThrow().third()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "generated/eigengap, max eta lambda_2",
        "generated/progressive_sharpening, min gamma",
        "generated/axis_distance, min |x*|/delta",
        "generated/small_start, |v_0|/delta",
        "generated/smoothness, max rho_4/(eta rho_3^2)",
        "generated/memory, max |beta_{s->t}|/sqrt(beta_s beta_t)",
        "generated/non_worst_case, max eta |H w|/(eps |w|)"
    })
    void failingTwinsAreRefutedWithTheirPoint(String name, String quantity) {
        Problem twin = example(name);
        CertifiedClaim claim = claim(certify(twin, TUBE), quantity);
        assertThat(claim.verdict().status()).isEqualTo(Status.FAILS);
        assertThat(claim.verdict().witness().orElseThrow().point())
                .hasSize(twin.variables().size());
    }

    @Test
    void smoothnessIsDecidedBetweenItsBounds() {
        Problem twin = example("generated/smoothness");
        CertificationResult certification = certifiedSteps(twin, 5);
        CertifiedClaim claim = claim(certification, SMOOTHNESS);
        assertThat(claim.verdict().status()).isEqualTo(Status.FAILS);
        assertThat(claim.verdict().witness().orElseThrow().direction()).hasSize(4);
        assertThat(smoothness(twin, claim.value().midpoint())).isEqualTo(Status.UNDECIDED);
        // bounds over the tube are stated with some room, which a threshold within it does not lose
        double withinRoom = claim.value().lower() + 0.1 * claim.value().width();
        assertThat(smoothness(twin, withinRoom)).isEqualTo(Status.UNDECIDED);
        assertThat(smoothness(twin, claim.value().lower())).isEqualTo(Status.FAILS);
        assertThat(smoothness(twin, claim.value().upper())).isEqualTo(Status.HOLDS);
    }

    @ParameterizedTest
    @CsvSource({
        "condition.non_worst_case.curvature, max eta |H w|/(eps |w|)",
        "condition.non_worst_case.third_order, 'max |P D3L(w,w)|/(eps rho_3 |w|^2)'",
        "condition.memory.growth, max |beta_{s->t}|/sqrt(beta_s beta_t)",
        "condition.memory.sign_change, max -beta_{s->t}/sqrt(beta_s beta_t)"
    })
    void curvatureAndMemoryAreDecidedBetweenTheirBounds(String key, String quantity) {
        Quantity threshold = Quantities.of(key);
        Interval value = value(certifiedSteps(TURNED_BACK, 12), quantity);
        assertThat(value.lower()).isPositive();
        assertThat(held(threshold, value.upper(), quantity)).isEqualTo(Status.HOLDS);
        assertThat(held(threshold, value.lower(), quantity)).isEqualTo(Status.UNDECIDED);
        assertThat(held(threshold, Math.nextDown(value.lower()), quantity)).isEqualTo(Status.FAILS);
    }

    private static Status held(Quantity threshold, double bound, String quantity) {
        return status(certifiedSteps(Problems.withThresholds(TURNED_BACK, Map.of(threshold, bound)), 12), quantity);
    }

    /** The numeric conditions, some of which look at sampled pairs and steps only, are contradicted by no bound. */
    @Test
    void numericConditionsAreWithinTheBounds() {
        CertificationResult certification = certifiedSteps(TURNED_BACK, 12);
        Assessment numeric = Problems.assess(TURNED_BACK, RunOptions.defaults());
        List<Claim> names = List.of(Claims.MEMORY, Claims.NON_WORST_CASE);
        assertThat(numeric.conditions().stream()
                        .filter(condition -> names.contains(condition.name()))
                        .flatMap(condition -> condition.measures().stream()))
                .hasSize(4)
                .allSatisfy(measured -> {
                    double found = measured.verdict().bound().orElseThrow().value();
                    Interval value = value(certification, measured.quantity().ascii());
                    assertThat(found)
                            .as(measured.quantity().ascii())
                            .isBetween(value.lower() * (1 - ROUNDING), value.upper() * (1 + ROUNDING));
                });
    }

    private static Status smoothness(Problem problem, double threshold) {
        return status(
                certifiedSteps(Problems.withThresholds(problem, Map.of(Quantities.SMOOTHNESS, threshold)), 5),
                SMOOTHNESS);
    }

    private static CertificationResult certifiedSteps(Problem problem, int steps) {
        return new Certifier(problem, new CertifyOptions(Optional.of(steps), TUBE)).certify(step -> {});
    }

    private static Problem example(String name) {
        return ProblemReader.read(Path.of("examples/" + name + ".toml")).problem();
    }

    @Test
    void aRunThatStaysBelowTheEdgeIsRefutedWithItsLargestSharpness() {
        CertificationResult certification = certify(example("generated/edge_reached"), TUBE);
        CertifiedClaim claim = claim(certification, BELOW_EDGE);
        assertThat(claim.verdict().status()).isEqualTo(Status.FAILS);
        // of the nearest points only that they are within a distance is known: less close than the iterates' 1.9
        assertThat(claim.value().upper()).isBetween(1.9, 2.0);
        assertThat(claim.verdict().witness().orElseThrow().point()).hasSize(3);
        assertThat(certification.status()).isEqualTo(Status.FAILS);
    }

    /** No point of this loss is stable, so that no projection lies on the boundary; its sharpness is above 2/eta all the same. */
    @Test
    void aRunAboveTheEdgeIsNoProofOfEither() {
        CertificationResult certification = certify(
                ProblemBuilder.of("nowhere stable", "2.1*x^2/(2*eta) + y^2/10")
                        .parameter("eta", "1/2")
                        .start("x", "1")
                        .start("y", "1")
                        .maxSteps(20)
                        .problem(),
                TUBE);
        assertThat(status(certification, BELOW_EDGE)).isEqualTo(Status.UNDECIDED);
        assertThat(value(certification, BELOW_EDGE).upper()).isGreaterThanOrEqualTo(2.1);
    }

    /** In one variable the nearest points of the stable set are those where the gradient vanishes, here 0 with S = -1. */
    @Test
    void negativeCurvatureIsBelowTheEdge() {
        CertificationResult certification = certify(
                ProblemReader.read(Path.of("src/test/resources/certificates/certify-crash-negative-curvature.toml"))
                        .problem(),
                TUBE);
        assertThat(status(certification, BELOW_EDGE)).isEqualTo(Status.FAILS);
        assertThat(value(certification, BELOW_EDGE).upper()).isBetween(-0.1, 2.0);
    }

    /** Plain gradient descent first, until numbers overflow; and one variable, without a second eigenvalue. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "certify-crash-double.toml",
                "onevar.toml",
                "edge-refuted-wrongly.toml",
            })
    void whatCannotBeEnclosedIsUndecidedWithTheStep(String name) {
        CertificationResult certification = certify(
                ProblemReader.read(Path.of("src/test/resources/certificates", name))
                        .problem(),
                TUBE);
        Verdict run = claim(certification, "the run up to its horizon").verdict();
        assertThat(run.status()).isEqualTo(Status.UNDECIDED);
        assertThat(run.reason())
                .containsPattern("t = \\d+: |step \\d+ of plain gradient descent: |at step \\d+: |edge of stability");
        assertThat(certification.claims()).noneMatch(claim -> claim.verdict().status() == Status.FAILS);
    }

    /** The reason says how far the search for a point of the stable set went and what was not shown there. */
    @Test
    void whereNothingIsShownOfTheProjectionTheReasonSaysWhatAndHowFar() {
        CertificationResult certification = certify(
                ProblemReader.read(Path.of("src/test/resources/certificates/far-below-edge.toml"))
                        .problem(),
                TUBE);
        assertThat(claim(certification, BELOW_EDGE).verdict().reason())
                .containsPattern("^step 0 of plain gradient descent: .* is not proved: "
                        + "grad L \\. u is not shown to change its sign within \\d+\\.\\d+ of it$");
    }

    /** At a start that is a minimum exactly no Newton step says how far the stable set may be. */
    @Test
    void aMinimumIsBelowTheEdge() {
        CertificationResult certification = certify(
                ProblemBuilder.of("at rest from the start", "(x*y - 1)^2/2 + w^2/2")
                        .parameter("eta", "1/2")
                        .start("x", "1")
                        .start("y", "1")
                        .start("w", "0")
                        .maxSteps(20)
                        .problem(),
                TUBE);
        assertThat(status(certification, BELOW_EDGE)).isEqualTo(Status.FAILS);
        assertThat(value(certification, BELOW_EDGE).upper()).isBetween(1.0, 2.0);
    }

    /** The prediction overflows at this epsilon. */
    @Test
    void aPredictionThatOverflowsIsUndecidedFromItsStepOn() {
        Problem wild = ProblemReader.read(Path.of("examples/sharp-valley.toml"), Map.of("epsilon", "1/4"))
                .problem();
        Verdict run =
                claim(certifiedSteps(wild, 200), "the run up to its horizon").verdict();
        assertThat(run.status()).isEqualTo(Status.UNDECIDED);
        assertThat(run.reason()).startsWith("t = ");
    }

    @Test
    void aThresholdWithinRoundingOfTheEdgeIsUndecided() {
        Problem valley = Problems.withThresholds(Problems.valley("1", "1e-2"), Map.of(Quantities.BELOW_EDGE, 1e-300));
        assertThat(status(certifiedSteps(valley, 3), OFF_EDGE)).isEqualTo(Status.UNDECIDED);
    }

    /** Gradient descent reaches the edge, and a step later the constrained trajectory is below it, though alpha is positive at both. */
    @Test
    void aRunThatLeavesTheEdgeIsRefuted() {
        Problem rippled = Problems.read("rippled-valley.toml");
        Pieces pieces = new Pieces();
        CertificationResult certification =
                new Certifier(rippled, new CertifyOptions(Optional.empty(), 1e-4)).certify(step -> {}, pieces);
        assertThat(pieces.approach).isEqualTo(1);
        assertThat(pieces.ofSteps).containsExactly(List.of(Piece.BOUNDARY), List.of(Piece.INSIDE));
        assertThat(status(certification, "min alpha")).isEqualTo(Status.HOLDS);
        assertThat(status(certification, OFF_EDGE)).isEqualTo(Status.FAILS);
        assertThat(witness(certification, OFF_EDGE).step()).isEqualTo(1);
        // From a/k before the crest to a/k behind the trough: 2 eta r cos(a) over eps^2 = eta (pi + 2 a) r sin(a).
        double distance = 2.0 / (Math.tan(0.2) * (Math.PI + 0.4));
        assertThat(value(certification, OFF_EDGE).midpoint()).isCloseTo(distance, within(1e-6 * distance));
    }

    /** A problem says that its start is at the edge, which the trajectory reaches only later. */
    @Test
    void aStartBelowTheEdgeIsRefuted() {
        Problem below = ProblemBuilder.of("a valley from below the edge", "y*x^2/2 - e*y")
                .parameter("eta", "3/10")
                .parameter("e", "1e-2")
                .start("x", "sqrt(e/2)")
                .start("y", "2/eta - e")
                .atEdge()
                .horizon("10")
                .problem();
        Pieces pieces = new Pieces();
        CertificationResult certification =
                new Certifier(below, new CertifyOptions(Optional.empty(), TUBE)).certify(step -> {}, pieces);
        assertThat(pieces.ofSteps.get(0)).containsExactly(Piece.INSIDE);
        assertThat(pieces.ofSteps.get(10)).containsExactly(Piece.BOUNDARY);
        assertThat(status(certification, OFF_EDGE)).isEqualTo(Status.FAILS);
        assertThat(witness(certification, OFF_EDGE).step()).isZero();
    }

    /** The pieces of the stable set on which the constrained trajectory certainly is. */
    private static final class Pieces implements CertificateListener {

        private final List<List<Piece>> ofSteps = new ArrayList<>();
        private int approach;

        @Override
        public void approach(LohnerSet set, Optional<Double> reach) {
            approach++;
        }

        @Override
        public void step(StepCertificate step) {
            ofSteps.add(step.nearest().stream()
                    .map(StepCertificate.NearestPointProof::piece)
                    .toList());
        }
    }

    @Test
    void aNegativeAlphaIsRefuted() {
        CertificationResult certification = certify(Problems.flatteningValley(), TUBE);
        assertThat(status(certification, "min alpha")).isEqualTo(Status.FAILS);
        assertThat(claim(certification, "min alpha").verdict().witness()).isPresent();
        assertThat(certification.status()).isEqualTo(Status.FAILS);
    }

    /** The error function has an enclosure of its own; its series, cut off, would be none. */
    @Test
    void aLossWithAnErrorFunctionIsCertified() {
        CertificationResult certification = certify(
                ProblemBuilder.of("a valley with an error function", "y*x^2/2 - e*y + e*erf(x/10)/10")
                        .parameter("eta", "1/2")
                        .parameter("e", "1e-2")
                        .start("x", "sqrt(e)")
                        .start("y", "2/eta")
                        .atEdge()
                        .horizon("5")
                        .problem(),
                TUBE);
        assertThat(status(certification, "min alpha")).isEqualTo(Status.HOLDS);
        assertThat(status(certification, "C_1")).isEqualTo(Status.HOLDS);
    }

    @Test
    void aSecondSharpDirectionIsRefuted() {
        CertificationResult certification = certify(
                ProblemBuilder.of("two eigenvalues at the edge", "y*x^2/2 + 39*z^2/(40*eta) - e*y")
                        .parameter("eta", "3/10")
                        .parameter("e", "1e-2")
                        .start("x", "sqrt(e/2)")
                        .start("y", "2/eta")
                        .start("z", "0")
                        .atEdge()
                        .horizon("20")
                        .problem(),
                TUBE);
        assertThat(status(certification, "max eta lambda_2")).isEqualTo(Status.FAILS);
        assertThat(value(certification, "max eta lambda_2").contains(1.95)).isTrue();
    }

    private static Status status(CertificationResult certification, String quantity) {
        return claim(certification, quantity).verdict().status();
    }

    private static Interval value(CertificationResult certification, String quantity) {
        return claim(certification, quantity).value();
    }

    private static CertifiedClaim claim(CertificationResult certification, String quantity) {
        return certification.claims().stream()
                .filter(claim -> claim.quantity().ascii().equals(quantity))
                .findFirst()
                .orElseThrow();
    }

    private static Witness witness(CertificationResult certification, String quantity) {
        return claim(certification, quantity).verdict().witness().orElseThrow();
    }

    private static CertificationResult certify(Problem problem, double tube) {
        return new Certifier(problem, new CertifyOptions(Optional.empty(), tube)).certify(step -> {});
    }

    private static <T extends CalculusFieldElement<T>> Verification run(
            Problem problem, Backend<T> backend, int horizon, StepObserver<T> observer) {
        RunOptions defaults = RunOptions.defaults();
        return Problems.verify(
                problem,
                backend,
                new RunOptions(defaults.projection(), defaults.frame(), Optional.of(horizon)),
                List.of(observer));
    }

    /** theta, dagger and v* one after the other. */
    private static double[] numbers(CoupledStep<Binary64> step) {
        return Stream.of(step.theta(), step.geometry().point(), step.predicted())
                .flatMapToDouble(vector -> Arrays.stream(Boxes.numbers(vector)))
                .toArray();
    }

    /** The distances of theta, dagger and v* from their doubles. */
    private static double[] differences(CoupledStep<Dfp> step, double[] doubles) {
        List<FieldVector<Dfp>> vectors = List.of(step.theta(), step.geometry().point(), step.predicted());
        double[] distances = new double[3];
        int n = step.theta().getDimension();
        for (int k = 0; k < 3; k++) {
            double square = 0;
            for (int i = 0; i < n; i++) {
                double difference =
                        vectors.get(k).getEntry(i).subtract(doubles[k * n + i]).getReal();
                square += difference * difference;
            }
            distances[k] = Math.sqrt(square);
        }
        return distances;
    }
}
