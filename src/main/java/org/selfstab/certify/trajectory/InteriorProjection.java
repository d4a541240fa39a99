package org.selfstab.certify.trajectory;

import java.util.Optional;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.MatrixBounds;
import org.selfstab.certify.enclosure.PointSet;
import org.selfstab.certify.enclosure.RoundUp;
import org.selfstab.certify.enclosure.TensorNorms;
import org.selfstab.interval.Interval;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.numeric.Norm;

/**
 * Shows that the points of the stable set nearest to all members of a set lie inside it, where {@code S < 2/eta}: along the line through a
 * member in a direction d, {@code grad L . u} changes its sign within a distance, so that there is a point with {@code grad L . u = 0}, and S is
 * below 2/eta at all points within this distance.
 *
 * <p>The sign of {@code grad L . u} follows from d: if no second eigenvalue along the line exceeds m, then the angle between d and u has a sine of
 * at most {@code |H d - c d|/((c - m) |d|)} for any c above m (Davis and Kahan), and u turns continuously.
 *
 * @param reach the distance
 * @param sharpness contains S at all points within it, in each coordinate
 */
record InteriorProjection(double reach, Interval sharpness) {

    /** The first distance in units of a Newton step, and by how much each is longer than the one before. */
    private static final double FIRST = 1.25;

    private static final double GROWTH = 2.0;
    /** The squares of gradients at this distance do not underflow. */
    private static final double LEAST = 0x1p-300;

    private static final double LEAST_ULPS = 64.0;
    /** A direction a little shorter than a unit vector, so that its length is certainly not above 1. */
    private static final double SHORTER = 1.0 - 0x1p-40;

    /**
     * What came of the search for a distance.
     *
     * @param proof empty if none was found
     * @param obstacle what was not shown, then
     */
    record Outcome(Optional<InteriorProjection> proof, String obstacle) {

        private static Outcome failed(String obstacle) {
            return new Outcome(Optional.empty(), obstacle);
        }
    }

    /**
     * Tries some distances, from a little more than a Newton step on.
     *
     * @param attempts how many
     */
    static Outcome of(Loss<Interval> loss, Interval eta, PointSet set, int attempts) {
        LossAtPoint<Interval> local = loss.at(set.box());
        if (!isFinite(local.hessian()) || !isFinite(local.gradient())) {
            return Outcome.failed(
                    "the gradient and the Hessian have no bounds on its enclosure, known to " + set.radius());
        }
        Eigensystem<Binary64> eigen = new DoubleEigensolver().solve(Boxes.midpoints(local.hessian()));
        FieldVector<Interval> direction =
                Boxes.at(Boxes.numbers(eigen.vectors().get(0))).mapMultiply(Interval.of(SHORTER));
        double force = local.gradient().dotProduct(direction).mag();
        double reach = FIRST * force / Math.abs(eigen.top().getReal()) + GROWTH * set.radius() + rounding(set.box());
        Attempt attempt = new Attempt(loss, set.box(), Boxes.at(Boxes.numbers(direction)));
        String obstacle =
                "no distance is to be tried where S is about " + eigen.top().getReal();
        for (int i = 0; i < attempts && Double.isFinite(reach); i++) {
            Optional<Interval> sharpness = attempt.sharpnessWithin(reach);
            if (sharpness.isPresent()) {
                Interval scaled = eta.multiply(sharpness.get());
                // within a longer distance it would be no less
                return scaled.isBelow(2.0)
                        ? new Outcome(Optional.of(new InteriorProjection(reach, sharpness.get())), "")
                        : Outcome.failed("eta S is at most " + scaled.upper() + ", which is not below 2, within "
                                + reach + " of it");
            }
            obstacle = "grad L . u is not shown to change its sign within " + reach + " of it";
            reach *= GROWTH;
        }
        return Outcome.failed(obstacle);
    }

    /** A distance at which gradients are above their rounding, also at a minimum. */
    private static double rounding(FieldVector<Interval> box) {
        return Math.max(LEAST, LEAST_ULPS * Math.ulp(Norm.of(box).upper()));
    }

