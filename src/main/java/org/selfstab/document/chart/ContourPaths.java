package org.selfstab.document.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins the segments of a contour line at common ends. */
final class ContourPaths {

    /** A point where two segments may meet; cells that share a side compute its crossing alike, so that equality is exact. */
    private record Place(double x, double y) {

        /** A place, at which no zero has a sign: 0 and -0 are one. */
        static Place of(double x, double y) {
            return new Place(x + 0.0, y + 0.0);
        }
    }

    private final Map<Place, List<Integer>> segmentsAt = new HashMap<>();
    private final List<double[]> segments;
    private final boolean[] used;

    private ContourPaths(List<double[]> segments) {
        this.segments = segments;
        this.used = new boolean[segments.size()];
        for (int k = 0; k < segments.size(); k++) {
            segmentsAt.computeIfAbsent(from(k), place -> new ArrayList<>()).add(k);
            segmentsAt.computeIfAbsent(to(k), place -> new ArrayList<>()).add(k);
        }
    }

    static Points joined(List<double[]> segments) {
        ContourPaths paths = new ContourPaths(segments);
        List<Place> places = new ArrayList<>();
        for (int k = 0; k < segments.size(); k++) {
            if (!paths.used[k] && !paths.from(k).equals(paths.to(k))) {
                places.addAll(paths.pathThrough(k));
                places.add(new Place(places.get(places.size() - 1).x(), Double.NaN));
            }
        }
        return Points.of(
                places.size(), i -> places.get(i).x(), i -> places.get(i).y());
    }

    private Place from(int k) {
        return Place.of(segments.get(k)[0], segments.get(k)[1]);
    }

    private Place to(int k) {
        return Place.of(segments.get(k)[2], segments.get(k)[3]);
    }

    private Deque<Place> pathThrough(int first) {
        Deque<Place> path = new ArrayDeque<>(List.of(from(first), to(first)));
        used[first] = true;
        for (int k = next(path.getLast()); k >= 0; k = next(path.getLast())) {
            path.addLast(otherEnd(k, path.getLast()));
        }
        for (int k = next(path.getFirst()); k >= 0; k = next(path.getFirst())) {
            path.addFirst(otherEnd(k, path.getFirst()));
        }
        return path;
    }

    private int next(Place place) {
        for (int k : segmentsAt.get(place)) {
            if (!used[k]) {
                used[k] = true;
                return k;
            }
        }
        return -1;
    }

    private Place otherEnd(int k, Place place) {
        return from(k).equals(place) ? to(k) : from(k);
    }
}
