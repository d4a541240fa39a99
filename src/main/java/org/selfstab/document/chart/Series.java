package org.selfstab.document.chart;

import java.util.Objects;

/**
 * Points of one meaning in a figure.
 *
 * @param label its name in the legend; empty for a series that is not named there
 * @param role what it stands for
 * @param points the points
 */
public record Series(String label, Role role, Points points) {

    public Series {
        Objects.requireNonNull(role);
    }

    /** A horizontal line at an ordinate. */
    public static Series level(String label, Role role, double y, Range across) {
        return new Series(label, role, Points.of(new double[] {across.low(), across.high()}, new double[] {y, y}));
    }
}
