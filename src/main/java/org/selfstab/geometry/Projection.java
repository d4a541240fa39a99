package org.selfstab.geometry;

import org.hipparchus.CalculusFieldElement;

/**
 * A point of the stable set and how it was reached.
 *
 * @param geometry the local geometry at the point
 * @param onBoundary whether the constraint {@code S <= 2/eta} is active
 * @param stationarityResidual magnitude of {@code grad L . u} there, in the loss's unit over the parameter's
 * @param sharpnessResidual {@code max(0, S - 2/eta)} there
 * @param <T> the field's elements
 */
public record Projection<T extends CalculusFieldElement<T>>(
        LocalGeometry<T> geometry, boolean onBoundary, T stationarityResidual, T sharpnessResidual) {

    static <T extends CalculusFieldElement<T>> Projection<T> at(LocalGeometry<T> geometry, boolean onBoundary, T edge) {
        T excess = geometry.sharpness().subtract(edge);
        T zero = excess.getField().getZero();
        return new Projection<>(
                geometry, onBoundary, geometry.gradientAlongU().abs(), excess.getReal() > 0 ? excess : zero);
    }
}
