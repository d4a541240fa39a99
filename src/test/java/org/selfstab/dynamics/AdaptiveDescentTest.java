package org.selfstab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.dynamics.reduced.AdaptiveSpace;
import org.selfstab.geometry.SignConvention;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.GeneralMatrix;
import org.selfstab.problem.Problem;

/** The exact iterates of adaptive optimizers beside theory.md (56) to (58). */
class AdaptiveDescentTest {

    private static AdaptiveModel<Binary64> model(ProblemBuilder map, String... settings) {
        Problem problem = map.optimizer("rmsprop", settings).problem();
        return (AdaptiveModel<Binary64>) Model.of(problem, DerivedLoss.of(problem), new CompiledBackend());
    }

    private static FieldVector<Binary64> vector(double... entries) {
        return DoubleVector.of(entries);
    }

    /** The ripple of the second moments displaces the mean of the eigenvalue, theory.md (56). */
    @ParameterizedTest
    @CsvSource({"9/10, 3.669047e-2, 1.0068, 1.068710e-5", "99/100, 3.481395e-3, 1.0005, 1.125245e-5"})
    void ripplesDisplaceTheEdge(String decay, double displacement, double ratio, double variance) {
        AdaptiveModel<Binary64> model = model(
                Problems.inPlane("4*((4*x - 3*y)/5)^2 - e*(3*x + 4*y)/5", "3/1000", "1", "1")
                        .parameter("e", "1/100"),
                "beta2",
                decay);
        FieldVector<Binary64> nu = model.scaledToEdge(vector(1, 1), vector(1, 1));
        Descent<Binary64> descent = model.descent(List.of(vector(1e-3, 0), nu));
        descent.steps(6000);
        List<FieldVector<Binary64>> before = descent.state();
        descent.step();
        List<FieldVector<Binary64>> here = descent.state();
        descent.step();
        List<FieldVector<Binary64>> after = descent.state();

        FieldVector<Binary64> mean = before.get(1).add(here.get(1)).mapMultiply(new Binary64(0.5));
        FieldVector<Binary64> neighbours = before.get(0).add(after.get(0));
        FieldVector<Binary64> twice = here.get(0).mapMultiply(new Binary64(2));
        FieldVector<Binary64> bar = twice.add(neighbours).mapMultiply(new Binary64(0.25));
        FieldVector<Binary64> osc = twice.subtract(neighbours).mapMultiply(new Binary64(0.25));
        AdaptiveGeometry<Binary64> geometry = model.geometryAt(bar, mean, SignConvention.largestComponentPositive());

        double found = geometry.lambda().getReal() - 2;
        assertThat(found / displacement).isCloseTo(1, within(1e-5));
        AdaptiveGeometry<Binary64> atEdge =
                model.geometryAt(bar, model.scaledToEdge(bar, mean), SignConvention.largestComponentPositive());
        assertThat(found / new AdaptiveSpace(model, bar, atEdge.nu()).displacement())
                .isCloseTo(ratio, within(5e-4));
        assertThat(osc.dotProduct(atEdge.weighted(osc)).getReal() / variance).isCloseTo(1, within(1e-4));
    }

    /** The two-cycle on a quadratic is exact, and attracts at the rate sqrt(beta2), theory.md (57). */
    @Test
    void quadraticHasAnAttractingTwoCycle() {
        AdaptiveModel<Binary64> model = model(
                ProblemBuilder.of("parabola", "5*x^2/2").parameter("eta", "1/5").start("x", "1"),
                "beta2",
                "9/10",
                "groups",
                "scalar");
        FieldVector<Binary64> onCycle = vector(0.1);
        Descent<Binary64> exact = model.descent(List.of(onCycle, vector(0.25)));
        exact.step();

        assertThat(exact.iterate().getEntry(0).getReal()).isCloseTo(-0.1, within(1e-16));
        assertThat(exact.state().get(1).getEntry(0).getReal()).isCloseTo(0.25, within(1e-16));

        DMatrixRMaj jacobian = reflected(model, new double[] {0.1, 0.25}, 1);
        assertThat(Math.sqrt(CommonOps_DDRM.det(jacobian))).isCloseTo(Math.sqrt(0.9), within(1e-7));
    }

