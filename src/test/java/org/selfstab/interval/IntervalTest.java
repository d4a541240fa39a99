package org.selfstab.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Containment: of exact rational results by the basic operations, of 60-digit values by the elementary functions. */
class IntervalTest {

    private static final DfpField DIGITS = new DfpField(60);

    /** An interval and a member of it. */
    private record Member(Interval interval, double number) {

        BigFraction exact() {
            return exactly(number);
        }

        Dfp decimal() {
            return DIGITS.newDfp(new BigDecimal(number).toString());
        }
    }

    /** A double of any magnitude at which results neither overflow nor underflow, or a small round one, where results are exact. */
    private static Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.doubles().between(-1, 1),
                                Arbitraries.integers().between(-120, 120))
                        .as((mantissa, exponent) -> Math.scalb(mantissa, exponent)),
                Arbitraries.integers().between(-4, 4).map(Integer::doubleValue));
    }

    private static Arbitrary<Member> around(Arbitrary<Double> numbers) {
        return Combinators.combine(numbers, numbers, Arbitraries.doubles().between(0, 1), Arbitraries.of(true, false))
                .as((a, b, part, point) -> {
                    Interval interval = point ? Interval.of(a) : new Interval(Math.min(a, b), Math.max(a, b));
                    double inside = interval.lower() + part * (interval.upper() - interval.lower());
                    return new Member(interval, Math.max(interval.lower(), Math.min(interval.upper(), inside)));
                });
    }

    @Provide
    Arbitrary<Member> members() {
        return around(doubles());
    }

    @Provide
    Arbitrary<Member> moderate() {
        return around(Arbitraries.oneOf(
                Arbitraries.doubles().between(-30, 30),
                Arbitraries.doubles().between(-1, 1).map(x -> 1e-9 * x)));
    }

    @Property(tries = 3000, seed = "20261124")
    void basicOperationsContainTheExactResults(@ForAll("members") Member a, @ForAll("members") Member b) {
        assertContains(Interval::add, BigFraction::add, a, b);
        assertContains(Interval::subtract, BigFraction::subtract, a, b);
        assertContains(Interval::multiply, BigFraction::multiply, a, b);
        if (b.number() != 0.0) {
            assertContains(Interval::divide, BigFraction::divide, a, b);
        }
    }

    private static void assertContains(
            BinaryOperator<Interval> operation, BinaryOperator<BigFraction> exact, Member a, Member b) {
        Interval result = operation.apply(a.interval(), b.interval());
        BigFraction expected = exact.apply(a.exact(), b.exact());
        assertThat(contains(result, expected)).as("%s, %s: %s", a, b, result).isTrue();
    }

    /** Of two numbers the result is exact or lies between neighbouring doubles. */
    @Property(tries = 3000, seed = "20261124")
    void basicOperationsOnNumbersAreTight(@ForAll("members") Member a, @ForAll("members") Member b) {
        Interval x = Interval.of(a.number());
        Interval y = Interval.of(b.number());
        assertTight(x.add(y), a.exact().add(b.exact()));
        assertTight(x.multiply(y), a.exact().multiply(b.exact()));
        if (b.number() != 0.0) {
            assertTight(x.divide(y), a.exact().divide(b.exact()));
        }
    }

    private static void assertTight(Interval result, BigFraction exact) {
        assertThat(result.upper()).isLessThanOrEqualTo(Math.nextUp(result.lower()));
        boolean representable = exactly(exact.doubleValue()).compareTo(exact) == 0;
        assertThat(result.lower() == result.upper())
                .as("%s contains %s", result, exact)
                .isEqualTo(representable);
    }

    @Property(tries = 3000, seed = "20261124")
    void squaresPowersAndRootsContainTheExactResults(@ForAll("members") Member a) {
        assertThat(contains(a.interval().square(), a.exact().pow(2))).isTrue();
        assertThat(a.interval().square().lower()).isNotNegative();
        assertThat(contains(a.interval().pow(3), a.exact().pow(3))).isTrue();
        if (a.interval().lower() >= 0) {
            Interval root = a.interval().sqrt();
            assertThat(exactly(root.lower()).pow(2).compareTo(a.exact())).isNotPositive();
            assertThat(exactly(root.upper()).pow(2).compareTo(a.exact())).isNotNegative();
        } else {
            assertThat(a.interval().sqrt()).isEqualTo(Interval.wholeLine());
        }
    }

    @Property(tries = 2000, seed = "20261124")
    void elementaryFunctionsContainSixtyDigitValues(@ForAll("moderate") Member a) {
        assertContains(Interval::exp, Dfp::exp, a);
        assertContains(Interval::expm1, Dfp::expm1, a);
        assertContains(Interval::sin, Dfp::sin, a);
        assertContains(Interval::cos, Dfp::cos, a);
        assertContains(Interval::tan, Dfp::tan, a);
        assertContains(Interval::atan, Dfp::atan, a);
        assertContains(Interval::sinh, Dfp::sinh, a);
        assertContains(Interval::cosh, Dfp::cosh, a);
        assertContains(Interval::tanh, Dfp::tanh, a);
        if (a.interval().lower() > 0) {
            assertContains(Interval::log, Dfp::log, a);
            assertContains(x -> x.pow(0.3), x -> x.pow(decimal(0.3)), a);
        }
        if (a.interval().lower() > -1) {
            assertContains(Interval::log1p, Dfp::log1p, a);
        }
    }

    private static void assertContains(UnaryOperator<Interval> function, UnaryOperator<Dfp> precise, Member a) {
        Interval result = function.apply(a.interval());
        Dfp expected = precise.apply(a.decimal());
        // The 60-digit value's own error, far below a unit in the last place of the endpoints.
        Dfp slack = expected.abs().multiply(DIGITS.newDfp("1e-40")).add(DIGITS.newDfp("1e-45"));
        assertThat(decimal(result.lower()).subtract(slack).lessThan(expected)
                        && expected.lessThan(decimal(result.upper()).add(slack)))
                .as("%s: %s should contain %s", a, result, expected)
                .isTrue();
    }

    @Test
    void elementaryFunctionsOfNumbersAreNarrow() {
        for (double x : new double[] {-20, -1.5, -1e-3, 0.3, 1, 2, 15}) {
            assertThat(width(Interval.of(x).exp())).isLessThan(1e-15);
            assertThat(width(Interval.of(x).tanh())).isLessThan(2e-15);
            assertThat(Interval.of(x).sin().radiusAbout(Math.sin(x))).isLessThan(1e-15);
        }
    }

    private static double width(Interval interval) {
        return (interval.upper() - interval.lower()) / interval.magnitude();
    }

    @Test
    void extremesInsideAreFound() {
        assertThat(new Interval(1, 2).sin().upper()).isEqualTo(1.0);
        assertThat(new Interval(3, 4).cos().lower()).isEqualTo(-1.0);
        assertThat(new Interval(-0.1, 0.1).cos().upper()).isEqualTo(1.0);
        assertThat(new Interval(0, 7).sin()).isEqualTo(new Interval(-1, 1));
        assertThat(new Interval(-1, 2).abs()).isEqualTo(new Interval(0, 2));
    }

    @Test
    void exactValuesStayExact() {
        assertThat(Interval.of(0).exp().contains(1.0)).isTrue();
        assertThat(Interval.of(0).sin()).isEqualTo(Interval.of(0));
        assertThat(Interval.of(1).log()).isEqualTo(Interval.of(0));
        assertThat(Interval.of(9).sqrt()).isEqualTo(Interval.of(3));
        assertThat(Interval.of(0.1).subtract(Interval.of(0.1))).isEqualTo(Interval.of(0));
    }

    @Test
    void resultsBeyondTheDoublesAreStillContained() {
        assertThat(Interval.of(-800).exp()).isEqualTo(new Interval(0.0, 2 * Double.MIN_VALUE));
        assertThat(Interval.of(800).exp())
                .isEqualTo(new Interval(Math.nextDown(Math.nextDown(Double.MAX_VALUE)), Double.POSITIVE_INFINITY));
        Interval huge = Interval.of(Double.MAX_VALUE);
        assertThat(huge.add(huge)).isEqualTo(new Interval(Double.MAX_VALUE, Double.POSITIVE_INFINITY));
        assertThat(huge.multiply(Interval.of(-2))).isEqualTo(new Interval(Double.NEGATIVE_INFINITY, -Double.MAX_VALUE));
        Interval tiny = Interval.of(Double.MIN_VALUE);
        assertThat(tiny.multiply(Interval.of(0.5)).upper()).isPositive();
        assertThat(tiny.divide(Interval.of(3)).upper()).isPositive();
    }

    @Test
    void whatIsNotDefinedIsTheWholeLine() {
        assertThat(new Interval(-1, 1).reciprocal()).isEqualTo(Interval.wholeLine());
        assertThat(new Interval(-1, 1).log()).isEqualTo(Interval.wholeLine());
        assertThat(new Interval(1, 2).tan()).isEqualTo(Interval.wholeLine());
        assertThat(Interval.wholeLine().subtract(Interval.wholeLine())).isEqualTo(Interval.wholeLine());
        assertThat(Interval.wholeLine().multiply(Interval.of(0))).isEqualTo(Interval.of(0));
    }

    @Test
    void endpointsMustBeInOrder() {
        assertThatThrownBy(() -> new Interval(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interval.of(2).acos()).isInstanceOf(UnsupportedOperationException.class);
    }

    static boolean contains(Interval interval, BigFraction exact) {
        return (interval.lower() == Double.NEGATIVE_INFINITY
                        || exactly(interval.lower()).compareTo(exact) <= 0)
                && (interval.upper() == Double.POSITIVE_INFINITY || exact.compareTo(exactly(interval.upper())) <= 0);
    }

    static BigFraction exactly(double number) {
        return new BigFraction(number);
    }

    private static Dfp decimal(double number) {
        return Double.isInfinite(number) ? DIGITS.newDfp(number) : DIGITS.newDfp(new BigDecimal(number).toString());
    }
}
