package org.selfstab.claims;

/**
 * A mean with its standard error.
 *
 * @param value the mean
 * @param standardError of it; 0 where the mean is exact but for rounding, as over a cycle
 */
public record Estimate(double value, double standardError) {}
