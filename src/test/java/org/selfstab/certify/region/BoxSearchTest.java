package org.selfstab.certify.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.AnalyticLosses;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.certify.BoxClaim;
import org.selfstab.certify.BoxDecision;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.SignConvention;
import org.selfstab.interval.Interval;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.vocabulary.Verdict.Status;

/** Claims over boxes: proved, refuted with a witness, undecided with what is left; and no proof contradicted by samples. */
class BoxSearchTest {

    private static final int BUDGET = 20_000;

    @Test
    void alphaAndTheEigengapAreProvedForAllZetaOfABox() {
        BoxSearch search = search(new Interval(-1e-3, 1e-3), new Interval(6, 7), new Interval(0.4, 0.6));
        assertThat(decide(search, "alpha > 0").status()).isEqualTo(Status.HOLDS);
        assertThat(decide(search, "eta_lambda_2 < 1").status()).isEqualTo(Status.HOLDS);
        assertThat(decide(search, "gamma > 0.45").status()).isEqualTo(Status.HOLDS);
    }

    /** At (x, y, zeta) the gradient is ((2y + 3 zeta x) x/2 - e, x^2/2 - e): gamma is near 1/sqrt(2) where x = 0. */
    @Test
    void aClaimThatFailsSomewhereIsRefutedAtAPoint() {
        BoxSearch search = search(new Interval(-1e-3, 1e-3), new Interval(6, 7), new Interval(0.4, 0.6));
        BoxDecision decision = decide(search, "gamma > 0.9");
        assertThat(decision.status()).isEqualTo(Status.FAILS);
        List<Double> witness = decision.witness().orElseThrow();
        assertThat(geometry(witness.get(0), witness.get(1), witness.get(2))
                        .gamma()
                        .getReal())
                .isLessThan(0.9);
        assertThat(decision.value().orElseThrow().upper()).isLessThanOrEqualTo(0.9);
    }

    @Test
    void aBudgetThatIsUsedUpLeavesTheClaimUndecidedAndSaysWhere() {
        BoxSearch search = over(
                Problems.valley("1", "1e-2"),
                List.of("z"),
                List.of(new Interval(-0.05, 0.05), new Interval(6, 7), new Interval(0.4, 0.6)),
                2);
        BoxDecision decision = decide(search, "gamma > 0.028");
        assertThat(decision.status()).isEqualTo(Status.UNDECIDED);
        assertThat(decision.remaining().orElseThrow()).hasSize(3);
    }

    /** Over a box with x = y the two eigenvalues of x^2/2 + y^2/2 + ... meet: u is not defined there, S is. */
    @Test
    void whereTheTopEigenvalueIsDoubleNothingThatNeedsUIsDecided() {
        var problem = ProblemBuilder.of("round", "(x^2 + y^2)/2")
                .parameter("eta", "1")
                .start("x", "1")
                .start("y", "1")
                .problem(java.util.Map.of());
        BoxSearch search = over(problem, List.of(), List.of(new Interval(-1, 1), new Interval(-1, 1)), 50);
        assertThat(decide(search, "alpha < 2").status()).isEqualTo(Status.UNDECIDED);
        assertThat(decide(search, "sharpness < 2").status()).isEqualTo(Status.HOLDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "whole2; x=-0.001:0.001 y=6:7 a=-2:2 b=-2:2; alpha > -0.01; FAILS",
                "whole2; x=-0.001:0.001 y=6:7 a=-2:2 b=-2:2; alpha > -2;    HOLDS",
                "tiny;   x=0:0 y=6:6;                         alpha > 0;     HOLDS",
                "tiny;   x=0:0 y=6:6;                         alpha < 0.5;   HOLDS",
                "tiny-scaled; x=0:0 y=6:6;                    alpha > 0.5;   HOLDS",
                "tiny-scaled; x=0:0 y=6:6;                    alpha > 1.14;  FAILS",
                "edge0;  x=-0.001:0.001 y=6:7 a=0:1;          alpha > 0;     FAILS",
                "edge0;  x=-0.001:0.002 y=6:7 a=0:1;          alpha > 0;     FAILS",
                "edge0;  x=0:0 y=6:7 a=0:1;                   alpha > 0;     FAILS",
                "edge0;  x=0:0 y=6:7 a=0:0;                   alpha > 0;     FAILS",
                "edge0;  x=-0.001:0.001 y=6:7 a=1e-3:1;       alpha > 0;     HOLDS",
                "edge0;  x=-0.001:0.001 y=6:7 a=0:1;          alpha < 0.999; FAILS",
            })
    void boxesThatOnceWereDecidedWronglyOrNot(String file, String box, String claim, Status status) {
        assertThat(decide(search(file, box), claim).status()).isEqualTo(status);
    }

