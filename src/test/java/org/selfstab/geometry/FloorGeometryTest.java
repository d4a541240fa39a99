package org.selfstab.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.AnalyticLosses;
import org.selfstab.loss.InterpretedLoss;
import org.selfstab.numeric.JacobiEigensolver;
import org.selfstab.run.FloorDirections;
import org.selfstab.run.FloorDirections.Kind;

/** (D1) and (D7) to (D9) of theory.md section 18. */
class FloorGeometryTest {

    private static final DfpField FIELD = new DfpField(40);

    private static FloorGeometry<Dfp> at(String loss, String... point) {
        String[] variables = {"x", "w", "y", "v"};
        FieldVector<Dfp> theta = new ArrayFieldVector<>(FIELD, point.length);
        for (int i = 0; i < point.length; i++) {
            theta.setEntry(i, FIELD.newDfp(point[i]));
        }
        Dfp eta = FIELD.newDfp("0.3");
        return FloorGeometry.of(
                new GeometryEvaluator<>(
                                InterpretedLoss.of(
                                        AnalyticLosses.of(loss, Arrays.copyOf(variables, point.length)), FIELD),
                                new JacobiEigensolver<>())
                        .evaluate(theta, SignConvention.largestComponentPositive()),
                eta,
                eta,
                FloorDirections.Limits.DEFAULT);
    }

    /**
     * Four variables, one direction off u stiff and two soft, both floors curved, couplings of orders 3 and 4. Expected is what mpmath finds at 40 digits without derivative tensors: log(alpha/beta) by differences at points
     * brought to the floor, of which (D8) leaves out what is of the order of grad L, K and F4 by differences of the loss minimised over the stiff direction, and over u.
     */
    @Test
    void isThatOfTheFloorItself() {
        FloorGeometry<Dfp> floor = at(
                "(y + 3*v/10 + 3*w/5 + (y - 20/3)*v/5 + 3*(y - 20/3)^2/20 - v^2/10)*x^2/2 + 3*x^3/20 + x^4/50"
                        + " + (1 + (y - 20/3)/5 + x/10)*w^2/2 + w*((y - 20/3)^2/5 + (y - 20/3)*v/10)"
                        + " + x*((y - 20/3)^2/10 + 3*(y - 20/3)*v/20) + x*w*(y - 20/3)/4 + w^3/10"
                        + " - 1/100000*(y + v/2) + 1/100000*((y - 20/3)^2/3 + v^2/4)",
                "0",
                "0",
                "6.6666666666666666666666666666666666666667",
                "0");

        assertThat(floor.directions().directions())
                .extracting(FloorDirections.Direction::kind)
                .containsExactly(Kind.STIFF, Kind.SOFT, Kind.SOFT);
        assertThat(floor.alpha().getReal()).isEqualTo(1.15e-5, within(1e-17));
        assertThat(floor.beta().getReal()).isEqualTo(1.09, within(1e-12));
        assertThat(floor.flip().getReal()).isEqualTo(0.9645, within(1e-8));
        assertThat(floor.slopeOfLogRatio().getReal()).isEqualTo(-0.735557292500479, within(1e-5));
        assertThat(floor.quartic().getReal()).isEqualTo(-0.566151839184885, within(1e-5));
    }

    /** alpha of (D1) leaves out what pulls along a stiff direction: half of alpha here, where the direction has relaxed. */
    @Test
    void leavesStiffDirectionsOut() {
        FloorGeometry<Dfp> floor =
                at("(y + w)*x^2/2 + w^2/2 - y/10000", "0", "-0.0001", "6.6667666666666666666666666667");

        assertThat(floor.alpha().getReal()).isEqualTo(1e-4, within(1e-16));
        assertThat(floor.beta().getReal()).isEqualTo(1, within(1e-12));
        assertThat(floor.local().alpha().getReal()).isEqualTo(2e-4, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"3, INTERMEDIATE", "11, STIFF", "1/11, SOFT", "-1/11, SOFT", "-2, INTERMEDIATE", "-11, REPELLING"})
    void classifiesByCurvatureInEpsilon(String curvature, Kind kind) {
        // eps = eta sqrt(e) with e = 1e-4, and b lambda = eta h.
        FloorGeometry<Dfp> floor = at("y*x^2/2 + " + curvature + "/100*w^2/2 - y/10000", "0", "0", "6.666666667");

        assertThat(floor.directions().of(kind)).hasSize(kind == Kind.SOFT ? 2 : 1);
        assertThat(floor.directions().margin(FloorDirections.Limits.DEFAULT) >= 1)
                .isEqualTo(kind == Kind.STIFF || kind == Kind.SOFT);
    }
}
