package org.selfstab.claims;

/**
 * A mean over random runs.
 *
 * @param value the mean
 * @param standardError of it
 */
public record Estimate(double value, double standardError) {}
