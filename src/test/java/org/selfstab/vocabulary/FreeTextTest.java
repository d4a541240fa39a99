package org.selfstab.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {

    @Test
    void whatShowsStaysAsItIs() {
        String text = "Sharp valley: \u03b1 \u2264 2/\u03b7, caf\u00e9, \u4e2d\u6587, \ud83d\ude00, a\\b  c";

        assertThat(FreeText.visible(text)).isEqualTo(text);
        assertThat(new FreeText(text)).hasToString(text);
    }

    @Test
    void escapesOfTheTerminalAndLineBreaksAreWrittenOut() {
        assertThat(FreeText.visible("a\u001b[1mb\r\nc\td\u0000")).isEqualTo("a\\u001b[1mb\\r\\nc\\td\\u0000");
        assertThat(new FreeText("a\nb").exact()).isEqualTo("a\nb");
    }

    /** C1 controls, next line, soft hyphen, Arabic mark, zero width, directional marks, embeddings, isolates, separators, byte order mark, tag, half a pair. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x7f, 0x85, 0x9b, 0xad, 0x61c, 0x200b, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060,
                0x2066, 0x2069, 0xfeff, 0xe0041, 0xd800
            })
    void whatIsInvisibleIsWrittenAsItsCode(int point) {
        String code = point > 0xffff ? "\\u{%x}".formatted(point) : "\\u%04x".formatted(point);

        assertThat(FreeText.visible("a" + Character.toString(point) + "b")).isEqualTo("a" + code + "b");
    }

    @Test
    void aParagraphKeepsItsLines() {
        assertThat(new FreeText("a\r\nb\n\u202ec\rd").paragraph()).isEqualTo("a\nb\n\\u202ec\\rd");
    }
}
