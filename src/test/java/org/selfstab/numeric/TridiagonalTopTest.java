package org.selfstab.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class TridiagonalTopTest {

    /** Random entries, some of them tiny or zero, so that eigenvalues come close to each other or the matrix falls apart. */
    @Property(tries = 200)
    void findsWhatTheWholeSpectrumHas(@ForAll long seed, @ForAll @IntRange(min = 1, max = 24) int rows) {
        Random random = new Random(seed);
        DMatrixRMaj matrix = new DMatrixRMaj(rows, rows);
        double scale = Math.scalb(1.0, random.nextInt(80) - 40);
        for (int i = 0; i < rows; i++) {
            matrix.set(i, i, scale * random.nextGaussian());
            if (i > 0) {
                double beside = scale * random.nextGaussian() * Math.pow(10.0, -4 * random.nextInt(5));
                matrix.set(i, i - 1, beside);
                matrix.set(i - 1, i, beside);
            }
        }
        double[] values = new double[rows];
        DMatrixRMaj[] vectors = ArrayEigensolver.roomForVectors(rows);
        ArrayEigensolver.solve(matrix, values, vectors);
        TridiagonalTop top = new TridiagonalTop(24);
        assertThat(top.solve(matrix, rows)).isTrue();
        double magnitude = Math.max(Math.abs(values[0]), Math.abs(values[rows - 1]));
        assertThat(top.value()).isCloseTo(values[0], within(1e-14 * magnitude));
        assertThat(top.lowest()).isCloseTo(values[rows - 1], within(1e-14 * magnitude));
        double gap = rows == 1 ? magnitude : values[0] - values[1];
        double product = 0;
        for (int i = 0; i < rows; i++) {
            product += top.vector()[i] * vectors[0].data[i];
        }
        double sine = 1e-13 * magnitude / gap;
        assertThat(1 - Math.abs(product)).isLessThanOrEqualTo(1e-14 + sine * sine);
    }

    @Test
    void leavesEntriesWhoseSquaresAreOutOfRange() {
        assertThat(new TridiagonalTop(1).solve(new DMatrixRMaj(new double[][] {{1e200}}), 1))
                .isFalse();
        assertThat(new TridiagonalTop(1).solve(new DMatrixRMaj(1, 1), 1)).isFalse();
    }
}
