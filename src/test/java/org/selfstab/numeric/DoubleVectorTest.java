package org.selfstab.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;

/** Every operation gives the same doubles, bit by bit, as Hipparchus's generic vector, whatever kind the other operand is of. */
class DoubleVectorTest {

    private static final Binary64 NUMBER = new Binary64(-0.7);

    private static final List<UnaryOperator<FieldVector<Binary64>>> OF_ONE = List.of(
            FieldVector::copy,
            v -> v.mapAdd(NUMBER),
            v -> v.mapSubtract(NUMBER),
            v -> v.mapMultiply(NUMBER),
            v -> v.mapDivide(NUMBER),
            FieldVector::mapInv,
            v -> v.append(NUMBER),
            v -> v.getSubVector(1, v.getDimension() - 1));

    private static final List<BinaryOperator<FieldVector<Binary64>>> OF_TWO = List.of(
            FieldVector::add,
            FieldVector::subtract,
            FieldVector::ebeMultiply,
            FieldVector::ebeDivide,
            FieldVector::projection,
            FieldVector::append,
            (v, w) -> v.mapMultiply(v.dotProduct(w)),
            (v, w) -> v.outerProduct(w).operate(w),
            FieldVectors::off,
            (v, w) -> FieldVectors.plus(v, NUMBER, w),
            (v, w) -> {
                FieldVector<Binary64> off = v.copy();
                FieldVectors.takeOff(w, off);
                return off;
            },
            (v, w) -> {
                FieldVector<Binary64> sum = v.copy();
                FieldVectors.addTo(sum, NUMBER, w);
                return sum;
            },
            (v, w) -> DoubleVector.of(FieldVectors.magnitudes(v.outerProduct(w), w)),
            (v, w) -> v.mapAdd(new Binary64(FieldVectors.magnitude(v, w))));

    private static final List<Consumer<FieldVector<Binary64>>> IN_PLACE = List.of(
            v -> v.mapAddToSelf(NUMBER),
            v -> v.mapSubtractToSelf(NUMBER),
            v -> v.mapMultiplyToSelf(NUMBER),
            v -> v.mapDivideToSelf(NUMBER),
            FieldVector::mapInvToSelf,
            v -> v.set(NUMBER),
            v -> v.setEntry(0, NUMBER),
            v -> v.setSubVector(1, v.getSubVector(0, v.getDimension() - 1)));

    @Property(tries = 50, seed = "20261124")
    void operationsAgreeWithTheGenericVector(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int n) {
        Random random = new Random(seed);
        double[] first = random.doubles(n, -2, 2).toArray();
        double[] second = random.doubles(n, -2, 2).toArray();
        OF_ONE.forEach(operation -> assertSame(operation.apply(doubles(first)), operation.apply(generic(first))));
        for (BinaryOperator<FieldVector<Binary64>> operation : OF_TWO) {
            FieldVector<Binary64> expected = operation.apply(generic(first), generic(second));
            assertSame(operation.apply(doubles(first), doubles(second)), expected);
            assertSame(operation.apply(doubles(first), generic(second)), expected);
        }
    }

    @Property(tries = 50, seed = "20261124")
    void operationsInPlaceAgreeAndChangeNoCopy(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int n) {
        double[] entries = new Random(seed).doubles(n, -2, 2).toArray();
        for (Consumer<FieldVector<Binary64>> operation : IN_PLACE) {
            FieldVector<Binary64> changed = doubles(entries);
            FieldVector<Binary64> copy = changed.copy();
            FieldVector<Binary64> expected = generic(entries);
            operation.accept(changed);
            operation.accept(expected);
            assertSame(changed, expected);
            assertSame(copy, generic(entries));
        }
    }

    @Example
    void equalEntriesMakeEqualVectors() {
        assertThat(doubles(1, 2)).isEqualTo(doubles(1, 2)).hasSameHashCodeAs(doubles(1, 2));
        assertThat(doubles(1, 2)).isNotEqualTo(doubles(1, 3)).isNotEqualTo(doubles(1));
        assertThat(doubles(1, 2)).hasToString("[1.0, 2.0]");
    }

    @Example
    void otherDimensionsAndEntriesThatAreNotThereAreRefused() {
        DoubleVector v = doubles(1, 2);

        for (BinaryOperator<FieldVector<Binary64>> operation : OF_TWO.subList(0, 4)) {
            assertThatThrownBy(() -> operation.apply(v, doubles(1))).isInstanceOf(MathIllegalArgumentException.class);
        }
        assertThatThrownBy(() -> v.dotProduct(doubles(1))).isInstanceOf(MathIllegalArgumentException.class);
        assertThatThrownBy(() -> v.getEntry(2)).isInstanceOf(MathIllegalArgumentException.class);
        assertThatThrownBy(() -> v.setEntry(-1, NUMBER)).isInstanceOf(MathIllegalArgumentException.class);
        assertThatThrownBy(() -> v.getSubVector(1, 2)).isInstanceOf(MathIllegalArgumentException.class);
    }

    private static DoubleVector doubles(double... entries) {
        return DoubleVector.of(entries);
    }

    private static FieldVector<Binary64> generic(double... entries) {
        return new ArrayFieldVector<>(DoubleVector.of(entries).toArray());
    }

    private static void assertSame(FieldVector<Binary64> found, FieldVector<Binary64> expected) {
        assertThat(found).isInstanceOf(DoubleVector.class);
        assertThat(found.toArray()).containsExactly(expected.toArray());
    }
}
