package org.selfstab.dynamics;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;

/**
 * The exact iterates of the optimizer, of gradient descent {@code theta_{t+1} = theta_t - eta grad L(theta_t)} (theory.md section 1),
 * independent of every prediction.
 *
 * @param <T> the field's elements
 */
public interface Descent<T extends CalculusFieldElement<T>> {

    /** The present iterate, of dimension n; a copy. */
    FieldVector<T> iterate();

    /** What the next iterate is made of, as copies of the parameters; of gradient descent the iterate alone. Copies. */
    default List<FieldVector<T>> state() {
        return List.of(iterate());
    }

    /** Goes one step on. */
    default void step() {
        steps(1);
    }

    /**
     * Goes some steps on.
     *
     * @param count how many, not negative
     */
    void steps(int count);
}
