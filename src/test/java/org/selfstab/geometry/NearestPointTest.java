package org.selfstab.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.AnalyticLosses;
import org.selfstab.Problems;
import org.selfstab.dynamics.LinearModel;
import org.selfstab.loss.Backend;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.numeric.Norm;
import org.selfstab.problem.Problem;
import org.selfstab.run.ProjectionMethod;

/** The projection goes to the nearest point of the stable set, not to a stationary point that is farther (theory.md section 2). */
class NearestPointTest {

    /**
     * Starts from which Newton's method alone goes elsewhere or nowhere. Points and distances on the axes by hand, the driven one by a root finder
     * with 30 digits.
     */
    @ParameterizedTest
    @CsvSource({
        "not-nearest,         0,                       2.939,             0.788",
        "not-nearest-driven,  0.000115785296278509,    2.938937912134,    0.787884217150",
        "edge-refuted-wrongly, 0,                      6.666666666666667, 0.506896878",
        "edge-late,           0,                       4,                 2.002498439",
    })
    void isFoundInAllNumbers(String name, double x, double y, double distance) {
        Problem problem = Problems.read("nearest/" + name + ".toml");
        double[] expected = {x, y};

        assertNearest(problem, new CompiledBackend(), expected, distance);
        assertNearest(problem, new DecimalBackend(30), expected, distance);
        LinearModel<Binary64> model = LinearModel.of(problem, Problems.derivatives(problem), new CompiledBackend());
        assertNearest(new NearestPointProjection<>(model.geometry(), model.edge()), model, expected, distance);
        assertNearest(byProducts(model), model, expected, distance);
    }

    private static StableSetProjection<Binary64> byProducts(LinearModel<Binary64> model) {
        return new CompiledNearestPoint(
                (CompiledLoss) model.loss(), model.edge().getReal(), LinearAlgebra.MATRIX_FREE);
    }

    /** The minimum over the ellipse's angle, by an independent computation; theta lies near the ellipse's centre. */
    @Test
    void isNoMaximumAlongTheBoundary() {
        Problem problem = Problems.read("nearest/not-nearest-ellipse.toml", "e", "1/10");

        double[] expected = {0, 2.57332536753, 0.91896634226};
        assertNearest(problem, new CompiledBackend(), expected, 0.99975389);
        LinearModel<Binary64> model = LinearModel.of(problem, Problems.derivatives(problem), new CompiledBackend());
        assertNearest(byProducts(model), model, expected, 0.99975389);
    }

    private static <T extends CalculusFieldElement<T>> void assertNearest(
            Problem problem, Backend<T> backend, double[] expected, double distance) {
        LinearModel<T> model = LinearModel.of(problem, Problems.derivatives(problem), backend);
        assertNearest(model.projection(ProjectionMethod.EXACT), model, expected, distance);
    }

    private static <T extends CalculusFieldElement<T>> void assertNearest(
            StableSetProjection<T> projection, LinearModel<T> model, double[] expected, double distance) {
        FieldVector<T> found = projection
                .project(model.start(), SignConvention.largestComponentPositive())
                .geometry()
                .point();
        for (int i = 0; i < expected.length; i++) {
            assertThat(found.getEntry(i).getReal()).isCloseTo(expected[i], within(1e-8));
        }
        assertThat(Norm.of(found.subtract(model.start())).getReal()).isCloseTo(distance, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"double-eigenvalue", "two-directions"})
    void namesTheEigenvaluesThatMeetAtTheEdge(String name) {
        Problem problem = Problems.read("nearest/" + name + ".toml");
        LinearModel<Binary64> model = LinearModel.of(problem, Problems.derivatives(problem), new CompiledBackend());

        assertEigenvaluesMeet(model.projection(ProjectionMethod.EXACT), model.start());
        assertEigenvaluesMeet(byProducts(model), model.start());
    }

    private static void assertEigenvaluesMeet(StableSetProjection<Binary64> projection, FieldVector<Binary64> start) {
        assertThatThrownBy(() -> projection.project(start, SignConvention.largestComponentPositive()))
                .isInstanceOfSatisfying(ClosedEigengapException.class, closed -> {
                    assertThat(closed.first()).isCloseTo(20.0 / 3.0, within(1e-6));
                    assertThat(closed.second()).isCloseTo(20.0 / 3.0, within(1e-6));
                    assertThat(closed.isInside()).isFalse();
                });
    }

    private static final List<String> LOSSES = List.of(
            "logcosh(x*y) - (x + y)/100",
            "(y + x/2)*x^2/2 - (x + y)/20",
            "(4 + 2*cos(y))*x^2/2 + x^3/5 - y/10",
            "(y*tanh(x) - 1)^2/2 + y^2/20",
            "(x - y^2/2)^2*(2 + y) + y/10",
            "y*x^2/2 + sin(2*x)/5 + y^2/50");

    @Provide
    Arbitrary<String> losses() {
        return Arbitraries.of(LOSSES);
    }

    /**
     * No crossing of {@code grad L . u = 0} with {@code S <= 2/eta} on a fan of rays from theta is nearer. The fan knows nothing
     * but the eigenvectors of the Hessian.
     */
    @Property(tries = 200, seed = "20261128")
    void noPointOnAFanOfRaysIsNearer(
            @ForAll("losses") String text,
            @ForAll @DoubleRange(min = -2, max = 2) double x,
            @ForAll @DoubleRange(min = -5, max = 6) double y) {
        double eta = 0.3;
        CompiledLoss loss = CompiledLoss.of(AnalyticLosses.of(text, "x", "y"));
        double distance;
        try {
            FieldVector<Binary64> theta = DecimalVectors.binary64(x, y);
            distance = Norm.of(new CompiledNearestPoint(loss, 2.0 / eta)
                            .project(theta, SignConvention.largestComponentPositive())
                            .geometry()
                            .point()
                            .subtract(theta))
                    .getReal();
        } catch (ProjectionException | UndefinedGeometryException noNearestPoint) {
            Assume.that(false);
            return;
        }

        assertThat(nearestOnFan(loss, 2.0 / eta, x, y, distance)).isGreaterThan(distance * (1.0 - 1e-3));
    }

    private static double nearestOnFan(CompiledLoss loss, double bound, double x, double y, double reach) {
        int rays = 180;
        int steps = 120;
        ArrayGeometry geometry = new DenseGeometry(loss.derivativeKernel());
        double nearest = Double.POSITIVE_INFINITY;
        for (int ray = 0; ray < rays; ray++) {
            double angle = 2.0 * Math.PI * ray / rays;
            DMatrixRMaj u = null;
            double previous = Double.NaN;
            for (int i = 1; i <= steps; i++) {
                double radius = reach * i / steps;
                DMatrixRMaj q = new DMatrixRMaj(
                        new double[][] {{x + radius * Math.cos(angle)}, {y + radius * Math.sin(angle)}});
                try {
                    geometry.moveTo(q);
                } catch (UndefinedGeometryException undefined) {
                    break;
                }
                if (u != null) {
                    geometry.orient(u);
                }
                double turn =
                        u == null ? 1.0 : Math.abs(u.data[0] * geometry.u().data[0] + u.data[1] * geometry.u().data[1]);
                double value = geometry.gradientAlongU();
                boolean crosses = previous * value < 0 && turn > 0.9;
                if (crosses && geometry.sharpness() < bound * (1.0 - 1e-2)) {
                    nearest = Math.min(nearest, radius);
                }
                u = geometry.u().copy();
                previous = value;
            }
        }
        return nearest;
    }
}
