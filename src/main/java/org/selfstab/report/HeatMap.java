package org.selfstab.report;

import org.selfstab.sweep.GridAxis;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.SweepResult;

/**
 * A quantity or a claim over two parameters: a coloured cell for each point, hatched where it is undefined, with a cross where a claim
 * fails and a ring where one is undecided or does not apply.
 */
final class HeatMap {

    private static final int LEFT = 90;
    private static final int TOP = 46;
    private static final int WIDTH = 420;
    private static final int HEIGHT = 300;
    private static final int RIGHT = 140;
    private static final int BOTTOM = 56;

    private final SweepResult result;
    private final AxisOfPicture across;
    private final AxisOfPicture up;
    private final SweepColumns columns;

    /** Heat maps of a sweep over two parameters, the first of which goes up. */
    HeatMap(SweepResult result) {
        GridAxis first = result.grid().axes().get(0);
        GridAxis second = result.grid().axes().get(1);
        this.result = result;
        this.up = new AxisOfPicture(first);
        this.across = new AxisOfPicture(second);
        this.columns = new SweepColumns(result);
    }

    /** The picture as SVG. */
    String draw(String title, CellPaint paint) {
        SvgElements svg = new SvgElements(LEFT + WIDTH + RIGHT, TOP + HEIGHT + BOTTOM, title);
        svg.add("<defs><pattern id=\"hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\">"
                + "<rect width=\"7\" height=\"7\" fill=\"#F2F2F2\"/>"
                + "<path d=\"M0 7L7 0\" stroke=\"#777777\" stroke-width=\"1.2\"/></pattern></defs>");
        svg.add(
                "<text x=\"%d\" y=\"20\" font-size=\"14\" font-weight=\"bold\">%s</text>",
                LEFT, SvgElements.escaped(title));
        result.points().forEach(point -> cell(svg, paint, point));
        svg.add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#000000\"/>",
                LEFT, TOP, WIDTH, HEIGHT);
        labels(svg);
        paint.legend(svg, LEFT + WIDTH + 18.0, TOP, HEIGHT);
        return svg.write();
    }

    private double width() {
        return WIDTH / (double) across.size();
    }

    private double height() {
        return HEIGHT / (double) up.size();
    }

    private double x(int column) {
        return LEFT + column * width();
    }

    private double y(int row) {
        return TOP + HEIGHT - (row + 1) * height();
    }

    private void cell(SvgElements svg, CellPaint paint, PointResult point) {
        int row = point.index() / across.size();
        int column = point.index() % across.size();
        String hint = columns.place(point.index()) + ": " + paint.value(point);
        svg.cell(x(column), y(row), width() + 0.3, height() + 0.3, paint.fill(point), hint);
        switch (columns.weakestClaim(point)) {
            case HOLDS -> {}
            case FAILS -> cross(svg, x(column) + width() / 2, y(row) + height() / 2);
            case UNDECIDED, NOT_APPLICABLE -> ring(svg, x(column) + width() / 2, y(row) + height() / 2);
        }
    }

    private double mark() {
        return Math.min(6.0, Math.min(width(), height()) / 3);
    }

    private void cross(SvgElements svg, double x, double y) {
        double r = mark();
        String path = "<path d=\"M%.2f %.2fL%.2f %.2fM%.2f %.2fL%.2f %.2f\" stroke=\"%s\" stroke-width=\"%.1f\"/>";
        svg.add(path, x - r, y - r, x + r, y + r, x - r, y + r, x + r, y - r, "#FFFFFF", 4.0);
        svg.add(path, x - r, y - r, x + r, y + r, x - r, y + r, x + r, y - r, "#000000", 2.0);
    }

    private void ring(SvgElements svg, double x, double y) {
        String circle =
                "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\"/>";
        svg.add(circle, x, y, mark(), "#FFFFFF", 4.0);
        svg.add(circle, x, y, mark(), "#000000", 2.0);
    }

    private void labels(SvgElements svg) {
        for (int column : across.labelled()) {
            double middle = x(column) + width() / 2;
            svg.add("<path d=\"M%.2f %dv5\" stroke=\"#000000\"/>", middle, TOP + HEIGHT);
            svg.text(middle, TOP + HEIGHT + 18, "middle", across.label(column));
        }
        for (int row : up.labelled()) {
            double middle = y(row) + height() / 2;
            svg.add("<path d=\"M%d %.2fh-5\" stroke=\"#000000\"/>", LEFT, middle);
            svg.text(LEFT - 8, middle + 4, "end", up.label(row));
        }
        svg.text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 42, "middle", across.title());
        svg.add(
                "<text transform=\"translate(18 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                TOP + HEIGHT / 2.0, SvgElements.escaped(up.title()));
    }
}
