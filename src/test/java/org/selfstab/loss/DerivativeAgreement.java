package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

/** Two ways to the same derivatives. */
final class DerivativeAgreement {

    private static final double TOLERANCE = 1e-12;

    private DerivativeAgreement() {}

    /** Asserts that all derivatives agree at two points, along random directions, to 1e-12 of the largest entry. */
    static void assertSame(DerivativeKernel reference, DerivativeKernel swept, double[] first, Random random) {
        int n = reference.dimension();
        double[] point = first.clone();
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
            same(
                    "D4",
                    vector,
                    sweptVector,
                    () -> reference.fourth(a, b, c, vector),
                    () -> swept.fourth(a, b, c, sweptVector));
            same("D3 matrix", matrix, sweptMatrix, () -> reference.third(a, matrix), () -> swept.third(a, sweptMatrix));
            same("Hessian", matrix, sweptMatrix, () -> reference.hessian(matrix), () -> swept.hessian(sweptMatrix));
            same("H a", vector, sweptVector, () -> reference.hessian(a, vector), () -> swept.hessian(a, sweptVector));
            same("D3", vector, sweptVector, () -> reference.third(a, b, vector), () -> swept.third(a, b, sweptVector));
            same(
                    "D3 of one",
                    vector,
                    sweptVector,
                    () -> reference.third(a, a, vector),
                    () -> swept.third(a, a, sweptVector));
            same(
                    "D4 matrix",
                    matrix,
                    sweptMatrix,
                    () -> reference.fourth(a, b, matrix),
                    () -> swept.fourth(a, b, sweptMatrix));
            same(
                    "D4 of one",
                    matrix,
                    sweptMatrix,
                    () -> reference.fourth(a, a, matrix),
                    () -> swept.fourth(a, a, sweptMatrix));
            same("gradient", vector, sweptVector, () -> reference.gradient(vector), () -> swept.gradient(sweptVector));
            assertThat(swept.value())
                    .isCloseTo(reference.value(), within(TOLERANCE * (1 + Math.abs(reference.value()))));
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
            assertThat(found[i]).as("%s, entry %d", what, i).isCloseTo(expected[i], within(TOLERANCE * scale));
        }
    }
}
