package org.selfstab.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.selfstab.AnalyticLosses;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.InterpretedLoss;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.JacobiEigensolver;

/** The formulas of theory.md section 1 and (9) against central differences of the quantities themselves at 50 digits. */
class LocalGeometryTest {

    private static final DfpField FIELD = new DfpField(60);

    /** Central differences with this step are exact to about its square times a third derivative: 1e-30. */
    private static final String STEP = "1e-15";

    private static final double TOLERANCE = 1e-24;

    private static final List<LossDerivatives> LOSSES = List.of(
            AnalyticLosses.valley("1", "1/100"),
            AnalyticLosses.diskValley("1/1000"),
            AnalyticLosses.of("exp(y)*x^2/2 - y/10 + sin(x*y)", "x", "y"),
            AnalyticLosses.of("(1 - x*y*z*w)^2/2 + 2*x^2 + tanh(y + z)*w", "x", "y", "z", "w"));

    @Property(tries = 60, seed = "20261124")
    void derivativesOfSharpnessAndOfGradientAlongUAreThoseOfTheFunctions(
            @ForAll @IntRange(min = 0, max = 3) int which, @ForAll long seed) {
        LossDerivatives derivatives = LOSSES.get(which);
        FieldVector<Dfp> point = randomPoint(derivatives.variables().size(), seed);
        GeometryEvaluator<Dfp> evaluator =
                new GeometryEvaluator<>(InterpretedLoss.of(derivatives, FIELD), new JacobiEigensolver<>());
        LocalGeometry<Dfp> geometry = evaluator.evaluate(point, SignConvention.largestComponentPositive());
        Assume.that(geometry.eigensystem().gap().getReal() > 1e-2);

        FieldVector<Dfp> gradS = geometry.gradS();
        FieldVector<Dfp> ofGradientAlongU = geometry.gradientOfGradientAlongU();
        FieldMatrix<Dfp> hessian = geometry.hessianOfSharpness();
        FieldMatrix<Dfp> hessianAlongU = geometry.hessianOfGradientAlongU();
        Dfp h = FIELD.newDfp(STEP);
        for (int i = 0; i < point.getDimension(); i++) {
            SignConvention<Dfp> sign = SignConvention.along(geometry.u());
            LocalGeometry<Dfp> after = evaluator.evaluate(moved(point, i, h), sign);
            LocalGeometry<Dfp> before = evaluator.evaluate(moved(point, i, h.negate()), sign);
            assertSlope(before.sharpness(), after.sharpness(), gradS.getEntry(i));
            assertSlope(before.gradientAlongU(), after.gradientAlongU(), ofGradientAlongU.getEntry(i));
            assertSlopes(before.gradS(), after.gradS(), hessian.getColumnVector(i));
            assertSlopes(
                    before.gradientOfGradientAlongU(),
                    after.gradientOfGradientAlongU(),
                    hessianAlongU.getColumnVector(i));
        }
    }

    @Property(tries = 200, seed = "20261124")
    void doubleAndDecimalGeometryAgree(@ForAll @IntRange(min = 0, max = 3) int which, @ForAll long seed) {
        LossDerivatives derivatives = LOSSES.get(which);
        FieldVector<Dfp> precisePoint = randomPoint(derivatives.variables().size(), seed);
        LocalGeometry<Dfp> precise = new GeometryEvaluator<>(
                        InterpretedLoss.of(derivatives, FIELD), new JacobiEigensolver<>())
                .evaluate(precisePoint, SignConvention.largestComponentPositive());
        Assume.that(precise.eigensystem().gap().getReal() > 1e-2);
        LocalGeometry<Binary64> rounded = new GeometryEvaluator<>(CompiledLoss.of(derivatives), new DoubleEigensolver())
                .evaluate(DecimalVectors.toBinary64(precisePoint), SignConvention.largestComponentPositive());

        assertThat(rounded.sharpness().getReal()).isCloseTo(precise.sharpness().getReal(), within(1e-12));
        assertThat(rounded.alpha().getReal()).isCloseTo(precise.alpha().getReal(), within(1e-9));
        assertThat(rounded.beta().getReal()).isCloseTo(precise.beta().getReal(), within(1e-9));
    }

