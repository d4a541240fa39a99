package org.selfstab.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.selfstab.claims.Verdict.Status;
import org.selfstab.expression.Expression;

/** The rule of the verdicts on errors whose order is known. */
class OrderDecisionTest {

    private static final double[] DECADES = {1e-2, 1e-3, 1e-4, 1e-5};

    @Test
    void anErrorOfOrderOneThatBendsHolds() {
        assertThat(status(h -> 15 * h * (1 - 10 * h))).isEqualTo(Status.HOLDS);
        assertThat(status(h -> 15 * h * (1 - 1.5 * Math.sqrt(h)))).isEqualTo(Status.HOLDS);
        assertThat(status(h -> 15 * h * (1 + Math.sqrt(h)))).isEqualTo(Status.HOLDS);
    }

    @Test
    void anExactPowerIsJudgedByItsExponent() {
        assertThat(status(h -> h * h)).isEqualTo(Status.HOLDS);
        assertThat(status(h -> Math.pow(h, 0.95))).isEqualTo(Status.UNDECIDED);
        assertThat(status(Math::sqrt)).isEqualTo(Status.FAILS);
        assertThat(status(h -> 0.1)).isEqualTo(Status.FAILS);
    }

    @Test
    void aLogarithmIsNotTakenForTheOrderOne() {
        assertThat(status(h -> h * Math.log(1 / h))).isEqualTo(Status.UNDECIDED);
    }

    @Test
    void anErrorThatChangesItsSignHoldsWhereTheCoarsestConstantServesAll() {
        OrderFit fit = fit(new double[] {1e-2, 1e-3, 1e-4, 1e-5}, new double[] {1e-4, 1e-7, 2e-7, 1e-10});
        assertThat(fit.slope() - fit.margin()).isLessThan(1);
        assertThat(OrderDecision.statusOf(fit)).isEqualTo(Status.HOLDS);
    }

    @Test
    void scatteredErrorsAreUndecided() {
        OrderFit fit = fit(new double[] {1e-2, 1e-3, 1e-4}, new double[] {1e-2, 3e-2, 1e-4});
        assertThat(fit.margin()).isGreaterThan(OrderDecision.WIDEST_MARGIN);
        assertThat(OrderDecision.statusOf(fit)).isEqualTo(Status.UNDECIDED);
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
        return OrderDecision.statusOf(
                fit(DECADES, DoubleStream.of(DECADES).map(error).toArray()));
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
