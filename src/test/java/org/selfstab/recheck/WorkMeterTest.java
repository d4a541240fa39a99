package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.recheck.taylor.FormulaParser;
import org.selfstab.recheck.taylor.TaylorLoss;

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

    /** Rotations with all digits count, which take far longer than the intervals beside them; and the tables of many variables' monomials. */
    @Test
    void workBesideIntervalsCounts() {
        assertThat(digitsOfSpectrum(8, 160)).isGreaterThan(50_000_000);
        assertThat(digitsOfSpectrum(8, 40)).isLessThan(digitsOfSpectrum(8, 160) / 10);
        assertThat(digitsOfMonomials(20)).isGreaterThan(40 * 135_000L);
        assertThat(digitsOfMonomials(3)).isLessThan(40 * 1_000L);
    }

    private static long digitsOfSpectrum(int n, int digits) {
        AtomicLong counted = new AtomicLong();
        Decimals decimals = new Decimals(new DecimalIntervalField(digits, counted::addAndGet));
        assertThat(new NarrowSpectrum(decimals, decimals.identity(n))
                        .sharpness()
                        .isFinite())
                .isTrue();
        return counted.get();
    }

    private static long digitsOfMonomials(int variables) {
        AtomicLong counted = new AtomicLong();
        Decimals decimals = new Decimals(new DecimalIntervalField(40, counted::addAndGet));
        List<String> names =
                IntStream.range(0, variables).mapToObj(i -> "x" + i).toList();
        new TaylorLoss(new FormulaParser(names).parse("x0"), names, Map.of(), decimals.field())
                .over(decimals.zeros(variables))
                .fourth(decimals.zeros(variables), decimals.zeros(variables));
        return counted.get();
    }

    private static long digitsOfErf(int digits) {
        AtomicLong counted = new AtomicLong();
        new DecimalIntervalField(digits, counted::addAndGet).of(6.7).erf();
        return counted.get();
    }
}
