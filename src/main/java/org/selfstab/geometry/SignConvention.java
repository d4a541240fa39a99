package org.selfstab.geometry;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;

/**
 * Chooses between a unit eigenvector and its negative; the theory leaves the sign open.
 *
 * @param <T> the field's elements
 */
@FunctionalInterface
public interface SignConvention<T extends CalculusFieldElement<T>> {

    /** Whether the eigenvector has to be turned round. */
    boolean isReversed(FieldVector<T> eigenvector);

    /** The convention at t = 0: the component of largest magnitude is positive. */
    static <T extends CalculusFieldElement<T>> SignConvention<T> largestComponentPositive() {
        return eigenvector -> {
            int largest = 0;
            for (int i = 1; i < eigenvector.getDimension(); i++) {
                T excess = eigenvector
                        .getEntry(i)
                        .abs()
                        .subtract(eigenvector.getEntry(largest).abs());
                largest = excess.getReal() > 0 ? i : largest;
            }
            return eigenvector.getEntry(largest).getReal() < 0;
        };
    }

    /** Continuity along a trajectory: an acute angle with the direction before. */
    static <T extends CalculusFieldElement<T>> SignConvention<T> along(FieldVector<T> previous) {
        return eigenvector -> previous.dotProduct(eigenvector).getReal() < 0;
    }

    /** The eigenvector or its negative. */
    default FieldVector<T> orient(FieldVector<T> eigenvector) {
        return isReversed(eigenvector)
                ? eigenvector.mapMultiply(
                        eigenvector.getEntry(0).getField().getOne().negate())
                : eigenvector;
    }
}