    /** Everywhere undefined, whatever the claim: sin and atan of what is undefined are bounded but prove nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "domain1; x=-0.001:0.001 y=6:7 a=-2:-1",
                "domain1; x=-0.001:0.001 y=6:7 a=-0.001:1",
                "domain2; x=-0.001:0.001 y=6:7 a=-2:-1",
                "domain2; x=-0.001:0.001 y=6:7 a=0:1",
                "domain4; x=-0.001:0.001 y=6:7 a=-1:1",
                "domain4; x=-0.001:0.001 y=6:7 a=-1:2",
                "domain4; x=0:0 y=6:6 a=0:0",
            })
    void whereTheLossIsNotDefinedNothingIsDecided(String file, String box) {
        BoxSearch search = search(file, box);
        for (String claim :
                List.of("alpha > 0.9", "alpha < 0.9", "alpha > -1e9", "sharpness > 1", "eta_lambda_2 < 1")) {
            BoxDecision decision = decide(search, claim);
            assertThat(decision.status()).as(claim).isEqualTo(Status.UNDECIDED);
            assertThat(decision.reason().orElseThrow()).contains("may not be defined everywhere");
        }
    }

    /** No step size is 0 or less: {@code verify} and {@code check} refuse such a problem in the same words. */
    @ParameterizedTest
    @CsvSource({"eta=0:0.1", "eta=-0.3:-0.1", "eta=-0.1:0.1"})
    void whereEtaMayNotBePositiveNothingIsDecided(String eta) {
        for (String claim : List.of("eta_sharpness > -9", "eta_sharpness < 0.1", "eta_lambda_2 < 1", "alpha > -9")) {
            BoxDecision decision = decide(search("tiny", "x=0:0 y=6:6 " + eta), claim);
            assertThat(decision.status()).as(claim).isEqualTo(Status.UNDECIDED);
            assertThat(decision.reason().orElseThrow()).contains("it must be positive");
        }
        assertThat(decide(search("tiny", "x=0:0 y=6:6 eta=0.001:0.1"), "eta_sharpness < 9")
                        .status())
                .isEqualTo(Status.HOLDS);
    }

    @ParameterizedTest
    @CsvSource({
        "sharpness > 2.9, HOLDS",
        "sharpness < 12.1, HOLDS",
        "sharpness < 11.9, FAILS",
        "eta_sharpness < 1.3, HOLDS",
        "alpha > 0, FAILS",
        "alpha < 1, HOLDS",
        "beta < 1e-9, HOLDS",
        "beta > 0, FAILS",
        "eta_lambda_2 < 1, HOLDS",
        "eta_lambda_2 > -1, FAILS",
        "gamma > 0, UNDECIDED",
    })
    void everyQuantityInOneVariable(String claim, Status status) {
        BoxDecision decision = decide(search("onevar", "z=1:2"), claim);
        assertThat(decision.status()).isEqualTo(status);
        assertThat(decision.parts()).isEqualTo(1);
    }

    @Test
    void closedFormsInThePlaneNeedFewParts() {
        BoxSearch search = search(new Interval(-1e-3, 1e-3), new Interval(6, 7), new Interval(0.4, 0.6));
        assertThat(decide(search, "alpha > 0").parts()).isEqualTo(1);
        assertThat(decide(search, "gamma > 0.45").parts()).isLessThan(10);
        assertThat(decide(search, "eta_sharpness > 1.79").parts()).isEqualTo(1);
    }

    private static BoxSearch search(String file, String box) {
        Problem problem = ProblemReader.read(Path.of("src/test/resources/boxes", file + ".toml"))
                .problem();
        List<BoxSide> sides =
                Arrays.stream(box.trim().split(" ")).map(BoxSide::parse).toList();
        List<String> parameters = sides.stream()
                .map(BoxSide::name)
                .skip(problem.variables().size())
                .toList();
        return over(problem, parameters, sides.stream().map(BoxSide::interval).toList(), BUDGET);
    }

