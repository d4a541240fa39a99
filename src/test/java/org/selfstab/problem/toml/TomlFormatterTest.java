package org.selfstab.problem.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.vocabulary.SelfstabException;
import org.tomlj.Toml;

/** Formatting changes the layout of a file and nothing that it says. */
class TomlFormatterTest {

    @Test
    void laysOutAsPromised() {
        assertThat(TomlFormatter.format("p.toml", """
                        # top   \r
                        title="A # no comment"   # a comment
                          a.b   =    'x'\t


                        # of the table
                        [t]
                        one=1
                        # between
                        "twenty two" = [ 1, # first
                           2 ]
                        long = \"""
                        kept = as it is \s

                        \"""
                        [[u]]""")).isEqualTo("""
                        # top
                        title = "A # no comment"   # a comment
                        a.b   = 'x'

                        # of the table
                        [t]
                        one          = 1
                        # between
                        "twenty two" = [ 1, # first
                           2 ]
                        long         = \"""
                        kept = as it is \s

                        \"""

                        [[u]]
                        """);
    }

    @Test
    void quotesWithinStringsEndNone() {
        for (String value : List.of(
                "\"a\\\"b # c\"",
                "'a\\'",
                "\"\"\"a\"\" # \"b\"\"\"\"\"",
                "'''it''s # '''",
                "{ a = \"]\", b = ['}'] }",
                "\"\"")) {
            String text = "k   = " + value + "   # end\nkey=1\n";
            assertThat(TomlFormatter.format("p.toml", text)).isEqualTo("k   = " + value + "   # end\nkey = 1\n");
        }
    }

    @Test
    void lineBreaksOfTheFileAreThoseOfUnixButForThoseOfAValue() {
        assertThat(TomlFormatter.format("p.toml", "a=1\r\n\r\n[t]\r\nb = [1,\r\n2]\r\n"))
                .isEqualTo("a = 1\n\n[t]\nb = [1,\n2]\n");
        requireSame("a = 1\r\n b = \"\"\"x\r\ny\"\"\"\r\n# c\r\n");
    }

    @Test
    void whatIsNotTomlIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> TomlFormatter.format("p.toml", "a = 1\nb = \n"))
                .isInstanceOf(SelfstabException.class)
                .hasMessageStartingWith("p.toml:2:");
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> examples = Files.walk(Path.of("examples"));
                Stream<Path> theory = Files.walk(Path.of("theory"))) {
            return Stream.concat(examples, theory)
                    .filter(file -> file.toString().endsWith(".toml"))
                    .filter(file -> !file.toString().contains("target"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void filesSayTheSame(Path file) throws IOException {
        requireSame(Files.readString(file));
    }

    @Property(tries = 300)
    void whateverIsWrittenSaysTheSame(@ForAll("texts") String text) {
        if (!Toml.parse(text).hasErrors()) {
            requireSame(text);
        }
    }

    /** The same values and comments; formatted once more it stays. */
    private static void requireSame(String text) {
        String formatted = TomlFormatter.format("p.toml", text);
        assertThat(Toml.parse(formatted).toJson()).isEqualTo(Toml.parse(text).toJson());
        assertThat(TomlFormatter.format("p.toml", formatted)).isEqualTo(formatted);
        assertThat(letters(formatted)).isEqualTo(letters(text));
        assertThat(formatted).doesNotContain("\n\n\n\n");
    }

    /** All but blanks and line breaks, in order. */
    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> parts = Arbitraries.of(
                "a",
                "b.c",
                "\"k = \"",
                "=",
                " = ",
                "1",
                "0.10",
                "\"x # y\"",
                "'#'",
                "[t]",
                "[[u]]",
                "[1,\n 2 # c\n]",
                "{ d = 1 }",
                "# note",
                "\n",
                "\n\n",
                "\r\n",
                "  ",
                "\t",
                "\"\"\"\n a = 1\n\"\"\"",
                "'''\n'''");
        Arbitrary<String> entries = Arbitraries.integers().between(0, 999).flatMap(key -> Arbitraries.of(
                        "1", "\"x # y\"", "[1,\n 2 # c\n]", "'''\r\n\n\r\n # '''", "{ d = '}' }", "1e-3 # note")
                .map(value -> "k" + key + " =  " + value + "\n"));
        return Arbitraries.oneOf(parts, entries, entries).list().ofMaxSize(12).map(list -> list.stream()
                .collect(Collectors.joining()));
    }
}
