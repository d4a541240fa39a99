package org.selfstab.document.chart;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/** Path data of SVG with short numbers: absolute moves, then everything relative to the point before, to hundredths of a pixel. */
final class PathData {

    private static final long PARTS = 100;

    private final StringBuilder text = new StringBuilder();
    private long x;
    private long y;
    private long startX;
    private long startY;

    private PathData() {}

    /** The data of a shape. */
    static String of(Shape shape) {
        PathData data = new PathData();
        double[] points = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            data.segment(path.currentSegment(points), points);
        }
        return data.text.toString();
    }

    private void segment(int kind, double[] points) {
        switch (kind) {
            case PathIterator.SEG_MOVETO -> {
                x = parts(points[0]);
                y = parts(points[1]);
                startX = x;
                startY = y;
                text.append('M').append(number(x));
                append(y);
            }
            case PathIterator.SEG_LINETO -> relative('l', 1, points);
            case PathIterator.SEG_QUADTO -> relative('q', 2, points);
            case PathIterator.SEG_CUBICTO -> relative('c', 3, points);
            default -> {
                text.append('z');
                x = startX;
                y = startY;
            }
        }
    }

    private void relative(char letter, int count, double[] points) {
        text.append(letter);
        long endX = x;
        long endY = y;
        for (int i = 0; i < count; i++) {
            endX = parts(points[2 * i]);
            endY = parts(points[2 * i + 1]);
            if (i == 0) {
                text.append(number(endX - x));
            } else {
                append(endX - x);
            }
            append(endY - y);
        }
        x = endX;
        y = endY;
    }

    /** A minus sign separates as well as a space does. */
    private void append(long parts) {
        if (parts >= 0) {
            text.append(' ');
        }
        text.append(number(parts));
    }

    private static long parts(double pixels) {
        return Math.round(pixels * PARTS);
    }

    /** A number of hundredths without needless characters. */
    private static String number(long parts) {
        long size = Math.abs(parts);
        String whole = size / PARTS == 0 && size != 0 ? "" : Long.toString(size / PARTS);
        long rest = size % PARTS;
        String fraction = rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest;
        return (parts < 0 ? "-" : "") + whole + fraction;
    }
}
