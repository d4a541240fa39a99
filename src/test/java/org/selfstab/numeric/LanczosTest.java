package org.selfstab.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eigenpairs and solutions of operators whose spectrum is known: reflections of diagonal matrices. */
class LanczosTest {

    private static final double ULP = Math.ulp(1.0);

    /** {@code Q D Q} with {@code Q = I - 2 v v'} and {@code D_ii} given. */
    private static final class Reflected implements SymmetricOperator {

        private final double[] spectrum;
        private final double[] v;

        Reflected(double[] spectrum, double[] v) {
            this.spectrum = spectrum;
            this.v = v;
        }

        static Reflected of(double... spectrum) {
            double[] v = new Random(5).doubles(spectrum.length, -1.0, 1.0).toArray();
            double norm = 0;
            for (double entry : v) {
                norm += entry * entry;
            }
            for (int i = 0; i < v.length; i++) {
                v[i] /= Math.sqrt(norm);
            }
            return new Reflected(spectrum, v);
        }

        @Override
        public void apply(double[] x, double[] product) {
            reflect(x, product);
            for (int i = 0; i < x.length; i++) {
                product[i] *= spectrum[i];
            }
            reflect(product.clone(), product);
        }

        void reflect(double[] x, double[] reflected) {
            double along = 0;
            for (int i = 0; i < x.length; i++) {
                along += v[i] * x[i];
            }
            for (int i = 0; i < x.length; i++) {
                reflected[i] = x[i] - 2 * along * v[i];
            }
        }

        double[] eigenvector(int i) {
            double[] unit = new double[v.length];
            unit[i] = 1;
            double[] eigenvector = new double[v.length];
            reflect(unit, eigenvector);
            return eigenvector;
        }
    }

    private static double[] spectrum(int n) {
        double[] spectrum = new double[n];
        for (int i = 0; i < n; i++) {
            spectrum[i] = -1 + 3.0 * i / n;
        }
        spectrum[n - 1] = 7;
        return spectrum;
    }

