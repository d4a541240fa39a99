package org.selfstab.claims.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.claims.DriftFamilyResult;
import org.selfstab.claims.DriftOptions;
import org.selfstab.claims.DriftResult;
import org.selfstab.claims.SlowMember;
import org.selfstab.claims.SlowResult;
import org.selfstab.claims.SmallOscillations;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.run.FloorDirections;
import org.selfstab.run.RunListener;
import org.selfstab.vocabulary.DriftVerdict;
import org.selfstab.vocabulary.Verdict;

/** The law of the slow drift beside exact iterates: the rows of theory.md section 18. */
class DriftRunTest {

    private static final String START = "7*sqrt(2*e)/10";

    private static Problem planar(String loss, String e) {
        return ProblemBuilder.of("drift", loss)
                .parameter("eta", "3/10")
                .parameter("e", e)
                .start("x", START)
                .start("y", "2/eta")
                .atEdge()
                .problem();
    }

    /** X = 0 stays: E is infinite of iterates that are not. One far beyond the law that diverges tells nothing of it. */
    @ParameterizedTest
    @CsvSource({"(y + x)*x^2/2 - y/10, 0, NOT_APPLICABLE", "y*x^2/2 + 3*x^4 - y/10, 1/1000, UNDECIDED"})
    void startsOfWhichTheLawSaysNothing(String loss, String x, DriftVerdict verdict) {
        DriftResult result = drift(ProblemBuilder.of("drift", loss)
                .parameter("eta", "3/10")
                .start("x", x)
                .start("y", "2/eta")
                .atEdge()
                .problem());

        assertThat(result.verdict()).as(result.reason()).isEqualTo(verdict);
    }

    private static DriftResult drift(Problem problem) {
        return drift(problem, DriftOptions.defaults());
    }

    private static DriftResult drift(Problem problem, DriftOptions options) {
        return new DriftRun(problem, options).run(step -> {});
    }

    @ParameterizedTest
    @CsvSource({
        "(y + x/4)*x^2/2 - e*y, 23/16, GROWING",
        "(y + x)*x^2/2 - e*y, -7, DAMPED",
        "y*x^2/2 - e*y + 6/5*e*(y - 2/eta)^2/2, -2, DAMPED",
        "(y + 3/2*(y - 2/eta)^2/2)*x^2/2 - e*y, -3, DAMPED",
        "y*x^2/2 - e*y + 9/10*x^4/24, 4, GROWING",
        "(2/eta)*exp(3/10*(y - 2/eta))*x^2/2 - e*y/4, 3/2, GROWING",
        "y*(x - 3/10*(y - 2/eta)^2/2)^2/2 - e*y, -2, DAMPED"
    })
    void rowsOfTwoVariables(String loss, String gamma, DriftVerdict verdict) {
        DriftResult result = drift(planar(loss, "1/1000"));

        assertThat(result.verdict()).as(result.reason()).isEqualTo(verdict);
        assertThat(result.start().orElseThrow().rates().gamma()).isEqualTo(numerator(gamma), within(1e-6));
        assertThat(result.comparison().orElseThrow().ratio().orElseThrow()).isEqualTo(1, within(0.005));
    }

    private static double numerator(String fraction) {
        int slash = fraction.indexOf('/');
        return slash < 0
                ? Double.parseDouble(fraction)
                : Double.parseDouble(fraction.substring(0, slash)) / Double.parseDouble(fraction.substring(slash + 1));
    }

    @Test
    void errorFallsAsEpsilonSquared() {
        double coarse = error("1/1000");
        double fine = error("1/10000");

        assertThat(coarse).isBetween(1e-3, 5e-3);
        assertThat(fine).isBetween(1e-4, 5e-4);
    }

    private static double error(String e) {
        return Math.abs(drift(planar("(y + x/2)*x^2/2 - e*y", e))
                        .comparison()
                        .orElseThrow()
                        .ratio()
                        .orElseThrow()
                - 1);
    }

