package org.selfstab.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
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

/** Containment: of exact rational results by the basic operations, of 80-digit values by the elementary functions; and tightness. */
class DecimalIntervalTest {

    private static final DecimalIntervalField FORTY = new DecimalIntervalField(40);
    private static final DfpField REFERENCE = new DfpField(80);
    /** What the reference itself may be off by, relatively; far below the 40 digits of endpoints. */
    private static final BigDecimal REFERENCE_ERROR = new BigDecimal("1e-70");

    /** An interval, a member of it, and the doubles it was made of. */
    private record Member(double low, double high, BigDecimal number) {

        DecimalInterval interval() {
            return FORTY.of(new BigDecimal(low), new BigDecimal(high));
        }

        Interval doubles() {
            return new Interval(low, high);
        }
    }

    private static Arbitrary<Member> around(Arbitrary<Double> numbers) {
        return Combinators.combine(numbers, numbers, Arbitraries.doubles().between(0, 1), Arbitraries.of(true, false))
                .as((a, b, part, point) -> {
                    double low = Math.min(a, b);
                    double high = point ? low : Math.max(a, b);
                    BigDecimal width = new BigDecimal(high).subtract(new BigDecimal(low));
                    return new Member(low, high, new BigDecimal(low).add(width.multiply(new BigDecimal(part))));
                });
    }

