package org.selfstab.document.chart;

/**
 * A few words at a point of a figure.
 *
 * @param text the words
 * @param x the point's abscissa
 * @param y the point's ordinate
 */
public record Note(String text, double x, double y) {}
