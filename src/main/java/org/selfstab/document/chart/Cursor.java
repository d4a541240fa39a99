package org.selfstab.document.chart;

/**
 * A point of a figure that follows the step, or the point of a grid, which the reader chooses.
 *
 * @param label what it is
 * @param ink its colour
 * @param x the key of its abscissa among the columns of {@link ValuePanel}, {@code t} for the step
 * @param y the key of its ordinate
 * @param told the key of what is told of it
 */
public record Cursor(String label, Palette ink, String x, String y, String told) {

    /** A point that tells its ordinate. */
    public Cursor(String label, Palette ink, String x, String y) {
        this(label, ink, x, y, y);
    }
}
