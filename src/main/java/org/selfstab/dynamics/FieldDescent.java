package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.loss.Loss;

/**
 * Gradient descent over any field.
 *
 * @param <T> the field's elements
 */
public final class FieldDescent<T extends CalculusFieldElement<T>> implements Descent<T> {

    private final Loss<T> loss;
    private final T eta;
    private FieldVector<T> theta;

    public FieldDescent(Loss<T> loss, T eta, FieldVector<T> start) {
        this.loss = loss;
        this.eta = eta;
        this.theta = start.copy();
    }

    @Override
    public FieldVector<T> iterate() {
        return theta.copy();
    }

    @Override
    public void steps(int count) {
        for (int step = 0; step < count; step++) {
            theta = theta.subtract(loss.at(theta).gradient().mapMultiply(eta));
        }
    }
}
