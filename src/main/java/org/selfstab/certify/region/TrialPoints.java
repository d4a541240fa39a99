package org.selfstab.certify.region;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.interval.Interval;

/**
 * Where a claim over a box is tried: extremes of a quantity tend to lie at midpoints and on the box's boundary. Of the whole box the centre, and
 * the centres of its faces and edges up to its corners, as far as these are not too many; of a part its midpoint, and those moved to the faces
 * of the whole box that the part touches. And zero in any direction, where much vanishes exactly.
 */
final class TrialPoints {

    private static final int MOST = 729;

    private final FieldVector<Interval> whole;

    TrialPoints(FieldVector<Interval> whole) {
        this.whole = whole;
    }

    /** Points of a part of the box, its midpoint first. */
    List<double[]> of(FieldVector<Interval> part) {
        List<double[]> points = new ArrayList<>(List.of(Boxes.numbers(part)));
        for (int i = 0; i < part.getDimension(); i++) {
            List<double[]> moved = new ArrayList<>();
            for (double special : special(i, part.getEntry(i))) {
                for (double[] point : points) {
                    double[] there = point.clone();
                    there[i] = special;
                    moved.add(there);
                }
            }
            points.addAll(moved.subList(0, Math.min(moved.size(), MOST - points.size())));
        }
        return points;
    }

    /** The ends of the whole box in a direction that a part reaches, and zero, other than its own midpoint. */
    private Set<Double> special(int i, Interval side) {
        Set<Double> numbers = new LinkedHashSet<>();
        if (side.lower() == whole.getEntry(i).lower()) {
            numbers.add(side.lower());
        }
        if (side.upper() == whole.getEntry(i).upper()) {
            numbers.add(side.upper());
        }
        if (side.contains(0.0)) {
            numbers.add(0.0);
        }
        numbers.remove(side.midpoint());
        return numbers;
    }
}
