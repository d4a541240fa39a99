package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.document.LatexText;
import org.selfstab.document.OutwardDigits;

/** TeX is given nothing to act on; numbers keep what they say. */
class LatexTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "100% of x_1 & {y} # $z$ ! 100\\% of x\\_1 \\& \\{y\\} \\# \\$z\\$",
                "a\\input{b} ! a\\textbackslash{}input\\{b\\}",
                "~^ ! \\textasciitilde{}\\textasciicircum{}",
                "\u03b7 = 2/\u03a3 ! $\\eta$ = 2/$\\Sigma$",
                "caf\u00e9 \u00dcber \u0159 ! caf\\'{e} \\\"{U}ber \\v{r}",
                "\u4e2d\u200b ! U+4E2DU+200B",
            })
    void escapesWhatTexWouldActOn(String text, String latex) {
        assertThat(LatexText.escape(text)).isEqualTo(latex);
    }

    @Test
    void aCommentIsOneLine() {
        assertThat(LatexText.comment("a\r\n\\end{document}\u2028\u0085b")).isEqualTo("% a \\end{document} b\n");
    }

    @ParameterizedTest
    @CsvSource({
        "1234567, $1.235 \\times 10^{6}$",
        "-0.00001, $-1.000 \\times 10^{-5}$",
        "0, 0",
        "0.5, 0.5000",
        "-2.5, $-2.500$",
        "Infinity, $\\infty$",
        "NaN, --"
    })
    void writesOutPowersOfTen(double value, String latex) {
        assertThat(LatexText.number(value)).isEqualTo(latex);
    }

    @ParameterizedTest
    @CsvSource({
        "1.00000001, 1.0000, 1.0001",
        "-1.00000001, -1.0001, -1.0000",
        "123456.7, 1.2345e5, 1.2346e5",
        "1e-12, 9.9999e-13, 1.0000e-12",
        "0, 0, 0"
    })
    void roundsBoundsOutwards(double bound, String down, String up) {
        assertThat(OutwardDigits.down(bound, 5)).isEqualTo(down);
        assertThat(OutwardDigits.up(bound, 5)).isEqualTo(up);
    }
}
