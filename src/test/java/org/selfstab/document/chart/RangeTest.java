package org.selfstab.document.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What axes show of numbers of which one is far off. */
class RangeTest {

    /** The constants of three members of a family whose errors are of order two, and their limit. */
    private static final double[] CONSTANTS = {0.0017, 0.00023, 0.00013, 0.00008};

    @Test
    void aMemberFarOffIsShownAmongFewAndLeftOutAsTheEndOfARun() {
        assertThat(Range.all(DoubleStream.of(CONSTANTS)).contains(0.0017)).isTrue();
        assertThat(Range.about(DoubleStream.of(CONSTANTS)).contains(0.0017)).isFalse();
    }
}
