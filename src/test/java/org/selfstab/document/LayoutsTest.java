package org.selfstab.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Verdict;

/** One document in every form. */
class LayoutsTest {

    private static final String SHARED = "on this run";
    private static final Notation DELTA = Notation.formula("delta_1", "δ₁", "\\delta_1");

    private static final Document DOCUMENT = new Document.Builder("A | title", "1 claim holds")
            .status(Verdict.Status.HOLDS)
            .fact("loss", Cell.code("x*y_1"))
            .fact("long", "word ".repeat(60).strip())
            .note("mind the gap")
            .table(Table.of(
                            "What was measured",
                            List.of(
                                    Table.Column.words("verdict"),
                                    Table.Column.words("quantity"),
                                    Table.Column.numbers("value"),
                                    Table.Column.numbers("threshold"),
                                    Table.Column.numbers("worst t")),
                            List.of(
                                    new Table.Heading("first", Optional.of(DELTA)),
                                    row(Verdict.Status.HOLDS, 1.0 / 3, SHARED),
                                    row(Verdict.Status.HOLDS, 2.0 / 3, SHARED),
                                    new Table.Heading("second", Optional.empty()),
                                    row(Verdict.Status.FAILS, 1e-20, "at the end")))
                    .note("a note"))
            .restingOn("a numeric run");

    private static Table.Row row(Verdict.Status status, double value, String remark) {
        return new Table.Row(
                List.of(
                        Cell.status(status),
                        Cell.formula(DELTA),
                        Cell.number(value),
                        Cell.threshold(Optional.of(new Bound(value, 0.5, Bound.Sense.AT_MOST))),
                        Cell.count(Optional.empty())),
                remark);
    }

    @Test
    void textBeginsWithTheVerdictAndAlignsItsColumns() {
        assertThat(new TextLayout(80).write(DOCUMENT)).isEqualTo("""
                        A | title: 1 claim holds
                          loss     x*y_1
                          long     word word word word word word word word word word word word word word
                                   word word word word word word word word word word word word word word
                                   word word word word word word word word word word word word word word
                                   word word word word word word word word word word word word word word
                                   word word word word
                          note     mind the gap

                          What was measured
                          verdict  quantity        value  threshold  worst t
                          first: delta_1
                          HOLDS    delta_1      0.333333  <= 0.5000        -  [1]
                          HOLDS    delta_1      0.666667  <= 0.5000        -  [1]
                          second
                          FAILS    delta_1   1.00000e-20  <= 0.5000        -
                              at the end
                          [1] on this run
                          a note

                          evidence: a numeric run
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 80, 97, 120, 1000})
    void textIsAsWideAsTheTerminalWithinReason(int width) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.words("member")));
        IntStream.range(0, 30).forEach(i -> columns.add(Table.Column.numbers("column " + i)));
        List<Cell> cells = new ArrayList<>(List.of(Cell.words("first")));
        IntStream.range(0, 30).forEach(i -> cells.add(Cell.count(i)));
        Document wide = DOCUMENT.with(Table.of("wide", columns, List.of(new Table.Row(cells, ""))))
                .with(Table.of(
                        "",
                        List.of(Table.Column.words("name"), Table.Column.words("reason")),
                        List.of(Table.row(Cell.words("it"), Cell.words("because ".repeat(50))))));

        List<String> lines = new TextLayout(width).write(wide).lines().toList();

        int allowed = Math.max(80, Math.min(120, width));
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(allowed));
        assertThat(lines).anySatisfy(line -> assertThat(line).hasSizeGreaterThan(allowed - 12));
        assertThat(String.join(" ", lines)).contains("column 0", "column 29");
        assertThat(lines.stream().filter(line -> line.startsWith("  first "))).hasSizeGreaterThan(2);
        assertThat(String.join(" ", lines).split("because", -1)).hasSize(51);
    }

    @Test
    void equationsStayOnOneLine() {
        Document document = new Document.Builder("t", "s")
                .fact("end", "reached at most " + "x ".repeat(31) + "t = 166 and so on")
                .restingOn("e");
        assertThat(new TextLayout(80).write(document)).contains("t = 166");
    }

    @Test
    void latexHasRowsOfTheSameNumberOfCells() {
        assertThat(new LatexLayout().write(DOCUMENT))
                .startsWith("% A | title: 1 claim holds\n")
                .contains("{@{}llrrr@{}}", "holds & $\\delta_1$ & 0.333333 & $\\le$ 0.5000 & -- \\\\")
                .contains("\\textbf{fails} & $\\delta_1$ & $1.00000 \\times 10^{-20}$ & ")
                .contains("evidence: a numeric run")
                .doesNotContain("on this run");
    }

    @Test
    void markdownEscapesWhatItWouldTakeForMarkup() {
        assertThat(new MarkdownLayout().write(DOCUMENT))
                .startsWith("# A \\| title\n\n**HOLDS** 1 claim holds\n")
                .contains("- loss: `x*y_1`\n")
                .contains("| verdict | quantity | value | threshold | worst t |  |\n|---|---|---:|---:|---:|---|\n")
                .contains("| HOLDS | `δ₁` | 0.333333 | ≤ 0.5000 | – | \\[1\\] |\n")
                .contains("| **FAILS** | `δ₁` | 1.00000e-20 | ≤ 0.5000 | – | at the end |\n")
                .endsWith("Evidence: a numeric run.\n");
    }

    @Test
    void csvHasAllDigitsHeadingsAndRemarks() {
        assertThat(CsvLayout.write(DOCUMENT)).isEqualTo("""
                        of,verdict,quantity,value,threshold,worst t,remark
                        first,HOLDS,delta_1,0.3333333333333333,0.5,,on this run
                        first,HOLDS,delta_1,0.6666666666666666,0.5,,on this run
                        second,FAILS,delta_1,1.0E-20,0.5,,at the end
                        """);
        assertThat(CsvLayout.write(new Document.Builder("t", "s").restingOn("e")))
                .isEmpty();
    }

    @Test
    void aPageSaysTheSameOnce() {
        String html = Template.fill(HtmlView.of(DOCUMENT, List.of()));
        assertThat(html).contains("<h1>A | title</h1>", "1 claim holds", ">δ₁<", "[1] on this run", "at the end");
        assertThat(html.split("on this run", -1)).hasSize(2);
        assertThat(html)
                .as("what a row refers to stands beside it, what it says alone below it")
                .contains("<td class=\"references\">[1]</td></tr>", "<div>at the end</div>")
                .doesNotContain("<div>[1]</div>");
    }
}