    /** Distances from iterates over half of 1/eps^2 steps, by a program of its own in Python. */
    @ParameterizedTest
    @CsvSource({
        "(y + x/2)*x^2/2 - e*y, .03833, .00687",
        "(y + x/4)*x^2/2 - e*y, .42619, .00015",
        "(y + 3/2*(y - 2/eta)^2/2)*x^2/2 - e*y, .32143, .00261",
        "y*x^2/2 - e*y + 6/5*e*(y - 2/eta)^2/2, .25544, .00274"
    })
    void theEquationOfSecondOrderStaysWithTheIterates(String loss, double first, double second) {
        SlowMember found = new SlowRun(planar(loss, "1/1000"), Optional.of(5555), RunListener.none())
                .run()
                .members()
                .get(0);

        assertThat(found.errors().orElseThrow().first().value()).isEqualTo(first, within(0.002));
        assertThat(found.errors().orElseThrow().second().value()).isEqualTo(second, within(5e-5));
    }

    @Test
    void errorsOfAFamilyHaveTheirOrders() {
        Problem problem = planar("(y + x/2)*x^2/2 - e*y", "1/1000");
        Family family = new Family(
                "e",
                Stream.of(100, 200, 400)
                        .map(k -> Expression.ONE.dividedBy(Expression.constant(k)))
                        .toList());

        SlowResult slow = new SlowRun(problem, Optional.empty(), RunListener.none()).run(family, 1);
        assertThat(slow.ofSecond().fit().orElseThrow().slope()).isBetween(0.85, 1.1);
        assertThat(slow.ofFirst().fit().orElseThrow().slope()).isLessThan(0.5);
        DriftFamilyResult drift =
                new DriftFamilyRun(problem, family, DriftOptions.defaults()).run(1, RunListener.none());
        assertThat(drift.order().fit().orElseThrow().slope()).isBetween(1.8, 2.2);
    }

    @Test
    void noEquationIsFollowedWhereCurvatureIsIntermediate() {
        SlowResult found = new SlowRun(intermediate("3", "1/1000"), Optional.empty(), RunListener.none()).run();

        assertThat(found.status()).isEqualTo(Verdict.Status.UNDECIDED);
        assertThat(found.members().get(0).obstacle().orElseThrow()).contains("intermediate");
    }

    /** (D12). */
    @Test
    void halvesTheEnergyInTheStepsPredicted() {
        DriftResult.Comparison comparison =
                drift(planar("(y + x/2)*x^2/2 - e*y", "1/1000")).comparison().orElseThrow();

        assertThat(comparison.halvingMeasured().orElseThrow()
                        / comparison.halvingSteps().orElseThrow())
                .isEqualTo(1, within(0.005));
    }

    /** Where alpha moves, and on the way to a limit cycle: by the rates along the trajectory. */
    @Test
    void doublesTheEnergyInTheStepsPredicted() {
        for (Problem problem :
                List.of(circular("0", "6/5", "7/10"), planar("y*x^2/2 - e*y + 10*(y - 2/eta)^4/24", "1/1000"))) {
            DriftResult.Comparison comparison = drift(problem).comparison().orElseThrow();

            assertThat(comparison.halvingMeasured().orElseThrow()
                            / comparison.halvingSteps().orElseThrow())
                    .isEqualTo(1, within(0.002));
        }
    }

    /** Near the axis x is {@code exp(-E)} delta, below the mean's own pace along u where the floor is curved: 1.0007 by a program of its own in C, with first differences .935. */
    @Test
    void measuresLargeEnergies() {
        DriftResult.Comparison comparison = drift(
                        planar("y*(x - 3/20*(y - 2/eta)^2/2)^2/2 - e*y", "1/1000"),
                        new DriftOptions(Optional.of(70_000), FloorDirections.Limits.DEFAULT))
                .comparison()
                .orElseThrow();

        assertThat(comparison.last().energy()).isEqualTo(22.04, within(0.01));
        assertThat(comparison.ratio().orElseThrow()).isEqualTo(1.0007, within(1e-4));
    }

