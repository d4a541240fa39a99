package org.selfstab.report.figure;

import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Range;
import org.selfstab.sweep.GridAxis;
import org.selfstab.sweep.Spacing;

/** The axis of a swept parameter and the cells of its values, which meet half-way between them, in logarithms where ratios are equal. */
final class GridLine {

    /** Smaller ranges are drawn on a linear axis: a logarithmic one might have no number to show. */
    private static final double LOGARITHMIC_FROM = 4.0;

    /** Cells reach into their neighbours by this part of the axis, lest the paper shines through between them. */
    private static final double OVERLAP = 1e-3;

    private final GridAxis axis;
    private final boolean logarithmic;

    GridLine(GridAxis axis) {
        this.axis = axis;
        this.logarithmic = axis.spacing() == Spacing.LOG
                && value(axis, axis.values().size() - 1) >= LOGARITHMIC_FROM * value(axis, 0);
    }

    private static double value(GridAxis axis, int index) {
        return axis.values().get(index).number();
    }

    /** How many values there are. */
    int size() {
        return axis.values().size();
    }

    /** The parameter. */
    String parameter() {
        return axis.parameter();
    }

    /** A value, as a number. */
    double value(int index) {
        return value(axis, index);
    }

    /** A value, exactly. */
    String text(int index) {
        return axis.values().get(index).text();
    }

    /** The lower edge of a cell. */
    double low(int index) {
        return back(edge(index));
    }

    /** The upper edge of a cell, a little inside the next one. */
    double high(int index) {
        double length = edge(size()) - edge(0);
        return back(Math.min(edge(size()), edge(index + 1) + OVERLAP * length));
    }

    /** From edge to edge. */
    Axis axis() {
        Range shown = new Range(back(edge(0)), back(edge(size())));
        return logarithmic
                ? Axis.logarithmic(axis.parameter(), "logarithmic", shown)
                : Axis.linear(axis.parameter(), "linear", shown);
    }

    private double edge(int index) {
        int above = Math.max(1, Math.min(size() - 1, index));
        double low = scaled(value(above - 1));
        double high = scaled(value(above));
        return low + (index - above + 0.5) * (high - low);
    }

    private double scaled(double value) {
        return logarithmic ? Math.log(value) : value;
    }

    private double back(double scaled) {
        return logarithmic ? Math.exp(scaled) : scaled;
    }
}
