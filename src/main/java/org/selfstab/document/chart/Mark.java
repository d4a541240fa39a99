package org.selfstab.document.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The markers of points. */
enum Mark {
    NONE(0),
    SPECK(1.8),
    DOT(3.2),
    DISK(5.2),
    RING(6.0),
    TRIANGLE(6.4),
    SQUARE(4.8),
    DIAMOND(6.6),
    /** Two strokes crossed. */
    CROSS(8.0),
    /** A wide ring. */
    CIRCLE(9.0),
    /** A stroke. */
    DASH(9.0),
    /** The outline of a square. */
    BOX(11.0);

    private final double size;

    Mark(double size) {
        this.size = size;
    }

    /** The chart library's marker. */
    Marker marker() {
        return this == NONE ? SeriesMarkers.NONE : new Painter(this);
    }

    /** The mark in a legend, where a small dot alone would not show its colour. */
    Mark inLegend() {
        return this == SPECK || this == DOT ? DISK : this;
    }

    private Shape shapeAt(double x, double y, double width) {
        double half = width / 2;
        return switch (this) {
            case NONE, SPECK, DOT, DISK, RING, CIRCLE -> new Ellipse2D.Double(x - half, y - half, width, width);
            case SQUARE, BOX -> new Rectangle2D.Double(x - half, y - half, width, width);
            case TRIANGLE -> polygon(x, y - half, x + half, y + half, x - half, y + half);
            case DIAMOND -> polygon(x, y - half, x + half, y, x, y + half, x - half, y);
            case DASH -> new Line2D.Double(x - half, y, x + half, y);
            case CROSS -> cross(x, y, half);
        };
    }

    private static Shape cross(double x, double y, double half) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - half, y - half);
        path.lineTo(x + half, y + half);
        path.moveTo(x - half, y + half);
        path.lineTo(x + half, y - half);
        return path;
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    /**
     * Paints the marker in a size of its own, since the shapes' areas are matched to each other here; outlines, which stand in cells, are made
     * smaller if the chart's style leaves less room.
     */
    private static final class Painter extends Marker {

        private static final BasicStroke RIM = new BasicStroke(1.2f);

        /** Outlines narrower than this are drawn with a thinner pen. */
        private static final double SMALL = 5.0;

        private static final float STROKE = 1.8f;

        private final Mark mark;

        /** A line of no length with a round end is a dot, in SVG by a tenth of what a circle takes. */
        private final BasicStroke pen;

        Painter(Mark mark) {
            this.mark = mark;
            this.pen = new BasicStroke((float) mark.size, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }

        @Override
        public void paint(Graphics2D graphics, double x, double y, int room) {
            switch (mark) {
                case NONE -> {}
                case SPECK, DOT, DISK -> {
                    graphics.setStroke(pen);
                    graphics.draw(new Line2D.Double(x, y, x, y));
                }
                case RING -> {
                    graphics.setStroke(RIM);
                    graphics.draw(mark.shapeAt(x, y, mark.size));
                }
                case TRIANGLE, SQUARE, DIAMOND -> graphics.fill(mark.shapeAt(x, y, mark.size));
                case CROSS, CIRCLE, DASH -> {
                    Shape outline = mark.shapeAt(x, y, Math.min(mark.size, room));
                    onPaper(graphics, outline);
                    outline(graphics, outline);
                }
                case BOX -> outline(graphics, mark.shapeAt(x, y, Math.min(mark.size, room)));
            }
        }

        /** What is drawn in cells has paper of its own about it, to be seen on any colour. */
        private static void onPaper(Graphics2D graphics, Shape shape) {
            Color ink = graphics.getColor();
            graphics.setColor(Palette.PAPER.color());
            graphics.setStroke(new BasicStroke(3 * width(shape), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(shape);
            graphics.setColor(ink);
        }

        private static void outline(Graphics2D graphics, Shape shape) {
            graphics.setStroke(new BasicStroke(width(shape)));
            graphics.draw(shape);
        }

        private static float width(Shape shape) {
            return shape.getBounds2D().getWidth() < SMALL ? STROKE / 2 : STROKE;
        }
    }
}
