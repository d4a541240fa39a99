package org.selfstab.claims;

import java.util.List;

/**
 * Orbits of one period, followed over a parameter.
 *
 * @param index its index among the branches followed, from 0
 * @param period the period
 * @param origin where it begins, in words
 * @param points the orbits, in the order in which they were followed
 * @param end why it was not followed further
 */
public record Branch(int index, int period, String origin, List<Point> points, String end) {

    public Branch {
        points = List.copyOf(points);
    }

    /**
     * An orbit.
     *
     * @param at the parameter
     * @param orbit the points of the orbit, each of n coordinates
     * @param spectralRadius the largest modulus of its multipliers, apart from those that are 1 along a manifold of orbits
     */
    public record Point(double at, List<List<Double>> orbit, double spectralRadius) {

        public Point {
            orbit = List.copyOf(orbit);
        }

        /** Whether nearby iterates come to it. */
        public boolean isStable() {
            return spectralRadius < 1;
        }
    }
}
