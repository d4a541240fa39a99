package org.selfstab.claims;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Norm;
import org.selfstab.problem.Threshold;
import org.selfstab.problem.Thresholds;

/**
 * The constrained trajectory is a nearest point of the stable set at each step, by the first-order conditions of that problem: what
 * was projected minus where it came to lies in the span of {@code grad(grad L . u)} and, on the boundary, {@code grad S}, and the point is in
 * the stable set. It looks at the points alone, not at how they were found; a true nearest point passes, a stationary point
 * that is not nearest would pass too.
 *
 * @param <T> the field's elements
 */
final class NearestPoint<T extends CalculusFieldElement<T>> implements Condition<T> {

    private static final String QUANTITY = "max |stationarity residual|/delta";
    /** Closer to {@code eta S = 2} than this the boundary counts as reached: far above rounding, far below eps^2. */
    private static final double ON_BOUNDARY = 1e-9;

    private final T eta;
    private final double threshold;
    private final WitnessedExtreme residual = WitnessedExtreme.largest();
    private FieldVector<T> projectedNext;

    NearestPoint(T eta, Thresholds thresholds) {
        this.eta = eta;
        this.threshold = thresholds.of(Threshold.NEAREST_POINT);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        FieldVector<T> source = projectedNext == null ? step.theta() : projectedNext;
        LocalGeometry<T> geometry = step.geometry();
        FieldVector<T> offNormals = geometry.point().subtract(source);
        for (FieldVector<T> normal : orthonormalNormals(geometry)) {
            offNormals = offNormals.subtract(normal.mapMultiply(normal.dotProduct(offNormals)));
        }
        residual.include(Norm.of(offNormals).add(distanceFromSet(geometry)), step, offNormals);
        projectedNext = geometry.point().subtract(geometry.gradient().mapMultiply(eta));
    }

    private List<FieldVector<T>> orthonormalNormals(LocalGeometry<T> geometry) {
        List<FieldVector<T>> normals = new ArrayList<>();
        FieldVector<T> stationarity = geometry.gradientOfGradientAlongU();
        normals.add(unit(stationarity));
        if (excess(geometry).getReal() >= -ON_BOUNDARY) {
            FieldVector<T> first = normals.get(0);
            FieldVector<T> rest = geometry.gradS().subtract(first.mapMultiply(first.dotProduct(geometry.gradS())));
            normals.add(unit(rest));
        }
        return normals;
    }

    private FieldVector<T> unit(FieldVector<T> v) {
        return v.mapMultiply(Norm.of(v).reciprocal());
    }

    /** {@code eta S - 2}. */
    private T excess(LocalGeometry<T> geometry) {
        return eta.multiply(geometry.sharpness()).subtract(2.0);
    }

    /** To first order: {@code |grad L . u|/S + max(0, S - 2/eta)/|grad S|}. */
    private T distanceFromSet(LocalGeometry<T> geometry) {
        T alongU = geometry.gradientAlongU().abs().divide(geometry.sharpness());
        T above = excess(geometry);
        return above.getReal() > 0 ? alongU.add(above.divide(eta).divide(Norm.of(geometry.gradS()))) : alongU;
    }

    @Override
    public ConditionResult result(RunScale scale) {
        Verdict verdict = scale.delta()
                .map(delta -> NumericVerdict.atMost(
                        residual.value() / delta,
                        threshold,
                        residual.witness().orElseThrow(),
                        "first-order conditions of the nearest point, on the points of the run"))
                .orElseGet(() -> NumericVerdict.notApplicable(NumericVerdict.NO_UNITS));
        return ConditionResult.of(ConditionName.NEAREST_POINT, QUANTITY, verdict);
    }
}