    /** The Jacobian matrix of a step followed by the reflection of x, of parameters and one second moment. */
    private static DMatrixRMaj reflected(AdaptiveModel<Binary64> model, double[] state, int parameters) {
        int n = state.length;
        DMatrixRMaj jacobian = new DMatrixRMaj(n, n);
        for (int j = 0; j < n; j++) {
            double step = 1e-5 * Math.abs(state[j]);
            double[] plus = state.clone();
            double[] minus = state.clone();
            plus[j] += step;
            minus[j] -= step;
            double[] up = stepped(model, plus, parameters);
            double[] down = stepped(model, minus, parameters);
            for (int i = 0; i < n; i++) {
                jacobian.set(i, j, (up[i] - down[i]) / (2 * step));
            }
        }
        return jacobian;
    }

    private static double[] stepped(AdaptiveModel<Binary64> model, double[] state, int parameters) {
        double[] theta = new double[parameters];
        System.arraycopy(state, 0, theta, 0, parameters);
        Descent<Binary64> descent = model.descent(List.of(vector(theta), vector(state[parameters])));
        descent.step();
        double[] result = new double[state.length];
        for (int i = 0; i < parameters; i++) {
            result[i] = descent.iterate().getEntry(i).getReal();
        }
        result[0] = -result[0];
        result[parameters] = descent.state().get(1).getEntry(0).getReal();
        return result;
    }

    /**
     * The multipliers of the balanced oscillation, theory.md (58), by its shares a of curvature and h of the oscillation in nu. The excess is that of the characteristic polynomial of the
     * linearized map, with 40 digits.
     */
    @ParameterizedTest
    @CsvSource({
        "0.002, 1, -0.00802000000",
        "0.01, 1, -0.00010000000",
        "0.02, 1, 0.00980000000",
        "0.002, 0.5, -0.00719086221",
        "0.005, 0.5, -0.00338278494",
        "0.01, 0.5, 0.00241786945",
        "0.005, 0.2, -0.00058202854"
    })
    void balancedOscillationHasItsMultipliers(double a, double h, double excess) {
        double delta = Math.sqrt(a) / 2;
        double eta = Math.sqrt(a / h);
        double force = delta * Math.sqrt(1 / h - 1);
        double pull = delta * delta / 2;
        AdaptiveModel<Binary64> model = model(
                Problems.inPlane("y*x^2/2 + k*(y - 1)^2/2 - pull*y - f*w", Double.toString(eta), "1", "1")
                        .start("w", "1")
                        .parameter("k", "1e-9")
                        .parameter("pull", Double.toString(pull))
                        .parameter("f", Double.toString(force)),
                "beta2",
                "99/100",
                "groups",
                "scalar");
        // Without w, along which it only drifts.
        DMatrixRMaj all = reflected(model, new double[] {delta, 1, 1, delta * delta / h}, 3);
        int[] kept = {0, 1, 3};
        DMatrixRMaj jacobian = CommonOps_DDRM.extract(all, kept, kept.length, kept, kept.length, null);
        double largest = GeneralMatrix.eigenvalues(jacobian).stream()
                .filter(eigenvalue -> Math.abs(eigenvalue.getImaginary()) > 1e-6)
                .mapToDouble(eigenvalue -> eigenvalue.norm() * eigenvalue.norm() - 1)
                .max()
                .orElseThrow();
        double rest = 0.01;
        double formula = a - rest * (1 - a * (1 - h) / (a + 2 * rest * h));

        assertThat(largest).isCloseTo(excess, within(1e-8));
        assertThat(largest).isCloseTo(formula, within(3e-4));
    }
}
