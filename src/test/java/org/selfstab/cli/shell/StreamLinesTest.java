package org.selfstab.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamLinesTest {

    private static StreamLines of(byte[] bytes) {
        return new StreamLines(new ByteArrayInputStream(bytes), "input");
    }

    private static List<String> all(String text) throws LineException {
        StreamLines lines = of(text.getBytes(StandardCharsets.UTF_8));
        List<String> all = new ArrayList<>();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            all.add(line.get());
        }
        return all;
    }

    @Test
    void linesEndAsOnAnySystem() throws LineException {
        assertThat(all("")).isEmpty();
        assertThat(all("a\n\nö\tb\r\n")).containsExactly("a", "", "ö\tb");
        assertThat(all("a\nwithout an end")).containsExactly("a", "without an end");
    }

    @Test
    void aLineTooLongIsSkipped() throws LineException {
        StreamLines lines =
                of(("a".repeat(StreamLines.MAX_BYTES) + "\n" + "b".repeat(10 * StreamLines.MAX_BYTES) + "\nc\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(lines.next().orElseThrow()).hasSize(StreamLines.MAX_BYTES);
        assertThatThrownBy(lines::next)
                .isInstanceOf(LineException.class)
                .hasMessageContaining("longer than 1048576 bytes");
        assertThat(lines.next()).contains("c");
        assertThat(lines.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b\nc\n", "a\u001bb", "a\u0085"})
    void whatIsNoTextEndsThem(String text) throws LineException {
        assertNoTextAfterOne(of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void neitherIsAnotherEncoding() throws LineException {
        assertNoTextAfterOne(of("aöb\nc".getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static void assertNoTextAfterOne(StreamLines lines) throws LineException {
        assertThatThrownBy(lines::next)
                .isInstanceOfSatisfying(LineException.class, wrong -> assertThat(lines.error(7, wrong))
                        .isEqualTo("input:7:2: this is not valid UTF-8 text; give commands, one on each line"));
        assertThat(lines.next()).isEmpty();
    }

    @Test
    void whatCannotBeReadEndsThem() throws IOException, LineException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        StreamLines lines = new StreamLines(closed, "input");
        assertThatThrownBy(lines::next)
                .isInstanceOf(LineException.class)
                .hasMessage("cannot be read: Stream closed; give commands, one on each line");
        assertThat(lines.next()).isEmpty();
    }
}
