package org.selfstab.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The vectors of ITF1788 for every operation that a loss may use: the result contains the tightest one, its decoration promises no
 * more than theirs, and where the operation is defined on all of its operands it is wider by at most some units in the last place.
 */
class StandardVectorsTest {

    private static final Path FOLDER = Path.of("src/test/resources/itf1788");

    /**
     * An operation and its accuracy.
     *
     * @param doubles by intervals of doubles
     * @param decimals by intervals of decimals
     * @param ulps by how many units in the last place an endpoint of doubles may be wider than the tightest
     */
    private record Operation(
            Function<List<Interval>, Interval> doubles,
            Function<List<DecimalInterval>, DecimalInterval> decimals,
            int ulps) {}

    private static final Map<String, Operation> OPERATIONS = Map.ofEntries(
            unary("neg", Interval::negate, DecimalInterval::negate, 0),
            unary("abs", Interval::abs, DecimalInterval::abs, 0),
            unary("recip", Interval::reciprocal, DecimalInterval::reciprocal, 1),
            unary("sqr", Interval::square, DecimalInterval::square, 1),
            unary("sqrt", Interval::sqrt, DecimalInterval::sqrt, 1),
            unary("exp", Interval::exp, DecimalInterval::exp, 3),
            unary("log", Interval::log, DecimalInterval::log, 3),
            unary("sin", Interval::sin, DecimalInterval::sin, 3),
            unary("cos", Interval::cos, DecimalInterval::cos, 3),
            unary("tan", Interval::tan, DecimalInterval::tan, 3),
            unary("atan", Interval::atan, DecimalInterval::atan, 3),
            unary("sinh", Interval::sinh, DecimalInterval::sinh, 5),
            unary("cosh", Interval::cosh, DecimalInterval::cosh, 5),
            unary("tanh", Interval::tanh, DecimalInterval::tanh, 5),
            binary("add", Interval::add, DecimalInterval::add, 0),
            binary("sub", Interval::subtract, DecimalInterval::subtract, 0),
            binary("mul", Interval::multiply, DecimalInterval::multiply, 1),
            binary("div", Interval::divide, DecimalInterval::divide, 1),
            binary("pow", Interval::pow, DecimalInterval::pow, 4000),
            binary("convexHull", Interval::hull, DecimalInterval::hull, 0),
            binary("intersection", Interval::intersection, DecimalInterval::intersection, 0),
            Map.entry(
                    "pown",
                    new Operation(
                            x -> x.get(0).pow((int) x.get(1).lower()),
                            x -> x.get(0).pow(x.get(1).lower().intValue()),
                            8)));

    private static final Map<String, ToDoubleFunction<Interval>> NUMBERS = Map.of(
            "inf", Interval::lower,
            "sup", Interval::upper,
            "mag", Interval::mag,
            "mig", Interval::mignitude);

    private static Map.Entry<String, Operation> unary(
            String name,
            Function<Interval, Interval> doubles,
            Function<DecimalInterval, DecimalInterval> decimals,
            int ulps) {
        return Map.entry(name, new Operation(x -> doubles.apply(x.get(0)), x -> decimals.apply(x.get(0)), ulps));
    }

    private interface Binary<T> {
        T apply(T left, T right);
    }

    private static Map.Entry<String, Operation> binary(
            String name, Binary<Interval> doubles, Binary<DecimalInterval> decimals, int ulps) {
        return Map.entry(
                name,
                new Operation(x -> doubles.apply(x.get(0), x.get(1)), x -> decimals.apply(x.get(0), x.get(1)), ulps));
    }

    private static Stream<StandardVector> vectors() {
        return Stream.of("libieeep1788_elem.itl", "libieeep1788_set.itl", "libieeep1788_num.itl")
                .flatMap(file -> StandardVector.read(FOLDER.resolve(file)).stream());
    }

