package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.selfstab.loss.LoopNest.Loop;

/** Loops over axes beside one product after another. */
class LoopNestTest {

    private static final int SIZE = 530;

    /** The products of matrices and rows of every shape, each factor with or without each axis. */
    @Property(tries = 200)
    void addsWhatOneProductAfterAnotherAdds(
            @ForAll @IntRange(min = 1, max = 3) int outer,
            @ForAll @IntRange(min = 1, max = 9) int middle,
            @ForAll @IntRange(min = 1, max = 19) int inner,
            @ForAll @IntRange(min = 0, max = 511) int axes,
            @ForAll long seed) {
        int[] counts = {outer, middle, inner};
        int[][] strides = {strides(axes, counts), strides(axes >> 3, counts), strides(axes >> 6, counts)};
        LoopNest nest =
                LoopNest.of(List.of(loop(counts, strides, 0), loop(counts, strides, 1), loop(counts, strides, 2)));
        Random random = new Random(seed);
        double[] a = random.doubles(SIZE, -1, 1).toArray();
        double[] b = random.doubles(SIZE, -1, 1).toArray();
        double[] d = random.doubles(SIZE, -1, 1).toArray();
        double[] e = random.doubles(SIZE, -1, 1).toArray();
        double[] out = random.doubles(SIZE, -1, 1).toArray();
        double[] expected = out.clone();
        if (!nest.isSum()) {
            nest.run(out, 5, 0.5, a, 7, b, 11, true);
            add(expected, 0, a, b, counts, strides);
        }
        nest.run(out, 5, 0.5, a, 7, b, 11, false);
        add(expected, 1, a, b, counts, strides);
        if (nest.canJoin()) {
            nest.runJoined(out, 5, 0.5, a, 7, b, 11, d, 7, e, 11, false);
            add(expected, 1, a, b, counts, strides);
            add(expected, 1, d, e, counts, strides);
        }
        double deviation = 0;
        for (int i = 0; i < SIZE; i++) {
            deviation = Math.max(deviation, Math.abs(out[i] - expected[i]));
        }
        assertThat(deviation).isLessThan(1e-12);
    }

    private static int[] strides(int axes, int[] counts) {
        int[] strides = new int[counts.length];
        int stride = 1;
        for (int axis = counts.length - 1; axis >= 0; axis--) {
            if ((axes >> axis & 1) != 0) {
                strides[axis] = stride;
                stride *= counts[axis];
            }
        }
        return strides;
    }

    private static Loop loop(int[] counts, int[][] strides, int axis) {
        return new Loop(counts[axis], strides[0][axis], strides[1][axis], strides[2][axis]);
    }

    /** Adds to {@code kept} times what was there. */
    private static void add(double[] out, double kept, double[] a, double[] b, int[] counts, int[][] strides) {
        for (int i = 0; i < counts[0]; i++) {
            for (int j = 0; j < counts[1]; j++) {
                for (int k = 0; k < counts[2]; k++) {
                    int[] at = new int[strides.length];
                    for (int array = 0; array < at.length; array++) {
                        at[array] = i * strides[array][0] + j * strides[array][1] + k * strides[array][2];
                    }
                    out[5 + at[0]] = kept * out[5 + at[0]] + 0.5 * a[7 + at[1]] * b[11 + at[2]];
                }
            }
        }
    }
}
