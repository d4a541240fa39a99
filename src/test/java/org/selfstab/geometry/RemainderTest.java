package org.selfstab.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RemainderTest {

    /** Of a parabola in the number of the search what was known last serves first, then the line, then the parabola itself. */
    @Test
    void foretellsByAParabola() {
        Remainder remainder = new Remainder(1);
        assertThat(remainder.isForetold()).isFalse();
        double[] expected = {parabola(0), 2 * parabola(1) - parabola(0), parabola(3), parabola(4)};
        for (int t = 0; t < expected.length; t++) {
            remainder.learn(new double[] {10.0 * t}, new double[] {10.0 * t + parabola(t)});
            assertThat(remainder.foretold()[0]).isCloseTo(expected[t], within(1e-12));
        }
        remainder.forget();
        assertThat(remainder.isForetold()).isFalse();
    }

    private static double parabola(double t) {
        return 3.0 - 0.5 * t + 0.25 * t * t;
    }
}
