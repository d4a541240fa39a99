package org.selfstab.document.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.selfstab.vocabulary.SelfstabException;

/** Draws figures with XChart. */
public final class FigureDrawer {

    /** Beyond this many lengths of an axis from its ends, where nothing is seen, points are moved closer: formats have limits. */
    private static final double REACH = 3.0;

    /** The length of a line in the legend. */
    private static final int LEGEND_LINE = 26;

    /** About what part of a figure the plot takes, and what part of a cell a mark. */
    private static final double PLOT = 0.7;

    private static final double MARK_IN_CELL = 0.6;
    private static final int WIDEST_MARK = 11;
    private static final int NARROWEST_MARK = 3;

    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 14);

    private FigureDrawer() {}

    /**
     * Draws a figure.
     *
     * @throws SelfstabException if this Java cannot draw, mostly because it finds no fonts
     */
    public static Drawing draw(Figure figure) {
        XYChart chart = chart(figure);
        RenderedChart encoded = RenderedChart.of(
                chart,
                figure.shape().width(),
                figure.shape().height(),
                new SvgWriter.Titles(figure.name(), figure.title(), figure.caption()));
        return new Drawing(figure, encoded, frame(figure, chart));
    }

    private static XYChart chart(Figure figure) {
        XYChart chart = new XYChart(figure.shape().width(), figure.shape().height());
        chart.setTitle(figure.title());
        chart.setXAxisTitle(figure.x().label());
        chart.setYAxisTitle(figure.y().label());
        style(chart.getStyler(), figure);
        List<Cells.Patch> patches = figure.cells().patches();
        for (int i = 0; i < patches.size(); i++) {
            add(chart, "cells " + i, patches.get(i));
        }
        List<Series> series = figure.series();
        for (int i = 0; i < series.size(); i++) {
            add(chart, Integer.toString(i), series.get(i), figure);
        }
        figure.notes().forEach(note -> chart.addAnnotation(new HaloedText(note)));
        return chart;
    }

    private static void style(XYStyler styler, Figure figure) {
        styler.setChartBackgroundColor(Palette.PAPER.color())
                .setPlotBackgroundColor(Palette.PAPER.color())
                .setPlotBorderColor(Palette.FRAME.color())
                .setChartFontColor(Palette.TEXT.color())
                .setChartTitleFont(TITLE)
                .setChartTitlePadding(6)
                .setChartPadding(8)
                .setPlotContentSize(1.0)
                .setAnnotationTextFont(PLAIN)
                .setAnnotationTextFontColor(Palette.TEXT.color())
                .setAntiAlias(true);
        styler.setAxisTitleFont(PLAIN)
                .setAxisTickLabelsFont(PLAIN)
                .setAxisTickLabelsColor(Palette.TEXT.color())
                .setAxisTickMarksColor(Palette.FRAME.color())
                .setAxisTickMarkLength(4)
                .setAxisTicksLineVisible(false)
                .setPlotGridLinesColor(Palette.GRID.color())
                .setPlotGridLinesStroke(new BasicStroke(0.7f))
                .setPlotMargin(0)
                .setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right)
                .setXAxisTickMarkSpacingHint(90)
                .setYAxisTickMarkSpacingHint(48)
                .setXAxisTickLabelsFormattingFunction(Ticks.labels(figure.x()))
                .setYAxisTickLabelsFormattingFunction(Ticks.labels(figure.y()))
                .setXAxisLogarithmic(isLogarithmic(figure.x()))
                .setYAxisLogarithmic(isLogarithmic(figure.y()))
                .setXAxisLogarithmicDecadeOnly(Ticks.areDecades(figure.x()))
                .setYAxisLogarithmicDecadeOnly(Ticks.areDecades(figure.y()))
                .setXAxisMin(figure.x().shown().low())
                .setXAxisMax(figure.x().shown().high())
                .setYAxisMin(figure.y().shown().low())
                .setYAxisMax(figure.y().shown().high());
        styler.setMarkerSize(room(figure));
        legend(styler, figure.shape());
    }

    /** How wide a mark may be, in pixels: what the cells leave it. */
    private static int room(Figure figure) {
        Cells cells = figure.cells();
        if (cells.isEmpty()) {
            return WIDEST_MARK;
        }
        double width = PLOT * figure.shape().width() / cells.across();
        double height = PLOT * figure.shape().height() / cells.up();
        return Math.min(WIDEST_MARK, Math.max(NARROWEST_MARK, (int) (MARK_IN_CELL * Math.min(width, height))));
    }

    private static void legend(XYStyler styler, Figure.Shape shape) {
        styler.setLegendFont(PLAIN)
                .setLegendBackgroundColor(Palette.PAPER.color())
                .setLegendBorderColor(Palette.PAPER.color())
                .setLegendPadding(6)
                .setLegendSeriesLineLength(LEGEND_LINE);
        switch (shape) {
            case COURSE ->
                styler.setLegendPosition(Styler.LegendPosition.OutsideS)
                        .setLegendLayout(Styler.LegendLayout.Horizontal);
            case PLANE ->
                styler.setLegendPosition(Styler.LegendPosition.OutsideE).setLegendLayout(Styler.LegendLayout.Vertical);
        }
    }

    private static void add(XYChart chart, String name, Series series, Figure figure) {
        Points points = series.points();
        Mark mark = series.role().mark();
        boolean namedApart = mark.inLegend() != mark;
        add(
                chart,
                name,
                within(points.xs(), figure.x()),
                within(points.ys(), figure.y()),
                series.role(),
                mark,
                namedApart ? "" : series.label());
        if (namedApart && !series.label().isEmpty()) {
            add(
                    chart,
                    name + " named",
                    new double[] {figure.x().shown().low()},
                    new double[] {Double.NaN},
                    series.role(),
                    mark.inLegend(),
                    series.label());
        }
    }

    private static void add(XYChart chart, String name, double[] xs, double[] ys, Role role, Mark mark, String label) {
        XYSeries added = chart.addSeries(name, xs, ys);
        added.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
        added.setLineColor(role.ink().color())
                .setLineStyle(role.line().isDrawn() ? role.line().stroke() : SeriesLines.NONE);
        added.setMarkerColor(role.ink().color()).setMarker(mark.marker());
        added.setLabel(label).setShowInLegend(!label.isEmpty());
    }

    private static void add(XYChart chart, String name, Cells.Patch patch) {
        Points corners = patch.corners();
        boolean onlyNamed = corners.size() == 0;
        double[] nothing = {Double.NaN};
        XYSeries added =
                chart.addSeries(name, onlyNamed ? new double[] {0} : corners.xs(), onlyNamed ? nothing : corners.ys());
        added.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        added.setFillColor(patch.tone().color());
        added.setLineColor(patch.tone().color()).setLineStyle(SeriesLines.NONE);
        added.setMarker(SeriesMarkers.NONE);
        added.setLabel(patch.label()).setShowInLegend(!patch.label().isEmpty());
    }

    private static double[] within(double[] numbers, Axis axis) {
        DoubleUnaryOperator scale = isLogarithmic(axis) ? Math::log10 : x -> x;
        double low = scale.applyAsDouble(axis.shown().low());
        double high = scale.applyAsDouble(axis.shown().high());
        double reach = REACH * (high - low);
        return Arrays.stream(numbers)
                .map(number -> isLogarithmic(axis) && number <= 0 ? Double.NaN : scale.applyAsDouble(number))
                .map(number -> Math.max(low - reach, Math.min(high + reach, number)))
                .map(number -> isLogarithmic(axis) ? Math.pow(10, number) : number)
                .toArray();
    }

    private static Drawing.Frame frame(Figure figure, XYChart chart) {
        Range x = figure.x().shown();
        Range y = figure.y().shown();
        return new Drawing.Frame(
                figure.shape().width(),
                figure.shape().height(),
                new Drawing.Frame.Side(
                        x.low(),
                        x.high(),
                        chart.getScreenXFromChart(x.low()),
                        chart.getScreenXFromChart(x.high()),
                        isLogarithmic(figure.x())),
                new Drawing.Frame.Side(
                        y.low(),
                        y.high(),
                        chart.getScreenYFromChart(y.low()),
                        chart.getScreenYFromChart(y.high()),
                        isLogarithmic(figure.y())));
    }

    private static boolean isLogarithmic(Axis axis) {
        return axis.scale() == Axis.Scale.LOGARITHMIC;
    }

    /** Which numbers stand beside an axis: on a logarithmic one powers of ten, if it shows two of them, otherwise also numbers between. */
    public static final class Ticks {

        private static final double CLOSE = 1e-9;

        /** Up to this ratio of its ends an axis has room for all digits from 1 to 9. */
        private static final double ROOM_FOR_ALL = 10.0;

        private Ticks() {}

        /** Whether powers of ten are enough; of no meaning on a linear axis. */
        public static boolean areDecades(Axis axis) {
            if (axis.scale() == Axis.Scale.LINEAR) {
                return true;
            }
            double first = Math.ceil(Math.log10(axis.shown().low()) - CLOSE);
            double last = Math.floor(Math.log10(axis.shown().high()) + CLOSE);
            return last > first;
        }

        /** The words at a tick. */
        public static Function<Double, String> labels(Axis axis) {
            boolean all = areDecades(axis)
                    || axis.shown().high() < ROOM_FOR_ALL * axis.shown().low();
            return all ? TickFormat::tick : value -> isRound(value) ? TickFormat.tick(value) : " ";
        }

        /** Whether a number begins with 1, 2 or 5 and has no other digit. */
        private static boolean isRound(double value) {
            double mantissa = value / Math.pow(10, Math.floor(Math.log10(value) + CLOSE));
            return Math.abs(mantissa - 1) < CLOSE || Math.abs(mantissa - 2) < CLOSE || Math.abs(mantissa - 5) < CLOSE;
        }
    }

    /** A note with a rim in the colour of the paper, so that it can be read on cells of every colour. */
    private static final class HaloedText extends AnnotationText {

        private static final BasicStroke RIM = new BasicStroke(3.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

        private final String text;

        HaloedText(Figure.Note note) {
            super(note.text(), note.x(), note.y(), false);
            this.text = note.text();
        }

        @Override
        public void paint(Graphics2D graphics) {
            Shape outline = new TextLayout(text, styler.getAnnotationTextFont(), graphics.getFontRenderContext())
                    .getOutline(null);
            Rectangle2D size = outline.getBounds2D();
            AffineTransform centred = AffineTransform.getTranslateInstance(
                    getXAxisScreenValue(x) - size.getWidth() / 2, getYAxisScreenValue(y) + size.getHeight() / 2);
            graphics.setColor(Palette.PAPER.color());
            graphics.setStroke(RIM);
            graphics.draw(centred.createTransformedShape(outline));
            super.paint(graphics);
        }
    }
}
