package org.selfstab.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;

/** Every operation gives the same doubles, bit by bit, as Hipparchus's generic matrix, whatever kind the other operand is of. */
class DoubleMatrixTest {

    private static final Binary64 NUMBER = new Binary64(-0.7);

    private static final List<BinaryOperator<FieldMatrix<Binary64>>> OF_TWO = List.of(
            FieldMatrix::add,
            FieldMatrix::subtract,
            FieldMatrix::multiply,
            (a, b) -> a.transpose(),
            (a, b) -> a.scalarMultiply(NUMBER));

    private static final List<Consumer<FieldMatrix<Binary64>>> IN_PLACE =
            List.of(a -> a.setEntry(0, 0, NUMBER), a -> a.addToEntry(0, 0, NUMBER), a -> a.multiplyEntry(0, 0, NUMBER));

    @Property(tries = 50, seed = "20261124")
    void operationsAgreeWithTheGenericMatrix(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int n) {
        FieldMatrix<Binary64> first = random(seed, n);
        FieldMatrix<Binary64> second = random(seed + 1, n);
        for (BinaryOperator<FieldMatrix<Binary64>> operation : OF_TWO) {
            FieldMatrix<Binary64> expected = operation.apply(generic(first), generic(second));
            assertSame(operation.apply(first, second), expected);
            assertSame(operation.apply(first, generic(second)), expected);
        }
        var v = DoubleVector.of(new Random(seed).doubles(n).toArray());
        assertThat(first.operate(v).toArray())
                .containsExactly(generic(first).operate(v).toArray());
    }

    @Property(tries = 20, seed = "20261124")
    void operationsInPlaceAgreeAndChangeNoCopy(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int n) {
        for (Consumer<FieldMatrix<Binary64>> operation : IN_PLACE) {
            FieldMatrix<Binary64> changed = random(seed, n);
            FieldMatrix<Binary64> copy = changed.copy();
            FieldMatrix<Binary64> expected = generic(changed);
            operation.accept(changed);
            operation.accept(expected);
            assertSame(changed, expected);
            assertSame(copy, generic(random(seed, n)));
        }
    }

    @Example
    void theUpperTriangleFillsBothSides() {
        DoubleMatrix matrix = DoubleMatrix.symmetric(2, new double[] {1, 2, 3});

        assertThat(matrix.getRow(0)).containsExactly(new Binary64(1), new Binary64(2));
        assertThat(matrix.getRow(1)).containsExactly(new Binary64(2), new Binary64(3));
    }

    @Property(tries = 10, seed = "20261124")
    void entriesOfEitherKindAreCopiedRowByRow(@ForAll long seed) {
        double[] ofDoubles = new double[9];
        double[] ofGeneric = new double[9];
        DoubleMatrix.copy(random(seed, 3), ofDoubles);
        DoubleMatrix.copy(generic(random(seed, 3)), ofGeneric);

        assertThat(ofDoubles).isEqualTo(ofGeneric).doesNotContain(0.0);
    }

    @Example
    void entriesThatAreNotThereAndOtherDimensionsAreRefused() {
        DoubleMatrix matrix = DoubleMatrix.zero(2, 2);

        assertThatThrownBy(() -> matrix.getEntry(0, 2)).isInstanceOf(MathIllegalArgumentException.class);
        assertThatThrownBy(() -> matrix.setEntry(2, 0, NUMBER)).isInstanceOf(MathIllegalArgumentException.class);
        assertThatThrownBy(() -> matrix.add(DoubleMatrix.zero(2, 1))).isInstanceOf(MathIllegalArgumentException.class);
        assertThatThrownBy(() -> matrix.operate(DoubleVector.zero(3))).isInstanceOf(MathIllegalArgumentException.class);
    }

    private static FieldMatrix<Binary64> random(long seed, int n) {
        Random random = new Random(seed);
        FieldMatrix<Binary64> matrix = DoubleMatrix.zero(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix.setEntry(i, j, new Binary64(random.nextDouble(-2, 2)));
            }
        }
        return matrix;
    }

    private static FieldMatrix<Binary64> generic(FieldMatrix<Binary64> matrix) {
        return new Array2DRowFieldMatrix<>(Binary64Field.getInstance(), matrix.getData());
    }

    private static void assertSame(FieldMatrix<Binary64> found, FieldMatrix<Binary64> expected) {
        assertThat(found).isInstanceOf(DoubleMatrix.class);
        assertThat(found.getData()).isDeepEqualTo(expected.getData());
    }
}
