package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.ExpressionDerivatives;
import org.selfstab.expression.syntax.ArrayShape;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.loss.SweptDerivatives.SweepPlans;

/** Sweeps over losses whose sums are not written out. */
class SweptArraysTest {

    private static final Networks WIDE = Networks.twoLayers(ElementaryFunction.TANH, 64, 2, 200, true);

    private final Random random = new Random(3);

    private static SweptDerivatives swept(List<Symbol> variables, Expression loss) {
        return new SweptDerivatives(null, new SweepPlans(ArrayLowering.lower(variables, loss)));
    }

    private void assertSameAsDerived(List<Symbol> variables, Expression withSums, Expression writtenOut) {
        CompiledLoss compiled = CompiledLoss.of(ExpressionDerivatives.of(variables, writtenOut));
        assertThat(compiled.derivativeKernel()).isInstanceOf(CompiledDerivatives.class);
        double[] point = random.doubles(variables.size(), 0.5, 1.5).toArray();
        DerivativeAgreement.assertSame(compiled.derivativeKernel(), swept(variables, withSums), point, random);
    }

    @ParameterizedTest
    @EnumSource(ElementaryFunction.class)
    void networksOfEveryFunctionHaveTheirDerivatives(ElementaryFunction function) {
        Networks network = Networks.twoLayers(function, 3, 1, 4, true);
        Expression loss = network.loss();
        if (function == ElementaryFunction.LOG) {
            loss = Networks.twoLayers(function, 3, 1, 1, false).loss();
        }
        List<Symbol> variables =
                function == ElementaryFunction.LOG ? network.variables().subList(0, 9) : network.variables();
        assertSameAsDerived(variables, loss, loss.writtenOut());
    }

    /** Up to eleven variables W, b, a, c and four points of x, y and z, all in (1/2, 3/2). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mean(k, data, squared(mlp(x[k], tanh, W, b, a), y[k]))",
                "mean(k, data, squared(mlp(x[k], tanh, W, b, a), y[k])) + squared(W, 0)/10 + sum(j, 1, 2, b[j]^4)",
                "mean(k, data, squared(mlp(mlp(x[k], sigmoid, W, b, V), tanh, a, c, d), y[k]))",
                "log(1 + sum(k, data, exp(y[k]*c) + mlp(x[k], tanh, W, b, a)^2))",
                "sqrt(mean(k, data, squared(mlp(x[k], tanh, W, b, a), y[k])))*c",
                "sum(k, data, (mlp(x[k], erf, W, b, a) - sum(m, 1, 4, mlp(x[m], tanh, W, b, a)/4))^2)",
                "sum(k, data, mlp(x[k], tanh, W, b, a)*y[k] + mlp(x[k], tanh, W, b, a)^2)",
                "sum(k, data, mlp(x[k], softplus, W, b, a)^3/(1 + b[1]^2))*c^2",
                "sum(k, data, sum(i, 1, 2, a[i]*mlp(x[k], logcosh, W, b, a)))",
                "sum(k, data, log(sum(i, 1, 2, exp(y[k]*a[i]))) - mlp(x[k], tanh, W, b, a))",
                "sum(k, data, softplus(-(matmul(a, x[k]) + c)*z[k]))",
                "sum(i, 1, 2, sum(j, 1, 2, (sum(k, 1, 2, W[i,k]*V[k,j]) - i/(i + j))^2))/2",
                "sum(i, 1, 2, sum(j, 1, 2, a[i]*b[j]*W[i,j]*V[j,i]))",
                "sum(i, 1, 2, W[i,i]*V[1,i])^2 + sum(i, 1, 2, i*a[i])*sum(i, 1, 2, b[i]^i)",
                "sum(i, 1, 2, sum(j, 1, 2, a[i] + b[j]^2))^2 + sum(i, 1, 2, a[i])",
                "sum(i, 1, 1, sum(k, data, (a[i]*z[k] - a[i + 1])^4*c))",
                "sum(k, data, 1/(1 + (c - z[k])^2) + sqrt(1 + c^2*z[k]^2) + (1 + c^2)^(1/3)*z[k])",
                "sum(k, data, z[k])*c^2 + sum(k, data, z[k]*y[k])",
                "sum(k, data, (c*z[k])^7 - y[k])",
                "c*sum(k, data, tanh(c*z[k])/cosh(z[k]*c)^2)",
            })
    void sumsHaveTheirDerivatives(String text) {
        Map<String, ArrayShape> variables = new HashMap<>();
        List<String> names = new ArrayList<>(List.of("c", "d"));
        for (String vector : List.of("a", "b")) {
            variables.put(vector, ArrayShape.of(2));
        }
        for (String matrix : List.of("W", "V")) {
            variables.put(matrix, ArrayShape.of(2, 2));
        }
        variables.forEach(
                (array, shape) -> shape.indices().forEach(indices -> names.add(ArrayShape.element(array, indices))));
        Map<String, Expression> data = new HashMap<>();
        Map<String, ArrayShape> arrays = new HashMap<>(variables);
        arrays.putAll(Map.of("x", ArrayShape.of(4, 2), "y", ArrayShape.of(4), "z", ArrayShape.of(4)));
        for (String array : List.of("x", "y", "z")) {
            arrays.get(array)
                    .indices()
                    .forEach(indices -> data.put(
                            ArrayShape.element(array, indices),
                            Expression.constant(new BigFraction(random.nextInt(500, 1501), 1000))));
        }
        List<String> all = new ArrayList<>(names);
        all.addAll(data.keySet());
        ExpressionParser parser = new ExpressionParser(all).withArrays(arrays, Map.of(), 4);
        Expression withSums = parser.parseWithSums(text).withSums().substitute(data);
        assertThat(withSums.hasSumsOverIndices()).isTrue();
        List<Symbol> used = names.stream()
                .filter(withSums.symbolNames()::contains)
                .map(Expression::symbol)
                .toList();
        assertSameAsDerived(used, withSums, withSums.writtenOut());
    }

    /** Many chunks, the last one shorter, against the same loss written out, which has none. */
    @Test
    void chunksAreAddedUp() {
        Networks network = Networks.twoLayers(ElementaryFunction.TANH, 5, 2, 615, true);
        ArrayProgram program = ArrayLowering.lower(network.variables(), network.loss());
        assertThat(program.chunks).isGreaterThan(1);
        assertThat(program.length(program.chunks - 1)).isLessThan(program.chunk);
        DerivativeAgreement.assertSame(
                swept(network.variables(), network.loss().writtenOut()),
                new SweptDerivatives(null, new SweepPlans(program)),
                random.doubles(program.n, -1, 1).toArray(),
                random);
    }

