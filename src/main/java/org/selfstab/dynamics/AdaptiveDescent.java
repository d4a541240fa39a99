package org.selfstab.dynamics;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.loss.Loss;

/**
 * The exact iterates of an adaptive optimizer, theory.md (50). Its state is {@code theta_t}, the second moments that the step from it takes, and with momentum the average of the
 * gradients before.
 *
 * @param <T> the field's elements
 */
final class AdaptiveDescent<T extends CalculusFieldElement<T>> implements Descent<T> {

    private final AdaptiveMethod<T> method;
    private final Loss<T> loss;
    private FieldVector<T> theta;
    private FieldVector<T> nu;
    private FieldVector<T> average;
    private FieldVector<T> gradient;

    AdaptiveDescent(AdaptiveMethod<T> method, Loss<T> loss, List<FieldVector<T>> state) {
        this.method = method;
        this.loss = loss;
        this.theta = state.get(0).copy();
        this.nu = state.get(1).copy();
        this.average = method.hasMomentum() ? state.get(2).copy() : theta.mapMultiply(method.momentum());
        this.gradient = loss.at(theta).gradient();
    }

    @Override
    public FieldVector<T> iterate() {
        return theta.copy();
    }

    @Override
    public List<FieldVector<T>> state() {
        return method.hasMomentum()
                ? List.of(theta.copy(), nu.copy(), average.copy())
                : List.of(theta.copy(), nu.copy());
    }

    @Override
    public void steps(int count) {
        for (int step = 0; step < count; step++) {
            average = method.pulled(average, gradient);
            theta = theta.subtract(average.ebeDivide(method.preconditioner(nu)));
            gradient = loss.at(theta).gradient();
            nu = method.averaged(nu, method.squares(gradient));
        }
    }
}
