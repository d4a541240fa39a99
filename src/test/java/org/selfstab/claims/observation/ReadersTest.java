package org.selfstab.claims.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;

/** Every quantity of {@code [expect]} is read in exactly one way. */
class ReadersTest {

    /** Read by name: an eigenvalue or a coordinate by its index, steps by what they lead to, observables, the cycle of the optimizer alone, and the slow drift. */
    private static final List<Quantity> APART = List.of(
            Quantities.ETA_LAMBDA,
            Quantities.LIMIT_COORDINATE,
            Quantities.STEPS_TO,
            Quantities.OBSERVABLE,
            Quantities.OBSERVED,
            Quantities.TWO_CYCLE,
            Quantities.DRIFT_VERDICT,
            Quantities.DRIFT_RATE);

    @Test
    void everyQuantityHasExactlyOneReader() {
        List<Quantity> read = Stream.of(
                        Readers.OF_RUN.keySet().stream(),
                        Readers.OVER_FAMILY.keySet().stream(),
                        Readers.OF_ENDING.keySet().stream(),
                        Readers.OF_NOISE.keySet().stream(),
                        Readers.AT_EDGE.keySet().stream(),
                        APART.stream())
                .flatMap(quantities -> quantities)
                .toList();
        assertThat(read)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Quantities.all().stream().filter(Quantity::isExpectable).toList());
        assertThat(Readers.OVER_FAMILY.keySet())
                .allSatisfy(quantity -> assertThat(quantity.kind()).isEqualTo(Quantity.Kind.OVER_FAMILY));
    }
}
