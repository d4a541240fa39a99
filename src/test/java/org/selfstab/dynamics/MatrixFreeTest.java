package org.selfstab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.geometry.CompiledSharpnessEvaluator;
import org.selfstab.geometry.DerivativeNorms;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.LinearAlgebra;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.NormBounds;
import org.selfstab.geometry.NormEstimates;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.ProjectionKernel;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.Stationarity;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.numeric.Norm;
import org.selfstab.problem.Problem;

/** Products with vectors and matrices give the same geometry, projections, trajectories and predictions, on networks that both can do. */
class MatrixFreeTest {

    private static final double TOLERANCE = 1e-10;
    private static final int TRAINING = 400;
    private static final int STEPS = 50;

    /** A two-layer tanh network of 4H + 1 parameters near the edge of stability, to which plain gradient descent has brought it. */
    private record Network(CompiledLoss loss, double eta, FieldVector<Binary64> theta) {

        static Network of(int hidden) {
            Problem problem = problem(hidden);
            CompiledLoss loss = CompiledLoss.of(
                    DerivedLoss.of(problem).substitute(problem.parameters().values()));
            var start = new CompiledBackend().valuesOf(problem.startPoint());
            var descent = new CompiledModel.CompiledDescent(loss.gradientKernel(), 0.2, start);
            descent.steps(TRAINING);
            FieldVector<Binary64> theta = descent.iterate();
            CompiledSharpnessEvaluator evaluator = new CompiledSharpnessEvaluator(loss, LinearAlgebra.DENSE);
            evaluator.moveTo(theta);
            return new Network(loss, 2.0 / evaluator.sharpness().getReal(), theta);
        }

        private static Problem problem(int hidden) {
            return ProblemBuilder.of("network", "mean(k, data, squared(mlp(x[k], \"tanh\", W, b, a, c), y[k]))")
                    .variable("W[1..%d,1..2]".formatted(hidden))
                    .variable("b[1..%d]".formatted(hidden))
                    .variable("a[1..%d]".formatted(hidden))
                    .variable("c")
                    .data("x", points(k -> "[\"%d/10\", \"%d/10\"]".formatted((7 * k) % 31 - 15, (11 * k) % 37 - 18)))
                    .data("y", points(k -> "%d/10".formatted((13 * k) % 23 - 11)))
                    .parameter("eta", "1/5")
                    .randomStart(3, "1/2")
                    .problem();
        }

        private static List<String> points(IntFunction<String> point) {
            return IntStream.rangeClosed(1, 12).mapToObj(point).toList();
        }

        double edge() {
            return 2.0 / eta;
        }

        LocalGeometry<Binary64> geometry(LinearAlgebra algebra) {
            return GeometryEvaluator.of(loss, algebra).evaluate(theta, SignConvention.largestComponentPositive());
        }

        List<Projection<Binary64>> trajectory(LinearAlgebra algebra) {
            var trajectory = new CompiledModel.CompiledConstrainedTrajectory(
                    new ProjectionKernel(loss, edge(), algebra), eta, theta);
            List<Projection<Binary64>> points = new ArrayList<>(List.of(trajectory.present()));
            for (int t = 0; t < STEPS; t++) {
                trajectory.step();
                points.add(trajectory.present());
            }
            return points;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 14})
    void theGeometryIsTheSame(int hidden) {
        Network network = Network.of(hidden);
        LocalGeometry<Binary64> dense = network.geometry(LinearAlgebra.DENSE);
        LocalGeometry<Binary64> products = network.geometry(LinearAlgebra.MATRIX_FREE);

        assertThat(products.eigensystem().values()).hasSize(2);
        assertClose(products.sharpness(), dense.sharpness());
        assertClose(products.secondEigenvalue(), dense.secondEigenvalue());
        assertClose(products.u(), dense.u());
        assertClose(products.gradS(), dense.gradS());
        assertClose(products.gradientOfGradientAlongU(), dense.gradientOfGradientAlongU());
        assertClose(products.alpha(), dense.alpha());
        assertThat(products.wholeEigensystem().values()).hasSize(4 * hidden + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 14})
    void theTrajectoryIsTheSame(int hidden) {
        Network network = Network.of(hidden);
        List<Projection<Binary64>> dense = network.trajectory(LinearAlgebra.DENSE);
        List<Projection<Binary64>> products = network.trajectory(LinearAlgebra.MATRIX_FREE);

        FieldVector<Binary64> source = network.theta();
        for (int t = 0; t <= STEPS; t++) {
            LocalGeometry<Binary64> expected = dense.get(t).geometry();
            LocalGeometry<Binary64> found = products.get(t).geometry();
            assertThat(products.get(t).onBoundary()).isEqualTo(dense.get(t).onBoundary());
            assertClose(found.point(), expected.point());
            assertClose(found.u(), expected.u());
            assertClose(found.secondEigenvalue(), expected.secondEigenvalue());
            boolean onBoundary = dense.get(t).onBoundary();
            assertThat(Stationarity.of(source, found, onBoundary).minimum()).isTrue();
            source = expected.point().subtract(expected.gradient().mapMultiply(new Binary64(network.eta())));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 14})
    void thePredictionIsTheSameInAllFrames(int hidden) {
        Network network = Network.of(hidden);
        List<Projection<Binary64>> dense = network.trajectory(LinearAlgebra.DENSE);
        List<Projection<Binary64>> products = network.trajectory(LinearAlgebra.MATRIX_FREE);
        Binary64 eta = new Binary64(network.eta());
        List<PredictedForce<Binary64>> frames = List.of(
                new PredictedForce.Moving<>(new Binary64(network.edge())),
                new PredictedForce.Ambient<>(),
                new PredictedForce.Generalised<>(network.loss()));
        for (PredictedForce<Binary64> frame : frames) {
            FieldVector<Binary64> expected = dense.get(0).geometry().u().mapMultiply(new Binary64(0.01));
            FieldVector<Binary64> found = expected;
            for (int t = 0; t < STEPS; t++) {
                expected = expected.subtract(
                        frame.at(expected, dense.get(t).geometry()).mapMultiply(eta));
                found = found.subtract(
                        frame.at(found, products.get(t).geometry()).mapMultiply(eta));
                assertClose(found, expected);
            }
        }
    }