    /** From E below that of settled iterates, which does not stay there: 1.0001, with the same Gamma, by a program of its own in Python. */
    @Test
    void growsFromNearTheTwoCycle() {
        DriftResult result = drift(ProblemBuilder.of("drift", "(sqrt(2*y^2 + w^2) + x/3)*x^2/2 - e*y")
                .parameter("eta", "3/10")
                .parameter("e", "1/1000")
                .start("x", "8/10*sqrt(2*e)")
                .start("y", "2/eta*cos(9/10)/sqrt(2)")
                .start("w", "2/eta*sin(9/10)")
                .atEdge()
                .problem());

        assertThat(result.verdict()).as(result.reason()).isEqualTo(DriftVerdict.GROWING);
        assertThat(result.start().orElseThrow().rates().gamma()).isEqualTo(1.376648, within(1e-6));
        assertThat(result.comparison().orElseThrow().ratio().orElseThrow()).isEqualTo(1, within(5e-4));
    }

    /** From far below the edge: E = 200, where x is {@code exp(-200)} delta. */
    @Test
    void saysNothingOfEnergiesBelowRounding() {
        DriftResult result = drift(
                ProblemBuilder.of("drift", "(y + x/2)*x^2/2 - y/10000")
                        .parameter("eta", "3/10")
                        .start("x", "1/100")
                        .start("y", "2/eta - 1/5")
                        .problem(),
                new DriftOptions(Optional.of(100_000), FloorDirections.Limits.DEFAULT));

        assertThat(result.periodCount()).isGreaterThan(2);
        assertThat(result.verdict()).isEqualTo(DriftVerdict.UNDECIDED);
        assertThat(result.reason()).contains("rounding");
    }

    /** (D15). */
    @Test
    void findsTheLimitCycle() {
        DriftResult result = drift(planar("y*x^2/2 - e*y + 10*(y - 2/eta)^4/24", "1/1000"));

        assertThat(result.verdict()).isEqualTo(DriftVerdict.SUSTAINED);
        DriftResult.Comparison comparison = result.comparison().orElseThrow();
        assertThat(comparison.cycleEnergy().orElseThrow()).isEqualTo(0.2416, within(5e-5));
        assertThat(comparison.last().energy()).isEqualTo(0.2416, within(0.03));
        assertThat(comparison.ratio().orElseThrow()).isEqualTo(1, within(0.005));
    }

    @Test
    void isSustainedWhereNothingDrifts() {
        assertThat(drift(planar("(y + sqrt(2)/3*x)*x^2/2 - e*y", "1/1000")).verdict())
                .isEqualTo(DriftVerdict.SUSTAINED);
    }

    @Test
    void saysThatTheRunIsTooShort() {
        DriftResult result = drift(
                planar("(y + x/2)*x^2/2 - e*y", "1/1000"),
                new DriftOptions(Optional.of(600), FloorDirections.Limits.DEFAULT));

        assertThat(result.verdict()).isEqualTo(DriftVerdict.UNDECIDED);
        assertThat(result.reason()).contains("--steps");
        assertThat(result.steps()).isEqualTo(600);
    }

    /** With everything counted as soft the law is another, and the iterates contradict it. */
    @Test
    void failsWhereTheLawIsNotThatOfTheIterates() {
        Problem stiff = spatial("(y + w)*x^2/2 + w^2/2 - e*y", "0", "1/1000");
        DriftResult result = drift(stiff, new DriftOptions(Optional.of(20000), new FloorDirections.Limits(1000, 100)));

        assertThat(result.verdict()).as(result.reason()).isEqualTo(DriftVerdict.FAILS);
    }

    private static Problem spatial(String loss, String w, String e) {
        return ProblemBuilder.of("drift", loss)
                .parameter("eta", "3/10")
                .parameter("e", e)
                .start("x", START)
                .start("y", "2/eta")
                .start("w", w)
                .atEdge()
                .problem();
    }

    @ParameterizedTest
    @CsvSource({
        "(y + 3/10*w)*x^2/2 + w^2/2 - e*y, 1.4",
        "(y + w)*x^2/2 + w^2/2 - e*y, -4.6666667",
        "y*x^2/2 + 3/2*x*w*(y - 2/eta) + w^2/2 - e*y, -.6470588"
    })
    void rowsWithStiffDirections(String loss, double gamma) {
        DriftResult result = drift(spatial(loss, "0", "1/1000"));

        assertThat(result.start().orElseThrow().rates().gamma()).isEqualTo(gamma, within(1e-3));
        assertThat(result.comparison().orElseThrow().ratio().orElseThrow()).isEqualTo(1, within(0.005));
    }

