package org.selfstab.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            assertThat(a.interval().sqrt()).isEqualTo(Interval.undefined());
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
        return (interval.upper() - interval.lower()) / interval.mag();
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
    void whatIsNotDefinedStaysUndefined() {
        assertThat(new Interval(-1, 1).reciprocal()).isEqualTo(Interval.undefined());
        assertThat(new Interval(-1, 1).log()).isEqualTo(Interval.undefined());
        assertThat(new Interval(1, 2).tan()).isEqualTo(Interval.undefined());
        assertThat(Interval.entire().subtract(Interval.entire())).isEqualTo(Interval.entire());
        assertThat(Interval.entire().multiply(Interval.of(0))).isEqualTo(new Interval(0, 0, Decoration.CONTINUOUS));
        for (Interval undefined : List.of(
                new Interval(-1, 1).log().multiply(Interval.of(0)),
                new Interval(-2, -1).sqrt().sin(),
                new Interval(-2, -1).log().atan().exp(),
                new Interval(-1, 1).reciprocal().abs().hull(Interval.ONE),
                new Interval(-1, 1).log1p().intersection(Interval.ONE),
                Interval.undefined().square().scalb(3).pow(0).tanh())) {
            assertThat(undefined).isEqualTo(Interval.undefined());
        }
    }

    /** Two numbers of one interval need not be the same number, whatever the object. */
    @Test
    void productsOfAnObjectWithItselfAreNoSquares() {
        Interval either = new Interval(-1, 2);
        assertThat(either.multiply(either)).isEqualTo(new Interval(-2, 4));
        assertThat(either.square()).isEqualTo(new Interval(0, 4));
        assertThat(Interval.entire().multiply(Interval.entire())).isEqualTo(Interval.entire());
        DecimalInterval decimal = new DecimalIntervalField(10).of(new BigDecimal(-1), new BigDecimal(2));
        assertThat(decimal.multiply(decimal).lower()).isEqualByComparingTo("-2");
        assertThat(decimal.square().lower()).isEqualByComparingTo("0");
    }

    @Test
    void powersOfTwoRoundOutwards() {
        assertThat(Interval.of(3).scalb(-1080)).isEqualTo(new Interval(0.0, Double.MIN_VALUE));
        assertThat(Interval.of(-3).scalb(Integer.MIN_VALUE)).isEqualTo(new Interval(-Double.MIN_VALUE, 0.0));
        assertThat(Interval.of(3).scalb(-1074)).isEqualTo(Interval.of(3 * Double.MIN_VALUE));
        assertThat(Interval.of(3).scalb(Integer.MAX_VALUE))
                .isEqualTo(new Interval(Double.MAX_VALUE, Double.POSITIVE_INFINITY));
        assertThat(Interval.of(3).scalb(-1600).scalb(1600).contains(3.0)).isTrue();
        DecimalIntervalField ten = new DecimalIntervalField(10);
        assertThat(ten.getOne().scalb(-40_000).lower().signum()).isZero();
        assertThat(ten.getOne().scalb(Integer.MIN_VALUE).upper().signum()).isPositive();
        assertThat(ten.getOne().scalb(Integer.MAX_VALUE)).isEqualTo(ten.entire());
    }

    @Test
    void powersOfUnboundedIntervals() {
        Interval above = new Interval(2, Double.POSITIVE_INFINITY);
        Interval below = new Interval(Double.NEGATIVE_INFINITY, -2);
        assertThat(above.pow(3)).isEqualTo(new Interval(8, Double.POSITIVE_INFINITY));
        assertThat(below.pow(3)).isEqualTo(new Interval(Double.NEGATIVE_INFINITY, -8));
        assertThat(below.pow(2)).isEqualTo(new Interval(4, Double.POSITIVE_INFINITY));
        assertThat(below.pow(-1)).isEqualTo(new Interval(-0.5, 0.0, Decoration.CONTINUOUS));
        assertThat(Interval.entire().pow(2)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
        assertThat(Interval.of(2).pow(Integer.MIN_VALUE).contains(0.0)).isTrue();
        assertThat(new Interval(-1, 1).pow(-2)).isEqualTo(Interval.undefined());
    }

    /** Values by mpmath with 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "1e-300, 1.12837916709551257389615890312e-300",
        "0.3, 0.328626759459127427638914047867",
        "1, 0.842700792949714869341220635083",
        "3, 0.999977909503001414558627223871",
        "5.5, 0.999999999999992642152082025602",
    })
    void theErrorFunctionIsEnclosed(String x, BigDecimal value) {
        BigDecimal number = new BigDecimal(x);
        Interval doubles = Interval.of(number.doubleValue()).erf();
        Interval nearby = new Interval(Math.nextDown(number.doubleValue()), Math.nextUp(number.doubleValue()));
        assertThat(nearby.erf().contains(value.doubleValue())).isTrue();
        assertThat(nearby.negate().erf()).isEqualTo(nearby.erf().negate());
        assertThat(doubles.width()).isLessThanOrEqualTo(2 * Math.ulp(doubles.mag()));
        DecimalInterval decimals = new DecimalIntervalField(25).of(number).erf();
        assertThat(decimals.lower()).isLessThanOrEqualTo(value.multiply(new BigDecimal("1." + "0".repeat(25) + "1")));
        assertThat(decimals.upper()).isGreaterThanOrEqualTo(value.multiply(new BigDecimal("0." + "9".repeat(25))));
        assertThat(decimals.upper().subtract(decimals.lower()))
                .isLessThanOrEqualTo(decimals.upper().scaleByPowerOfTen(-23));
    }

    @Test
    void theErrorFunctionFarOut() {
        assertThat(Interval.entire().erf()).isEqualTo(new Interval(-1, 1, Decoration.CONTINUOUS));
        assertThat(Interval.undefined().erf()).isEqualTo(Interval.undefined());
        assertThat(Interval.of(0).erf()).isEqualTo(Interval.of(0));
        assertThat(Interval.of(30).erf()).isEqualTo(new Interval(Math.nextDown(1.0), 1));
        assertThat(Interval.of(-1e300).erf()).isEqualTo(new Interval(-1, -Math.nextDown(1.0)));
    }

    /** What the field interface would compute from midpoints. */
    @Test
    void whatHasNoEnclosureIsRefused() {
        List<Consumer<Interval>> operations = List.of(
                Interval::cbrt,
                x -> x.rootN(3),
                Interval::ceil,
                Interval::floor,
                Interval::rint,
                Interval::sign,
                Interval::round,
                Interval::toDegrees,
                Interval::toRadians,
                Interval::ulp,
                x -> x.copySign(-1.0),
                x -> x.atan2(x));
        for (Consumer<Interval> operation : operations) {
            assertThatThrownBy(() -> operation.accept(new Interval(1, 2))).isInstanceOf(NoEnclosureException.class);
        }
        assertThat(new Interval(3, 6).hypot(new Interval(-8, 4)).contains(10.0)).isTrue();
    }

    @Test
    void theTangentIncreasesBetweenItsPoles() {
        assertThat(new Interval(-1.5, 1.5).tan().contains(14.101419947171719)).isTrue();
        assertThat(new Interval(2, 4).tan().lower()).isLessThanOrEqualTo(-2.185039863261519);
        assertThat(Interval.of(0.5).tan().width()).isLessThan(1e-15);
        assertThat(new Interval(4, 5).tan()).isEqualTo(Interval.undefined());
        assertThat(Interval.of(1e20).tan()).isEqualTo(Interval.undefined());
    }

    @Test
    void endpointsMustBeInOrder() {
        assertThatThrownBy(() -> new Interval(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interval.of(2).acos()).isInstanceOf(NoEnclosureException.class);
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
