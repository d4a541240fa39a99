package org.selfstab.interval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A short excerpt of the interval test framework ITF1788 (M. Kiefer, M. Nehmeier, {@code libieeep1788_elem.itl}), whose expected results are the
 * tightest ones: ours contain them and are at most some units in the last place wider. Where IEEE 1788 restricts a function to its domain
 * ours is the whole line, which these vectors therefore leave out.
 */
class StandardVectorsTest {

    private static final int ULPS = 8;

    @ParameterizedTest
    @CsvSource({
        "-0X1.FFFFFFFFFFFFP+0, 0X1.999999999999AP-4, 2, 0.0, 0X1.FFFFFFFFFFFE1P+1",
        "0X1.999999999999AP-4, 0X1.999999999999AP-4, 2, 0X1.47AE147AE147BP-7, 0X1.47AE147AE147CP-7",
        "13.1, 13.1, 2, 0X1.573851EB851EBP+7, 0X1.573851EB851ECP+7",
        "-324.3, 2.5, 2, 0.0, 0X1.9AD27D70A3D72P+16",
        "0.01, 2.33, 8, 0X1.CD2B297D889BDP-54, 0X1.B253D9F33CE4DP+9",
        "-1.9, -0.33, 8, 0X1.26F1FCDD502A3P-13, 0X1.53ABD7BFC4FC6P+7",
        "-7451.145, -7451.145, 3, -0X1.81460637B9A3DP+38, -0X1.81460637B9A3CP+38",
        "-324.3, 2.5, 3, -0X1.0436D2F418938P+25, 0X1.F4P+3",
        "-1.9, -0.33, 7, -0X1.658C775099757P+6, -0X1.BEE30301BF47AP-12",
        "13.1, 13.1, -2, 0X1.7DE3A077D1568P-8, 0X1.7DE3A077D1569P-8",
        "0.01, 2.33, -3, 0X1.43CFBA61AACABP-4, 0X1.E848P+19",
        "-1.9, -0.33, -1, -0X1.83E0F83E0F83EP+1, -0X1.0D79435E50D79P-1",
        "13.1, 13.1, 0, 1.0, 1.0"
    })
    void powers(String lower, String upper, int exponent, String expectedLower, String expectedUpper) {
        assertNearlyTightest(interval(lower, upper).pow(exponent), interval(expectedLower, expectedUpper));
    }

    @ParameterizedTest
    @CsvSource({
        "-50.0, -10.0, -0X1.999999999999AP-4, -0X1.47AE147AE147AP-6",
        "10.0, 50.0, 0X1.47AE147AE147AP-6, 0X1.999999999999AP-4",
        "10.0, Infinity, 0.0, 0X1.999999999999AP-4"
    })
    void reciprocals(String lower, String upper, String expectedLower, String expectedUpper) {
        assertNearlyTightest(interval(lower, upper).reciprocal(), interval(expectedLower, expectedUpper));
    }

    @ParameterizedTest
    @CsvSource({
        "-1.0, 2.0, 10.0, Infinity, -0X1.999999999999AP-4, 0X1.999999999999AP-3",
        "1.0, 3.0, -Infinity, -10.0, -0X1.3333333333334P-2, 0.0",
        "-Infinity, -1.0, 1.0, 3.0, -Infinity, -0X1.5555555555555P-2",
        "-2.0, -1.0, -10.0, -3.0, 0X1.9999999999999P-4, 0X1.5555555555556P-1"
    })
    void quotients(String a, String b, String c, String d, String expectedLower, String expectedUpper) {
        assertNearlyTightest(interval(a, b).divide(interval(c, d)), interval(expectedLower, expectedUpper));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 25.0, 0.0, 5.0",
        "0X1.999999999999AP-4, 0X1.999999999999AP-4, 0X1.43D136248490FP-2, 0X1.43D136248491P-2",
        "0X1.999999999999AP-4, 0X1.FFFFFFFFFFFFP+0, 0X1.43D136248490FP-2, 0X1.6A09E667F3BC7P+0"
    })
    void roots(String lower, String upper, String expectedLower, String expectedUpper) {
        assertNearlyTightest(interval(lower, upper).sqrt(), interval(expectedLower, expectedUpper));
    }

    private static Interval interval(String lower, String upper) {
        return new Interval(Double.parseDouble(lower), Double.parseDouble(upper));
    }

    private static void assertNearlyTightest(Interval found, Interval tightest) {
        assertThat(found.lower()).isLessThanOrEqualTo(tightest.lower());
        assertThat(found.upper()).isGreaterThanOrEqualTo(tightest.upper());
        if (found.isFinite()) {
            assertThat(tightest.lower() - found.lower()).isLessThanOrEqualTo(ULPS * Math.ulp(tightest.lower()));
            assertThat(found.upper() - tightest.upper()).isLessThanOrEqualTo(ULPS * Math.ulp(tightest.upper()));
        }
    }
}
