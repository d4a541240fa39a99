package org.selfstab.problem.toml;

import org.selfstab.vocabulary.Location;

/**
 * A value and where it was read.
 *
 * @param <T> the value's type
 */
public record Located<T>(T value, Location location) {}
