package org.selfstab.geometry;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;

/**
 * The paper's code's substitute for the projection: three linearised steps {@code -max(0, S - 2/eta) gradS_perp / beta - u (u .
 * grad L) / S} (theory.md section 2). For comparison only: when {@code kappa_3 != 0} it overshoots into the interior of the
 * stable set by O(delta) and the coupling theorem visibly fails.
 *
 * @param <T> the field's elements
 */
public final class LinearisedProjection<T extends CalculusFieldElement<T>> implements StableSetProjection<T> {

    private static final int STEPS = 3;

    private final GeometryEvaluator<T> evaluator;
    private final T edge;

    public LinearisedProjection(GeometryEvaluator<T> evaluator, T edge) {
        this.evaluator = evaluator;
        this.edge = edge;
    }

    @Override
    public Projection<T> project(FieldVector<T> theta, SignConvention<T> orientation) {
        LocalGeometry<T> geometry = evaluator.evaluate(theta, orientation);
        boolean corrected = false;
        for (int i = 0; i < STEPS; i++) {
            T excess = geometry.sharpness().subtract(edge);
            FieldVector<T> q = geometry.point().subtract(alongU(geometry));
            if (excess.getReal() > 0) {
                q = q.subtract(geometry.gradSPerp().mapMultiply(excess.divide(geometry.beta())));
                corrected = true;
            }
            geometry = evaluator.evaluate(q, orientation);
        }
        return Projection.at(geometry, corrected, edge);
    }

    private FieldVector<T> alongU(LocalGeometry<T> geometry) {
        return geometry.u().mapMultiply(geometry.gradientAlongU().divide(geometry.sharpness()));
    }
}
