package org.selfstab.problem.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.ReadProblem;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

class ContentLinesTest {

    @Test
    void blankLinesAndCommentsGo() {
        ContentLines lines = new ContentLines("# a\n\na = 1 # b\n \t# c\r\n   \nb = '#'\n#");

        assertThat(lines.text()).isEqualTo("a = 1 # b\nb = '#'\n");
        assertThat(IntStream.of(1, 2, 3, 4).map(lines::numberOf)).containsExactly(3, 6, 7, 7);
    }

    @Test
    void thoseWithinStringsStay() {
        String toml = "a = \"\"\"x\n\n# no\\\"\"\"\n\"\"\"\"\"\nb = '''\n# no\n'''''\nc = \"a'''\"\nd = '\"\"\"'\n";

        assertThat(new ContentLines(toml).text()).isEqualTo(toml);
    }

    @Test
    void whatTomlForbidsInCommentsIsLeftToTheParser() {
        assertThat(new ContentLines("# \u0001\n# \r x\n# \u0085\n# \u007f\n").text())
                .isEqualTo("# \u0001\n# \r x\n# \u007f\n");
    }

    /** Lines as strangers write them, among many without content. */
    private static final List<String> FRAGMENTS = List.of(
            "",
            "",
            "  ",
            "\t",
            "# comment",
            "  # 'x' \"\"\"",
            "# \"",
            "#'''",
            "%k = 1",
            "%k = 'a # b' # c",
            "%k = \"a \\\" # b\"",
            "%k = \"\"\"",
            "\"\"\"",
            "'''",
            "%k = '''",
            "%k = [",
            "  1, # one",
            "]",
            "[%k]",
            "[[t]]",
            "%k = { a = 1, b = [2, 3] }",
            "%k = \"\"\" a \"\"\"\" # b",
            "%k = ''' a '''' # b",
            "\\",
            "%k = \"",
            "%k",
            "= 1",
            "\r",
            "%k = 1\r",
            "#\r",
            "%k.a = \"#\"");

    @ParameterizedTest
    @MethodSource("seeds")
    void theyMeanTheSame(int seed) {
        Random random = new Random(seed);
        int length = 1 + random.nextInt(12);
        String toml = IntStream.range(0, length)
                .mapToObj(i -> FRAGMENTS.get(random.nextInt(FRAGMENTS.size())).replace("%k", "k" + random.nextInt(20)))
                .collect(Collectors.joining("\n", "", random.nextBoolean() ? "\n" : ""));
        ContentLines lines = new ContentLines(toml);
        TomlParseResult whole = Toml.parse(toml);
        TomlParseResult picked = Toml.parse(lines.text());

        assertThat(picked.hasErrors()).as(toml).isEqualTo(whole.hasErrors());
        if (whole.hasErrors()) {
            String first = lines.inWholeText(picked.errors().get(0).getMessage());
            assertThat(first).as(toml).isEqualTo(whole.errors().get(0).getMessage());
            assertThat(lines.numberOf(picked.errors().get(0).position().line()))
                    .as(toml)
                    .isEqualTo(whole.errors().get(0).position().line());
        } else {
            assertThat(picked.toJson()).as(toml).isEqualTo(whole.toJson());
            whole.keySet().forEach(key -> assertThat(
                            lines.numberOf(picked.inputPositionOf(List.of(key)).line()))
                    .isEqualTo(whole.inputPositionOf(List.of(key)).line()));
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 600);
    }

    @Test
    void twoThousandCommentsCostNothing() {
        ReadProblem read = ProblemReader.read(Path.of("src/test/resources/cases/cubic-valid.toml"));
        ReadProblem valley = ProblemReader.read(Path.of("examples/sharp-valley.toml"));

        assertThat(read.problem().loss()).isEqualTo(valley.problem().loss());
        assertThat(read.problem().parameters()).isEqualTo(valley.problem().parameters());
    }

    /** In the head, between the keys, within arrays and tables, with CR LF, after the last line: as many as a file may have. */
    @ParameterizedTest
    @ValueSource(strings = {"# c\n", "\n", "\r\n", "  \n", "\t# '''\n", "#\u00e9\n"})
    void anyNumberOfLinesWithoutContentCostsNothing(String line) {
        String many = line.repeat(10_000);
        String toml = many + "variables = [\n" + many + "'x',\n" + many + "'y']\n" + many + "[run]\n" + many
                + "a = '''\n# c\n'''\n" + many;
        TomlSection section = TomlFile.parse("many.toml", toml);

        assertThat(section.required("variables", "").asArray()).hasSize(2);
        assertThat(section.required("variables", "").asArray().get(1).location().line())
                .isEqualTo(30_003);
        assertThat(section.required("run", "").location().line()).isEqualTo(40_004);
    }
}
