package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.selfstab.interval.DecimalIntervalField;

/** The work of a check: what is counted, and what is said beyond the limit. */
class WorkMeterTest {

    @Test
    void whatTakesMoreThanTheLimitIsRefusedInOneLine() {
        WorkMeter meter = new WorkMeter("certificate.json", 125_000);
        assertThatCode(() -> {
                    for (int i = 0; i < 13; i++) {
                        meter.accept(1_000_000_000);
                    }
                })
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> meter.accept(1))
                .isInstanceOf(CertificateException.class)
                .hasMessageStartingWith("certificate.json:1:1: its verification takes more work than this checker does")
                .hasMessageContaining("for all steps, parts and members together")
                .hasMessageNotContaining("\n");
    }

    /** Each term of a series is an operation, with its guard digits. */
    @Test
    void seriesCountByTheirTerms() {
        assertThat(digitsOfErf(40)).isGreaterThan(100 * 40);
        assertThat(digitsOfErf(160)).isGreaterThan(3 * digitsOfErf(40));
    }

    private static long digitsOfErf(int digits) {
        AtomicLong counted = new AtomicLong();
        new DecimalIntervalField(digits, counted::addAndGet).of(6.7).erf();
        return counted.get();
    }
}
