package org.selfstab.claims;

import java.util.List;
import java.util.Optional;

/**
 * A point at which the gradient of the loss vanishes.
 *
 * @param point its n coordinates, rounded
 * @param radius within this distance of it in each coordinate there is one, proved by Krawczyk's test; empty if the test did not pass
 */
public record CriticalPoint(List<Double> point, Optional<Double> radius) {

    public CriticalPoint {
        point = List.copyOf(point);
    }

    /** Its coordinates in an array. */
    public double[] coordinates() {
        return point.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
