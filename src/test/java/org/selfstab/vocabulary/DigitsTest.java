package org.selfstab.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences for people have six digits where nothing is lost by it. */
class DigitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    alpha_t = -0.008059744290277563 at t = 0 | alpha_t = -0.00805974 at t = 0
                    alpha = -8.011436155469337E-4, beta     | alpha = -0.000801144, beta
                    alpha = 2.3289679483105323E-52          | alpha = 2.32897e-52
                    theta = (-0.3419698602928606, 1.5919698602928606) | theta = (-0.34197, 1.59197)
                    seen is 3.8009257195335993.             | seen is 3.80093.
                    eta S = 1.9999998758442727, the edge is at 2.0 | eta S = 1.9999998758442727, the edge is at 2.0
                    the edge is at 0.30000000000000004      | the edge is at 0.3
                    in [1.2345678901234, 1.3456789012345]   | in [1.2345678901234, 1.3456789012345]
                    --set eta=0.1234567890123 goes on       | --set eta=0.1234567890123 goes on
                    0.1234567890123*x + 1/7.1234567890123   | 0.1234567890123*x + 1/7.1234567890123
                    1.41421356237309504880168872420969      | 1.41421356237309504880168872420969
                    1.5 of 12345678901 at 0.00012345        | 1.5 of 12345678901 at 0.00012345
                    """)
    void sentences(String sentence, String brief) {
        assertThat(Digits.brief(sentence)).isEqualTo(brief);
    }
}
