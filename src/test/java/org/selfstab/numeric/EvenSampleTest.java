package org.selfstab.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EvenSampleTest {

    @Property(tries = 200, seed = "20261124")
    void keepsMultiplesOfItsStrideAndNeverMoreThanItsCapacity(
            @ForAll @IntRange(min = 1, max = 3000) int length, @ForAll @IntRange(min = 1, max = 20) int halfCapacity) {
        EvenSample<Integer> sample = new EvenSample<>(2 * halfCapacity);
        for (int i = 0; i < length; i++) {
            sample.offer(i, i);
        }

        assertThat(sample.elements()).hasSize((length + sample.stride() - 1) / sample.stride());
        assertThat(sample.elements().size()).isBetween(Math.min(length, halfCapacity), 2 * halfCapacity);
        for (int i = 0; i < sample.elements().size(); i++) {
            assertThat(sample.elements().get(i)).isEqualTo(i * sample.stride());
        }
    }
}
