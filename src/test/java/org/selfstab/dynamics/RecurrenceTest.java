package org.selfstab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.numeric.DoubleVector;

class RecurrenceTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "5, 1", "7, 3", "100, 17", "3, 64"})
    void findsACycleAfterAWayToIt(int way, int period) {
        PlainDescent.Recurrence<Binary64> recurrence = new PlainDescent.Recurrence<>();
        int step = 0;
        while (!recurrence.isSeenIn(List.of(iterate(step, way, period)))) {
            step++;
        }
        assertThat(step).isBetween(period, 3 * (way + period) + 1);
    }

    @ParameterizedTest
    @CsvSource({"1000000, 1"})
    void findsNoneWhereNoIterateReturns(int way, int period) {
        PlainDescent.Recurrence<Binary64> recurrence = new PlainDescent.Recurrence<>();
        for (int step = 0; step < 10_000; step++) {
            assertThat(recurrence.isSeenIn(List.of(iterate(step, way, period)))).isFalse();
        }
    }

    private static FieldVector<Binary64> iterate(int step, int way, int period) {
        return DoubleVector.of(1.0, step < way ? step : way + (step - way) % period);
    }
}
