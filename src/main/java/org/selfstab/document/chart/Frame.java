package org.selfstab.document.chart;

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
