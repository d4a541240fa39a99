package org.selfstab.dynamics.reduced;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.util.MathArrays;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.numeric.CauchyProduct;

/**
 * The reduced equation along a run, with alpha and beta of the constrained trajectory instead of frozen ones, in units of steps and in the
 * coordinates {@code (log|x|, y)}: {@code (log|x|)' = eta y}, {@code y' = eta (alpha(t) - beta(t) x^2/2)}, the continuous form of
 * theory.md (14). Between steps alpha and beta are interpolated linearly.
 *
 * @param <T> the field's elements
 */
public final class ForcedEquation<T extends CalculusFieldElement<T>> implements OscillationEquation<T> {

    private final T eta;
    private final List<T> alpha;
    private final List<T> beta;

    /**
     * The equation along a trajectory.
     *
     * @param eta the step size, for other optimizers {@code sqrt(a b)}, where y stands for {@code y sqrt(a/b)}
     * @param alpha alpha_t for t = 0, 1, ..., at least two, all positive
     * @param beta beta_t of the same steps, all positive
     * @throws IllegalArgumentException if the lists do not fit or hold what is not positive
     */
    public ForcedEquation(T eta, List<T> alpha, List<T> beta) {
        this.eta = eta;
        this.alpha = List.copyOf(alpha);
        this.beta = List.copyOf(beta);
        if (alpha.size() != beta.size() || alpha.size() < 2) {
            throw new IllegalArgumentException("alpha and beta of the same steps, at least two");
        }
        if (!alpha.stream().allMatch(a -> a.getReal() > 0) || !beta.stream().allMatch(b -> b.getReal() > 0)) {
            throw new IllegalArgumentException("alpha and beta have to be positive");
        }
    }

    @Override
    public Field<T> field() {
        return eta.getField();
    }

    @Override
    public double unitOfTime() {
        double largest = alpha.stream().mapToDouble(T::getReal).max().orElseThrow();
        return 1.0 / (eta.getReal() * Math.sqrt(largest));
    }

    @Override
    public T[] stateOf(ReducedState<T> reduced) {
        T[] state = MathArrays.buildArray(field(), 2);
        state[0] = reduced.logX().add(logDelta(field().getZero()));
        state[1] = reduced.y().multiply(alpha.get(0).sqrt());
        return state;
    }

    @Override
    public ReducedState<T> reduced(T time, T[] state) {
        return new ReducedState<>(
                state[0].subtract(logDelta(time)),
                state[1].divide(at(alpha, time).sqrt()));
    }

    @Override
    public T[] computeDerivatives(T time, T[] state) {
        T halfXSquared = state[0].multiply(2.0).exp().multiply(0.5);
        T[] derivatives = MathArrays.buildArray(field(), 2);
        derivatives[0] = state[1].multiply(eta);
        derivatives[1] =
                at(alpha, time).subtract(at(beta, time).multiply(halfXSquared)).multiply(eta);
        return derivatives;
    }

    /** With {@code w = x^2/2}: {@code (log|x|)' = eta y}, {@code y' = eta (alpha - beta w)}, {@code w' = 2 eta y w}. */
    @Override
    public T[][] series(T time, T[] state, int order) {
        T[] q = MathArrays.buildArray(field(), order + 1);
        T[] y = MathArrays.buildArray(field(), order + 1);
        T[] w = MathArrays.buildArray(field(), order + 1);
        q[0] = state[0];
        y[0] = state[1];
        w[0] = state[0].multiply(2.0).exp().multiply(0.5);
        T[] push = line(alpha, time);
        T[] pull = line(beta, time);
        for (int k = 0; k < order; k++) {
            T rate = k < 2 ? push[k] : field().getZero();
            rate = rate.subtract(pull[0].multiply(w[k]));
            rate = k == 0 ? rate : rate.subtract(pull[1].multiply(w[k - 1]));
            q[k + 1] = y[k].multiply(eta).divide(k + 1.0);
            y[k + 1] = rate.multiply(eta).divide(k + 1.0);
            w[k + 1] = CauchyProduct.coefficient(y, w, k)
                    .multiply(eta)
                    .multiply(2.0)
                    .divide(k + 1.0);
        }
        T[][] series = MathArrays.buildArray(field(), 2, 0);
        series[0] = q;
        series[1] = y;
        return series;
    }

    /** Alpha and beta have a kink at every step. */
    @Override
    public T nextBreakpoint(T time) {
        int next = piece(time) + 1;
        return field().getZero().add(next < alpha.size() - 1 ? next : Double.POSITIVE_INFINITY);
    }

    private T logDelta(T time) {
        return at(alpha, time).multiply(2.0).divide(at(beta, time)).log().multiply(0.5);
    }

    /** Linear between steps; beyond the last step on the last line. */
    private T at(List<T> values, T time) {
        return line(values, time)[0];
    }

    /** Value and slope at a time, of the line between the steps about it. */
    private T[] line(List<T> values, T time) {
        int below = piece(time);
        T[] line = MathArrays.buildArray(field(), 2);
        line[1] = values.get(below + 1).subtract(values.get(below));
        line[0] = line[1].multiply(time.subtract(below)).add(values.get(below));
        return line;
    }

    /** The step before a time, from which on alpha and beta are lines. */
    private int piece(T time) {
        return Math.max(0, Math.min((int) Math.floor(time.getReal()), alpha.size() - 2));
    }
}
