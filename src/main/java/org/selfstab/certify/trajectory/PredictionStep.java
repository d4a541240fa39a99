package org.selfstab.certify.trajectory;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.Parallelepiped;
import org.selfstab.dynamics.LinearMethod;
import org.selfstab.geometry.EigenpairGeometry;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;

/**
 * One step of the predicted dynamics in the moving frame, theory.md (11) and (34), of the displacements of all copies in a set. As {@code u . w} and the rest are
 * carried on apart, copy i of {@code V'} is
 *
 * <pre>
 * P' [sum_j A_ij P V_j + B_i (H P w + (x^2 - delta^2)/2 gradS_perp)] + u' sum_j (A_ij + (S_c + y) B_i C_j) u . V_j
 * </pre>
 */
final class PredictionStep {

    private final OptimizerEnclosure optimizer;
    private final LinearMethod<Interval> method;
    private final EigenpairGeometry<Interval> here;
    private final EigenpairGeometry<Interval> next;

    /**
     * The step from {@code dagger_t} to {@code dagger_{t+1}}.
     *
     * @param here the geometry at {@code dagger_t}
     * @param next the geometry at {@code dagger_{t+1}}
     */
    PredictionStep(OptimizerEnclosure optimizer, EigenpairGeometry<Interval> here, EigenpairGeometry<Interval> next) {
        this.optimizer = optimizer;
        this.method = optimizer.method();
        this.here = here;
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
        FieldVector<Interval> w = method.read(copies);
        Interval x = here.u().dotProduct(w);
        Interval y = here.gradSPerp().dotProduct(w);
        Interval stretch = x.square().subtract(here.deltaSquared()).multiply(0.5);
        List<FieldVector<Interval>> off =
                copies.stream().map(here::orthogonalToU).toList();
        FieldVector<Interval> force = here.hessian().operate(method.read(off));
        List<FieldVector<Interval>> carried = new ArrayList<>();
        List<FieldVector<Interval>> moved = method.next(off, force);
        for (int i = 0; i < copies.size(); i++) {
            FieldVector<Interval> pushed = moved.get(i)
                    .add(here.gradSPerp()
                            .mapMultiply(stretch.multiply(method.b().get(i))));
            Interval along = Interval.of(0.0);
            for (int j = 0; j < copies.size(); j++) {
                Interval part = factor(i, j, y).multiply(here.u().dotProduct(copies.get(j)));
                along = j == 0 ? part : along.add(part);
            }
            carried.add(next.orthogonalToU(pushed).add(next.u().mapMultiply(along)));
        }
        return OptimizerEnclosure.state(carried);
    }

    /** {@code A_ij + (S_c + y) B_i C_j}. */
    private Interval factor(int i, int j, Interval y) {
        return y.multiply(method.pull(i, j)).add(optimizer.flip().getEntry(i, j));
    }

    /**
     * The derivative by {@code V_k} of copy i: {@code P' [(A_ik I + B_i C_k H) P + B_i C_k x gradS_perp u'] + u+ [(A_ik + (S_c + y) B_i C_k) u' + B_i C_k x gradS_perp']}.
     *
     * @param w contains {@code C V}
     */
    private FieldMatrix<Interval> derivative(FieldVector<Interval> w) {
        int n = w.getDimension();
        int q = optimizer.copies();
        Interval x = here.u().dotProduct(w);
        Interval y = here.gradSPerp().dotProduct(w);
        FieldMatrix<Interval> free = method.derivative(here.hessian());
        FieldMatrix<Interval> derivative = new Array2DRowFieldMatrix<>(IntervalField.getInstance(), q * n, q * n);
        for (int i = 0; i < q; i++) {
            for (int k = 0; k < q; k++) {
                FieldVector<Interval> bend =
                        here.gradSPerp().mapMultiply(method.pull(i, k).multiply(x));
                FieldMatrix<Interval> off = free.getSubMatrix(i * n, i * n + n - 1, k * n, k * n + n - 1)
                        .multiply(here.projector())
                        .add(bend.outerProduct(here.u()));
                FieldVector<Interval> along =
                        here.u().mapMultiply(factor(i, k, y)).add(bend);
                FieldMatrix<Interval> block =
                        next.projector().multiply(off).add(next.u().outerProduct(along));
                derivative.setSubMatrix(block.getData(), i * n, k * n);
            }
        }
        return derivative;
    }
}