    /**
     * On {@code x^2 y/2 - (x + y)/100} at x = 0 alpha is 1/100 and eta S is 3/10 y; a bound is what is written, and not the double next to it. What
     * doubles decide takes no digits.
     */
    @ParameterizedTest
    @CsvSource({
        "6, 6, alpha > 0.01000000000000000020816681711721685132943093776702880859375, FAILS, 0",
        "6, 6, alpha < 0.01000000000000000020816681711721685132943093776702880859375, HOLDS, 40",
        "6, 7, alpha < 0.01000000000000000020816681711721685132943093776702880859375, HOLDS, 40",
        "6, 6, alpha < 0.01, FAILS, 40",
        "6, 6, alpha > 0.01, FAILS, 40",
        "6, 7, alpha > 0.01, FAILS, 40",
        "6, 7, alpha > 0.0099999999999999999999999999999999, HOLDS, 40",
        "6, 6, eta_sharpness < 1.8000000000000000444, HOLDS, 40",
        "6, 6, eta_sharpness > 1.8000000000000000444, FAILS, 40",
        "6, 6, eta_sharpness < 1.8, FAILS, 40",
        "6, 6, eta_sharpness > 1.8, FAILS, 40",
        "6, 6, eta_sharpness > 1.7999999999999999999999999999, HOLDS, 40",
        "6, 6, sharpness < 6, FAILS, 0",
        "6, 6, gamma < 1, HOLDS, 0",
    })
    void boundsWithinTheRoundingOfDoublesTakeMoreDigits(
            double from, double to, String claim, Status status, int digits) {
        Problem problem = Problems.valley("0", "1/100");
        BoxSearch search = over(problem, List.of(), List.of(Interval.of(0.0), new Interval(from, to)), BUDGET);
        BoxDecision decision = decide(search, claim);
        assertThat(decision.status()).isEqualTo(status);
        assertThat(decision.digits()).isEqualTo(digits);
    }

    /** S is sqrt(1 + d^2) + ..., the bound the nearest double to what it differs from by 10^-50 or 10^-100; with 160 digits equality stays open. */
    @ParameterizedTest
    @CsvSource({"1e-50, HOLDS, 80", "-1e-50, FAILS, 80", "1e-100, HOLDS, 160", "1e-200, UNDECIDED, 0"})
    void eachPrecisionIsTriedBeforeUndecided(String offset, Status status, int digits) {
        Problem problem = ProblemBuilder.of("near", "(3 + (sqrt(2)^2 - 2) + " + offset + ")*x^2/2")
                .parameter("eta", "1/2")
                .start("x", "0")
                .problem();
        BoxSearch search = over(problem, List.of(), List.of(new Interval(0.0, 1.0)), 200);
        BoxDecision decision = decide(search, "sharpness > 3");
        assertThat(decision.status()).isEqualTo(status);
        assertThat(decision.digits()).isEqualTo(digits);
        assertThat(decision.reason().orElse("no points left"))
                .matches(
                        ".*points( it lies within \\d.\\dE-\\d+ of the bound, by 160 digits: another bound may be decided| left)");
    }

    /** Beyond eight variables digits take too long, and the reason says so. */
    @Test
    void moreDigitsAreForUpToEightVariables() {
        String squares =
                IntStream.range(1, 9).mapToObj(i -> "x%d^2/9".formatted(i)).collect(Collectors.joining(" + "));
        ProblemBuilder nine =
                ProblemBuilder.of("nine", "(3 + 1e-30)*x0^2/2 + " + squares).parameter("eta", "1/2");
        for (int i = 0; i < 9; i++) {
            nine = nine.start("x" + i, "0");
        }
        Problem problem = nine.problem();
        BoxSearch search = over(problem, List.of(), Collections.nCopies(9, Interval.of(0.0)), BUDGET);
        BoxDecision decision = decide(search, "sharpness > 3");
        assertThat(decision.status()).isEqualTo(Status.UNDECIDED);
        assertThat(decision.reason().orElseThrow())
                .endsWith("more digits than doubles have are tried in up to 8 variables");
    }

    @ParameterizedTest
    @CsvSource({
        "1e400, too large",
        "1e-400, too small",
        "-, not a number",
        "1e, not a number",
        "1e999999999999, not a number"
    })
    void aBoundOfMoreThanACertificateHoldsIsRefused(String bound, String reason) {
        assertThatThrownBy(() -> BoxClaim.parse("alpha > " + bound)).hasMessageContaining(reason);
        assertThatThrownBy(() -> BoxClaim.parse("alpha > 0." + "1".repeat(181)))
                .hasMessageContaining("at most 180 digits");
        assertThat(BoxClaim.parse("alpha > 0e-999").bound()).isZero();
    }

    @Test
    void aMillionSamplesContradictNoProof() {
        BoxSearch search = search(new Interval(-2e-3, 2e-3), new Interval(6, 7), new Interval(0.4, 0.6));
        double alphaBound = 0.009;
        double gammaBound = 0.3;
        double secondBound = 0.01;
        assertThat(decide(search, "alpha > " + alphaBound).status()).isEqualTo(Status.HOLDS);
        assertThat(decide(search, "gamma > " + gammaBound).status()).isEqualTo(Status.HOLDS);
        assertThat(decide(search, "eta_lambda_2 < " + secondBound).status()).isEqualTo(Status.HOLDS);

        Random random = new Random(20261124);
        int contradictions = 0;
        for (int k = 0; k < 100; k++) {
            GeometryEvaluator<Binary64> evaluator = evaluator(0.4 + 0.2 * random.nextDouble());
            for (int i = 0; i < 10_000; i++) {
                LocalGeometry<Binary64> geometry =
                        evaluate(evaluator, -2e-3 + 4e-3 * random.nextDouble(), 6 + random.nextDouble());
                boolean agrees = geometry.alpha().getReal() > alphaBound
                        && geometry.gamma().getReal() > gammaBound
                        && 0.3 * geometry.secondEigenvalue().getReal() < secondBound;
                contradictions += agrees ? 0 : 1;
            }
        }
        assertThat(contradictions).isZero();
    }

