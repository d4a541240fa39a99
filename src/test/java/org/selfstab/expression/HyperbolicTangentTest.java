package org.selfstab.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;

/** tanh and its derivative in doubles, against 60 decimal digits, of which the reference loses some where x is small. */
class HyperbolicTangentTest {

    private static final DfpField DECIMAL = new DfpField(60);

    /** All magnitudes, most of them where tanh bends, and the border between the two formulas from both sides. */
    private static DoubleStream arguments() {
        SplittableRandom random = new SplittableRandom(4);
        DoubleStream bend = random.doubles(3000, -4.0, 4.0);
        DoubleStream border = random.doubles(500, 0.79, 0.81);
        DoubleStream magnitudes = random.doubles(500, -10.0, 1.3).map(e -> Math.pow(10.0, e));
        DoubleStream ends = DoubleStream.of(0.8, Math.nextDown(0.8), 18.9, 19.1, 22.0, 300.0);
        return DoubleStream.concat(DoubleStream.concat(bend, border), DoubleStream.concat(magnitudes, ends));
    }

    private static double ulpsBetween(double value, Dfp exact) {
        double ulp = Math.ulp(exact.toDouble());
        return exact.newInstance(value)
                .subtract(exact)
                .abs()
                .divide(exact.newInstance(ulp))
                .toDouble();
    }

    @Test
    void tanhIsWithinTwoUnitsInTheLastPlace() {
        arguments().forEach(x -> {
            Dfp exact = DECIMAL.newDfp(x).tanh();
            assertThat(ulpsBetween(HyperbolicTangent.of(x), exact))
                    .as("tanh(%s)", x)
                    .isLessThanOrEqualTo(2.0);
            assertThat(HyperbolicTangent.of(-x)).isEqualTo(-HyperbolicTangent.of(x));
        });
    }

    @Test
    void slopeIsWithinSixUnitsInTheLastPlaceAlsoInTheTails() {
        arguments().filter(x -> Math.abs(x) < 300.0).forEach(x -> {
            Dfp cosh = DECIMAL.newDfp(x).cosh();
            Dfp exact = cosh.multiply(cosh).reciprocal();
            assertThat(ulpsBetween(HyperbolicTangent.slope(HyperbolicTangent.decay(x)), exact))
                    .as("cosh(%s)^-2", x)
                    .isLessThanOrEqualTo(6.0);
        });
    }

    /** There {@code x - tanh(x) = x^3/3} is below half a unit in the last place. */
    @Test
    void tinyArgumentsAreTheirOwnValues() {
        SplittableRandom random = new SplittableRandom(5);
        random.doubles(1000, -323.0, -9.0).map(e -> Math.pow(10.0, e)).forEach(x -> assertThat(HyperbolicTangent.of(x))
                .isEqualTo(x));
    }

    @Test
    void limitsAndSignsAreThoseOfTheFunction() {
        assertThat(HyperbolicTangent.of(0.0)).isEqualTo(0.0);
        assertThat(Double.doubleToRawLongBits(HyperbolicTangent.of(-0.0))).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(HyperbolicTangent.of(Double.POSITIVE_INFINITY)).isEqualTo(1.0);
        assertThat(HyperbolicTangent.of(Double.NEGATIVE_INFINITY)).isEqualTo(-1.0);
        assertThat(HyperbolicTangent.of(Double.NaN)).isNaN();
        assertThat(HyperbolicTangent.of(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    }
}
