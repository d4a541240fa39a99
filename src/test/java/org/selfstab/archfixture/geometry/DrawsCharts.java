package org.selfstab.archfixture.geometry;

import org.knowm.xchart.XYChart;

/** Breaks a rule of the architecture on purpose. */
final class DrawsCharts {

    XYChart chart() {
        return new XYChart(1, 1);
    }
}
