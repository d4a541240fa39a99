package org.selfstab.certify.trajectory;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.Parallelepiped;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;

/**
 * One step of the predicted dynamics (39) of all displacements in a set, theory.md section 11: the optimizer by the force {@code F = H P w + dA : (X X^T - Sigma)/2 + U (A + Y) X},
 * after which the part off U stays off it, and the part along it on it: {@code V' = (P' P + U' U'^T U U^T) (A V + B F)}.
 */
final class UnstablePrediction {

    private final OptimizerEnclosure optimizer;
    private final UnstableGeometry here;
    private final FieldMatrix<Interval> covariance;
    private final UnstableGeometry next;

    /**
     * The step from {@code dagger_t} to {@code dagger_{t+1}}.
     *
     * @param covariance contains {@code Sigma_t}
     */
    UnstablePrediction(
            OptimizerEnclosure optimizer,
            UnstableGeometry here,
            FieldMatrix<Interval> covariance,
            UnstableGeometry next) {
        this.optimizer = optimizer;
        this.here = here;
        this.covariance = covariance;
        this.next = next;
    }

    /**
     * A set that contains the next displacements.
     *
     * @param displacement the displacement in doubles, at which that set is centred if it is that of the only copy
     */
    Parallelepiped image(Parallelepiped displacements, double[] displacement) {
        return optimizer.carried(
                displacements,
                derivative(optimizer.read(displacements).box()),
                value(displacements.centre()),
                displacement);
    }

    private FieldVector<Interval> value(FieldVector<Interval> displacements) {
        List<FieldVector<Interval>> copies = optimizer.copies(displacements);
        FieldVector<Interval> w = optimizer.method().read(copies);
        List<FieldVector<Interval>> carried = new ArrayList<>();
        for (FieldVector<Interval> copy : optimizer.method().next(copies, force(w))) {
            carried.add(next.off(here.off(copy)).add(next.spanned(next.along(here.spanned(here.along(copy))))));
        }
        return OptimizerEnclosure.state(carried);
    }

    private FieldVector<Interval> force(FieldVector<Interval> w) {
        FieldVector<Interval> off = here.off(w);
        FieldVector<Interval> x = here.along(w);
        FieldMatrix<Interval> excess = x.outerProduct(x).subtract(covariance).scalarMultiply(Interval.of(0.5));
        FieldVector<Interval> along = here.a().add(here.y(off)).operate(x);
        return here.local().hessian().operate(off).add(here.push(excess)).add(here.spanned(along));
    }

    /**
     * With {@code J = H P + G U^T + U G^T + U (A + Y) U^T} and {@code g_i = sum_j x_j dA_ij}, the block of copies i and j is {@code (P' P + U' U'^T U U^T)
     * (A_ij I + B_i C_j J)}.
     *
     * @param w contains {@code C V}
     */
    private FieldMatrix<Interval> derivative(FieldVector<Interval> w) {
        int n = w.getDimension();
        int q = optimizer.copies();
        List<FieldVector<Interval>> bends = here.bends(here.along(w));
        FieldMatrix<Interval> curvature = here.a().add(here.y(w));
        FieldMatrix<Interval> force = here.local().hessian().multiply(here.offSpace());
        for (int i = 0; i < here.k(); i++) {
            FieldVector<Interval> u = here.u().get(i);
            FieldVector<Interval> row = here.spanned(curvature.getRowVector(i)).add(bends.get(i));
            force = force.add(bends.get(i).outerProduct(u)).add(u.outerProduct(row));
        }
        FieldMatrix<Interval> turn =
                next.offSpace().multiply(here.offSpace()).add(next.onSpace().multiply(here.onSpace()));
        FieldMatrix<Interval> free = optimizer.method().derivative(force);
        FieldMatrix<Interval> derivative = new Array2DRowFieldMatrix<>(IntervalField.getInstance(), q * n, q * n);
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                FieldMatrix<Interval> block = free.getSubMatrix(i * n, i * n + n - 1, j * n, j * n + n - 1);
                derivative.setSubMatrix(turn.multiply(block).getData(), i * n, j * n);
            }
        }
        return derivative;
    }
}
