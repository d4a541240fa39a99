package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.symbolic.SymbolicLossDerivatives;

/** The losses on the derivatives that the program derives itself, beside those by the rules of the textbook. */
class SymbolicLossTest {

    /** Three hidden units have full tensors, four (twelve variables) directional derivatives. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void networkWithFullTensorsAndWithout(int hiddenUnits) {
        FormalDerivatives textbook = TanhNetwork.derivatives(hiddenUnits, 1);
        SymbolicLossDerivatives derived = SymbolicLossDerivatives.of(textbook.variables(), textbook.value());
        int n = textbook.variables().size();
        assertThat(derived.hasFullTensors()).isEqualTo(n <= SymbolicLossDerivatives.MAX_FULL_DIMENSION);
        FieldVector<Binary64> theta = random(n, 1);
        FieldVector<Binary64> a = random(n, 2);
        FieldVector<Binary64> b = random(n, 3);
        LossAtPoint<Binary64> expected = CompiledLoss.of(textbook).at(theta);
        LossAtPoint<Binary64> actual = CompiledLoss.of(derived).at(theta);
        assertNear(actual.hessian(), expected.hessian());
        assertNear(actual.third(a), expected.third(a));
        assertNear(actual.fourth(a, b), expected.fourth(a, b));
        for (int i = 0; i < n; i++) {
            assertNear(actual.gradient().getEntry(i), expected.gradient().getEntry(i));
        }
    }

    private static void assertNear(FieldMatrix<Binary64> actual, FieldMatrix<Binary64> expected) {
        for (int i = 0; i < expected.getRowDimension(); i++) {
            for (int j = 0; j < expected.getColumnDimension(); j++) {
                assertNear(actual.getEntry(i, j), expected.getEntry(i, j));
            }
        }
    }

    /** A few hundred units in the last place of the sums' largest terms. */
    private static void assertNear(Binary64 actual, Binary64 expected) {
        assertThat(actual.getReal()).isCloseTo(expected.getReal(), within(1e-13));
    }

    private static FieldVector<Binary64> random(int n, long seed) {
        FieldVector<Binary64> vector = new ArrayFieldVector<>(Binary64Field.getInstance(), n);
        double[] entries = new Random(seed).doubles(n, -1.0, 1.0).toArray();
        for (int i = 0; i < n; i++) {
            vector.setEntry(i, new Binary64(entries[i]));
        }
        return vector;
    }
}
