package org.selfstab.document.chart;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.intermediate.commands.Command;
import de.erichseifert.vectorgraphics2d.intermediate.commands.DrawShapeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.FillShapeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetClipCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetColorCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetStrokeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetTransformCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.TransformCommand;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * What a chart draws, as shapes in the pixels of the drawing. The chart library draws a curve line by line, at each of which dashes would begin
 * anew; here they are joined.
 *
 * @param strokes in the order in which they are drawn
 */
record DisplayList(List<Drawn> strokes) {

    DisplayList {
        strokes = List.copyOf(strokes);
    }

    /**
     * A shape.
     *
     * @param shape the shape
     * @param color its colour
     * @param pen the pen it is drawn with; empty if it is filled
     * @param clip what is seen of it; empty if all is
     */
    record Drawn(Shape shape, Color color, Optional<BasicStroke> pen, Optional<Shape> clip) {

        boolean looksLike(Drawn other) {
            return color.equals(other.color) && pen.equals(other.pen) && clip.equals(other.clip);
        }
    }

    static DisplayList of(Chart<?, ?> chart, int width, int height) {
        VectorGraphics2D graphics = new VectorGraphics2D();
        chart.paint(graphics, width, height);
        Recorder recorder = new Recorder();
        graphics.getCommands().forEach(recorder::follow);
        return recorder.sketch();
    }

    /** Follows the commands that a chart gave. Fonts and hints do not matter, since text comes as shapes. */
    private static final class Recorder {

        private final List<Drawn> strokes = new ArrayList<>();
        private AffineTransform transform = new AffineTransform();
        private Color color = Color.BLACK;
        private BasicStroke pen = new BasicStroke();
        private Optional<Shape> clip = Optional.empty();
        private Optional<Path2D> curve = Optional.empty();

        void follow(Command<?> command) {
            if (command instanceof DrawShapeCommand draw && draw.getValue() instanceof Line2D line) {
                draw(line);
            } else if (!isSetAlready(command)) {
                finishCurve();
                take(command);
            }
        }

        /** The library sets colour and stroke anew for each line of a curve. */
        private boolean isSetAlready(Command<?> command) {
            return (command instanceof SetColorCommand set && color.equals(set.getValue()))
                    || (command instanceof SetStrokeCommand stroke && pen.equals(stroke.getValue()));
        }

        private void take(Command<?> command) {
            if (command instanceof DrawShapeCommand draw) {
                add(draw.getValue(), Optional.of(pen));
            } else if (command instanceof FillShapeCommand fill) {
                add(fill.getValue(), Optional.empty());
            } else if (command instanceof SetColorCommand set) {
                color = set.getValue();
            } else if (command instanceof SetStrokeCommand set) {
                pen = (BasicStroke) set.getValue();
            } else if (command instanceof SetClipCommand set) {
                clip = Optional.ofNullable(set.getValue());
            } else if (command instanceof SetTransformCommand set) {
                transform = new AffineTransform(set.getValue());
            } else if (command instanceof TransformCommand concatenate) {
                transform.concatenate(concatenate.getValue());
            }
        }

        private void draw(Line2D line) {
            Point2D end = curve.map(Path2D::getCurrentPoint).orElse(null);
            if (end == null || end.distance(line.getP1()) > 0) {
                finishCurve();
                Path2D path = new Path2D.Double();
                path.moveTo(line.getX1(), line.getY1());
                curve = Optional.of(path);
            }
            curve.ifPresent(path -> path.lineTo(line.getX2(), line.getY2()));
        }

        private void finishCurve() {
            curve.ifPresent(path -> add(path, Optional.of(pen)));
            curve = Optional.empty();
        }

        private void add(Shape shape, Optional<BasicStroke> with) {
            strokes.add(new Drawn(transform.createTransformedShape(shape), color, with, clip));
        }

        DisplayList sketch() {
            finishCurve();
            return new DisplayList(strokes);
        }
    }
}
