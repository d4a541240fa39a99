package org.selfstab.problem;

/**
 * A value and where it was read.
 *
 * @param <T> the value's type
 */
record Located<T>(T value, Location location) {}
