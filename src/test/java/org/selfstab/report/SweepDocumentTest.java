package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.selfstab.HandmadeSweep;
import org.selfstab.Problems;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.document.TextLayout;
import org.selfstab.document.chart.FigureDrawer;
import org.selfstab.sweep.GridAxis;
import org.selfstab.sweep.Spacing;

/** What the page of a sweep says. */
class SweepDocumentTest {

    private static final GridAxis ZETA = HandmadeSweep.axis("zeta", Spacing.LINEAR, 3);
    private static final GridAxis EPSILON = HandmadeSweep.axis("epsilon", Spacing.LOG, 4);

    private static Document page(GridAxis... axes) {
        return SweepDocument.page(HandmadeSweep.over(Problems.valley("1", "1/100"), axes));
    }

    private static Table table(Document page, String caption) {
        return page.tables().stream()
                .filter(table -> table.caption().equals(caption))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Table.Row row) {
        return row.cells().stream().map(Cell::text).toList();
    }

    @Test
    void theFactsTellHowToRunItAgain() {
        assertThat(page(ZETA, EPSILON).facts())
                .contains(
                        Document.Fact.of("grid", "zeta = 1, 2, 3"),
                        Document.Fact.of("grid", "epsilon = 1, 10, 100, 1000; equal ratios, to 12 digits"),
                        Document.Fact.of("runs", "12 points, double precision, exact projection, moving frame"),
                        Document.Fact.of("program", "selfstab 1"),
                        Document.Fact.of(
                                "repeat by",
                                "selfstab sweep valley.toml --set zeta=1/2 --grid zeta=1:3:3 --grid epsilon=1:1000:4:log"
                                        + " --quantity size --quantity condition.eigengap --claim size"
                                        + " --projection exact --frame moving"));
    }

    @Test
    void everyPointIsARowThatCanBeFiltered() {
        Table points = table(page(ZETA, EPSILON), "Points");
        assertThat(points.filter()).isEqualTo(Table.Filter.BY_WORDS_AND_STATUS);
        assertThat(points.columns())
                .extracting(column -> column.head().text())
                .containsExactly(
                        "verdict", "point", "run", "zeta", "epsilon", "size", "condition.eigengap", "claim size");
        assertThat(points.rows()).hasSize(12);
        assertThat(texts(points.rows().get(0)))
                .containsExactly("FAILS", "0", "diverged", "1", "1", "-", "HOLDS", "FAILS");
        assertThat(points.rows().get(0).remarks()).containsExactly("it left " + HandmadeSweep.HOSTILE);
        assertThat(texts(points.rows().get(6)))
                .containsExactly("UNDECIDED", "6", "complete", "2", "100", "1000000", "HOLDS", "UNDECIDED");
    }

    @Test
    void extremesAndVerdictsAreCounted() {
        Document page = page(ZETA, EPSILON);
        assertThat(texts(table(page, "Quantities over the grid").rows().get(0)))
                .containsExactly(
                        "size", "10", "zeta = 1, epsilon = 10", "1.00000e+11", "zeta = 3, epsilon = 1000", "1");
        assertThat(table(page, "Verdicts over the grid").rows())
                .extracting(SweepDocumentTest::texts)
                .containsExactly(
                        List.of("HOLDS", "condition.eigengap", "12", "-", "-", "-", "-"),
                        List.of("FAILS", "claim size", "3", "3", "3", "3", "-"));
        assertThat(page.status()).map(Cell::text).contains("FAILS");
        assertThat(page.evidence()).contains("numeric runs", "not a proof");
    }

    /** A text lists fewer points than a page; of the rest it tells the first reasons. */
    @Test
    void aTextListsThePointsOfASmallGridOnly() {
        GridAxis longer = HandmadeSweep.axis("zeta", Spacing.LINEAR, 41);
        Table points = table(page(longer), "Points");
        assertThat(points.place()).isEqualTo(Table.Place.PAGES);
        assertThat(table(page(ZETA), "Points").place()).isEqualTo(Table.Place.EVERYWHERE);
        String text = new TextLayout(100).write(page(longer));
        assertThat(text)
                .contains("zeta = 1  it left " + HandmadeSweep.HOSTILE, "--format csv")
                .doesNotContain("  Points\n");
        assertThat(new TextLayout(100).write(page(ZETA))).contains("  Points\n").doesNotContain("--format csv");
    }

    @Test
    void aLargeGridLeavesItsPointsToTheCsv() {
        Document page =
                page(HandmadeSweep.axis("zeta", Spacing.LINEAR, 52), HandmadeSweep.axis("epsilon", Spacing.LINEAR, 50));
        assertThat(page.tables()).extracting(Table::caption).doesNotContain("Points");
        assertThat(page.notes()).anyMatch(note -> note.contains("sweep.csv"));
    }

    @Test
    void nothingBecomesMarkup() {
        Document page = page(ZETA, HandmadeSweep.axis(HandmadeSweep.HOSTILE, Spacing.LINEAR, 4));
        String html = ReportFolder.html(
                page, page.figures().figures().stream().map(FigureDrawer::draw).toList());
        assertThat(html).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
        assertThat(html.split("<script", -1)).hasSize(3);
    }
}
