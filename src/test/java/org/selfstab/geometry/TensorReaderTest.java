package org.selfstab.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.AnalyticLosses;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.DoubleMatrix;

/** A derivative read whole from few contractions contracts to what the loss itself says. */
class TensorReaderTest {

    private static final int DIMENSION = 12;

    @Test
    void aChainIsReadFromThreeColours() {
        LossAtPoint<Binary64> loss = at(chain());
        TensorReader<Binary64> reader = new TensorReader<>(loss);

        assertThat(reader.thirdColouring().colours()).isEqualTo(3);
        assertThat(reader.fourthColouring().colours()).isEqualTo(3);
        assertThat(new DerivativeNorms<>(loss).fourthEntries()).isEqualTo(6 * DIMENSION * (DIMENSION + 1) / 2);
    }

    /** A chain, a star whose centre is coupled to all, a dense one, one without a fourth derivative, and two blocks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "chain",
                "x1^2*(x2^2+x3^2+x4^2+x5*x6+x7*x8^2+x9^3+x10*x11*x12)",
                "exp((x1+x2+x3+x4+x5+x6+x7+x8+x9+x10+x11+x12)/7)",
                "x1*x2*x3 + x4^3 + x5*x6",
                "sin(x1*x2)*x3 + exp(x10*x11)*x12^2"
            })
    void contractsAsTheLossDoes(String written) {
        LossAtPoint<Binary64> loss = at(written.equals("chain") ? chain() : written);
        TensorReader<Binary64> reader = new TensorReader<>(loss);
        DerivativeTensor third = reader.third(reader.thirdColouring());
        DerivativeTensor fourth = reader.fourth(reader.fourthColouring());
        Random random = new Random(3);
        for (int i = 0; i < 5; i++) {
            double[] c = random.doubles(DIMENSION, -1.0, 1.0).toArray();
            assertContracts(third, c, loss.third(field(c)));
            assertContracts(fourth, c, loss.fourth(field(c), field(c)));
        }
    }

    private static void assertContracts(DerivativeTensor tensor, double[] c, FieldMatrix<Binary64> expected) {
        DMatrixRMaj matrix = new DMatrixRMaj(DIMENSION, DIMENSION);
        tensor.contract(c, matrix);
        for (int k = 0; k < DIMENSION; k++) {
            for (int l = 0; l < DIMENSION; l++) {
                assertThat(matrix.get(k, l)).isCloseTo(expected.getEntry(k, l).getReal(), within(1e-12));
            }
        }
    }

    /** Both unfoldings and the Frobenius norm are those of all n^k entries, summed without any symmetry. */
    @Test
    void theFrobeniusNormCountsEveryEntry() {
        LossAtPoint<Binary64> loss = at("sin(x1*x2)*x3 + exp(x10*x11)*x12^2");
        TensorReader<Binary64> reader = new TensorReader<>(loss);
        double sum = 0;
        for (int i = 0; i < DIMENSION; i++) {
            for (int j = 0; j < DIMENSION; j++) {
                FieldMatrix<Binary64> slice = loss.fourth(unit(i), unit(j));
                for (int k = 0; k < DIMENSION; k++) {
                    for (int l = 0; l < DIMENSION; l++) {
                        sum += Math.pow(slice.getEntry(k, l).getReal(), 2);
                    }
                }
            }
        }
        DerivativeTensor fourth = reader.fourth(reader.fourthColouring());

        assertThat(fourth.frobeniusNorm()).isCloseTo(Math.sqrt(sum), within(1e-12));
        assertThat(fourth.unfoldingNorm()).isLessThan(fourth.frobeniusNorm());
    }

    /** Of (x1 + ... + xn)^4/24 every entry is 1; of 80 variables more entries would have to be computed than are affordable. */
    @Test
    void aDenseFourthDerivativeOfManyVariablesIsNotAffordable() {
        assertThat(new DerivativeNorms<>(new FourthPowerOfSum(80)).fourthEntries())
                .isGreaterThan(DerivativeNorms.MAX_ENTRIES);

        NormBounds norm = new DerivativeNorms<>(new FourthPowerOfSum(30)).fourth();
        assertThat(norm.lower()).isCloseTo(900.0, within(1e-9));
        assertThat(norm.upper()).isCloseTo(900.0, within(1e-9));
    }

    private static String chain() {
        return IntStream.range(1, DIMENSION)
                .mapToObj(i -> "(x" + i + "*x" + (i + 1) + "-1)^2/2")
                .collect(Collectors.joining("+"));
    }

    private static LossAtPoint<Binary64> at(String loss) {
        String[] variables =
                IntStream.rangeClosed(1, DIMENSION).mapToObj(i -> "x" + i).toArray(String[]::new);
        FieldVector<Binary64> point =
                field(new Random(1).doubles(DIMENSION, 0.1, 1.5).toArray());
        return CompiledLoss.of(AnalyticLosses.of(loss, variables)).at(point);
    }

    private static FieldVector<Binary64> unit(int i) {
        double[] entries = new double[DIMENSION];
        entries[i] = 1.0;
        return field(entries);
    }

    private static FieldVector<Binary64> field(double... entries) {
        return new ArrayFieldVector<>(
                Binary64Field.getInstance(),
                Arrays.stream(entries).mapToObj(Binary64::new).toArray(Binary64[]::new));
    }

    /** {@code (x1 + ... + xn)^4/24} at a point where the sum is 0. */
    private record FourthPowerOfSum(int n) implements LossAtPoint<Binary64> {

        @Override
        public FieldVector<Binary64> point() {
            return field(new double[n]);
        }

        @Override
        public Binary64 value() {
            return Binary64.ZERO;
        }

        @Override
        public FieldVector<Binary64> gradient() {
            return point();
        }

        @Override
        public FieldMatrix<Binary64> hessian() {
            return DoubleMatrix.zero(n, n);
        }

        @Override
        public FieldMatrix<Binary64> third(FieldVector<Binary64> a) {
            return DoubleMatrix.zero(n, n);
        }

        @Override
        public FieldMatrix<Binary64> fourth(FieldVector<Binary64> a, FieldVector<Binary64> b) {
            return hessian().scalarAdd(sum(a).multiply(sum(b)));
        }

        private static Binary64 sum(FieldVector<Binary64> vector) {
            Binary64 sum = Binary64.ZERO;
            for (int i = 0; i < vector.getDimension(); i++) {
                sum = sum.add(vector.getEntry(i));
            }
            return sum;
        }
    }
}
