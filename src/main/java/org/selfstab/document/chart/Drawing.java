package org.selfstab.document.chart;

/** A figure, drawn; immutable. */
public final class Drawing {

    private final Figure figure;
    private final RenderedChart encoded;
    private final Frame frame;

    Drawing(Figure figure, RenderedChart encoded, Frame frame) {
        this.figure = figure;
        this.encoded = encoded;
        this.frame = frame;
    }

    /** The figure. */
    public Figure figure() {
        return figure;
    }

    /** An SVG document on white paper. */
    public String svg() {
        return encoded.svg();
    }

    /** The same as an element of a page whose style sheet holds the colours as {@link Palette#variable()}, without a size of its own. */
    public String themed() {
        return encoded.themed();
    }

    /** A PNG file of twice the resolution. */
    public byte[] png() {
        return encoded.png();
    }

    /** Where the drawing shows what. */
    public Frame frame() {
        return frame;
    }

    /**
     * Where a drawing shows what: pixels of both axes.
     *
     * @param width of the drawing
     * @param height of the drawing
     * @param x the horizontal axis
     * @param y the vertical axis, whose low end has the larger pixel
     */
    public record Frame(int width, int height, Side x, Side y) {

        /**
         * The pixels of an axis's ends.
         *
         * @param low the number at the low end
         * @param high the number at the high end
         * @param lowPixel the pixel of the low end
         * @param highPixel the pixel of the high end
         * @param logarithmic whether logarithms are placed evenly
         */
        public record Side(double low, double high, double lowPixel, double highPixel, boolean logarithmic) {}
    }
}
