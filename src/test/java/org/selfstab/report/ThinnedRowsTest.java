package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Few rows are kept as they are; of many the extremes are, in order, and no more than allowed. */
class ThinnedRowsTest {

    private static final int MOST = 50;

    @Test
    void fewRowsAreAllKept() {
        ThinnedRows thinned = new ThinnedRows(MOST, 1, 2);
        List<double[]> rows = random(MOST, 1);
        rows.forEach(thinned::add);
        assertThat(thinned.rows()).containsExactlyElementsOf(rows);
        assertThat(thinned.length()).isEqualTo(1);
    }

    @Property(tries = 200)
    void ofManyTheExtremesAreKeptInOrder(@ForAll @IntRange(min = 1, max = 3000) int count, @ForAll int seed) {
        ThinnedRows thinned = new ThinnedRows(MOST, 1, 2);
        List<double[]> rows = random(count, seed);
        rows.forEach(thinned::add);
        List<double[]> kept = thinned.rows();
        assertThat(kept).hasSizeLessThanOrEqualTo(MOST + 1).isSortedAccordingTo(Comparator.comparing(row -> row[0]));
        assertThat(rows).containsAll(kept);
        assertThat(kept.get(kept.size() - 1)).isSameAs(rows.get(count - 1));
        for (int column : List.of(1, 2)) {
            Comparator<double[]> order = Comparator.comparing(row -> row[column]);
            assertThat(kept.stream().max(order).orElseThrow()[column])
                    .isEqualTo(rows.stream().max(order).orElseThrow()[column]);
            assertThat(kept.stream().min(order).orElseThrow()[column])
                    .isEqualTo(rows.stream().min(order).orElseThrow()[column]);
        }
    }

    private static List<double[]> random(int count, int seed) {
        Random random = new Random(seed);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new double[] {i, random.nextGaussian(), random.nextDouble()});
        }
        return rows;
    }
}
