package org.selfstab.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.selfstab.document.chart.Points;

class ThinnedRowsTest {

    private static final int BUCKETS = 100;
    private static final int MOST = 50;

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

    @Test
    void theOutlineOfAShortRunIsAllOfIt() {
        ThinnedRows.Outline outline = filled(2 * BUCKETS).outline(2 * BUCKETS, 0);
        assertThat(outline.stretch()).isEqualTo(1);
        assertThat(outline.rows())
                .extracting(ThinnedRows.Row::step)
                .containsExactlyElementsOf(
                        IntStream.range(0, 2 * BUCKETS).boxed().toList());
    }

    @Property(tries = 100)
    void anOutlineHoldsExtremesInOrder(@ForAll @IntRange(min = 1, max = 3000) int count, @ForAll int seed) {
        Random random = new Random(seed);
        ThinnedRows rows = new ThinnedRows(3, BUCKETS);
        List<ThinnedRows.Row> all = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            double[] row = {random.nextDouble(), random.nextGaussian(), random.nextGaussian()};
            rows.add(t, row);
            all.add(new ThinnedRows.Row(t, ImmutableDoubleArray.copyOf(row)));
        }
        List<ThinnedRows.Row> outline = rows.outline(MOST, 1, 2).rows();
        assertThat(outline)
                .hasSizeLessThanOrEqualTo(MOST)
                .isSortedAccordingTo(Comparator.comparing(ThinnedRows.Row::step));
        assertThat(all).containsAll(outline);
        assertThat(outline.get(outline.size() - 1)).isEqualTo(all.get(count - 1));
        for (int column : List.of(1, 2)) {
            Comparator<ThinnedRows.Row> order =
                    Comparator.comparing(row -> row.values().get(column));
            assertThat(outline)
                    .contains(
                            all.stream().max(order).orElseThrow(),
                            all.stream().min(order).orElseThrow());
        }
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
