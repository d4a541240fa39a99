package org.selfstab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinnedRowsTest {

    private static final int BUCKETS = 100;

    @Test
    void nothingIsLostOfAShortRun() {
        ThinnedRows rows = filled(2 * BUCKETS);
        assertThat(rows.isThinned()).isFalse();
        assertThat(rows.keptSteps())
                .containsExactly(IntStream.range(0, 2 * BUCKETS).toArray());
        assertThat(rows.kept(0)).hasSize(2 * BUCKETS).startsWith(value(0), value(1));
    }

    @Test
    void aLongRunKeepsItsExtremesInBoundedMemory() {
        int steps = 100_003;
        ThinnedRows rows = filled(steps);
        assertThat(rows.isThinned()).isTrue();
        assertThat(rows.steps()).isEqualTo(steps);
        assertThat(rows.keptSteps()).hasSizeLessThanOrEqualTo(2 * BUCKETS).isSorted();
        Points course = rows.course(0);
        assertThat(course.size()).isLessThanOrEqualTo(4 * BUCKETS);
        double[] all =
                IntStream.range(0, steps).mapToDouble(ThinnedRowsTest::value).toArray();
        assertThat(Arrays.stream(course.ys()).max())
                .hasValue(Arrays.stream(all).max().orElseThrow());
        assertThat(Arrays.stream(course.ys()).min())
                .hasValue(Arrays.stream(all).min().orElseThrow());
        assertThat(course.xs()).isSorted();
        for (int i = 0; i < course.size(); i++) {
            assertThat(course.y(i)).isEqualTo(value((int) course.x(i)));
        }
    }

    @Test
    void evenAndOddStepsAreBothKept() {
        int[] kept = filled(12_345).keptSteps();
        assertThat(Arrays.stream(kept).filter(step -> step % 2 == 0).count())
                .isEqualTo(Arrays.stream(kept).filter(step -> step % 2 == 1).count());
    }

    private static ThinnedRows filled(int steps) {
        ThinnedRows rows = new ThinnedRows(1, BUCKETS);
        for (int t = 0; t < steps; t++) {
            rows.add(t, new double[] {value(t)});
        }
        return rows;
    }

    /** Alternates in sign, with one spike. */
    private static double value(int t) {
        return (t % 2 == 0 ? 1 : -1) * Math.sin(t * 1e-3) + (t == 77_777 ? 50 : 0);
    }
}
