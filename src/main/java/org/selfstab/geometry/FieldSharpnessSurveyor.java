package org.selfstab.geometry;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.loss.LossAtPoint;

/**
 * Finds loss and sharpness over any field.
 *
 * @param <T> the field's elements
 */
public final class FieldSharpnessSurveyor<T extends CalculusFieldElement<T>> implements SharpnessSurveyor<T> {

    private final Surveyor<T> surveyor;
    private LossAtPoint<T> local;
    private T sharpness;

    public FieldSharpnessSurveyor(Surveyor<T> surveyor) {
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
