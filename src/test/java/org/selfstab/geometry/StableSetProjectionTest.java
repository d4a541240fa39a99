package org.selfstab.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.selfstab.AnalyticLosses;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.InterpretedLoss;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.JacobiEigensolver;
import org.selfstab.numeric.Norm;

/** The projections onto the stable set (theory.md section 2). */
class StableSetProjectionTest {

    private static final double EDGE = 2.0 / 0.3;
    private static final LossDerivatives VALLEY = AnalyticLosses.valley("1", "1/100");

    private final GeometryEvaluator<Binary64> evaluator =
            new GeometryEvaluator<>(CompiledLoss.of(VALLEY), new DoubleEigensolver());
    private final StableSetProjection<Binary64> exact = new NearestPointProjection<>(evaluator, new Binary64(EDGE));

    @Property(tries = 300, seed = "20261124")
    void theProjectionLiesOnTheStableSet(
            @ForAll @DoubleRange(min = -0.15, max = 0.15) double x, @ForAll @DoubleRange(min = 5, max = 8) double y) {
        Projection<Binary64> projection = project(exact, x, y);

        assertThat(projection.stationarityResidual().getReal()).isLessThan(1e-14);
        assertThat(projection.sharpnessResidual().getReal()).isLessThan(1e-14);
        assertThat(projection.geometry().sharpness().getReal()).isLessThan(EDGE + 1e-14);
    }

    /** Feasible points along the set's two pieces, found without derivatives of the constraints, are none of them nearer. */
    @Property(tries = 100, seed = "20261124")
    void noFeasiblePointNearbyIsNearer(
            @ForAll @DoubleRange(min = -0.1, max = 0.1) double x,
            @ForAll @DoubleRange(min = 6.3, max = 7) double y,
            @ForAll @DoubleRange(min = -0.05, max = 0.05) double along) {
        FieldVector<Binary64> theta = DecimalVectors.binary64(x, y);
        Projection<Binary64> projection = project(exact, x, y);
        double nearest = Norm.of(theta.subtract(projection.geometry().point())).getReal();

        double candidateY = projection.geometry().point().getEntry(1).getReal() + along;
        double candidateX = rootOfGradientAlongU(candidateY);
        LocalGeometry<Binary64> candidate = evaluator.evaluate(
                DecimalVectors.binary64(candidateX, candidateY), SignConvention.largestComponentPositive());
        if (candidate.sharpness().getReal() <= EDGE) {
            assertThat(Norm.of(theta.subtract(candidate.point())).getReal()).isGreaterThanOrEqualTo(nearest - 1e-12);
        }
    }

    private double rootOfGradientAlongU(double y) {
        double low = -0.05;
        double high = 0.05;
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            double value = evaluator
                    .evaluate(DecimalVectors.binary64(middle, y), SignConvention.largestComponentPositive())
                    .gradientAlongU()
                    .getReal();
            if (value < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    @Property(tries = 100, seed = "20261124")
    void aPointOfTheStableSetIsItsOwnProjection(
            @ForAll @DoubleRange(min = -0.1, max = 0.1) double x, @ForAll @DoubleRange(min = 6, max = 7) double y) {
        FieldVector<Binary64> once = project(exact, x, y).geometry().point();
        FieldVector<Binary64> twice = exact.project(once, SignConvention.largestComponentPositive())
                .geometry()
                .point();

        assertThat(Norm.of(twice.subtract(once)).getReal()).isLessThan(1e-13);
    }

    @Test
    void theInequalityIsActiveOnlyWhereItIsViolated() {
        assertThat(project(exact, 0.05, 5).onBoundary()).isFalse();
        assertThat(project(exact, 0.05, 8).onBoundary()).isTrue();
    }

    @Test
    void fiftyDigitsConvergeToFiftyDigits() {
        DfpField field = new DfpField(56);
        GeometryEvaluator<Dfp> precise =
                new GeometryEvaluator<>(InterpretedLoss.of(VALLEY, field), new JacobiEigensolver<>());
        FieldVector<Dfp> theta = new ArrayFieldVector<>(field, 2);
        theta.setEntry(0, field.newDfp("0.07"));
        theta.setEntry(1, field.newDfp("6.7"));
        Projection<Dfp> projection = new NearestPointProjection<>(
                        precise, field.newDfp("0.3").reciprocal().multiply(2))
                .project(theta, SignConvention.largestComponentPositive());

        assertThat(projection.stationarityResidual().getReal()).isLessThan(1e-50);
        assertThat(projection.sharpnessResidual().getReal()).isLessThan(1e-50);
    }

    @Test
    void theLinearisedProjectionOvershootsWhenTheLossIsSkewed() {
        StableSetProjection<Binary64> linearised = new LinearisedProjection<>(evaluator, new Binary64(EDGE));
        double overshoot =
                EDGE - project(linearised, 0.07, EDGE).geometry().sharpness().getReal();

        assertThat(overshoot).isCloseTo(3 * 0.07, within(0.01));
        assertThat(project(exact, 0.07, EDGE).geometry().sharpness().getReal()).isCloseTo(EDGE, within(1e-14));
    }

    @Test
    void aProjectionThatDoesNotExistIsReportedWithItsResidual() {
        LossDerivatives slope = AnalyticLosses.of("x + y^2 + x^2/10", "x", "y");
        GeometryEvaluator<Binary64> onSlope = new GeometryEvaluator<>(CompiledLoss.of(slope), new DoubleEigensolver());
        StableSetProjection<Binary64> projection = new NearestPointProjection<>(onSlope, new Binary64(2.0 / 3.0));

        assertThatThrownBy(() -> projection.project(
                        DecimalVectors.binary64(0.1, 0.1), SignConvention.largestComponentPositive()))
                .isInstanceOf(ProjectionException.class)
                .hasMessageContaining("residual");
    }

    private static Projection<Binary64> project(StableSetProjection<Binary64> projection, double x, double y) {
        return projection.project(DecimalVectors.binary64(x, y), SignConvention.largestComponentPositive());
    }
}
