package org.selfstab.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.AnalyticLosses;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.Norm;

/** Norms of forms whose norm is known in closed form, and sampled directions that never exceed the bounds. */
class DerivativeNormsTest {

    private static final String[] NAMES = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"};

    /** The maximum of a product of k coordinates on the sphere is k^(-k/2); D^k of it is k! times that. */
    @ParameterizedTest
    @CsvSource({
        "a^3/6,             3, 1, 0",
        "5*(a^3 - 3*a*b^2)/6, 3, 5, 0",
        "a*b*c,             3, 1.1547005383792515, 0",
        "a^4/24 - b^4/12,   4, 0, 2",
        "a^2*b^2/4,         4, 0, 1.5",
        "(a^2+b^2+c^2)^2/24, 4, 0, 1",
        "a*b*c*d,           4, 0, 1.5",
        "0*a + 0*b,         2, 0, 0",
    })
    void theLowerBoundIsTheNorm(String loss, int dimension, double third, double fourth) {
        DerivativeNorms<Binary64> norms = normsAtZero(loss, dimension);

        assertThat(norms.third().lower()).isCloseTo(third, within(1e-12));
        assertThat(norms.fourth().lower()).isCloseTo(fourth, within(1e-12));
        assertThat(norms.third().upper()).isGreaterThanOrEqualTo(norms.third().lower());
        assertThat(norms.fourth().upper()).isGreaterThanOrEqualTo(norms.fourth().lower());
    }

    @Test
    void theUpperBoundIsTightForOneDirectionAndNotForAProductOfThree() {
        assertThat(normsAtZero("a^3/6", 3).third().upper()).isCloseTo(1.0, within(1e-12));
        assertThat(normsAtZero("a*b*c", 3).third().upper()).isCloseTo(Math.sqrt(2.0), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"3", "12"})
    void noDirectionExceedsTheBoundsAndSamplingDoesNotBeatTheLowerOne(int dimension) {
        String loss = "sin(a + 2*b)*exp(c/2) + a*b*c^2 + cos(a*c)*b" + (dimension > 3 ? " + d*e^3 + l^4*k" : "");
        LossAtPoint<Binary64> local = at(loss, dimension, 0.3);
        NormBounds third = new DerivativeNorms<>(local).third();
        NormBounds fourth = new DerivativeNorms<>(local).fourth();
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            FieldVector<Binary64> w = direction(random, dimension);
            double thirdValue = Math.abs(local.third(w).operate(w).dotProduct(w).getReal());
            double fourthValue =
                    Math.abs(local.fourth(w, w).operate(w).dotProduct(w).getReal());
            assertThat(thirdValue).isLessThanOrEqualTo(third.lower() * (1 + 1e-9));
            assertThat(fourthValue).isLessThanOrEqualTo(fourth.lower() * (1 + 1e-9));
        }
        assertThat(third.upper()).isGreaterThanOrEqualTo(third.lower());
        assertThat(fourth.upper()).isGreaterThanOrEqualTo(fourth.lower());
    }

    @Test
    void refusesDerivativesThatAreNotFinite() {
        LossAtPoint<Binary64> local = at("sqrt(a) + b", 2, 0.0);
        assertThatThrownBy(() -> new DerivativeNorms<>(local)).isInstanceOf(UndefinedGeometryException.class);
    }

    private static FieldVector<Binary64> direction(Random random, int dimension) {
        FieldVector<Binary64> w = new ArrayFieldVector<>(Binary64Field.getInstance(), dimension);
        for (int i = 0; i < dimension; i++) {
            w.setEntry(i, new Binary64(random.nextGaussian()));
        }
        return w.mapMultiply(Norm.of(w).reciprocal());
    }

    private static DerivativeNorms<Binary64> normsAtZero(String loss, int dimension) {
        return new DerivativeNorms<>(at(loss, dimension, 0.0));
    }

    private static LossAtPoint<Binary64> at(String loss, int dimension, double coordinate) {
        String[] variables = Arrays.copyOf(NAMES, dimension);
        FieldVector<Binary64> point = new ArrayFieldVector<>(dimension, new Binary64(coordinate));
        return CompiledLoss.of(AnalyticLosses.of(loss, variables)).at(point);
    }
}