    /** (D16), with the real parts over eps that theory.md has. */
    @ParameterizedTest
    @CsvSource({".1, -.0250", ".3, -.0746", "1, -.2334", "3, -.3106", "10, -.1000", "30, -.0333"})
    void hasTheRootsOfSmallOscillations(double curvature, double root) {
        Problem problem =
                spatial("(y + w)*x^2/2 + " + (int) (100 * curvature) + "/100*sqrt(e)*w^2/2 - e*y", "0", "1/100000");
        DriftResult.Start start =
                new DriftRun(problem, DriftOptions.defaults()).atStart().start().orElseThrow();

        SmallOscillations.Root found = start.roots().stream()
                .filter(each -> each.imaginary() > 0)
                .findFirst()
                .orElseThrow();
        assertThat(found.real() / (0.3 * Math.sqrt(1e-5))).isEqualTo(root, within(2e-4));
    }

    /** Beside the multipliers of the second iterate at its two-cycle, by NumPy: {@code log(multiplier)/(2 eps)}. */
    @ParameterizedTest
    @CsvSource({".3, -.06862", "1, -.22798", "3, -.30712"})
    void measuresTheRootWhereCurvatureIsIntermediate(double curvature, double root) {
        DriftResult result = drift(intermediate((int) (10 * curvature) + "/10", "1/10000"));

        assertThat(result.verdict()).as(result.reason()).isEqualTo(DriftVerdict.DAMPED);
        assertThat(result.reason()).contains("intermediate", "(D16)");
        SmallOscillations small = result.smallOscillations().orElseThrow();
        assertThat(small.measured().orElseThrow().real() / 0.003).isEqualTo(root, within(2e-3));
        assertThat(small.rate() / 0.003).isEqualTo(root, within(2e-3));
    }

    /** Beside a stiff direction, whose part of Gamma is in the roots, and with skewness along u. */
    @ParameterizedTest
    @CsvSource({"(y + w + v)*x^2/2 + v^2/2, -.31939", "(y + w + x/2)*x^2/2 + v^2/2, -.31123"})
    void measuresTheRootBesideOtherTerms(String loss, double root) {
        SmallOscillations small = drift(ProblemBuilder.of("drift", loss + " + 3*sqrt(e)*w^2/2 - e*y")
                        .parameter("eta", "3/10")
                        .parameter("e", "1/10000")
                        .start("x", "7/10*sqrt(e)")
                        .start("y", "2/eta")
                        .start("w", "0")
                        .start("v", "0")
                        .atEdge()
                        .problem())
                .smallOscillations()
                .orElseThrow();

        assertThat(small.rate() / 0.003).isEqualTo(root, within(2e-3));
        assertThat(small.measured().orElseThrow().real() / 0.003).isEqualTo(root, within(2e-3));
    }

    /** {@code b lambda} in units of the eps of y alone, from 0.7 delta. */
    private static Problem intermediate(String curvature, String e) {
        return ProblemBuilder.of("drift", "(y + w)*x^2/2 + k*sqrt(e)*w^2/2 - e*y")
                .parameter("eta", "3/10")
                .parameter("e", e)
                .parameter("k", curvature)
                .start("x", "7/10*sqrt(e)")
                .start("y", "2/eta")
                .start("w", "0")
                .atEdge()
                .problem();
    }

