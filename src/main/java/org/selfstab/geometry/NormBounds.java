package org.selfstab.geometry;

import java.util.List;

/**
 * Bounds of a tensor's operator norm, in double precision.
 *
 * @param lower the value at the best directions found
 * @param upper an upper bound by a proven inequality, up to rounding
 * @param direction one of the unit directions that give the lower bound, of dimension n
 */
public record NormBounds(double lower, double upper, List<Double> direction) {

    public NormBounds {
        direction = List.copyOf(direction);
    }
}
