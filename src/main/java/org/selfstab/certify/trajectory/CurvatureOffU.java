package org.selfstab.certify.trajectory;

import java.util.List;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.MatrixBounds;
import org.selfstab.certify.enclosure.RoundUp;
import org.selfstab.certify.enclosure.TensorNorms;
import org.selfstab.geometry.EigenpairGeometry;
import org.selfstab.interval.Interval;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.Norm;

/**
 * Curvature at {@code dagger_t} off u in the directions that matter, w in {v*_perp, gradL_perp, gradS_perp} (theory.md section 7,
 * non-worst-case). A direction that may be zero counts with what any direction off u can have, and at least 0.
 *
 * @param second contains the largest {@code |P H w|/|w|}
 * @param secondAlong the middle of the w whose enclosure lies highest
 * @param third contains the largest {@code |P D3L(w,w)|/(rho_3 |w|^2)}, rho_3 the norm of {@code D3L} at {@code dagger_t}
 * @param thirdAlong the middle of the w whose enclosure lies highest
 */
record CurvatureOffU(Interval second, List<Double> secondAlong, Interval third, List<Double> thirdAlong) {

    CurvatureOffU {
        secondAlong = List.copyOf(secondAlong);
        thirdAlong = List.copyOf(thirdAlong);
    }

    /**
     * The curvature at a step.
     *
     * @param local the loss at the points that {@code dagger_t} may be
     * @param geometry the geometry there
     * @param predicted contains {@code v*_t}
     */
    static CurvatureOffU of(
            LossAtPoint<Interval> local, EigenpairGeometry<Interval> geometry, FieldVector<Interval> predicted) {
        List<FieldVector<Interval>> directions = List.of(
                geometry.orthogonalToU(predicted), geometry.orthogonalToU(geometry.gradient()), geometry.gradSPerp());
        Largest second = new Largest(secondOfAny(geometry));
        Largest third = new Largest(thirdOfAny(local, geometry));
        double norm = new TensorNorms(local).third();
        double gradS = Norm.of(geometry.gradS()).lower();
        for (FieldVector<Interval> w : directions) {
            Interval square = Norm.squared(w);
            FieldVector<Interval> force =
                    geometry.orthogonalToU(geometry.hessian().operate(w));
            second.include(Norm.of(force).divide(square.sqrt()), w);
            FieldVector<Interval> bend = geometry.orthogonalToU(local.third(w).operate(w));
            third.include(Norm.of(bend).divide(square.multiply(new Interval(gradS, Math.max(gradS, norm)))), w);
        }
        return new CurvatureOffU(second.value(), second.along, third.value(), third.along);
    }

    /** No {@code |P H w|/|w|} off u is larger. */
    private static double secondOfAny(EigenpairGeometry<Interval> geometry) {
        FieldMatrix<Interval> projector = geometry.projector();
        double norm = MatrixBounds.norm(projector.multiply(geometry.hessian()).multiply(projector));
        return RoundUp.withSlack(norm, 0.0);
    }

    /** No {@code |P D3L(w,w)|/(rho_3 |w|^2)} off u is larger: the Frobenius norm off u, over {@code |D3L(u,u,.)|}. */
    private static double thirdOfAny(LossAtPoint<Interval> local, EigenpairGeometry<Interval> geometry) {
        FieldMatrix<Interval> projector = geometry.projector();
        Interval squares = Interval.of(0.0);
        for (int i = 0; i < projector.getRowDimension(); i++) {
            FieldMatrix<Interval> slice = local.third(projector.getRowVector(i));
            squares = squares.add(
                    Norm.squared(Boxes.entries(projector.multiply(slice).multiply(projector))));
        }
        return squares.sqrt().divide(Norm.of(geometry.gradS())).upper();
    }

    /** The largest of some ratios, none of which is negative or larger than a bound. */
    private static final class Largest {

        private final double atMost;
        private double lower;
        private double upper;
        private double highest = Double.NEGATIVE_INFINITY;
        private List<Double> along = List.of();

        Largest(double atMost) {
            this.atMost = atMost;
        }

        void include(Interval ratio, FieldVector<Interval> w) {
            Interval bounded = new Interval(
                    Math.max(0.0, ratio.lower()),
                    Math.max(Math.max(0.0, ratio.lower()), Math.min(ratio.upper(), atMost)));
            lower = Math.max(lower, bounded.lower());
            upper = Math.max(upper, bounded.upper());
            if (bounded.midpoint() > highest) {
                highest = bounded.midpoint();
                along = Boxes.listed(w);
            }
        }

        Interval value() {
            return new Interval(lower, upper);
        }
    }
}
