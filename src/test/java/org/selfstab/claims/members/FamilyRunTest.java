package org.selfstab.claims.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.Problems;
import org.selfstab.claims.FamilyMember;
import org.selfstab.claims.FamilyOrder;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.OrderFit;
import org.selfstab.claims.OrderStatement;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict.Status;

/** The orders of theory.md section 8 on problems for which the theorem holds, and where it fails. */
class FamilyRunTest {

    private static final String[] DECADES = {"1e-2", "1e-3", "1e-4", "1e-5"};

    /** Coarser members bend the line so much that 1 lies outside the slope's margin. */
    private static final String[] FINE = {"1e-4", "1e-5", "1e-6"};

    private static final List<OrderStatement> IMPLICIT_BIAS =
            List.of(OrderStatement.IMPLICIT_BIAS, OrderStatement.DESCENT);

    @ParameterizedTest
    @ValueSource(strings = {"1/2", "1"})
    void theConclusionsAreOfOrderOneOnTheSharpValley(String z) {
        assertOrderOne(run(Problems.valley(z, "1e-2"), RunOptions.defaults(), FINE));
    }

    @Test
    void theConclusionsAreOfOrderOneOnTheDiskValley() {
        assertOrderOne(run(Problems.diskValley("1e-2"), RunOptions.defaults(), FINE));
    }

    @Test
    void theConclusionsAreOfOrderOneOnANetwork() throws IOException {
        String text = Files.readString(Path.of("examples/two-neurons.toml"));
        // Over one period: over three the coarsest member bends the line.
        Problem network = ProblemReader.read(
                        "two-neurons",
                        text.replace("at_edge = true", "at_edge = true\nhorizon = \"5/(eta*sqrt(alpha))\""),
                        Map.of())
                .problem();
        assertOrderOne(run(network, network.family().orElseThrow(), RunOptions.defaults(), 2));
    }

    /** Neither on a coarse family nor on one as fine as doubles can tell do the constants of (27a) and (27b) grow. */
    @Test
    void theImplicitBiasIsOfOrderOne() {
        Problem network = ProblemReader.read(Path.of("examples/two-neurons.toml"), Map.of())
                .problem();
        for (FamilyResult result : List.of(
                run(Problems.diskValley("1e-2"), RunOptions.defaults(), DECADES),
                run(network, network.family().orElseThrow(), RunOptions.defaults(), 2))) {
            for (OrderStatement statement : IMPLICIT_BIAS) {
                assertThat(result.order(statement).verdict().status())
                        .as(statement.title().ascii())
                        .isEqualTo(Status.HOLDS);
            }
        }
    }

    /** The twin of theory.md section 9: an edge of curvature 1/sqrt(e), that is of order 1/eps, or 1/e. */
    @ParameterizedTest
    @CsvSource({"1/sqrt(epsilon), 1, HOLDS", "1/epsilon, 2, FAILS"})
    void anEdgeThatBendsSharplyLosesTheImplicitBias(String bend, int exponent, Status descent) {
        Problem bent = ProblemReader.read(Path.of("examples/valleys/bent-valley.toml"), Map.of("bend", bend))
                .problem();
        FamilyResult result = run(bent, bent.family().orElseThrow(), RunOptions.defaults(), 2);
        FamilyOrder bias = result.order(OrderStatement.IMPLICIT_BIAS);

        assertThat(bias.verdict().status()).isEqualTo(Status.FAILS);
        // The unit is of order eps^4.
        assertThat(bias.fit().orElseThrow().slope()).isCloseTo(1 - exponent / 4.0, within(0.01));
        assertThat(result.order(OrderStatement.DESCENT).verdict().status()).isEqualTo(descent);
    }

    @Test
    void inTwoVariablesTheImplicitBiasAssertsNothingAndDoesNotCount() {
        FamilyResult result = run(Problems.valley("1", "1e-2"), RunOptions.defaults(), FINE);

        assertThat(IMPLICIT_BIAS)
                .allSatisfy(statement ->
                        assertThat(result.order(statement).verdict().status()).isEqualTo(Status.NOT_APPLICABLE));
        assertThat(result.status()).isEqualTo(Status.HOLDS);
    }

    /** Errors of the finest members are below the rounding of points, and are left out; with more digits they are not. */
    @Test
    void whatRoundingHidesIsLeftOutOfTheOrder() {
        FamilyOrder bias = run(Problems.diskValley("1e-2"), RunOptions.defaults(), "1e-5", "1e-6", "1e-7")
                .order(OrderStatement.IMPLICIT_BIAS);

        assertThat(bias.verdict().status()).isEqualTo(Status.UNDECIDED);
        assertThat(bias.verdict().reason()).contains("2 of 3 members left out: their errors are at rounding level");
    }