    private static boolean isFinite(FieldMatrix<Interval> matrix) {
        return isFinite(Boxes.entries(matrix));
    }

    private static boolean isFinite(FieldVector<Interval> vector) {
        boolean finite = true;
        for (Interval entry : vector.toArray()) {
            finite &= entry.isFinite();
        }
        return finite;
    }

    /** One set and a direction. */
    private record Attempt(Loss<Interval> loss, FieldVector<Interval> box, FieldVector<Interval> direction) {

        /** Contains S within a distance of the set; empty if the stable set is not shown to have a point there. */
        Optional<Interval> sharpnessWithin(double reach) {
            FieldVector<Interval> whole = direction.mapMultiply(new Interval(-reach, reach));
            double tangent = tangentOfAngle(loss.at(box.add(whole)).hessian());
            int forwards = sign(box.add(direction.mapMultiply(Interval.of(reach))), tangent);
            int backwards = sign(box.subtract(direction.mapMultiply(Interval.of(reach))), tangent);
            if (forwards * backwards >= 0) {
                return Optional.empty();
            }
            double largest = largestWithin(reach);
            return Double.isFinite(largest)
                    ? Optional.of(new Interval(Double.NEGATIVE_INFINITY, largest))
                    : Optional.empty();
        }

        /** An upper bound on S within a distance: that over a cube, or where less S on the set and the distance times a Lipschitz constant, the Frobenius norm of D3L. */
        private double largestWithin(double reach) {
            LossAtPoint<Interval> within = loss.at(Boxes.around(box, reach));
            double direct = MatrixBounds.largestEigenvalue(within.hessian());
            double rise = RoundUp.multiply(new TensorNorms(within).third(), reach);
            double here = MatrixBounds.largestEigenvalue(loss.at(box).hessian());
            return Double.isFinite(here) && Double.isFinite(rise)
                    ? Math.min(direct, Interval.of(here).add(Interval.of(rise)).upper())
                    : direct;
        }

        /** A bound on the tangent of the angle between the direction and the top eigenvectors; infinite if none is known. */
        private double tangentOfAngle(FieldMatrix<Interval> hessian) {
            if (!isFinite(hessian)) {
                return Double.POSITIVE_INFINITY;
            }
            if (direction.getDimension() == 1) {
                return 0.0;
            }
            FieldVector<Interval> image = hessian.operate(direction);
            Interval length = Norm.of(direction);
            double c = image.dotProduct(direction).divide(length.square()).midpoint();
            double second = MatrixBounds.secondEigenvalue(hessian, direction);
            if (!Double.isFinite(c) || !Double.isFinite(second)) {
                return Double.POSITIVE_INFINITY;
            }
            Interval gap = Interval.of(c).subtract(second);
            Interval residual = Norm.of(image.subtract(direction.mapMultiply(Interval.of(c))));
            double sine = residual.divide(gap.multiply(length)).upper();
            if (!gap.isAbove(0.0) || !(sine < 1.0)) {
                return Double.POSITIVE_INFINITY;
            }
            Interval cosine =
                    Interval.of(1.0).subtract(Interval.of(sine).square()).sqrt();
            return Interval.of(sine).divide(cosine).upper();
        }

        /** The sign of {@code grad L . u} for the u at an acute angle to the direction; 0 if it is not certain. */
        private int sign(FieldVector<Interval> points, double tangent) {
            FieldVector<Interval> gradient = loss.at(points).gradient();
            if (!Double.isFinite(tangent) || !isFinite(gradient)) {
                return 0;
            }
            Interval length = Norm.of(direction);
            Interval along = gradient.dotProduct(direction).divide(length);
            FieldVector<Interval> across = gradient.subtract(direction.mapMultiply(along.divide(length)));
            double deviation =
                    RoundUp.withSlack(RoundUp.multiply(tangent, Norm.of(across).upper()), along.mag());
            return along.isAbove(deviation) ? 1 : along.negate().isAbove(deviation) ? -1 : 0;
        }
    }
}
