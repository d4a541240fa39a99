package org.selfstab.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.selfstab.expression.Expression;
import org.selfstab.vocabulary.Verdict.Status;

/** The rule of the verdicts on errors whose order is known. */
class ObservedOrderTest {

    private static final double[] DECADES = {1e-2, 1e-3, 1e-4, 1e-5};

    @Test
    void anErrorOfOrderOneThatBendsHolds() {
        assertThat(status(h -> 15 * h * (1 - 10 * h))).isEqualTo(Status.HOLDS);
        assertThat(status(h -> 15 * h * (1 - 1.5 * Math.sqrt(h)))).isEqualTo(Status.HOLDS);
        assertThat(status(h -> 15 * h * (1 + Math.sqrt(h)))).isEqualTo(Status.HOLDS);
    }

    @Test
    void constantsThatTendToALimitHoldThoughTheSlopeIsClearlyBelowOne() {
        // examples/sharp-valley.toml, zeta = 1, |mean x^2/delta^2 - 1|/eps over periods of the prediction.
        double[] eps = {0.02999, 0.009486, 0.003, 0.0009487, 0.0003};
        double[] constants = {0.5591, 1.526, 2.094, 2.311, 2.384};
        ObservedOrder observed = ofConstants(eps, constants);
        assertThat(observed.fit().orElseThrow().slope()).isCloseTo(0.856, within(1e-3));
        assertThat(observed.verdict().status()).isEqualTo(Status.HOLDS);
        assertThat(observed.verdict().reason()).startsWith("the constants tend to 2.4");
        // A slope of 0.997 +- 0.001 whose margin does not reach 1.
        assertThat(ofConstants(
                                new double[] {0.04348, 0.02153, 0.009572, 0.004268},
                                new double[] {5.176, 5.215, 5.243, 5.258})
                        .verdict()
                        .status())
                .isEqualTo(Status.HOLDS);
    }