    @Test
    void productsAreDerivativesOfOneAnother() {
        SweptDerivatives kernel = swept(WIDE.variables(), WIDE.loss());
        int n = kernel.dimension();
        double[] point = random.doubles(n, -1, 1).toArray();
        double[] a = random.doubles(n, -1, 1).toArray();
        double[] b = random.doubles(n, -1, 1).toArray();
        double[] c = random.doubles(n, -1, 1).toArray();
        assertDerivative(kernel, point, a, product -> kernel.hessian(a, product), kernel::gradient);
        assertDerivative(
                kernel, point, b, product -> kernel.third(a, b, product), product -> kernel.hessian(a, product));
        assertDerivative(
                kernel, point, c, product -> kernel.fourth(a, b, c, product), product -> kernel.third(a, b, product));
    }

    /** A function that fills a vector. */
    private interface Filler {
        void fill(double[] vector);
    }

    private static void assertDerivative(
            SweptDerivatives kernel, double[] point, double[] direction, Filler derivative, Filler function) {
        double h = 1e-5;
        int n = point.length;
        double[] expected = new double[n];
        double[] ahead = new double[n];
        double[] behind = new double[n];
        kernel.moveTo(moved(point, direction, h));
        function.fill(ahead);
        kernel.moveTo(moved(point, direction, -h));
        function.fill(behind);
        kernel.moveTo(point);
        derivative.fill(expected);
        double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < n; i++) {
            assertThat((ahead[i] - behind[i]) / (2 * h)).isCloseTo(expected[i], within(1e-6 * scale));
        }
    }

    private static double[] moved(double[] point, double[] direction, double h) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += h * direction[i];
        }
        return moved;
    }

    @Property(tries = 50, seed = "20261129")
    void productsAreLinearAndSymmetric(@ForAll Random of) {
        SweptDerivatives kernel = swept(WIDE.variables(), WIDE.loss());
        int n = kernel.dimension();
        kernel.moveTo(of.doubles(n, -1, 1).toArray());
        double[] a = of.doubles(n, -1, 1).toArray();
        double[] b = of.doubles(n, -1, 1).toArray();
        double[] c = of.doubles(n, -1, 1).toArray();
        double[] d = of.doubles(n, -1, 1).toArray();
        assertThat(dot(product(n, v -> kernel.hessian(a, v)), b))
                .isCloseTo(dot(product(n, v -> kernel.hessian(b, v)), a), within(1e-11 * n));
        assertThat(dot(product(n, v -> kernel.third(a, b, v)), c))
                .isCloseTo(dot(product(n, v -> kernel.third(a, c, v)), b), within(1e-10 * n));
        assertThat(dot(product(n, v -> kernel.fourth(a, b, c, v)), d))
                .isCloseTo(dot(product(n, v -> kernel.fourth(d, b, a, v)), c), within(1e-9 * n));
        double[] sum = moved(a, b, 3);
        assertThat(dot(product(n, v -> kernel.third(sum, c, v)), d))
                .isCloseTo(
                        dot(product(n, v -> kernel.third(a, c, v)), d)
                                + 3 * dot(product(n, v -> kernel.third(b, c, v)), d),
                        within(1e-10 * n));
    }

    private static double[] product(int n, Filler filler) {
        double[] product = new double[n];
        filler.fill(product);
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void numbersOfThreadsMakeNoDifference() {
        SweepPlans plans = new SweepPlans(ArrayLowering.lower(WIDE.variables(), WIDE.loss()));
        assertThat(plans.program().parts).isGreaterThan(1);
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
            DerivativeKernel kernel = new SweptDerivatives(null, plans);
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

    @Test
    void stepsOfDescentAllocateNothing() {
        GradientKernel kernel = CompiledLoss.of(ExpressionDerivatives.of(WIDE.variables(), WIDE.loss()))
                .gradientKernel();
        double[] theta = random.doubles(kernel.dimension(), -1, 1).toArray();
        double before = kernel.value(theta);
        assertAllocatesNothing(() -> kernel.descend(theta, 0.01, 100));
        assertThat(kernel.value(theta)).isLessThan(before);
    }

    @Test
    void productsAllocateNothing() {
        SweptDerivatives kernel = swept(WIDE.variables(), WIDE.loss());
        double[] theta = random.doubles(kernel.dimension(), -1, 1).toArray();
        double[] product = new double[theta.length];
        assertAllocatesNothing(() -> {
            for (int i = 0; i < 100; i++) {
                kernel.moveTo(theta);
                kernel.hessian(theta, product);
                kernel.third(theta, theta, product);
            }
        });
    }

    private static void assertAllocatesNothing(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        work.run();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.run();
        assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .isLessThan(10_000);
    }

    @Test
    void whatIsUndefinedIsNotFinite() {
        SweptDerivatives kernel = swept(WIDE.variables(), WIDE.loss());
        double[] theta = random.doubles(kernel.dimension(), -1, 1).toArray();
        double[] vector = new double[theta.length];
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            double[] point = theta.clone();
            point[point.length - 1] = bad;
            kernel.moveTo(point);
            assertThat(kernel.value()).isNotFinite();
            kernel.gradient(vector);
            assertThat(vector[point.length - 1]).isNotFinite();
        }
        kernel.moveTo(theta);
        kernel.hessian(theta, vector);
        assertThat(Arrays.stream(vector).allMatch(Double::isFinite)).isTrue();
    }

    /** Nothing of the size of a matrix: this has 60,000 parameters. */
    @Test
    void manyParametersDescend() {
        Networks network = Networks.twoLayers(ElementaryFunction.TANH, 20_000, 1, 4, false);
        CompiledLoss loss = CompiledLoss.of(ExpressionDerivatives.of(network.variables(), network.loss()));
        double[] theta = random.doubles(loss.dimension(), -0.01, 0.01).toArray();
        GradientKernel kernel = loss.gradientKernel();
        double before = kernel.value(theta);
        kernel.descend(theta, 1e-4, 10);
        assertThat(kernel.value(theta)).isLessThan(before);
        DerivativeKernel derivatives = loss.derivativeKernel();
        double[] product = new double[theta.length];
        derivatives.moveTo(theta);
        derivatives.hessian(theta, product);
        assertThat(Arrays.stream(product).allMatch(Double::isFinite)).isTrue();
    }
}
