package org.selfstab.document.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.Chart;
import org.selfstab.vocabulary.SelfstabException;

/**
 * A chart, drawn once, to be written in several formats.
 *
 * @param sketch its shapes
 * @param width in pixels
 * @param height in pixels
 * @param titles what it says of itself
 */
record RenderedChart(DisplayList sketch, int width, int height, SvgWriter.Titles titles) {

    private static final int PIXELS_PER_UNIT = 2;

    /**
     * Draws a chart.
     *
     * @throws SelfstabException if this Java cannot draw, mostly because it finds no fonts
     */
    static RenderedChart of(Chart<?, ?> chart, int width, int height, SvgWriter.Titles titles) {
        try {
            return new RenderedChart(DisplayList.of(chart, width, height), width, height, titles);
        } catch (InternalError | UnsatisfiedLinkError | NoClassDefFoundError | NullPointerException noFonts) {
            SelfstabException undrawable = new SelfstabException(
                    "figures cannot be drawn: "
                            + String.valueOf(noFonts.getMessage()).replaceAll("\\s+", " "),
                    "Java needs fontconfig and a font, for instance the packages fontconfig and fonts-dejavu-core");
            undrawable.initCause(noFonts);
            throw undrawable;
        }
    }

    /** An SVG document on white paper. */
    String svg() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + SvgWriter.standalone(sketch, width, height, titles)
                + "\n";
    }

    /** An element of a page whose style sheet holds the colours. */
    String themed() {
        return SvgWriter.themed(sketch, width, height, titles);
    }

    /** A PNG file of twice the resolution. */
    byte[] png() {
        BufferedImage image =
                new BufferedImage(PIXELS_PER_UNIT * width, PIXELS_PER_UNIT * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
        sketch.strokes().forEach(drawn -> paint(drawn, graphics));
        graphics.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void paint(DisplayList.Drawn drawn, Graphics2D graphics) {
        graphics.setClip(drawn.clip().orElse(null));
        graphics.setColor(drawn.color());
        drawn.pen()
                .ifPresentOrElse(
                        pen -> {
                            graphics.setStroke(pen);
                            graphics.draw(drawn.shape());
                        },
                        () -> graphics.fill(drawn.shape()));
    }
}
