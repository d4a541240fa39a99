package org.selfstab.report;

import java.util.Locale;
import java.util.OptionalDouble;
import org.selfstab.claims.Verdict;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.SweepResult;

/** A quantity over one parameter: a dot for each point, joined where neighbours have values; an empty square below where it is undefined. */
final class SweepCurve {

    private static final int LEFT = 90;
    private static final int TOP = 46;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 280;
    private static final int RIGHT = 30;
    private static final int BOTTOM = 56;
    private static final double MARGIN = 14.0;

    private final SweepResult result;
    private final AxisOfPicture across;
    private final SweepColumns columns;

    /** Curves of a sweep over one parameter. */
    SweepCurve(SweepResult result) {
        this.result = result;
        this.across = new AxisOfPicture(result.grid().axes().get(0));
        this.columns = new SweepColumns(result);
    }

    /** The picture as SVG. */
    String draw(String title, int quantity, ColourScale scale) {
        SvgElements svg = new SvgElements(LEFT + WIDTH + RIGHT, TOP + HEIGHT + BOTTOM, title);
        svg.add(
                "<text x=\"%d\" y=\"20\" font-size=\"14\" font-weight=\"bold\">%s</text>",
                LEFT, SvgElements.escaped(title));
        svg.add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#000000\"/>",
                LEFT, TOP, WIDTH, HEIGHT);
        labels(svg, scale);
        svg.add("<path d=\"%s\" fill=\"none\" stroke=\"#0072B2\" stroke-width=\"1.5\"/>", path(quantity, scale));
        for (PointResult point : result.points()) {
            dot(svg, point, point.values().get(quantity).number(), scale);
        }
        return svg.write();
    }

    private double x(int index) {
        return LEFT + MARGIN + index * (WIDTH - 2 * MARGIN) / (across.size() - 1);
    }

    private double y(ColourScale scale, double value) {
        return atShare(scale.share(value));
    }

    private static double atShare(double share) {
        return TOP + HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
    }

    private String path(int quantity, ColourScale scale) {
        StringBuilder path = new StringBuilder("M0 0");
        boolean joined = false;
        for (PointResult point : result.points()) {
            OptionalDouble number = point.values().get(quantity).number();
            if (number.isPresent()) {
                path.append(String.format(
                        Locale.ROOT,
                        "%s%.2f %.2f",
                        joined ? "L" : "M",
                        x(point.index()),
                        y(scale, number.getAsDouble())));
            }
            joined = number.isPresent();
        }
        return path.toString();
    }

    private void dot(SvgElements svg, PointResult point, OptionalDouble number, ColourScale scale) {
        String hint = SvgElements.escaped(columns.place(point.index()) + ": "
                + (number.isPresent()
                        ? number.getAsDouble()
                        : "undefined, " + point.status().words()));
        if (number.isEmpty()) {
            svg.add(
                    "<rect x=\"%.2f\" y=\"%d\" width=\"8\" height=\"8\" fill=\"#FFFFFF\" stroke=\"#777777\"><title>%s</title></rect>",
                    x(point.index()) - 4, TOP + HEIGHT - 4, hint);
            return;
        }
        boolean fails = columns.weakestClaim(point) == Verdict.Status.FAILS;
        svg.add(
                "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"3.5\" fill=\"%s\"><title>%s</title></circle>",
                x(point.index()), y(scale, number.getAsDouble()), fails ? "#D55E00" : "#0072B2", hint);
    }

    private void labels(SvgElements svg, ColourScale scale) {
        for (int index : across.labelled()) {
            svg.add("<path d=\"M%.2f %dv5\" stroke=\"#000000\"/>", x(index), TOP + HEIGHT);
            svg.text(x(index), TOP + HEIGHT + 18, "middle", across.label(index));
        }
        for (ColourScale.Tick tick : scale.ticks()) {
            svg.add("<path d=\"M%d %.2fh-5\" stroke=\"#000000\"/>", LEFT, atShare(tick.share()));
            svg.text(LEFT - 8, atShare(tick.share()) + 4, "end", tick.text());
        }
        svg.text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 42, "middle", across.title());
        svg.text(LEFT, TOP - 8, "start", scale.isLogarithmic() ? "logarithmic" : "");
    }
}
