package org.selfstab.certify.trajectory;

import java.util.List;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.interval.Interval;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.Norm;

/**
 * A direction v that shows how large the fourth derivative is: no set that contains the point has {@code rho_4} below
 * {@code |D4L(v,v,v,v)|/|v|^4}.
 *
 * @param direction v, exactly these doubles, of dimension n
 * @param magnitude contains {@code |D4L(v,v,v,v)|/|v|^4} at the point
 */
record QuarticDirection(List<Double> direction, Interval magnitude) {

    public QuarticDirection {
        direction = List.copyOf(direction);
    }

    /**
     * The best of the Hessian's eigenvectors.
     *
     * @param local the loss at a point, or at all points of a box that contains it
     */
    static QuarticDirection of(LossAtPoint<Interval> local) {
        return of(
                local,
                new DoubleEigensolver().solve(Boxes.midpoints(local.hessian())).vectors());
    }

    private static QuarticDirection of(LossAtPoint<Interval> local, List<FieldVector<Binary64>> proposals) {
        QuarticDirection best = along(local, proposals.get(0));
        for (FieldVector<Binary64> proposal : proposals.subList(1, proposals.size())) {
            QuarticDirection other = along(local, proposal);
            best = other.magnitude.lower() > best.magnitude.lower() ? other : best;
        }
        return best;
    }

    private static QuarticDirection along(LossAtPoint<Interval> local, FieldVector<Binary64> proposal) {
        FieldVector<Interval> v = Boxes.at(Boxes.numbers(proposal));
        FieldMatrix<Interval> alongTwice = local.fourth(v, v);
        Interval form = v.dotProduct(alongTwice.operate(v));
        return new QuarticDirection(
                Boxes.listed(v), form.abs().divide(Norm.squared(v).square()));
    }
}