    /** Ways in the normals' span, of which long ones lead to points that are no minima: both find the same ones. */
    @ParameterizedTest
    @ValueSource(ints = {5, 10})
    void theSecondOrderConditionIsTheSame(int hidden) {
        Network network = Network.of(hidden);
        LocalGeometry<Binary64> dense = network.geometry(LinearAlgebra.DENSE);
        LocalGeometry<Binary64> products = network.geometry(LinearAlgebra.MATRIX_FREE);
        int minima = 0;
        int cases = 0;
        for (double mu : new double[] {-0.3, -0.1, -0.01, 0.01, 0.1, 0.3}) {
            for (double nu : new double[] {0.001, 0.1, 1.0}) {
                FieldVector<Binary64> source = dense.point()
                        .add(dense.gradientOfGradientAlongU().mapMultiply(new Binary64(mu)))
                        .add(dense.gradS().mapMultiply(new Binary64(nu)));
                boolean expected = Stationarity.of(source, dense, true).minimum();
                assertThat(Stationarity.of(source, products, true).minimum()).isEqualTo(expected);
                minima += expected ? 1 : 0;
                cases++;
            }
        }
        assertThat(minima).isBetween(1, cases - 1);
    }

    @Test
    void theNormsOfHigherDerivativesAreBoundedTheSameWay() {
        Network network = Network.of(5);
        DerivativeNorms<Binary64> dense = new DerivativeNorms<>(network.loss().at(network.theta()));
        LocalGeometry<Binary64> geometry = network.geometry(LinearAlgebra.MATRIX_FREE);
        NormEstimates<Binary64> products = new NormEstimates<>();
        products.includeThird(network.loss().at(network.theta()), List.of(geometry.u()));
        products.includeFourth(network.loss().at(network.theta()), List.of(geometry.u()));

        assertBounds(products.third(), dense.third());
        assertBounds(products.fourth(), dense.fourth());
    }

    private static void assertBounds(NormBounds estimated, NormBounds known) {
        assertThat(estimated.lower()).isBetween(0.9 * known.lower(), known.upper());
        assertThat(estimated.upper()).isGreaterThan(known.lower());
    }

    /** A trajectory asks for no matrix of derivatives. */
    @Test
    void aGeometryByProductsKeepsNoMatrix() {
        LocalGeometry<Binary64> products = Network.of(5).geometry(LinearAlgebra.MATRIX_FREE);

        assertThat(products.isMatrixFree()).isTrue();
        assertThat(Network.of(5).geometry(LinearAlgebra.DENSE).isMatrixFree()).isFalse();
        assertClose(
                products.hessianOfSharpness().operate(products.u()),
                Network.of(5).geometry(LinearAlgebra.DENSE).hessianOfSharpness().operate(products.u()));
    }

    private static void assertClose(Binary64 found, Binary64 expected) {
        assertThat(found.getReal())
                .isCloseTo(expected.getReal(), within(TOLERANCE * (1.0 + Math.abs(expected.getReal()))));
    }

    private static void assertClose(FieldVector<Binary64> found, FieldVector<Binary64> expected) {
        assertThat(Norm.of(found.subtract(expected)).getReal())
                .isLessThan(TOLERANCE * (1.0 + Norm.of(expected).getReal()));
    }
}
