package org.selfstab.claims.order;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.StepObserver;

/**
 * Keeps the iterate at t = 0, so that a longer run need not search for the edge again.
 *
 * @param <T> the field's elements
 */
public final class StartAtEdge<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    private FieldVector<T> theta;

    @Override
    public void observe(CoupledStep<T> step) {
        if (step.t() == 0) {
            theta = step.theta();
        }
    }

    /** The iterate, of dimension n; null before the run's first step. */
    public FieldVector<T> theta() {
        return theta;
    }
}
