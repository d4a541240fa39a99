package org.selfstab.numeric;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;

/** The Euclidean norm over a field, which Hipparchus's field vectors lack. */
public final class Norm {

    private Norm() {}

    /** {@code |v|}. */
    public static <T extends CalculusFieldElement<T>> T of(FieldVector<T> v) {
        return v.dotProduct(v).sqrt();
    }
}
