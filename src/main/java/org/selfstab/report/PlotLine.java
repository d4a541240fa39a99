package org.selfstab.report;

/**
 * How a line is drawn.
 *
 * @param legend its entry in the legend, in LaTeX
 * @param colour one of the colours of {@link PgfPicture}
 * @param style further options of pgfplots
 */
record PlotLine(String legend, String colour, String style) {}
