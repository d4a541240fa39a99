package org.selfstab.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.selfstab.document.chart.Drawing;
import org.selfstab.document.chart.Omission;
import org.selfstab.document.chart.Palette;
import org.selfstab.document.chart.ValuePanel;

/**
 * A page as the template sees it.
 *
 * @param title the title
 * @param status the verdict; null if there is none
 * @param style the style sheet
 * @param facts names and values
 * @param notes sentences
 * @param drawings the figures
 * @param omissions what was left out
 * @param chosen what the slider chooses; null if there is none
 * @param lastStep the last position of the slider; null if there is none
 * @param tables the tables
 * @param evidence what all rests on
 * @param data what the script works with, as JSON; null if there is nothing to work with
 * @param script the script; null if there is no use for it
 */
public record HtmlView(
        String title,
        CellView status,
        String style,
        List<Document.Fact> facts,
        List<String> notes,
        List<DrawingView> drawings,
        List<Omission> omissions,
        String chosen,
        Integer lastStep,
        List<TableView> tables,
        String evidence,
        String data,
        String script) {

    /** A cell; link is null if it leads nowhere. */
    record CellView(String text, String cssClass, String link) {

        static CellView of(Cell cell) {
            return new CellView(
                    cell.text(), cell.style().cssClass(), cell.link().orElse(null));
        }
    }

    /** A row; what is null is not there. */
    record RowView(List<CellView> cells, RemarkView remark) {

        static RowView of(Table.Row row, int columns) {
            return new RowView(
                    row.cells().stream().map(CellView::of).toList(),
                    row.remark()
                            .map(text ->
                                    new RemarkView(text, columns, row.cells().isEmpty() ? "head" : "remark"))
                            .orElse(null));
        }

        boolean hasCells() {
            return !cells.isEmpty();
        }
    }

    /** A line over all columns. */
    record RemarkView(String text, int columns, String cssClass) {}

    /** A table. */
    record TableView(String caption, List<String> columns, List<RowView> rows, boolean filter, List<String> statuses) {

        static TableView of(Table table) {
            return new TableView(
                    table.caption(),
                    table.columns(),
                    table.rows().stream()
                            .map(row -> RowView.of(row, table.columns().size()))
                            .toList(),
                    table.filter() == Table.Filter.BY_WORDS_AND_STATUS,
                    statuses(table));
        }

        private static List<String> statuses(Table table) {
            return table.rows().stream()
                    .flatMap(row -> row.cells().stream().limit(1))
                    .map(Cell::text)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** A figure; svg is an element, not to be escaped. */
    record DrawingView(String name, String title, String caption, String svg, String shape) {

        static DrawingView of(Drawing drawing) {
            return new DrawingView(
                    drawing.figure().name(),
                    drawing.figure().title(),
                    drawing.figure().caption(),
                    drawing.themed(),
                    drawing.figure().shape().name().toLowerCase(Locale.ROOT));
        }
    }

    boolean hasFacts() {
        return !facts.isEmpty();
    }

    boolean hasDrawings() {
        return !drawings.isEmpty();
    }

    boolean hasSlider() {
        return lastStep != null;
    }

    public static HtmlView of(Document page, List<Drawing> drawings) {
        Optional<String> data =
                page.numbers().map(numbers -> PageData.of(numbers, drawings).toJson());
        boolean needsScript = data.isPresent()
                || page.tables().stream().anyMatch(table -> table.filter() == Table.Filter.BY_WORDS_AND_STATUS);
        return new HtmlView(
                page.title(),
                page.status().map(CellView::of).orElse(null),
                styleSheet(),
                page.facts(),
                page.notes(),
                drawings.stream().map(DrawingView::of).toList(),
                page.omissions(),
                page.numbers().map(ValuePanel::chosen).orElse(null),
                page.numbers().map(numbers -> numbers.steps().size() - 1).orElse(null),
                page.tables().stream().map(TableView::of).toList(),
                page.evidence(),
                data.orElse(null),
                needsScript ? Template.resource("page.js") : null);
    }

    private static String styleSheet() {
        return ":root { " + Palette.lightDeclarations()
                + " }\n@media screen and (prefers-color-scheme: dark) { :root { " + Palette.darkDeclarations()
                + " } }\n" + Template.resource("page.css");
    }
}