    /** Each slope is at least 1 within its 95% confidence interval, for the five statements on the iterates. */
    private static void assertOrderOne(FamilyResult result) {
        assertThat(result.orders()).hasSize(OrderStatement.values().length);
        assertThat(result.orders())
                .filteredOn(order -> !IMPLICIT_BIAS.contains(order.statement()))
                .allSatisfy(order -> {
                    OrderFit fit = order.fit().orElseThrow();
                    assertThat(order.verdict().status()).isEqualTo(Status.HOLDS);
                    assertThat(fit.slope() + fit.margin()).isGreaterThanOrEqualTo(1);
                });
        for (OrderStatement statement :
                List.of(OrderStatement.COUPLING, OrderStatement.LOSS, OrderStatement.SHARPNESS)) {
            OrderFit fit = result.order(statement).fit().orElseThrow();
            assertThat(fit.slope()).isCloseTo(1, within(0.02));
            assertThat(fit.standardError()).isLessThan(0.006);
        }
    }

    /** Without skewness the leading error vanishes and the coupling is of a higher order: eps delta ~ e, the deviation ~ e^1.5. */
    @Test
    void withoutSkewnessTheCouplingIsOfHigherOrder() {
        OrderFit fit = run(Problems.valley("0", "1e-2"), RunOptions.defaults(), DECADES)
                .order(OrderStatement.COUPLING)
                .fit()
                .orElseThrow();
        assertThat(fit.slope()).isCloseTo(1.5, within(0.03));
    }

    @Test
    void theAveragesAreOfOrderOne() {
        FamilyResult result = run(Problems.valley("1/2", "1e-2"), RunOptions.defaults(), "1e-2", "1e-3", "1e-4");
        assertThat(result.order(OrderStatement.AVERAGE_OSCILLATION).verdict().status())
                .isEqualTo(Status.HOLDS);
        assertThat(result.order(OrderStatement.AVERAGE_LOSS).verdict().status()).isEqualTo(Status.HOLDS);
    }

    /** At z = 1 the constants grow from 13.4 to a limit of 15.2. Close members do not tell that they end, decades do. */
    @Test
    void finerMembersDecideWhatCloseOnesCannot() {
        Problem problem = Problems.valley("1", "1e-2");
        FamilyOrder close =
                run(problem, RunOptions.defaults(), "1/100", "1/200", "1/500").order(OrderStatement.COUPLING);
        assertThat(close.verdict().status()).isEqualTo(Status.UNDECIDED);
        FamilyOrder decades =
                run(problem, RunOptions.defaults(), "1e-2", "1e-3", "1e-4").order(OrderStatement.COUPLING);
        assertThat(decades.verdict().status()).isEqualTo(Status.HOLDS);
        OrderFit fit = decades.fit().orElseThrow();
        assertThat(fit.limit()).isCloseTo(15.2, within(fit.limitError()));
        FamilyOrder finer =
                run(problem, RunOptions.defaults(), "1e-4", "1e-5", "1e-6").order(OrderStatement.COUPLING);
        assertThat(finer.fit().orElseThrow().limit()).isCloseTo(fit.limit(), within(fit.limitError()));
    }

    /**
     * The linearised projection leaves a deviation of order delta: its constant grows like 1/eps, the relative deviation does not fall,
     * and in {@code eps delta ~ delta^2} the deviation is of order 1/2.
     */
    @ParameterizedTest
    @EnumSource(names = {"MOVING", "AMBIENT"})
    void theCouplingFailsWithTheLinearisedProjection(PredictedFrame frame) {
        FamilyOrder coupling = run(
                        Problems.valley("1", "1e-2"),
                        new RunOptions(ProjectionMethod.LINEARISED, frame, Optional.empty()),
                        DECADES)
                .order(OrderStatement.COUPLING);
        assertThat(coupling.verdict().status()).isEqualTo(Status.FAILS);
        assertThat(coupling.verdict().witness()).isPresent();
        assertThat(coupling.fit().orElseThrow().slope()).isCloseTo(0.5, within(0.03));
        assertThat(coupling.fit().orElseThrow().slopeInEpsilon()).isCloseTo(0, within(0.06));
    }

    @Test
    void threadsDoNotMatter() {
        Problem problem = Problems.valley("1", "1e-2");
        FamilyResult sequential = run(problem, RunOptions.defaults(), 1, "1e-2", "1e-3", "1e-4");
        FamilyResult parallel = run(problem, RunOptions.defaults(), 3, "1e-2", "1e-3", "1e-4");
        assertThat(parallel).isEqualTo(sequential);
    }

    @Test
    void membersKeepTheOrderOfTheFamily() {
        FamilyResult result = run(Problems.valley("1", "1e-2"), RunOptions.defaults(), "1e-3", "1e-2", "2e-3");
        assertThat(result.members().stream().map(FamilyMember::number)).containsExactly(1e-3, 1e-2, 2e-3);
        assertThat(result.members().stream()
                        .map(member ->
                                member.verification().constants().orElseThrow().steps()))
                .containsExactly(527, 166, 372);
    }

