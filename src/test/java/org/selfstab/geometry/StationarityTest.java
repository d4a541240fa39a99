package org.selfstab.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.selfstab.AnalyticLosses;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.Norm;

/**
 * The conditions of a nearest point on the outside of an ellipse, {@code y^2 + 4 w^2 >= 10} in the plane x = 0, from a point on its long axis: both
 * ends of the long axis are stationary, and of the short one neither is.
 */
class StationarityTest {

    private final GeometryEvaluator<Binary64> evaluator = new GeometryEvaluator<>(
            CompiledLoss.of(AnalyticLosses.of("(20 - y^2 - 4*w^2)*x^2/2", "x", "y", "w")), new DoubleEigensolver());

    private Stationarity<Binary64> at(FieldVector<Binary64> theta, double... q) {
        return Stationarity.of(
                theta, evaluator.evaluate(DecimalVectors.binary64(q), SignConvention.largestComponentPositive()), true);
    }

    /** From (0, 2, 0) the end of the long axis is a maximum along the ellipse, whose radius of curvature there is 0.79. */
    @Test
    void aMaximumAlongTheBoundaryIsStationaryButNoMinimum() {
        Stationarity<Binary64> end = at(DecimalVectors.binary64(0.01, 2, 0), 0, Math.sqrt(10), 0);

        assertThat(Norm.of(end.offNormals()).getReal()).isLessThan(1e-14);
        assertThat(end.wrongSign().getReal()).isZero();
        assertThat(end.minimum()).isFalse();
    }

    /** From within the radius of curvature it is the nearest point. */
    @Test
    void nearTheBoundaryItIsAMinimum() {
        Stationarity<Binary64> end = at(DecimalVectors.binary64(0.01, 2.9, 0), 0, Math.sqrt(10), 0);

        assertThat(Norm.of(end.offNormals()).getReal()).isLessThan(1e-14);
        assertThat(end.minimum()).isTrue();
    }

    @Test
    void fromInsideTheStableSetTheMultiplierHasTheWrongSign() {
        Stationarity<Binary64> end = at(DecimalVectors.binary64(0.01, 3.5, 0), 0, Math.sqrt(10), 0);

        assertThat(end.wrongSign().getReal()).isCloseTo(3.5 - Math.sqrt(10), within(1e-12));
    }
}
