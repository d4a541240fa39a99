package org.selfstab.dynamics;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.LocalGeometry;

/**
 * How a push at one step is felt at a later one: {@code beta_{s->t}}, theory.md (13), and the closed sum (12).
 *
 * @param <T> the field's elements
 */
public final class Propagator<T extends CalculusFieldElement<T>> {

    private final List<LocalGeometry<T>> trajectory;
    private final T eta;

    /** Along the geometries at {@code dagger_0, dagger_1, ...}. */
    public Propagator(List<LocalGeometry<T>> trajectory, T eta) {
        this.trajectory = List.copyOf(trajectory);
        this.eta = eta;
    }

    /**
     * {@code beta_{s->t} = gradS_perp_t . [product over k = t-1..s+1 of (I - eta H_k) P_k] gradS_perp_s}.
     *
     * @param s the earlier step, at least 0
     * @param t the later step, greater than s
     */
    public T beta(int s, int t) {
        return at(t).gradSPerp().dotProduct(transported(at(s).gradSPerp(), s + 1, t));
    }

    /**
     * {@code y*_t} by the closed sum (12), without stepping {@code v*_y}.
     *
     * @param t the step, at least 0
     * @param start {@code v*_0}, of dimension n
     * @param x {@code x*_0, ..., x*_{t-1}}, at least t values
     */
    public T closedSum(int t, FieldVector<T> start, List<T> x) {
        T y = at(t).gradSPerp().dotProduct(transported(start, 0, t));
        for (int s = 0; s < t; s++) {
            T excess = at(s).deltaSquared().subtract(x.get(s).multiply(x.get(s)));
            y = y.add(beta(s, t).multiply(excess).multiply(eta).multiply(0.5));
        }
        return y;
    }

    private FieldVector<T> transported(FieldVector<T> push, int from, int to) {
        FieldVector<T> moved = push;
        for (int k = from; k < to; k++) {
            FieldVector<T> offU = at(k).orthogonalToU(moved);
            moved = offU.subtract(at(k).hessian(offU).mapMultiply(eta));
        }
        return moved;
    }

    private LocalGeometry<T> at(int t) {
        return trajectory.get(t);
    }
}
