package org.selfstab.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.dfp.DfpMath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random operations on random intervals of doubles and of 40 digits, at a random member of each, against 80 digits of a library that shares
 * nothing with the intervals: the result contains the value, and where a member has none the result is not decorated as defined.
 */
class EnclosureFuzzTest {

    private static final DfpField ORACLE = new DfpField(80);
    private static final DecimalIntervalField DECIMALS = new DecimalIntervalField(40);

    /** What the oracle is certain of: of its 80 digits, angles up to 2^60 and differences next to 1 lose some. */
    private static final int CERTAIN_DIGITS = 50;

    private static final double ANY = 0x1p60;
    private static final double OF_EXPONENTIALS = 300.0;
    private static final double OF_POWERS = 20.0;

    /**
     * An operation on two operands, of which it may leave out the second.
     *
     * @param isDefined whether it is at two numbers
     * @param largest the largest magnitude of an operand
     */
    private record Operation(
            String name,
            BinaryOperator<Interval> doubles,
            BinaryOperator<DecimalInterval> decimals,
            BinaryOperator<Dfp> exact,
            Predicate<Dfp[]> isDefined,
            double largest) {}

    private static Operation of(
            String name,
            UnaryOperator<Interval> doubles,
            UnaryOperator<DecimalInterval> decimals,
            UnaryOperator<Dfp> exact,
            Predicate<Dfp[]> isDefined,
            double largest) {
        return new Operation(
                name,
                (x, y) -> doubles.apply(x),
                (x, y) -> decimals.apply(x),
                (x, y) -> exact.apply(x),
                isDefined,
                largest);
    }

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("add", Interval::add, DecimalInterval::add, Dfp::add, EnclosureFuzzTest::everywhere, ANY),
            new Operation(
                    "subtract",
                    Interval::subtract,
                    DecimalInterval::subtract,
                    Dfp::subtract,
                    EnclosureFuzzTest::everywhere,
                    ANY),
            new Operation(
                    "multiply",
                    Interval::multiply,
                    DecimalInterval::multiply,
                    Dfp::multiply,
                    EnclosureFuzzTest::everywhere,
                    ANY),
            new Operation("divide", Interval::divide, DecimalInterval::divide, Dfp::divide, x -> !x[1].isZero(), ANY),
            new Operation(
                    "hypot", Interval::hypot, DecimalInterval::hypot, Dfp::hypot, EnclosureFuzzTest::everywhere, ANY),
            new Operation(
                    "pow", Interval::pow, DecimalInterval::pow, DfpMath::pow, EnclosureFuzzTest::isPositive, OF_POWERS),
            of("negate", x -> x.negate(), x -> x.negate(), x -> x.negate(), EnclosureFuzzTest::everywhere, ANY),
            of("abs", x -> x.abs(), x -> x.abs(), x -> x.abs(), EnclosureFuzzTest::everywhere, ANY),
            of("square", x -> x.square(), x -> x.square(), x -> x.square(), EnclosureFuzzTest::everywhere, ANY),
            of("sqrt", x -> x.sqrt(), x -> x.sqrt(), x -> x.sqrt(), x -> x[0].positiveOrNull(), ANY),
            of(
                    "reciprocal",
                    x -> x.reciprocal(),
                    x -> x.reciprocal(),
                    x -> x.reciprocal(),
                    EnclosureFuzzTest::isNotZero,
                    ANY),
            of("pow 3", x -> x.pow(3), x -> x.pow(3), x -> x.pow(3), EnclosureFuzzTest::everywhere, ANY),
            of("pow 6", x -> x.pow(6), x -> x.pow(6), x -> x.pow(6), EnclosureFuzzTest::everywhere, ANY),
            of("pow -3", x -> x.pow(-3), x -> x.pow(-3), x -> x.pow(-3), EnclosureFuzzTest::isNotZero, ANY),
            of("exp", x -> x.exp(), x -> x.exp(), x -> x.exp(), EnclosureFuzzTest::everywhere, OF_EXPONENTIALS),
            of("expm1", x -> x.expm1(), x -> x.expm1(), x -> x.expm1(), EnclosureFuzzTest::everywhere, OF_EXPONENTIALS),
            of("log", x -> x.log(), x -> x.log(), x -> x.log(), EnclosureFuzzTest::isPositive, ANY),
            of(
                    "log1p",
                    x -> x.log1p(),
                    x -> x.log1p(),
                    x -> x.log1p(),
                    x -> x[0].add(ORACLE.getOne()).strictlyPositive(),
                    ANY),
            of("sin", x -> x.sin(), x -> x.sin(), x -> x.sin(), EnclosureFuzzTest::everywhere, ANY),
            of("cos", x -> x.cos(), x -> x.cos(), x -> x.cos(), EnclosureFuzzTest::everywhere, ANY),
            of("tan", x -> x.tan(), x -> x.tan(), x -> x.tan(), EnclosureFuzzTest::everywhere, ANY),
            of("atan", x -> x.atan(), x -> x.atan(), EnclosureFuzzTest::atan, EnclosureFuzzTest::everywhere, ANY),
            of("sinh", x -> x.sinh(), x -> x.sinh(), x -> x.sinh(), EnclosureFuzzTest::everywhere, OF_EXPONENTIALS),
            of("cosh", x -> x.cosh(), x -> x.cosh(), x -> x.cosh(), EnclosureFuzzTest::everywhere, OF_EXPONENTIALS),
            of("tanh", x -> x.tanh(), x -> x.tanh(), x -> x.tanh(), EnclosureFuzzTest::everywhere, OF_EXPONENTIALS));

    /** The library's own has 40 digits near 1; a step of Newton's method for {@code tan y = x} doubles them. */
    private static Dfp atan(Dfp x) {
        Dfp y = x.atan();
        return y.subtract(y.sin().subtract(x.multiply(y.cos())).multiply(y.cos()));
    }

    private static boolean everywhere(Dfp[] operands) {
        return operands.length > 0;
    }

    private static boolean isPositive(Dfp[] operands) {
        return operands[0].strictlyPositive();
    }

    private static boolean isNotZero(Dfp[] operands) {
        return !operands[0].isZero();
    }

    private final Random random = new Random(20_261_128);

    @Test
    void randomOperationsContainTheirValues() {
        assertThat(violations(10_000)).isZero();
    }

    @Tag("long")
    @Test
    void tenMillionRandomOperationsContainTheirValues() {
        assertThat(violations(10_000_000)).isZero();
    }

    /** A wrong enclosure is found: of an operation that rounds to the nearest number. */
    @Test
    void anEnclosureThatIsNoneIsFound() {
        Operation wrong = of(
                "wrong",
                x -> Interval.of(Math.exp(x.lower())),
                DecimalInterval::exp,
                Dfp::exp,
                EnclosureFuzzTest::everywhere,
                OF_EXPONENTIALS);
        int found = 0;
        for (int i = 0; i < 100; i++) {
            found += isViolated(wrong) ? 1 : 0;
        }
        assertThat(found).isPositive();
    }

    @Test
    void thePageTellsHowMany() throws IOException {
        assertThat(Files.readString(Path.of("src/site/markdown/certificates.md")))
                .contains(OPERATIONS.size() + " operations");
    }

    private int violations(int times) {
        int violations = 0;
        for (int i = 0; i < times; i++) {
            violations += isViolated(OPERATIONS.get(random.nextInt(OPERATIONS.size()))) ? 1 : 0;
        }
        return violations;
    }

    private boolean isViolated(Operation operation) {
        double a = number(operation.largest());
        double b = number(operation.largest());
        Interval left = around(a, operation.largest());
        Interval right = around(b, operation.largest());
        Interval doubles = operation.doubles().apply(left, right);
        DecimalInterval decimals = operation.decimals().apply(exactly(left), exactly(right));
        Dfp[] point = {ORACLE.newDfp(a), ORACLE.newDfp(b)};
        if (!operation.isDefined().test(point)) {
            return told(doubles.isDefined() || decimals.isDefined(), operation, left, right, doubles, decimals);
        }
        Dfp value = operation.exact().apply(point[0], point[1]);
        if (value.isNaN() || value.isInfinite()) {
            return false;
        }
        BigDecimal exact = new BigDecimal(value.toString());
        BigDecimal error = exact.abs().scaleByPowerOfTen(-CERTAIN_DIGITS);
        boolean inDoubles =
                (Double.isInfinite(doubles.lower()) || new BigDecimal(doubles.lower()).compareTo(exact.add(error)) <= 0)
                        && (Double.isInfinite(doubles.upper())
                                || new BigDecimal(doubles.upper()).compareTo(exact.subtract(error)) >= 0);
        boolean inDecimals = !decimals.isFinite()
                || (decimals.lower().compareTo(exact.add(error)) <= 0
                        && decimals.upper().compareTo(exact.subtract(error)) >= 0);
        return told(!inDoubles || !inDecimals, operation, left, right, doubles, decimals);
    }

    private static boolean told(
            boolean violated,
            Operation operation,
            Interval left,
            Interval right,
            Interval doubles,
            DecimalInterval decimals) {
        if (violated && !operation.name().equals("wrong")) {
            throw new AssertionError(
                    "%s of %s, %s gives %s and %s".formatted(operation.name(), left, right, doubles, decimals));
        }
        return violated;
    }

    private static DecimalInterval exactly(Interval x) {
        return Double.isInfinite(x.width()) && !x.isFinite()
                ? DECIMALS.entire()
                : DECIMALS.of(new BigDecimal(x.lower()), new BigDecimal(x.upper()));
    }

    /** Of a magnitude from 2^-60 on, at times an integer, or zero. */
    private double number(double largest) {
        double size = Math.scalb(1.0 + random.nextDouble(), random.nextInt(121) - 61);
        double number = (random.nextBoolean() ? 1.0 : -1.0) * Math.min(size, largest);
        return switch (random.nextInt(8)) {
            case 0 -> Math.rint(number);
            case 1 -> (random.nextInt(9) - 4) / 2.0;
            default -> number;
        };
    }

    /** An interval with a member: it alone, with neighbours, or up to another number, or to infinity. */
    private Interval around(double member, double largest) {
        double other = number(largest);
        return switch (random.nextInt(5)) {
            case 0 -> Interval.of(member);
            case 1 -> new Interval(Math.nextDown(member), Math.nextUp(member));
            case 2 ->
                random.nextInt(10) == 0
                        ? new Interval(member, Double.POSITIVE_INFINITY)
                        : new Interval(member, Math.max(member, other));
            default -> new Interval(Math.min(member, other), Math.max(member, other));
        };
    }
}
