package org.selfstab.geometry;

import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;

/**
 * A function that a point of the stable set makes zero, with its derivatives at a point.
 *
 * @param value the function
 * @param gradient its gradient, of dimension n
 * @param hessian computes its Hessian, n by n: costly, and not needed where its multiplier is zero
 * @param <T> the field's elements
 */
record Constraint<T extends CalculusFieldElement<T>>(
        T value, FieldVector<T> gradient, Supplier<FieldMatrix<T>> hessian) {

    /** {@code grad L . u = 0}. */
    static <T extends CalculusFieldElement<T>> Constraint<T> stationarityAlongU(LocalGeometry<T> geometry) {
        return new Constraint<>(
                geometry.gradientAlongU(), geometry.gradientOfGradientAlongU(), geometry::hessianOfGradientAlongU);
    }

    /** {@code S - 2/eta = 0}. */
    static <T extends CalculusFieldElement<T>> Constraint<T> edgeOfStability(LocalGeometry<T> geometry, T bound) {
        return new Constraint<>(geometry.sharpness().subtract(bound), geometry.gradS(), geometry::hessianOfSharpness);
    }

    /** The constraint in other units: multiplied by a constant factor. */
    Constraint<T> times(T factor) {
        return new Constraint<>(value.multiply(factor), gradient.mapMultiply(factor), () -> hessian.get()
                .scalarMultiply(factor));
    }
}