    @Test
    void twoMembersAreTooFew() {
        FamilyResult result = run(Problems.valley("1", "1e-2"), RunOptions.defaults(), "1e-2", "1e-3");
        assertThat(result.status()).isEqualTo(Status.UNDECIDED);
        assertThat(result.order(OrderStatement.COUPLING).verdict().reason()).contains("at least 3 members");
    }

    @Test
    void aParameterThatDoesNotChangeTheUnitDecidesNothing() {
        Problem problem = Problems.valley("1", "1e-2");
        FamilyResult result = run(problem, new Family("z", values("1/2", "3/4", "1")), RunOptions.defaults(), 2);
        FamilyOrder coupling = result.order(OrderStatement.COUPLING);
        assertThat(coupling.verdict().status()).isEqualTo(Status.UNDECIDED);
        assertThat(coupling.verdict().reason()).contains("hardly differs");
    }

    @Test
    void withoutProgressiveSharpeningNothingApplies() {
        Problem problem = Problems.flatteningValley();
        FamilyResult result = run(problem, RunOptions.defaults(), "1e-2", "1e-3", "1e-4");
        assertThat(result.orders())
                .allSatisfy(order -> assertThat(order.verdict().status()).isEqualTo(Status.NOT_APPLICABLE));
    }

    /** Where z = 0, the deviation falls like e^1.5: at e = 1e-9 to some 1e-15, which is rounding beside |theta| = 6.7. */
    @Test
    void errorsAtRoundingLevelAreLeftOut() {
        FamilyOrder coupling = run(Problems.valley("0", "1e-2"), optionsWithHorizon(500), "1e-9", "3e-10", "1e-10")
                .order(OrderStatement.COUPLING);
        assertThat(coupling.verdict().status()).isEqualTo(Status.UNDECIDED);
        assertThat(coupling.verdict().reason()).contains("rounding level");
    }

    @Test
    void thirtyDigitsGiveTheSameSlopes() {
        Problem problem = Problems.valley("1", "1e-2");
        Family family = new Family("e", values("1e-1", "3e-2", "1e-2"));
        RunOptions options = optionsWithHorizon(15);
        FamilyResult precise =
                new FamilyRun<Dfp>(problem, family, () -> new DecimalBackend(30), options).run(2, RunListener.none());
        FamilyResult rounded = run(problem, family, options, 2);
        for (OrderStatement statement :
                List.of(OrderStatement.COUPLING, OrderStatement.LOSS, OrderStatement.SHARPNESS)) {
            assertThat(precise.order(statement).fit().orElseThrow().slope())
                    .isCloseTo(rounded.order(statement).fit().orElseThrow().slope(), within(1e-8));
        }
    }

    @Test
    void aFailureNamesTheMember() {
        assertThatThrownBy(() -> failing(new SelfstabException("broken", "mend it")))
                .isInstanceOf(SelfstabException.class)
                .hasMessage("the family's member with e = 1/100: broken; mend it");
    }

    /** A defect of the program is not told as bad input. */
    @Test
    void aDefectNamesTheMemberAndStaysOne() {
        assertThatThrownBy(() -> failing(new IllegalStateException("broken")))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("the family's member with e = 1/100")
                .hasRootCauseMessage("broken");
    }

    private static FamilyResult failing(RuntimeException failure) {
        Family family = new Family("e", values("1e-2", "1e-3"));
        return new FamilyRun<Binary64>(
                        Problems.valley("1", "1e-2"), family, CompiledBackend::new, RunOptions.defaults())
                .run(1, (task, steps) -> {
                    if (steps > 0) {
                        throw failure;
                    }
                });
    }

    @Test
    void anInterruptStopsTheRuns() {
        Problem problem = Problems.valley("1", "1e-2");
        Family family = new Family("e", values("1e-2", "1e-3"));
        FamilyRun<Binary64> run = new FamilyRun<>(problem, family, CompiledBackend::new, RunOptions.defaults());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run.run(2, RunListener.none())).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static RunOptions optionsWithHorizon(int steps) {
        return new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.of(steps));
    }

    private static FamilyResult run(Problem problem, RunOptions options, String... e) {
        return run(problem, options, 2, e);
    }

    private static FamilyResult run(Problem problem, RunOptions options, int threads, String... e) {
        return run(problem, new Family("e", values(e)), options, threads);
    }

    private static FamilyResult run(Problem problem, Family family, RunOptions options, int threads) {
        return new FamilyRun<Binary64>(problem, family, CompiledBackend::new, options).run(threads, RunListener.none());
    }

    private static List<Expression> values(String... texts) {
        ExpressionParser parser = new ExpressionParser(List.of());
        return Arrays.stream(texts).map(text -> parser.parse(text).expression()).toList();
    }
}
