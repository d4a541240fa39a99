package org.selfstab.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.selfstab.document.chart.Drawing;
import org.selfstab.document.chart.FigureSet;
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
 * @param panel the panel; null if there is none
 * @param tables the tables
 * @param evidence what all rests on
 * @param data what the script works with, as JSON; null if there is nothing to work with
 * @param script the script
 */
public record HtmlView(
        String title,
        CellView status,
        String style,
        List<FactView> facts,
        List<String> notes,
        List<DrawingView> drawings,
        List<FigureSet.SkippedFigure> omissions,
        String chosen,
        Integer lastStep,
        PanelView panel,
        List<TableView> tables,
        String evidence,
        String data,
        String script) {

    /** A cell; link is null if it leads nowhere. */
    record CellView(String text, String cssClass, String link) {

        static CellView of(Cell cell) {
            return new CellView(
                    cell.unicode(), cell.style().cssClass(), cell.link().orElse(null));
        }
    }

    /** A fact. */
    record FactView(String name, CellView value) {

        static FactView of(Document.Fact fact) {
            return new FactView(fact.name(), CellView.of(fact.value()));
        }
    }

    /** A row; what is null is not there. */
    record RowView(List<CellView> cells, RemarkView remark) {

        /** What a row refers to stands in a cell of its own at the end, what it says itself below it. */
        static RowView of(Table.Line line, Remarks remarks, int columns) {
            if (line instanceof Table.Row row) {
                List<CellView> cells =
                        new ArrayList<>(row.cells().stream().map(CellView::of).toList());
                if (remarks.areShared()) {
                    while (cells.size() < columns - 1) {
                        cells.add(new CellView("", "text", null));
                    }
                    cells.add(new CellView(remarks.references(row), "references", null));
                }
                String remark = String.join("; ", remarks.own(row));
                return new RowView(cells, remark.isEmpty() ? null : new RemarkView(remark, columns, "remark"));
            }
            return new RowView(List.of(), new RemarkView(((Table.Heading) line).unicode(), columns, "head"));
        }

        boolean hasCells() {
            return !cells.isEmpty();
        }
    }

    /** A line over all columns. */
    record RemarkView(String text, int columns, String cssClass) {}

    /** A table; its anchor is null if no link can lead to it. */
    record TableView(
            String caption,
            String anchor,
            List<FactView> facts,
            List<CellView> columns,
            boolean hasReferences,
            List<RowView> rows,
            List<String> notes,
            boolean filter,
            List<String> statuses) {

        static TableView of(Table table) {
            Remarks remarks = new Remarks(table);
            int width = table.columns().size() + (remarks.areShared() ? 1 : 0);
            return new TableView(
                    table.caption(),
                    table.caption().matches("[a-z0-9-]+") ? table.caption() : null,
                    table.facts().stream().map(FactView::of).toList(),
                    table.columns().stream()
                            .map(column -> CellView.of(column.head()))
                            .toList(),
                    remarks.areShared(),
                    table.lines().stream()
                            .map(line -> RowView.of(line, remarks, width))
                            .toList(),
                    remarks.below(table),
                    table.filter() == Table.Filter.BY_WORDS_AND_STATUS,
                    statuses(table));
        }

        boolean hasFacts() {
            return !facts.isEmpty();
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

    /**
     * A panel.
     *
     * @param alone whether the page is its own
     * @param style its style sheet
     * @param data what its script works with, as JSON
     * @param simulation the script that computes
     * @param control the script that draws, and listens to the reader
     * @param programs the loss as a script
     */
    record PanelView(boolean alone, String style, String data, String simulation, String control, String programs) {

        static PanelView of(Panel panel) {
            return new PanelView(
                    panel.isAlone(),
                    Template.resource("panel.css"),
                    Json.inElement(panel.data()),
                    Template.resource("simulation.js"),
                    Template.resource("panel.js"),
                    panel.programs());
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
        Optional<String> data = page.figures().table().map(numbers -> Json.inElement(PageData.of(numbers, drawings)));
        return new HtmlView(
                page.title(),
                page.status().map(CellView::of).orElse(null),
                styleSheet(),
                facts(page),
                Stream.concat(page.notes().stream(), page.figures().notes().stream())
                        .toList(),
                drawings.stream().map(DrawingView::of).toList(),
                page.figures().omissions(),
                page.figures().table().map(ValuePanel::chosen).orElse(null),
                page.figures()
                        .table()
                        .map(numbers -> numbers.steps().size() - 1)
                        .orElse(null),
                page.panel().map(PanelView::of).orElse(null),
                page.tables().stream().map(TableView::of).toList(),
                page.evidence(),
                data.orElse(null),
                Template.resource("page.js"));
    }

    private static List<FactView> facts(Document page) {
        return Stream.concat(
                        Stream.of(Document.Fact.of("summary", page.summary()))
                                .filter(fact -> !page.summary().isEmpty()),
                        page.facts().stream())
                .map(FactView::of)
                .toList();
    }

    private static String styleSheet() {
        return ":root { " + Palette.lightDeclarations()
                + " }\n@media screen and (prefers-color-scheme: dark) { :root { " + Palette.darkDeclarations()
                + " } }\n" + Template.resource("page.css");
    }
}
