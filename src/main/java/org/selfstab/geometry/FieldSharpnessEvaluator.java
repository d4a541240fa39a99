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

    private final GeometryEvaluator<T> evaluator;
    private LossAtPoint<T> local;
    private T sharpness;

    public FieldSharpnessEvaluator(GeometryEvaluator<T> evaluator) {
        this.evaluator = evaluator;
    }

    @Override
    public void moveTo(FieldVector<T> theta) {
        local = evaluator.loss().at(theta);
        sharpness = evaluator.eigensystem(local).top();
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