    /** The y of a valley's floor itself is intermediate: a pair of roots, of either sign, or two real ones. */
    @ParameterizedTest
    @CsvSource({
        "1, 7/10, -.49774, DAMPED",
        "-1/5, 95/100, .10297, GROWING",
        "5, 7/10, -.43874, DAMPED",
        // Two roots as 1 to 2, and two that are nearly one.
        "3, 7/10, -1.00150, DAMPED",
        "28/10, 7/10, -1.40289, DAMPED"
    })
    void measuresTheRootOfOneDirection(String curvature, String x, double root, DriftVerdict verdict) {
        DriftResult result = drift(ProblemBuilder.of("drift", "y*x^2/2 - e*y + h*(y - 2/eta)^2/2")
                .parameter("eta", "3/10")
                .parameter("e", "1/10000")
                .parameter("h", curvature + "/100")
                .start("x", x + "*sqrt(2*e)")
                .start("y", "2/eta")
                .atEdge()
                .problem());

        assertThat(result.verdict()).as(result.reason()).isEqualTo(verdict);
        assertThat(result.smallOscillations()
                                .flatMap(SmallOscillations::measured)
                                .orElseThrow()
                                .real()
                        / 0.003)
                .isEqualTo(root, within(5e-3));
    }

    @Test
    void doesNotDecideWhereTheRootsSignIsNotCertain() {
        DriftResult result = drift(intermediate("3/10", "1/1000"));

        assertThat(result.verdict()).isEqualTo(DriftVerdict.UNDECIDED);
        assertThat(result.reason()).contains("intermediate", "(D16)", "not certain");
        assertThat(result.smallOscillations()
                                .orElseThrow()
                                .measured()
                                .orElseThrow()
                                .real()
                        / 0.3
                        / Math.sqrt(1e-3))
                .isEqualTo(-.05574, within(1e-3));
    }

    @Test
    void rootsThatTheIteratesContradictFail() {
        SmallOscillations.Root root = new SmallOscillations.Root(-3e-4, 1e-3);
        SmallOscillations small = new SmallOscillations(root, 1e-6, 4e-6, Optional.empty());

        assertThat(small.verdict(new SmallOscillations.Root(-2e-4, 1e-3))).isEqualTo(DriftVerdict.FAILS);
        assertThat(small.verdict(new SmallOscillations.Root(-2.95e-4, 1e-3))).isEqualTo(DriftVerdict.DAMPED);
    }

    /** Alpha doubles while the oscillation is small: Y is measured from the pace of delta. */
    @ParameterizedTest
    @CsvSource({"1/2, 13/10, 7/10", "2/5, 6/5, 6/10", "0, 13/10, 9/10"})
    void rowsOfTheCircularEdge(String zeta, String angle, String x) {
        DriftResult result = drift(circular(zeta, angle, x));

        assertThat(result.comparison().orElseThrow().ratio().orElseThrow()).isEqualTo(1, within(0.005));
    }

    private static Problem circular(String zeta, String angle, String x) {
        return ProblemBuilder.of("drift", "(sqrt(y^2 + w^2) + zeta*x)*x^2/2 - e*y")
                .parameter("eta", "3/10")
                .parameter("e", "1/1000")
                .parameter("zeta", zeta)
                .parameter("angle", angle)
                .start("x", x + "*sqrt(2*e*cos(angle))")
                .start("y", "2/eta*cos(angle)")
                .start("w", "2/eta*sin(angle)")
                .atEdge()
                .problem();
    }

    @ParameterizedTest
    @CsvSource({
        "y*x^2/2 + e*y, no progressive sharpening",
        "y*x^2/2 - e*y - 12*sqrt(e)*w^2/2, ridge",
        "y*x^2/2 - e*y + (2/eta - sqrt(e))*w^2/2, second eigenvalue"
    })
    void doesNotApply(String loss, String reason) {
        DriftResult result = drift(spatial(loss, "0", "1/10000"));

        assertThat(result.verdict()).as(result.reason()).isEqualTo(DriftVerdict.NOT_APPLICABLE);
        assertThat(result.reason()).contains(reason);
    }

    @Test
    @Tag("long")
    void rowsAtTenThousandth() {
        for (String loss :
                new String[] {"(y + x/4)*x^2/2 - e*y", "(y + x)*x^2/2 - e*y", "y*x^2/2 - e*y - 18/10*x^4/24"}) {
            assertThat(drift(planar(loss, "1/10000"))
                            .comparison()
                            .orElseThrow()
                            .ratio()
                            .orElseThrow())
                    .isEqualTo(1, within(0.001));
        }
    }
}
