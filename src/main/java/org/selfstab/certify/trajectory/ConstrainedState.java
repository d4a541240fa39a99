package org.selfstab.certify.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.MatrixBounds;
import org.selfstab.certify.enclosure.Parallelepiped;
import org.selfstab.certify.enclosure.PointSet;
import org.selfstab.certify.enclosure.RoundUp;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;
import org.selfstab.loss.Loss;

/**
 * The state of the constrained optimizer, theory.md (33), as {@code D_t = 1 dagger_t + E_t}. As the force leads {@code C D} to {@code dagger_{t+1}},
 *
 * <pre>
 * E_{t+1} = (A - B C A/(C B)) E_t + (1 - B/(C B)) (dagger_t - dagger_{t+1})
 * </pre>
 *
 * <p>from {@code E_0 = 0}, and what is projected is {@code dagger_t + C A E_t + C B grad L(dagger_t)}. One copy stands at {@code dagger_t}, so that there is no E.
 */
final class ConstrainedState {

    private final Loss<Interval> loss;
    private final OptimizerEnclosure optimizer;
    private final Interval reach;
    /** {@code C A}. */
    private final List<Interval> kept = new ArrayList<>();

    ConstrainedState(Loss<Interval> loss, OptimizerEnclosure optimizer) {
        this.loss = loss;
        this.optimizer = optimizer;
        int q = optimizer.copies();
        Interval sum = optimizer.method().pull(0, 0);
        for (int i = 1; i < q; i++) {
            sum = sum.add(optimizer.method().pull(i, i));
        }
        this.reach = sum;
        for (int j = 0; j < q; j++) {
            Interval entry = Interval.of(0.0);
            for (int i = 0; i < q; i++) {
                entry = entry.add(optimizer
                        .method()
                        .c()
                        .get(i)
                        .multiply(optimizer.method().a().get(i).get(j)));
            }
            kept.add(entry);
        }
    }

    /** {@code E_0}; empty where the state is one copy. */
    Optional<Parallelepiped> start(int n) {
        return optimizer.copies() == 1
                ? Optional.empty()
                : Optional.of(Parallelepiped.around(Boxes.zero(optimizer.copies() * n), 0.0));
    }

    /** Contains what is projected if {@code dagger_t} and {@code E_t} are in the middle of their sets. */
    FieldVector<Interval> target(PointSet dagger, Optional<Parallelepiped> memory) {
        FieldVector<Interval> descended =
                dagger.centre().add(loss.at(dagger.centre()).gradient().mapMultiply(reach));
        return memory.map(set -> descended.add(optimizer.readBy(kept, set).centre()))
                .orElse(descended);
    }

    /** How far, in the Euclidean norm, what is projected can be from that. */
    double spread(PointSet dagger, Optional<Parallelepiped> memory) {
        FieldMatrix<Interval> derivative = Boxes.identity(dagger.centre().getDimension())
                .add(loss.at(dagger.box()).hessian().scalarMultiply(reach));
        double spread = RoundUp.multiply(MatrixBounds.norm(derivative), dagger.radius());
        return memory.map(set -> RoundUp.add(spread, optimizer.readBy(kept, set).radius()))
                .orElse(spread);
    }

    /** Contains {@code E_{t+1}}. */
    Parallelepiped next(Parallelepiped memory, PointSet here, PointSet next) {
        int q = optimizer.copies();
        int n = here.centre().getDimension();
        FieldMatrix<Interval> derivative = new Array2DRowFieldMatrix<>(IntervalField.getInstance(), q * n, q * n);
        FieldVector<Interval> moved =
                Boxes.around(here.centre().subtract(next.centre()), RoundUp.add(here.radius(), next.radius()));
        List<FieldVector<Interval>> pushes = new ArrayList<>();
        for (int i = 0; i < q; i++) {
            Interval share = optimizer.method().b().get(i).divide(reach);
            pushes.add(moved.mapMultiply(Interval.of(1.0).subtract(share)));
            for (int j = 0; j < q; j++) {
                Interval entry = optimizer.method().a().get(i).get(j).subtract(share.multiply(kept.get(j)));
                for (int k = 0; k < n; k++) {
                    derivative.setEntry(i * n + k, j * n + k, entry);
                }
            }
        }
        FieldVector<Interval> image = derivative.operate(memory.centre()).add(OptimizerEnclosure.state(pushes));
        return memory.image(derivative, image, Boxes.at(Boxes.numbers(image)));
    }
}
