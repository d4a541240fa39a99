package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.LocalGeometry;

/**
 * One step of the predicted displacement {@code v*} (theory.md section 4).
 *
 * @param <T> the field's elements
 */
public interface PredictedStep<T extends CalculusFieldElement<T>> {

    /**
     * {@code v*_{t+1}}.
     *
     * @param displacement {@code v*_t}, of dimension n
     * @param here the geometry at {@code dagger_t}
     * @param next the geometry at {@code dagger_{t+1}}
     */
    FieldVector<T> next(FieldVector<T> displacement, LocalGeometry<T> here, LocalGeometry<T> next);
}
