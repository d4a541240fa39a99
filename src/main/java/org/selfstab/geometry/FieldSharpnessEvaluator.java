package org.selfstab.geometry;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.loss.LossAtPoint;

/**
 * Finds loss and sharpness over any field.
 *
 * @param <T> the field's elements
 */
public final class FieldSharpnessEvaluator<T extends CalculusFieldElement<T>> implements SharpnessEvaluator<T> {

    private final GeometryEvaluator<T> surveyor;
    private LossAtPoint<T> local;
    private T sharpness;

    public FieldSharpnessEvaluator(GeometryEvaluator<T> surveyor) {
        this.surveyor = surveyor;
    }

    @Override
    public void moveTo(FieldVector<T> theta) {
        local = surveyor.loss().at(theta);
        sharpness = surveyor.eigensystem(local).top();
    }

    @Override
    public T loss() {
        return local.value();
    }

    @Override
    public T sharpness() {
        return sharpness;
    }
}