    @Test
    void everyResultContainsTheTightestOneAndPromisesNoMore() throws IOException {
        int contained = 0;
        int tight = 0;
        for (StandardVector vector : vectors().toList()) {
            Operation operation = OPERATIONS.get(vector.operation());
            Optional<List<Interval>> inputs = vector.intervals();
            if (operation == null || inputs.isEmpty() || isEmptyIntersection(vector)) {
                continue;
            }
            Interval result = operation.doubles().apply(inputs.get());
            Optional<Interval> tightest = vector.tightest();
            StandardVector.decoration(vector.output())
                    .filter(decoration -> !vector.operation().equals("intersection"))
                    .ifPresent(decoration ->
                            assertThat(result.decoration()).as("%s", vector).isLessThanOrEqualTo(decoration));
            if (tightest.isEmpty()) {
                assertThat(result.isDefined()).as("%s", vector).isFalse();
            } else {
                assertContains(vector, result, tightest.get());
                if (result.isDefined()) {
                    assertTight(vector, result, tightest.get(), operation.ulps());
                    tight++;
                }
            }
            contained++;
        }
        String page = Files.readString(Path.of("src/site/markdown/certificates.md"));
        assertThat(page).contains("of " + contained + " vectors", "and " + tight + " of them");
    }

    /** What has no members is no interval here. */
    private static boolean isEmptyIntersection(StandardVector vector) {
        return vector.operation().equals("intersection") && vector.output().startsWith("[empty]");
    }

    private static void assertContains(StandardVector vector, Interval result, Interval tightest) {
        assertThat(result.lower()).as("%s, not %s", vector, result).isLessThanOrEqualTo(tightest.lower());
        assertThat(result.upper()).as("%s, not %s", vector, result).isGreaterThanOrEqualTo(tightest.upper());
    }

    private static void assertTight(StandardVector vector, Interval result, Interval tightest, int ulps) {
        assertThat(result.lower())
                .as("%s, not %s", vector, result)
                .isGreaterThanOrEqualTo(moved(tightest.lower(), -ulps));
        assertThat(result.upper()).as("%s, not %s", vector, result).isLessThanOrEqualTo(moved(tightest.upper(), ulps));
    }

    private static double moved(double number, int ulps) {
        double moved = number;
        for (int i = 0; i < Math.abs(ulps); i++) {
            moved = ulps > 0 ? Math.nextUp(moved) : Math.nextDown(moved);
        }
        return moved;
    }

    @Test
    void numbersOfIntervalsAreExact() {
        int checked = 0;
        for (StandardVector vector : vectors().toList()) {
            ToDoubleFunction<Interval> number = NUMBERS.get(vector.operation());
            Optional<List<Interval>> inputs = vector.intervals();
            boolean trivial = vector.inputs().get(0).endsWith("_trv");
            if (number != null && inputs.isPresent() && !trivial) {
                assertThat(number.applyAsDouble(inputs.get().get(0)) + 0.0)
                        .as("%s", vector)
                        .isEqualTo(StandardVector.number(vector.output()) + 0.0);
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(50);
    }

    /** Decimals enclose the exact result, of which the vectors state the smallest interval of doubles. */
    @Test
    void decimalsOfFortyDigitsLieWithinOneDouble() {
        DecimalIntervalField field = new DecimalIntervalField(40);
        int checked = 0;
        for (StandardVector vector : vectors().toList()) {
            Operation operation = OPERATIONS.get(vector.operation());
            Optional<List<Interval>> inputs = vector.intervals();
            if (operation == null
                    || inputs.isEmpty()
                    || !inputs.get().stream().allMatch(Interval::isFinite)
                    || isEmptyIntersection(vector)) {
                continue;
            }
            DecimalInterval result = operation
                    .decimals()
                    .apply(inputs.get().stream()
                            .map(x -> field.of(new BigDecimal(x.lower()), new BigDecimal(x.upper())))
                            .toList());
            Optional<Interval> tightest = vector.tightest();
            if (tightest.isEmpty()) {
                assertThat(result.isDefined()).as("%s", vector).isFalse();
            } else if (result.isFinite()) {
                assertBetween(
                        vector,
                        result.lower(),
                        tightest.get().lower(),
                        Math.nextUp(tightest.get().lower()));
                assertBetween(
                        vector,
                        result.upper(),
                        Math.nextDown(tightest.get().upper()),
                        tightest.get().upper());
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(500);
    }

    /** The 40 digits may end outside of the doubles by their own last place. */
    private static void assertBetween(StandardVector vector, BigDecimal found, double least, double most) {
        BigDecimal slack = found.abs().scaleByPowerOfTen(-35);
        boolean above = Double.isInfinite(least) || found.add(slack).compareTo(new BigDecimal(least)) >= 0;
        boolean below = Double.isInfinite(most) || found.subtract(slack).compareTo(new BigDecimal(most)) <= 0;
        if (!above || !below) {
            fail("%s, not %s".formatted(vector, found));
        }
    }
}