    @Test
    void theLimitAndItsErrorAreThoseOfRichardson() {
        OrderFit fit = ofConstants(new double[] {0.4, 0.2, 0.1}, new double[] {2.6, 2.8, 2.91})
                .fit()
                .orElseThrow();
        assertThat(fit.limit()).isCloseTo(3.02, within(1e-12));
        assertThat(fit.limitError()).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void theLimitOfConstantsThatFallIsTheirsAndNotTheCoarsestMembers() {
        OrderFit halves = ofConstants(new double[] {0.4, 0.2, 0.1}, new double[] {3.4, 3.2, 3.09})
                .fit()
                .orElseThrow();
        assertThat(halves.limit()).isCloseTo(2.98, within(1e-12));
        assertThat(halves.limitError()).isCloseTo(0.02, within(1e-12));
        OrderFit toNothing = ofConstants(new double[] {0.4, 0.2, 0.1}, new double[] {0.41, 0.2, 0.09})
                .fit()
                .orElseThrow();
        assertThat(toNothing.limit()).isZero();
        assertThat(toNothing.limitError()).isPositive();
    }

    @Test
    void constantsThatGrowLikeAPowerFail() {
        assertThat(status(Math::sqrt)).isEqualTo(Status.FAILS);
        assertThat(status(h -> 0.1)).isEqualTo(Status.FAILS);
        double[] eps = {3e-2, 1e-2, 3e-3, 1e-3};
        assertThat(ofGrowth(eps, e -> 1 / e).verdict().status()).isEqualTo(Status.FAILS);
        assertThat(ofGrowth(eps, e -> 1 / Math.sqrt(e)).verdict().status()).isEqualTo(Status.FAILS);
        assertThat(ofGrowth(eps, e -> 5 + 1 / e).verdict().status()).isEqualTo(Status.FAILS);
        // examples/sharp-valley.toml with the linearised projection: C_1, and the average of x^2.
        double[] decades = {2.999e-2, 9.486e-3, 3e-3, 9.487e-4};
        assertThat(ofConstants(decades, new double[] {101.9, 297.1, 916.2, 2874})
                        .verdict()
                        .status())
                .isEqualTo(Status.FAILS);
        assertThat(ofConstants(decades, new double[] {0.06165, 2.046, 16.6, 62.19})
                        .verdict()
                        .status())
                .isEqualTo(Status.FAILS);
    }

    @Test
    void slowGrowthOfAFewMembersIsUndecided() {
        for (double[] eps : List.of(
                new double[] {1e-1, 3e-2, 1e-2},
                new double[] {3e-2, 1e-2, 3e-3, 1e-3},
                new double[] {1e-2, 1e-3, 1e-4},
                new double[] {8e-2, 4e-2, 2e-2, 1e-2, 5e-3})) {
            assertThat(ofGrowth(eps, e -> Math.log(1 / e)).verdict().status()).isEqualTo(Status.UNDECIDED);
            assertThat(ofGrowth(eps, e -> 5 + Math.log(1 / e)).verdict().status())
                    .isEqualTo(Status.UNDECIDED);
            assertThat(ofGrowth(eps, e -> Math.pow(e, -0.1)).verdict().status()).isEqualTo(Status.UNDECIDED);
            assertThat(ofGrowth(eps, e -> Math.pow(e, -0.05)).verdict().status())
                    .isEqualTo(Status.UNDECIDED);
        }
        assertThat(status(h -> h * Math.log(1 / h))).isEqualTo(Status.UNDECIDED);
        assertThat(status(h -> Math.pow(h, 0.95))).isEqualTo(Status.UNDECIDED);
    }

    @Test
    void growthThatSlowsDownIsNotTakenForAPower() {
        // 10/(1 + 10 eps), far from its limit: the slope is 0.6 with a margin of 0.2.
        ObservedOrder observed = ofGrowth(new double[] {0.316, 0.1, 0.0316, 0.01}, e -> 10 / (1 + 10 * e));
        assertThat(observed.verdict().status()).isNotEqualTo(Status.FAILS);
        assertThat(ofGrowth(new double[] {0.0316, 0.01, 0.00316, 0.001}, e -> 10 / (1 + 10 * e))
                        .verdict()
                        .status())
                .isEqualTo(Status.HOLDS);
    }

    /** Terms of the next order nearly cancel the error of the coarsest member: the slope is 0.2, and the limit far away. */
    @Test
    void steepGrowthAlongALineToALimitIsNotTakenForAPower() {
        for (double spread : new double[] {1.2, 1.5, 2, 3}) {
            double[] eps = {0.03, 0.03 / spread, 0.03 / spread / spread};
            assertThat(ofGrowth(eps, e -> 2.42 - 62 * e).verdict().status()).isNotEqualTo(Status.FAILS);
            assertThat(ofGrowth(eps, e -> 2.42 - 78 * e).verdict().status()).isNotEqualTo(Status.FAILS);
            assertThat(ofGrowth(eps, e -> 2.42 - 40 * e - 700 * e * e).verdict().status())
                    .isNotEqualTo(Status.FAILS);
        }
    }

    @Test
    void constantsThatScatterHoldUnlessTheScatterHidesGrowth() {
        double[] eps = {3e-2, 1e-2, 3e-3, 1e-3};
        assertThat(ofConstants(eps, new double[] {0.33, 0.42, 0.38, 0.40})
                        .verdict()
                        .status())
                .isEqualTo(Status.HOLDS);
        assertThat(ofConstants(eps, new double[] {1.1, 1.05, 1.35, 1.3})
                        .verdict()
                        .status())
                .isEqualTo(Status.UNDECIDED);
        OrderFit fit = fit(new double[] {1e-2, 1e-3, 1e-4}, new double[] {1e-2, 3e-2, 1e-4});
        assertThat(fit.margin()).isGreaterThan(0.25);
        assertThat(ofConstants(new double[] {1e-1, 3e-2, 1e-2}, new double[] {1, 30, 1.2})
                        .verdict()
                        .status())
                .isEqualTo(Status.UNDECIDED);
    }

    @Test
    void anErrorThatChangesItsSignHoldsWhereTheCoarsestConstantServesAll() {
        ObservedOrder observed = observed(points(DECADES, new double[] {1e-4, 1e-7, 2e-7, 1e-10}));
        OrderFit fit = observed.fit().orElseThrow();
        assertThat(fit.slope() - fit.margin()).isLessThan(1);
        assertThat(observed.verdict().status()).isEqualTo(Status.HOLDS);
    }

    @Test
    void otherOrdersFollowTheSameRule() {
        ObservedOrder square = observed(points(DECADES, new double[] {2e-4, 2e-6, 2e-8, 2e-10}));
        assertThat(square.atLeast(2).status()).isEqualTo(Status.HOLDS);
        assertThat(square.atLeast(1.5).status()).isEqualTo(Status.HOLDS);
        assertThat(square.atLeast(2.05).status()).isEqualTo(Status.UNDECIDED);
        assertThat(square.atLeast(3).status()).isEqualTo(Status.FAILS);
        assertThat(square.atMost(2.1).status()).isEqualTo(Status.HOLDS);
        assertThat(square.atMost(1.5).status()).isEqualTo(Status.FAILS);
        assertThat(square.between(1.9, 2.1).status()).isEqualTo(Status.HOLDS);
        assertThat(square.between(2.9, 3.1).status()).isEqualTo(Status.FAILS);
        // The slope of all is 0.75, of the finest two 0.6.
        ObservedOrder bending = observed(
                points(new double[] {1e-2, 1e-3, 1e-4}, new double[] {1, Math.pow(10, -0.9), Math.pow(10, -1.5)}));
        assertThat(bending.atMost(0.7).status()).isEqualTo(Status.UNDECIDED);
    }

    @Test
    void unitsThatEpsilonDoesNotChangeAreExtrapolatedInThemselves() {
        List<ErrorOfMember> points = IntStream.range(0, 4)
                .mapToObj(i -> {
                    double unit = Math.pow(10, -i);
                    return new ErrorOfMember(Expression.constant(i), 0.01, unit, unit * (3 - unit), 0, 0);
                })
                .toList();
        assertThat(observed(points).fit().orElseThrow().byEpsilon()).isFalse();
        assertThat(observed(points).verdict().status()).isEqualTo(Status.HOLDS);
    }

    @Test
    void equalMembersCountOnce() {
        assertThat(ofConstants(new double[] {0.3, 0.3, 0.1, 0.1, 0.03}, new double[] {1, 1, 1.2, 1.2, 1.26})
                        .fit()
                        .orElseThrow()
                        .limitError())
                .isFinite();
    }

    @Test
    void slopeAndStandardErrorAreThoseOfLeastSquares() {
        // log10 of the errors is -2, -3, -5 at -2, -3, -4: slope 1.5, residuals -1/6, 1/3, -1/6, standard error
        // sqrt(1/6/2).
        OrderFit fit = fit(new double[] {1e-2, 1e-3, 1e-4}, new double[] {1e-2, 1e-3, 1e-5});
        assertThat(fit.slope()).isCloseTo(1.5, within(1e-12));
        assertThat(fit.standardError()).isCloseTo(Math.sqrt(1.0 / 12), within(1e-12));
        assertThat(fit.margin()).isCloseTo(6.313751514675 * Math.sqrt(1.0 / 12), within(1e-9));
        assertThat(fit.finest()).isCloseTo(2, within(1e-12));
    }

    @Test
    void twoPointsOrEqualUnitsAllowNoFit() {
        assertThat(OrderFit.through(points(new double[] {1e-2, 1e-3}, new double[] {1, 1})))
                .isEmpty();
        assertThat(OrderFit.through(points(new double[] {1e-2, 1e-2, 1e-2}, new double[] {1, 2, 3})))
                .isEmpty();
    }

    private static Status status(DoubleUnaryOperator error) {
        return observed(points(DECADES, DoubleStream.of(DECADES).map(error).toArray()))
                .verdict()
                .status();
    }

    private static ObservedOrder ofGrowth(double[] eps, DoubleUnaryOperator constant) {
        return ofConstants(eps, DoubleStream.of(eps).map(constant).toArray());
    }

    /** The order in a unit of eps^2 of the errors that need these constants. */
    private static ObservedOrder ofConstants(double[] eps, double[] constants) {
        double[] units = DoubleStream.of(eps).map(e -> e * e).toArray();
        return observed(points(
                units,
                IntStream.range(0, eps.length)
                        .mapToDouble(i -> constants[i] * units[i])
                        .toArray()));
    }

    private static ObservedOrder observed(List<ErrorOfMember> points) {
        return new ObservedOrder("eps delta", points, points.size(), false);
    }

    private static OrderFit fit(double[] units, double[] errors) {
        return OrderFit.through(points(units, errors)).orElseThrow();
    }

    private static List<ErrorOfMember> points(double[] units, double[] errors) {
        return IntStream.range(0, units.length)
                .mapToObj(
                        i -> new ErrorOfMember(Expression.constant(i), Math.sqrt(units[i]), units[i], errors[i], 0, 0))
                .toList();
    }
}
