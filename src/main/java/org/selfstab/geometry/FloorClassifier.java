package org.selfstab.geometry;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.run.FloorDirections;
import org.selfstab.run.FloorDirections.Direction;
import org.selfstab.run.FloorDirections.Kind;
import org.selfstab.run.FloorDirections.Limits;

/** Finds the classes of the directions off u at a point of the edge, theory.md section 18. */
final class FloorClassifier {

    private FloorClassifier() {}

    /**
     * The classes at a point. They depend on epsilon, and its alpha on which directions are stiff: of the sets of directions below some eigenvalue the largest is taken of
     * which, with its own alpha, all others are stiff. If there is none, the classes are those by all directions.
     *
     * @param rate {@code sqrt(a b)}
     * @param drift b
     */
    static <T extends CalculusFieldElement<T>> FloorDirections of(
            LocalGeometry<T> geometry, double rate, double drift, Limits limits) {
        Eigensystem<T> eigensystem = geometry.wholeEigensystem();
        int n = eigensystem.values().size();
        double[] pushes = pushes(geometry);
        double ofMoments =
                geometry.feedback().map(more -> more.alpha().getReal()).orElse(0.0);
        FloorDirections ofAll = null;
        for (int first = 1; first < n; first++) {
            double alpha = ofMoments;
            for (int j = first; j < n; j++) {
                alpha += pushes[j];
            }
            FloorDirections found = classified(eigensystem, rate * Math.sqrt(alpha), drift, limits);
            int stiffBefore = first;
            if (found.directions().stream().allMatch(d -> d.kind() == Kind.STIFF == d.index() < stiffBefore)) {
                return found;
            }
            ofAll = ofAll == null ? found : ofAll;
        }
        return ofAll == null ? new FloorDirections(List.of(), Double.NaN) : ofAll;
    }

    /** {@code -(grad L . e_j)(grad S . e_j)}, whose sum over the floor is alpha. */
    private static <T extends CalculusFieldElement<T>> double[] pushes(LocalGeometry<T> geometry) {
        return geometry.wholeEigensystem().vectors().stream()
                .mapToDouble(e -> -geometry.gradient().dotProduct(e).getReal()
                        * geometry.gradS().dotProduct(e).getReal())
                .toArray();
    }

    private static FloorDirections classified(Eigensystem<?> eigensystem, double epsilon, double drift, Limits limits) {
        List<Direction> directions = new ArrayList<>();
        for (int j = 1; j < eigensystem.values().size(); j++) {
            double lambda = eigensystem.values().get(j).getReal();
            double curvature = drift * lambda / epsilon;
            directions.add(new Direction(j, lambda, curvature, limits.kind(curvature)));
        }
        return new FloorDirections(directions, epsilon);
    }
}