    @Property(seed = "20261124")
    void alphaIsTheSameWithTheUnprojectedGradientOfSharpnessOnlyWhereGradientAlongUVanishes(
            @ForAll @DoubleRange(min = 0.5, max = 3) double y) {
        GeometryEvaluator<Binary64> evaluator =
                new GeometryEvaluator<>(CompiledLoss.of(AnalyticLosses.valley("1", "1/10")), new DoubleEigensolver());
        LocalGeometry<Binary64> geometry =
                evaluator.evaluate(DecimalVectors.binary64(0.2, y), SignConvention.largestComponentPositive());
        double unprojected = -geometry.gradient().dotProduct(geometry.gradS()).getReal();
        double difference =
                geometry.gradientAlongU().getReal() * geometry.kappa3().getReal();

        assertThat(geometry.alpha().getReal() - unprojected).isCloseTo(difference, within(1e-13));
        assertThat(Math.abs(difference)).isGreaterThan(1e-3);
    }

    @Test
    void aMultipleTopEigenvalueIsNamedInsteadOfGuessed() {
        GeometryEvaluator<Binary64> evaluator = new GeometryEvaluator<>(
                CompiledLoss.of(AnalyticLosses.of("(x^2 + y^2)/2 + x^3*y", "x", "y")), new DoubleEigensolver());

        assertThatThrownBy(() ->
                        evaluator.evaluate(DecimalVectors.binary64(0, 0), SignConvention.largestComponentPositive()))
                .isInstanceOf(UndefinedGeometryException.class)
                .hasMessageContaining("lambda_1 = 1.0, lambda_1 - lambda_2 = 0.0");
    }

    @Test
    void aPointOutsideOfTheLossDomainIsNamed() {
        GeometryEvaluator<Binary64> evaluator = new GeometryEvaluator<>(
                CompiledLoss.of(AnalyticLosses.of("log(x) + y^2", "x", "y")), new DoubleEigensolver());

        assertThatThrownBy(() ->
                        evaluator.evaluate(DecimalVectors.binary64(-1, 1), SignConvention.largestComponentPositive()))
                .isInstanceOf(UndefinedGeometryException.class)
                .hasMessageContaining("not finite");
    }

    @Test
    void oneVariableHasASharpnessButNoSelfStabilization() {
        GeometryEvaluator<Binary64> evaluator = new GeometryEvaluator<>(
                CompiledLoss.of(AnalyticLosses.of("x^2/2 + x^4", "x")), new DoubleEigensolver());
        LocalGeometry<Binary64> geometry =
                evaluator.evaluate(DecimalVectors.binary64(0.5), SignConvention.largestComponentPositive());

        assertThat(geometry.sharpness().getReal()).isEqualTo(4.0);
        assertThat(geometry.beta().getReal()).isZero();
        assertThat(geometry.hasOscillation()).isFalse();
    }

    @Test
    void atAMinimiserAlphaIsRoundingAndDeltaUndefined() {
        GeometryEvaluator<Binary64> evaluator = new GeometryEvaluator<>(
                CompiledLoss.of(AnalyticLosses.of("(x*y - 1)^2/2", "x", "y")), new DoubleEigensolver());
        LocalGeometry<Binary64> geometry =
                evaluator.evaluate(DecimalVectors.binary64(0.3, 1 / 0.3), SignConvention.largestComponentPositive());

        assertThat(geometry.beta().getReal()).isPositive();
        assertThat(geometry.hasOscillation()).isFalse();
    }

    private static FieldVector<Dfp> randomPoint(int dimension, long seed) {
        Random random = new Random(seed);
        FieldVector<Dfp> point = new ArrayFieldVector<>(FIELD, dimension);
        for (int i = 0; i < dimension; i++) {
            point.setEntry(i, FIELD.newDfp(0.2 + 1.5 * random.nextDouble()));
        }
        return point;
    }

    private static FieldVector<Dfp> moved(FieldVector<Dfp> point, int i, Dfp by) {
        FieldVector<Dfp> moved = point.copy();
        moved.setEntry(i, point.getEntry(i).add(by));
        return moved;
    }

    private static void assertSlope(Dfp before, Dfp after, Dfp derivative) {
        Dfp slope = after.subtract(before).divide(FIELD.newDfp(STEP).multiply(2));
        assertThat(derivative.subtract(slope).getReal()).isCloseTo(0.0, within(TOLERANCE));
    }

    private static void assertSlopes(FieldVector<Dfp> before, FieldVector<Dfp> after, FieldVector<Dfp> derivatives) {
        for (int row = 0; row < derivatives.getDimension(); row++) {
            assertSlope(before.getEntry(row), after.getEntry(row), derivatives.getEntry(row));
        }
    }
}
