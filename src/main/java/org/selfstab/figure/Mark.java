package org.selfstab.figure;

import java.awt.BasicStroke;
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
    DIAMOND(6.6);

    private final double size;

    Mark(double size) {
        this.size = size;
    }

    /** The chart library's marker. */
    Marker marker() {
        return this == NONE ? SeriesMarkers.NONE : new Painter(this);
    }

    private Shape shapeAt(double x, double y) {
        double half = size / 2;
        return switch (this) {
            case NONE, SPECK, DOT, DISK, RING -> new Ellipse2D.Double(x - half, y - half, size, size);
            case SQUARE -> new Rectangle2D.Double(x - half, y - half, size, size);
            case TRIANGLE -> polygon(x, y - half, x + half, y + half, x - half, y + half);
            case DIAMOND -> polygon(x, y - half, x + half, y, x, y + half, x - half, y);
        };
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

    /** Paints the marker whatever size the chart's style asks for: the shapes' areas are matched to each other here. */
    private static final class Painter extends Marker {

        private static final BasicStroke RIM = new BasicStroke(1.2f);

        private final Mark mark;

        /** A line of no length with a round end is a dot, in SVG by a tenth of what a circle takes. */
        private final BasicStroke pen;

        Painter(Mark mark) {
            this.mark = mark;
            this.pen = new BasicStroke((float) mark.size, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }

        @Override
        public void paint(Graphics2D graphics, double x, double y, int ignoredSize) {
            switch (mark) {
                case NONE -> {}
                case SPECK, DOT, DISK -> {
                    graphics.setStroke(pen);
                    graphics.draw(new Line2D.Double(x, y, x, y));
                }
                case RING -> {
                    graphics.setStroke(RIM);
                    graphics.draw(mark.shapeAt(x, y));
                }
                case TRIANGLE, SQUARE, DIAMOND -> graphics.fill(mark.shapeAt(x, y));
            }
        }
    }
}
