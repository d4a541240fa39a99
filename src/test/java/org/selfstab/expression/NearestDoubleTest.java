package org.selfstab.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.api.Test;

class NearestDoubleTest {

    private static final String HUGE = "1000000000000000000000000000000000000000000000000000000000000";

    @Property(seed = "20261124")
    void noNeighbourIsNearer(
            @ForAll @BigRange(min = "-" + HUGE, max = HUGE) BigInteger numerator,
            @ForAll @BigRange(min = "1", max = HUGE) BigInteger denominator,
            @ForAll @IntRange(min = -1150, max = 1150) int exponent) {
        BigFraction value = new BigFraction(numerator, denominator).multiply(powerOfTwo(exponent));
        double nearest = NearestDouble.of(value);
        if (Double.isInfinite(nearest)) {
            assertThat(value.abs().compareTo(exact(Double.MAX_VALUE))).isPositive();
            return;
        }
        BigFraction error = exact(nearest).subtract(value).abs();
        for (double neighbour : new double[] {Math.nextUp(nearest), Math.nextDown(nearest)}) {
            if (Double.isFinite(neighbour)) {
                assertThat(error.compareTo(exact(neighbour).subtract(value).abs()))
                        .isNotPositive();
            }
        }
    }

    @Test
    void tiesGoToEvenAndAlmostTiesDoNot() {
        BigFraction tie = BigFraction.ONE.add(powerOfTwo(-53));
        assertThat(NearestDouble.of(tie)).isEqualTo(1.0);
        assertThat(NearestDouble.of(tie.add(powerOfTwo(-500)))).isEqualTo(Math.nextUp(1.0));
        assertThat(NearestDouble.of(tie.negate().subtract(powerOfTwo(-500)))).isEqualTo(-Math.nextUp(1.0));
        BigFraction subnormalTie = powerOfTwo(-1074).multiply(new BigFraction(5, 2));
        assertThat(NearestDouble.of(subnormalTie)).isEqualTo(2.0 * Double.MIN_VALUE);
        assertThat(NearestDouble.of(subnormalTie.add(powerOfTwo(-3000)))).isEqualTo(3.0 * Double.MIN_VALUE);
    }

    @Test
    void constantsOfThousandsOfBitsHaveTheirValueInEveryField() {
        BigInteger big = BigInteger.TEN.pow(1000).add(BigInteger.ONE);
        BigFraction third =
                new BigFraction(big, big.multiply(BigInteger.valueOf(3)).add(BigInteger.ONE));
        assertThat(new FieldConstants<>(Binary64Field.getInstance()).of(third)).isEqualTo(new Binary64(1.0 / 3.0));
        Dfp precise = new FieldConstants<>(new DfpField(50)).of(third);
        assertThat(precise.multiply(3).subtract(1.0).abs().getReal()).isLessThan(1e-48);
    }

    private static BigFraction powerOfTwo(int exponent) {
        BigFraction power = new BigFraction(BigInteger.ONE.shiftLeft(Math.abs(exponent)));
        return exponent < 0 ? power.reciprocal() : power;
    }

    private static BigFraction exact(double value) {
        BigDecimal decimal = new BigDecimal(value);
        BigFraction unscaled = new BigFraction(decimal.unscaledValue());
        BigFraction power = new BigFraction(BigInteger.TEN.pow(Math.abs(decimal.scale())));
        return decimal.scale() >= 0 ? unscaled.divide(power) : unscaled.multiply(power);
    }
}
