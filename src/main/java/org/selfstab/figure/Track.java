package org.selfstab.figure;

/**
 * A point of a figure that follows the step which the reader chooses.
 *
 * @param label what it is
 * @param ink its colour
 * @param x the key of its abscissa among the columns of {@link RunTable}, {@code t} for the step
 * @param y the key of its ordinate
 */
public record Track(String label, Ink ink, String x, String y) {}
