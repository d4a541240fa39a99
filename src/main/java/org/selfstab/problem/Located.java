package org.selfstab.problem;

/**
 * A value and where it was read.
 *
 * @param <T> the value's type
 */
public record Located<T>(T value, Location location) {}