    @Test
    void claimsAndSidesThatAreNoneAreRefusedWithTheWayOut() {
        assertThatThrownBy(() -> BoxClaim.parse("alpha")).hasMessageContaining("QUANTITY > NUMBER");
        assertThatThrownBy(() -> BoxClaim.parse("alfa > 0")).hasMessageContaining("alpha, beta");
        assertThatThrownBy(() -> BoxSide.parse("zeta=1")).hasMessageContaining("NAME=FROM:TO");
        assertThatThrownBy(() -> BoxSide.parse("zeta=2:1")).hasMessageContaining("empty");
        assertThatThrownBy(() -> BoxSide.parse("zeta=1/0:1")).isInstanceOf(RuntimeException.class);
        assertThat(BoxSide.parse("zeta=2/5:3/5").interval().contains(0.4)).isTrue();
    }

    private static BoxSearch search(Interval x, Interval y, Interval zeta) {
        return over(Problems.valley("1", "1e-2"), List.of("z"), List.of(x, y, zeta), BUDGET);
    }

    private static BoxSearch over(Problem problem, List<String> parameters, List<Interval> box, int budget) {
        List<String> names = new ArrayList<>();
        problem.variables().forEach(variable -> names.add(variable.name()));
        names.addAll(parameters);
        Map<String, Interval> sides = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            sides.put(names.get(i), box.get(i));
        }
        return new BoxSearch(problem, sides, budget);
    }

    private static BoxDecision decide(BoxSearch search, String claim) {
        return search.decide(BoxClaim.parse(claim), parts -> {});
    }

    private static LocalGeometry<Binary64> geometry(double x, double y, double zeta) {
        return evaluate(evaluator(zeta), x, y);
    }

    private static GeometryEvaluator<Binary64> evaluator(double zeta) {
        return new GeometryEvaluator<>(
                CompiledLoss.of(AnalyticLosses.valley(Double.toString(zeta), "1/100")), new DoubleEigensolver());
    }

    private static LocalGeometry<Binary64> evaluate(GeometryEvaluator<Binary64> evaluator, double x, double y) {
        return evaluator.evaluate(
                new ArrayFieldVector<>(new Binary64[] {new Binary64(x), new Binary64(y)}),
                SignConvention.largestComponentPositive());
    }

    /** A linear optimizer that is Nesterov's method where p = m = 1/2; by NumPy a pair leaves the disc first for p = -0.18 and below, -1 from -0.12 on. */
    private static BoxSearch ofOptimizer(String a, String c, double lower, double upper) {
        Problem problem = Problems.straightValley("1/1000")
                .parameter("p", "1/2")
                .parameter("m", "1/2")
                .linear("[['1 + m', '%s'], ['1', '0']]".formatted(a), "['-eta', '0']", "['%s', '-p']".formatted(c))
                .problem();
        Map<String, Interval> box = new LinkedHashMap<>();
        box.put("x", new Interval(-0.01, 0.01));
        box.put("y", new Interval(4, 4.5));
        box.put("p", new Interval(lower, upper));
        return new BoxSearch(problem, box, BUDGET);
    }

    @Test
    void whatLeavesFirstIsShownForAllParametersOfABox() {
        assertThat(decide(ofOptimizer("-m", "1 + p", 0.1, 0.6), "alpha > 0").status())
                .isEqualTo(Status.HOLDS);

        BoxDecision decision = decide(ofOptimizer("-m", "1 + p", -0.3, 0.6), "alpha > 0");
        assertThat(decision.status()).isEqualTo(Status.UNDECIDED);
        assertThat(decision.reason().orElseThrow()).contains("unit disc");
    }

    @Test
    void rowsThatAddUpToOneAtTheFilesParametersAloneAreNoOptimizers() {
        BoxDecision decision = decide(ofOptimizer("-m", "3/2", 0.4, 0.6), "alpha > 0");
        assertThat(decision.status()).isEqualTo(Status.UNDECIDED);
        assertThat(decision.reason().orElseThrow()).contains("do not add up to 1");
    }
}
