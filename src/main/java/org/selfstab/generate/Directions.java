package org.selfstab.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The curvatures {@code eta lambda} of the directions other than u.
 *
 * @param ofSharpening along gradS_perp, the coordinate y
 * @param ofDrift along the part of -grad L that is orthogonal to gradS_perp, the coordinate z1; absent where gamma is 1
 * @param others of the remaining coordinates, the largest first
 */
record Directions(ClosedNumber ofSharpening, Optional<ClosedNumber> ofDrift, List<ClosedNumber> others) {

    Directions {
        others = others.stream().sorted(largestFirst()).toList();
    }

    /**
     * Deals out the curvatures: those nearest to 0 to the directions in which the constrained trajectory is pushed, since there the
     * theory wants little of it.
     *
     * @param all at least as many as are needed
     */
    static Directions of(List<ClosedNumber> all, boolean withDrift) {
        List<ClosedNumber> left = new ArrayList<>(all);
        ClosedNumber flattest = takeFlattest(left);
        Optional<ClosedNumber> next = withDrift ? Optional.of(takeFlattest(left)) : Optional.empty();
        return new Directions(flattest, next, left);
    }

    private static ClosedNumber takeFlattest(List<ClosedNumber> left) {
        ClosedNumber flattest = Collections.min(left, (a, b) -> a.abs().compare(b.abs()));
        left.remove(flattest);
        return flattest;
    }

    private static Comparator<ClosedNumber> largestFirst() {
        return (a, b) -> b.compare(a);
    }

    /** The number of variables, u's direction included. */
    int dimension() {
        return 1 + all().size();
    }

    /** In the order of the coordinates y, z1, z2, ... */
    List<ClosedNumber> all() {
        List<ClosedNumber> all = new ArrayList<>();
        all.add(ofSharpening);
        all.addAll(transverse());
        return all;
    }

    /** In the order of the coordinates z1, z2, ... */
    List<ClosedNumber> transverse() {
        List<ClosedNumber> transverse = new ArrayList<>();
        ofDrift.ifPresent(transverse::add);
        transverse.addAll(others);
        return transverse;
    }

    /** For each j from 2 on which of {@link #all} is {@code eta lambda_j}. */
    List<Integer> ranked() {
        List<ClosedNumber> all = all();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            order.add(i);
        }
        order.sort((a, b) -> all.get(b).compare(all.get(a)));
        return order;
    }

    Directions withSharpening(ClosedNumber curvature) {
        return new Directions(curvature, ofDrift, others);
    }

    Directions withDrift(ClosedNumber curvature) {
        return new Directions(ofSharpening, Optional.of(curvature), others);
    }

    Directions withOthers(List<ClosedNumber> curvatures) {
        return new Directions(ofSharpening, ofDrift, curvatures);
    }
}