    @Provide
    Arbitrary<Member> members() {
        return around(Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.doubles().between(-1, 1),
                                Arbitraries.integers().between(-120, 120))
                        .as((mantissa, exponent) -> Math.scalb(mantissa, exponent)),
                Arbitraries.integers().between(-4, 4).map(Integer::doubleValue)));
    }

    @Provide
    Arbitrary<Member> moderate() {
        return around(Arbitraries.oneOf(
                Arbitraries.doubles().between(-30, 30),
                Arbitraries.doubles().between(-2, 2),
                Arbitraries.doubles().between(-1, 1).map(x -> 1e-9 * x)));
    }

    @Property(tries = 1000, seed = "20261124")
    void basicOperationsContainTheExactResults(@ForAll("members") Member a, @ForAll("members") Member b) {
        assertContains(DecimalInterval::add, BigFraction::add, a, b);
        assertContains(DecimalInterval::subtract, BigFraction::subtract, a, b);
        assertContains(DecimalInterval::multiply, BigFraction::multiply, a, b);
        if (b.number().signum() != 0) {
            assertContains(DecimalInterval::divide, BigFraction::divide, a, b);
        }
    }

    private static void assertContains(
            BinaryOperator<DecimalInterval> operation, BinaryOperator<BigFraction> exact, Member a, Member b) {
        DecimalInterval result = operation.apply(a.interval(), b.interval());
        assertThat(contains(result, exact.apply(fraction(a.number()), fraction(b.number()))))
                .as("%s, %s: %s", a, b, result)
                .isTrue();
    }

    @Property(tries = 1000, seed = "20261124")
    void squaresPowersAndRootsContainTheExactResults(@ForAll("members") Member a) {
        BigFraction exact = fraction(a.number());
        assertThat(contains(a.interval().square(), exact.pow(2))).isTrue();
        assertThat(contains(a.interval().pow(5), exact.pow(5))).isTrue();
        assertThat(contains(a.interval().abs(), exact.abs())).isTrue();
        if (a.low() >= 0) {
            DecimalInterval root = a.interval().sqrt();
            assertThat(fraction(root.lower()).pow(2).compareTo(exact)).isNotPositive();
            assertThat(fraction(root.upper()).pow(2).compareTo(exact)).isNotNegative();
        } else {
            assertThat(a.interval().sqrt().isFinite()).isFalse();
        }
    }

    @Property(tries = 300, seed = "20261124")
    void elementaryFunctionsContainEightyDigitValues(@ForAll("moderate") Member a) {
        assertEncloses(DecimalInterval::exp, Dfp::exp, a);
        assertEncloses(DecimalInterval::expm1, Dfp::expm1, a);
        assertEncloses(DecimalInterval::sin, Dfp::sin, a);
        assertEncloses(DecimalInterval::cos, Dfp::cos, a);
        assertEncloses(DecimalInterval::sinh, Dfp::sinh, a);
        assertEncloses(DecimalInterval::cosh, Dfp::cosh, a);
        assertEncloses(DecimalInterval::tanh, DecimalIntervalTest::tanh, a);
        if (a.low() > 0) {
            assertEncloses(DecimalInterval::log, Dfp::log, a);
        }
        if (a.low() > -1) {
            assertEncloses(DecimalInterval::log1p, x -> x.add(1.0).log(), a);
        }
    }

    /** By the tangents of the endpoints: Dfp's own arc tangent is right to 41 digits only, however many it has. */
    @Property(tries = 300, seed = "20261124")
    void arcTangentsLieBetweenTheTangentsOfTheirEndpoints(@ForAll("moderate") Member a) {
        DecimalInterval result = a.interval().atan();
        assertThat(tan(result.lower()).subtract(REFERENCE_ERROR)).isLessThanOrEqualTo(a.number());
        assertThat(tan(result.upper()).add(REFERENCE_ERROR)).isGreaterThanOrEqualTo(a.number());
    }

    private static BigDecimal tan(BigDecimal x) {
        Dfp angle = REFERENCE.newDfp(x.toString());
        return decimal(angle.sin().divide(angle.cos()));
    }

    private static Dfp tanh(Dfp x) {
        Dfp square = x.multiply(2).exp();
        return square.subtract(1.0).divide(square.add(1.0));
    }

    private static void assertEncloses(
            UnaryOperator<DecimalInterval> function, UnaryOperator<Dfp> reference, Member a) {
        DecimalInterval result = function.apply(a.interval());
        BigDecimal expected =
                decimal(reference.apply(REFERENCE.newDfp(a.number().toString())));
        BigDecimal margin = expected.abs().max(BigDecimal.ONE).multiply(REFERENCE_ERROR);
        assertThat(result.lower().subtract(margin)).as("%s: %s", a, result).isLessThanOrEqualTo(expected);
        assertThat(result.upper().add(margin)).as("%s: %s", a, result).isGreaterThanOrEqualTo(expected);
    }

    /** Of a number, the endpoints agree to nearly all digits. */
    @Property(tries = 200, seed = "20261124")
    void elementaryFunctionsOfNumbersAreTight(@ForAll("moderate") Member a) {
        DecimalInterval x = FORTY.of(a.low());
        assertTight(x.exp());
        assertTight(x.sinh());
        assertTight(x.cosh());
        assertTight(x.tanh());
        assertTight(x.atan());
        assertTight(x.sin());
        assertTight(x.cos());
        assertTight(x.square().add(2.0).log());
        assertTight(x.abs().sqrt());
    }

    private static void assertTight(DecimalInterval result) {
        BigDecimal width = result.upper().subtract(result.lower());
        BigDecimal unit = result.mag().upper().scaleByPowerOfTen(-37).max(new BigDecimal("1e-58"));
        assertThat(width).as("%s", result).isLessThanOrEqualTo(unit);
    }

    /** Two enclosures of the same number have a member in common, computed in unlike ways. */
    @Property(tries = 300, seed = "20261124")
    void overlapsWithTheIntervalsOfDoubles(@ForAll("moderate") Member a) {
        assertOverlap(a.interval().exp(), a.doubles().exp());
        assertOverlap(a.interval().sin(), a.doubles().sin());
        assertOverlap(a.interval().cos(), a.doubles().cos());
        assertOverlap(a.interval().atan(), a.doubles().atan());
        assertOverlap(a.interval().tanh(), a.doubles().tanh());
        assertOverlap(a.interval().sinh(), a.doubles().sinh());
        assertOverlap(a.interval().cosh(), a.doubles().cosh());
        if (a.low() > 0) {
            assertOverlap(a.interval().log(), a.doubles().log());
            assertOverlap(a.interval().pow(0.75), a.doubles().pow(0.75));
        }
    }

    private static void assertOverlap(DecimalInterval decimal, Interval doubles) {
        assertThat(decimal.lower()).isLessThanOrEqualTo(new BigDecimal(doubles.upper()));
        assertThat(decimal.upper()).isGreaterThanOrEqualTo(new BigDecimal(doubles.lower()));
    }

    /** IEEE 1788, section 10.5.3: 0 times all numbers is 0; what is not defined stays so. */
    @Test
    void zeroTimesTheWholeLineIsZeroAndTimesTheUndefinedUndefined() {
        DecimalIntervalField field = new DecimalIntervalField(40);
        DecimalInterval zero = field.getZero();
        for (DecimalInterval product :
                List.of(zero.multiply(field.entire()), field.entire().multiply(zero))) {
            assertThat(product.isZero()).isTrue();
            assertThat(product.decoration()).isEqualTo(Decoration.CONTINUOUS);
        }
        assertThat(zero.multiply(field.undefined()).isDefined()).isFalse();
        assertThat(field.undefined().multiply(zero).isDefined()).isFalse();
        assertThat(field.undefined().multiply(zero).isFinite()).isFalse();
    }

    @Test
    void piHasItsDigits() {
        DecimalInterval pi = FORTY.getOne().getPi();
        assertThat(pi.lower()).isEqualTo(new BigDecimal("3.141592653589793238462643383279502884197"));
        assertThat(pi.upper()).isEqualTo(new BigDecimal("3.141592653589793238462643383279502884198"));
    }

    @Test
    void sinesReachTheirExtremesBetweenEndpoints() {
        assertThat(FORTY.of(BigDecimal.ONE, new BigDecimal(2)).sin().upper()).isEqualByComparingTo("1");
        assertThat(FORTY.of(new BigDecimal(3), new BigDecimal(4)).cos().lower()).isEqualByComparingTo("-1");
        DecimalInterval wide = FORTY.of(BigDecimal.ZERO, new BigDecimal(100)).cos();
        assertThat(wide.lower()).isEqualByComparingTo("-1");
        assertThat(wide.upper()).isEqualByComparingTo("1");
        assertThat(FORTY.of(1e300).sin().contains(new BigDecimal("0.3"))).isTrue();
    }

    @Test
    void theUndefinedProvesNothing() {
        DecimalInterval aroundZero = FORTY.of(BigDecimal.ONE.negate(), BigDecimal.ONE);
        assertThat(FORTY.getOne().divide(aroundZero).isFinite()).isFalse();
        assertThat(aroundZero.log().isFinite()).isFalse();
        assertThat(aroundZero.sqrt().isFinite()).isFalse();
        assertThat(aroundZero.log().add(1.0).multiply(2.0).exp().isFinite()).isFalse();
        assertThat(aroundZero.log().multiply(FORTY.getZero())).isEqualTo(FORTY.undefined());
        assertThat(aroundZero.log().atan().sin().isDefined()).isFalse();
        assertThat(aroundZero.log().intersection(aroundZero).isDefined()).isFalse();
        assertThat(FORTY.entire().multiply(FORTY.getZero()).isZero()).isTrue();
        assertThatThrownBy(() -> aroundZero.acos()).isInstanceOf(NoEnclosureException.class);
        assertThatThrownBy(() -> aroundZero.ulp()).isInstanceOf(NoEnclosureException.class);
        assertThatThrownBy(() -> aroundZero.log().lower()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> FORTY.of(BigDecimal.ONE, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DecimalIntervalField(2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void staysBoundedInTimeForHugeAndTinyNumbers() {
        DecimalInterval huge = FORTY.of(new BigDecimal("1e9000"));
        assertThat(huge.square().isFinite()).isFalse();
        assertThat(huge.exp().isFinite()).isFalse();
        assertThat(huge.negate().exp().upper()).isPositive().isLessThan(new BigDecimal("1e-9000"));
        assertThat(huge.tanh().contains(BigDecimal.ONE)).isTrue();
        assertThat(huge.log().contains(huge.log().lower())).isTrue();
        DecimalInterval tiny = huge.reciprocal().square();
        assertThat(tiny.lower()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(tiny.upper()).isPositive();
    }

    /** Also where a square, a double or an exponential of the argument exceeds what an interval can hold. */
    @Test
    void everyFunctionHasBoundsAtTheLargestArguments() {
        for (String number : List.of("1e4", "3e4", "1e4999", "2e5000", "9e9999")) {
            DecimalInterval huge = FORTY.of(new BigDecimal(number));
            DecimalInterval below = huge.negate();
            assertThat(huge.erf()).isEqualTo(below.erf().negate());
            assertThat(huge.erf().contains(BigDecimal.ONE)).isTrue();
            assertThat(huge.erf().lower()).isGreaterThan(new BigDecimal("0.999"));
            assertThat(huge.tanh()).isEqualTo(below.tanh().negate());
            assertThat(huge.tanh().contains(BigDecimal.ONE)).isTrue();
            assertThat(huge.tanh().lower()).isGreaterThan(new BigDecimal("0.999"));
            assertThat(huge.atan().lower()).isGreaterThan(new BigDecimal("1.57"));
            assertThat(below.atan().upper()).isLessThan(new BigDecimal("-1.57"));
            assertThat(huge.log().exp().contains(huge)).isTrue();
            assertThat(huge.log1p().contains(huge.log1p().lower())).isTrue();
            for (DecimalInterval unbounded : List.of(
                    huge.exp(), huge.expm1(), huge.sinh(), huge.cosh(), below.sinh(), below.cosh(), huge.sin())) {
                assertThat(unbounded.isDefined()).as(number).isTrue();
            }
            assertThat(below.expm1().contains(BigDecimal.ONE.negate())).isTrue();
            assertThat(below.hull(huge).erf().contains(BigDecimal.ZERO)).isTrue();
        }
    }

    private static BigDecimal decimal(Dfp value) {
        return new BigDecimal(value.toString());
    }

    private static BigFraction fraction(BigDecimal number) {
        BigInteger unscaled = number.unscaledValue();
        return number.scale() >= 0
                ? new BigFraction(unscaled, BigInteger.TEN.pow(number.scale()))
                : new BigFraction(unscaled.multiply(BigInteger.TEN.pow(-number.scale())), BigInteger.ONE);
    }

    private static boolean contains(DecimalInterval interval, BigFraction exact) {
        return !interval.isFinite()
                || (fraction(interval.lower()).compareTo(exact) <= 0
                        && exact.compareTo(fraction(interval.upper())) <= 0);
    }
}