    private static double[] generic(int n) {
        double[] vector = new double[n];
        Lanczos.mix(1.0, 11, vector);
        return vector;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 40, 300})
    void itFindsTheTopEigenpairToRounding(int n) {
        Reflected operator = Reflected.of(spectrum(n));
        double[] vector = generic(n);
        Lanczos lanczos = new Lanczos(n);

        assertThat(lanczos.solve(operator, vector, 0.0)).isTrue();

        assertThat(lanczos.value()).isCloseTo(7.0, within(64 * ULP));
        assertThat(Math.abs(dot(vector, operator.eigenvector(n - 1)))).isCloseTo(1.0, within(64 * ULP));
        assertThat(residual(operator, vector, lanczos.value())).isLessThan(256 * ULP);
    }

    /** The two largest eigenvalues differ by a millionth: restarts are needed. */
    @Test
    void itFindsATopEigenvalueThatIsHardlyApart() {
        double[] spectrum = spectrum(200);
        spectrum[198] = 7 - 1e-6;
        Reflected operator = Reflected.of(spectrum);
        double[] vector = generic(200);
        Lanczos lanczos = new Lanczos(200);

        assertThat(lanczos.solve(operator, vector, 0.0)).isTrue();

        assertThat(lanczos.value()).isCloseTo(7.0, within(1e-13));
        assertThat(Math.abs(dot(vector, operator.eigenvector(199)))).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void aGoodStartSavesProducts() {
        Reflected operator = Reflected.of(spectrum(300));
        Lanczos lanczos = new Lanczos(300);
        double[] vector = generic(300);
        lanczos.solve(operator, vector, 0.0);
        int cold = lanczos.products();
        Lanczos.mix(1e-10, 3, vector);

        lanczos.solve(operator, vector, 0.0);

        assertThat(lanczos.products()).isLessThan(cold / 2);
    }

    /** From the second eigenvector the search would end there; with a little of a pseudo-random vector it does not. */
    @Test
    void whatIsMixedInFindsAnEigenvectorThatTheStartIsOrthogonalTo() {
        double[] spectrum = spectrum(300);
        spectrum[0] = 6.9;
        Reflected operator = Reflected.of(spectrum);
        Lanczos lanczos = new Lanczos(300);
        double[] vector = operator.eigenvector(0);

        lanczos.solve(operator, vector, 1e-10);
        assertThat(lanczos.value()).isCloseTo(6.9, within(1e-12));

        Lanczos.mix(1e-3, 3, vector);
        lanczos.solve(operator, vector, 1e-10);
        assertThat(lanczos.value()).isCloseTo(7.0, within(1e-12));
    }

    /** Second differences on many points, whose largest eigenvalues are too near to each other for the restarts there are. */
    @Test
    void whatItEndsWithAfterAllRestartsIsTheBestRitzPair() {
        int n = 4000;
        SymmetricOperator differences = (x, product) -> {
            for (int i = 0; i < n; i++) {
                product[i] = 2 * x[i] - (i > 0 ? x[i - 1] : 0) - (i < n - 1 ? x[i + 1] : 0);
            }
        };
        double[] vector = generic(n);
        Lanczos lanczos = new Lanczos(n);

        assertThat(lanczos.solve(differences, vector, 0.0)).isFalse();

        assertThat(lanczos.value()).isLessThan(4.0).isCloseTo(4.0, within(1e-4));
        double residual = residual(differences, vector, lanczos.value());
        assertThat(lanczos.residual()).isCloseTo(residual, within(1e-12)).isPositive();
        assertThat(residual).isLessThan(1e-3);
    }

    @Test
    void itSaysThatAProductIsNotFinite() {
        double[] vector = generic(9);

        Lanczos lanczos = new Lanczos(9);

        assertThat(lanczos.solve((x, product) -> product[3] = Double.NaN, vector, 0.0))
                .isFalse();

        assertThat(lanczos.residual()).isNaN();
    }

    @Test
    void conjugateGradientsSolveToRounding() {
        double[] spectrum = spectrum(300);
        for (int i = 0; i < 300; i++) {
            spectrum[i] += 2;
        }
        Reflected operator = Reflected.of(spectrum);
        double[] expected = generic(300);
        double[] right = new double[300];
        operator.apply(expected, right);
        double[] x = new double[300];

        assertThat(ConjugateGradients.solve(operator, right, x, 1e-15)).isTrue();

        for (int i = 0; i < 300; i++) {
            assertThat(x[i]).isCloseTo(expected[i], within(1e-14));
        }
    }

    @Test
    void conjugateGradientsSayThatAnOperatorIsNotPositiveDefinite() {
        Reflected operator = Reflected.of(spectrum(50));

        assertThat(ConjugateGradients.solve(operator, generic(50), new double[50], 1e-15))
                .isFalse();
    }

    @Test
    void theFrobeniusNormIsEstimated() {
        double[] spectrum = spectrum(300);
        double squares = 0;
        for (double value : spectrum) {
            squares += value * value;
        }

        assertThat(FrobeniusEstimate.of(300, Reflected.of(spectrum)))
                .isCloseTo(Math.sqrt(squares), within(0.3 * Math.sqrt(squares)));
    }

    private static double residual(SymmetricOperator operator, double[] vector, double value) {
        double[] product = new double[vector.length];
        operator.apply(vector, product);
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            double difference = product[i] - value * vector[i];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** From a start nearly orthogonal to what is sought, as where an eigenvalue has come up from behind. */
    @Test
    void aValueFarBelowZeroDoesNotHideTheLargest() {
        double[] spectrum = new double[40];
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] = 3.0 * i / spectrum.length;
        }
        spectrum[0] = -10_000;
        spectrum[1] = 4;
        spectrum[2] = 4.2;
        Reflected operator = Reflected.of(spectrum);
        double[] vector = operator.eigenvector(1);
        Lanczos.mix(1e-3, 3, vector);
        Lanczos lanczos = new Lanczos(spectrum.length);

        assertThat(lanczos.solve(operator, vector, 1e-7)).isTrue();

        assertThat(lanczos.value()).isCloseTo(4.2, within(1e-9));
    }
}
