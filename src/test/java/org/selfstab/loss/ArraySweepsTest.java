package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.ExpressionDerivatives;
import org.selfstab.loss.ArraySweeps.SweepPlans;

class ArraySweepsTest {

    private static final double TOLERANCE = 1e-12;
    private final Random random = new Random(3);

    @ParameterizedTest
    @EnumSource(ElementaryFunction.class)
    void networksHaveTheirDerivatives(ElementaryFunction function) {
        Networks network = Networks.twoLayers(function, 3, 2, 7, true);
        double[] point = random.doubles(network.variables().size(), 0.5, 1.5).toArray();
        if (function == ElementaryFunction.LOG) {
            return;
        }
        assertSame(network.variables(), network.loss(), point);
    }

    @Test
    void numbersOfThreadsMakeNoDifference() {
        Networks network = Networks.twoLayers(ElementaryFunction.TANH, 64, 2, 200, true);
        SweepPlans plans = new SweepPlans(ArrayLowering.lower(network.variables(), network.loss()));
        assertThat(plans.program().parts).isGreaterThan(1);
        assertThat(plans.program().chunks).isGreaterThan(1);
        double[] point = random.doubles(plans.program().n, -1, 1).toArray();
        double[] a = random.doubles(plans.program().n, -1, 1).toArray();
        double[] one = results(plans, 1, point, a);
        assertThat(results(plans, 2, point, a)).containsExactly(one);
        assertThat(results(plans, 4, point, a)).containsExactly(one);
    }

    private static double[] results(SweepPlans plans, int threads, double[] point, double[] a) {
        int n = plans.program().n;
        double[] results = new double[4 * n + 1];
        double[] vector = new double[n];
        SweepThreads.useThreads(threads);
        try {
            DerivativeKernel kernel = new ArraySweeps(null, plans);
            kernel.moveTo(point);
            results[4 * n] = kernel.value();
            kernel.gradient(vector);
            System.arraycopy(vector, 0, results, 0, n);
            kernel.hessian(a, vector);
            System.arraycopy(vector, 0, results, n, n);
            kernel.third(a, point, vector);
            System.arraycopy(vector, 0, results, 2 * n, n);
            kernel.fourth(a, point, a, vector);
            System.arraycopy(vector, 0, results, 3 * n, n);
        } finally {
            SweepThreads.useThreads(Runtime.getRuntime().availableProcessors());
        }
        return results;
    }

    private void assertSame(List<Symbol> variables, Expression loss, double[] point) {
        CompiledLoss compiled = CompiledLoss.of(ExpressionDerivatives.of(variables, loss.writtenOut()));
        DerivativeKernel reference = compiled.derivativeKernel();
        assertThat(reference).isInstanceOf(CompiledDerivatives.class);
        ArrayDerivatives swept = new ArraySweeps(null, new SweepPlans(ArrayLowering.lower(variables, loss)));
        int n = variables.size();
        double[] a = random.doubles(n, -1, 1).toArray();
        double[] b = random.doubles(n, -1, 1).toArray();
        double[] c = random.doubles(n, -1, 1).toArray();
        double[] matrix = new double[n * n];
        double[] sweptMatrix = new double[n * n];
        double[] vector = new double[n];
        double[] sweptVector = new double[n];
        for (int step = 0; step < 2; step++) {
            reference.moveTo(point);
            swept.moveTo(point);
            assertThat(swept.value())
                    .isCloseTo(reference.value(), within(TOLERANCE * (1 + Math.abs(reference.value()))));
            same("gradient", vector, sweptVector, () -> reference.gradient(vector), () -> swept.gradient(sweptVector));
            same("H a", vector, sweptVector, () -> reference.hessian(a, vector), () -> swept.hessian(a, sweptVector));
            same("D3", vector, sweptVector, () -> reference.third(a, b, vector), () -> swept.third(a, b, sweptVector));
            same(
                    "D4",
                    vector,
                    sweptVector,
                    () -> reference.fourth(a, b, c, vector),
                    () -> swept.fourth(a, b, c, sweptVector));
            same("H", matrix, sweptMatrix, () -> reference.hessian(matrix), () -> swept.hessian(sweptMatrix));
            same("D3 matrix", matrix, sweptMatrix, () -> reference.third(a, matrix), () -> swept.third(a, sweptMatrix));
            same(
                    "D4 matrix",
                    matrix,
                    sweptMatrix,
                    () -> reference.fourth(a, b, matrix),
                    () -> swept.fourth(a, b, sweptMatrix));
            point[0] += 0.01;
        }
    }

    private static void same(String what, double[] expected, double[] found, Runnable reference, Runnable swept) {
        Arrays.fill(expected, Double.NaN);
        Arrays.fill(found, Double.NaN);
        reference.run();
        swept.run();
        double scale = 1e-6 + Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).as(what + ", entry " + i).isCloseTo(expected[i], within(TOLERANCE * scale));
        }
    }
}
