package org.selfstab.certify;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.MatrixBounds;
import org.selfstab.certify.enclosure.Parallelepiped;
import org.selfstab.certify.enclosure.PointSet;
import org.selfstab.certify.enclosure.RoundUp;
import org.selfstab.interval.Interval;
import org.selfstab.loss.Loss;

/** One step of exact gradient descent, {@code theta - eta grad L(theta)}, of all points of a set, by the mean value theorem. */
final class GradientStep {

    private final Loss<Interval> loss;
    private final Interval eta;

    GradientStep(Loss<Interval> loss, Interval eta) {
        this.loss = loss;
        this.eta = eta;
    }

    /** Contains the image of the centre. */
    FieldVector<Interval> ofCentre(PointSet set) {
        return set.centre().subtract(loss.at(set.centre()).gradient().mapMultiply(eta));
    }

    /** How far, in the Euclidean norm, the image of another member can be from the image of the centre. */
    double spread(PointSet set) {
        return RoundUp.multiply(MatrixBounds.norm(derivative(set)), set.radius());
    }

    /**
     * A set that contains the image of a set.
     *
     * @param centre the centre of the image's set, of dimension n
     */
    Parallelepiped image(Parallelepiped set, double[] centre) {
        return set.image(derivative(set), ofCentre(set), Boxes.at(centre));
    }

    /** Contains {@code I - eta H} at all members. */
    private FieldMatrix<Interval> derivative(PointSet set) {
        return Boxes.identity(set.centre().getDimension())
                .subtract(loss.at(set.box()).hessian().scalarMultiply(eta));
    }
}
