package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.Problems;
import org.selfstab.SeededProblem;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.symbolic.SymbolicLossDerivatives;

/**
 * The compiled automatic derivatives in doubles beside Symja's, at the start of each problem: gradient, Hessian and the contractions of the
 * third and fourth derivatives agree to 1e-12 of each one's largest entry.
 */
class AutomaticAgainstSymjaTest {

    private static final double TOLERANCE = 1e-12;
    /** Symja takes too long beyond. */
    private static final int MOST_VARIABLES = 5;

    static Stream<Problem> someExamples() {
        return Stream.of("sharp-valley", "log-cosh", "two-neurons", "four-parameter-product")
                .map(name ->
                        ProblemReader.read(Path.of("examples", name + ".toml")).problem());
    }

    static Stream<Problem> everyExample() throws IOException {
        return Problems.examples().filter(problem -> problem.variables().size() <= MOST_VARIABLES);
    }

    static Stream<Problem> someRandomLosses() {
        return randomLosses(12);
    }

    static Stream<Problem> manyRandomLosses() {
        return randomLosses(300);
    }

    private static Stream<Problem> randomLosses(int count) {
        return LongStream.range(2000, 2000 + count).mapToObj(SeededProblem::of).map(seeded -> ProblemReader.read(
                        "seed" + seeded.seed() + ".toml", seeded.toml(), Map.of())
                .problem());
    }

    @ParameterizedTest
    @MethodSource({"someExamples", "someRandomLosses"})
    void derivativesInDoublesAgree(Problem problem) {
        assertAgreement(problem);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource({"everyExample", "manyRandomLosses"})
    void derivativesOfManyLossesInDoublesAgree(Problem problem) {
        assertAgreement(problem);
    }

    private static void assertAgreement(Problem problem) {
        LossDerivatives symbolic = SymbolicLossDerivatives.of(problem.variables(), problem.loss())
                .substitute(problem.parameters().values());
        List<double[]> found = valuesOf(DerivedLoss.of(problem), problem);
        List<double[]> expected = valuesOf(symbolic, problem);
        for (int order = 0; order < expected.size(); order++) {
            double largest = 0;
            for (double entry : expected.get(order)) {
                largest = Math.max(largest, Math.abs(entry));
            }
            for (int i = 0; i < expected.get(order).length; i++) {
                assertThat(Math.abs(found.get(order)[i] - expected.get(order)[i]))
                        .as("%s of %s, entry %s", order, problem.loss(), i)
                        .isLessThanOrEqualTo(TOLERANCE * largest);
            }
        }
    }

    /** Gradient, Hessian, {@code D3L(a, ., .)} and {@code D4L(a, b, ., .)} at the start, with directions that single out no coordinate. */
    private static List<double[]> valuesOf(LossDerivatives derivatives, Problem problem) {
        int n = problem.variables().size();
        double[] point = new double[n];
        double[] a = new double[n];
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            point[i] =
                    problem.startOver(Binary64Field.getInstance()).getEntry(i).getReal();
            a[i] = 1.0 / (i + 1);
            b[i] = i % 2 == 0 ? 1.0 : -0.5;
        }
        DerivativeKernel kernel = CompiledLoss.of(derivatives).derivativeKernel();
        kernel.moveTo(point);
        List<double[]> values = new ArrayList<>(List.of(new double[n]));
        for (int order = 2; order <= 4; order++) {
            values.add(new double[n * n]);
        }
        kernel.gradient(values.get(0));
        kernel.hessian(values.get(1));
        kernel.third(a, values.get(2));
        kernel.fourth(a, b, values.get(3));
        return values;
    }
}
