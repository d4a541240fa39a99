package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FunctionDerivatives;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.ExpressionDerivatives;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.loss.SweptDerivatives.SweepPlans;

/** Sweeps over losses that are written out against derivatives that are derived beforehand: two ways that have nothing in common but the loss. */
class SweptDerivativesTest {

    private final Random random = new Random(5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp(x*y)",
                "log(x + 2*y)",
                "sin(x*y + x)",
                "cos(x - y*x)",
                "tan(x*y/4)",
                "sinh(x*y)",
                "cosh(x - 2*y)",
                "tanh(x*y + y)",
                "tanh(x - y)*tanh(9 + x)",
                "atan(x*y - 3*x)",
                "abs(x - 3*y)^3",
                "softplus(x*y - y)",
                "sigmoid(x - 2*y)*y",
                "logcosh(x*y)",
                "erf(x - y)*x",
                "sqrt(x + y*y)",
                "(x + y)^(7/3)",
                "(x + y)^(-1/3)",
                "x/(1 + y^2)",
                "1/x - y^-3",
                "x^5*y^4",
                "(x - y)^2/(x*y)",
                "3",
                "x",
                "x + y*y",
                "-(x*y)*(-x)",
                "pi*x^2*y"
            })
    void everyOperationHasItsDerivatives(String loss) {
        assertSame(List.of("x", "y"), loss, new double[] {0.7, 0.45});
    }

    @Test
    void aNetworkHasItsDerivatives() {
        List<String> names = new ArrayList<>();
        StringBuilder loss = new StringBuilder("0");
        for (int i = 1; i <= 5; i++) {
            names.addAll(List.of("a" + i, "b" + i, "c" + i));
        }
        for (int k = 1; k <= 7; k++) {
            loss.append(" + (sum(i, 1, 5, a[i]*tanh(b[i]*")
                    .append(k)
                    .append("/3 + c[i])) - 1/")
                    .append(k)
                    .append(")^2/7");
        }
        double[] point =
                IntStream.range(0, 15).mapToDouble(i -> random.nextGaussian()).toArray();
        assertSame(names, loss.toString(), point);
    }

    private void assertSame(List<String> names, String loss, double[] point) {
        List<Symbol> variables = names.stream().map(Expression::symbol).toList();
        Expression expression = new ExpressionParser(names).parse(loss).expression();
        CompiledLoss compiled = CompiledLoss.of(ExpressionDerivatives.of(variables, expression));
        assertThat(compiled.derivativeKernel()).isInstanceOf(CompiledDerivatives.class);
        DerivativeAgreement.assertSame(
                compiled.derivativeKernel(),
                new SweptDerivatives(compiled, new SweepPlans(ArrayLowering.lower(variables, expression))),
                point,
                random);
    }

    @Test
    void largeLossesAreSweptAndSmallOnesDerived() {
        List<String> names = IntStream.rangeClosed(1, 40).mapToObj(i -> "x" + i).toList();
        Expression loss = new ExpressionParser(names)
                .parse("sum(i, 1, 40, x[i]^4)*sum(i, 1, 39, x[i]*x[i+1])")
                .expression();
        CompiledLoss large = CompiledLoss.of(
                ExpressionDerivatives.of(names.stream().map(Expression::symbol).toList(), loss));
        assertThat(large.derivativeKernel()).isInstanceOf(SweptDerivatives.class);
        CompiledLoss short33 = CompiledLoss.of(ExpressionDerivatives.of(
                names.subList(0, 33).stream().map(Expression::symbol).toList(),
                new ExpressionParser(names).parse("x1*x33").expression()));
        assertThat(short33.derivativeKernel()).isInstanceOf(SweptDerivatives.class);
    }

    /** Squares overflow there; the functions are constant to rounding. */
    @Test
    void farOutBoundedFunctionsAreFlat() {
        for (ElementaryFunction function : List.of(
                ElementaryFunction.ATAN, ElementaryFunction.ERF, ElementaryFunction.TANH, ElementaryFunction.SIGMOID)) {
            for (double x : new double[] {1e200, -1e200, 1e300}) {
                double[] f = new double[5];
                FunctionDerivatives.of(function, x, f);
                assertThat(f).as(function + " at " + x).doesNotContain(Double.NaN);
                assertThat(Arrays.copyOfRange(f, 1, 5))
                        .as(function + " at " + x)
                        .matches(derivatives -> Arrays.stream(derivatives).allMatch(d -> d == 0));
            }
        }
    }

    @Test
    void whatIsUndefinedIsNotFinite() {
        List<Symbol> variables = List.of(Expression.symbol("x"));
        Expression loss =
                new ExpressionParser(List.of("x")).parse("x + sqrt(x)").expression();
        CompiledLoss compiled = CompiledLoss.of(ExpressionDerivatives.of(variables, loss));
        SweptDerivatives swept = new SweptDerivatives(compiled, new SweepPlans(ArrayLowering.lower(variables, loss)));
        swept.moveTo(new double[] {-1});
        double[] hessian = new double[1];
        swept.hessian(hessian);
        assertThat(swept.value()).isNaN();
        assertThat(hessian[0]).isNaN();
    }

    @Test
    void aPowerOfARootHasAHessianAtZero() {
        List<Symbol> variables = List.of(Expression.symbol("x"));
        Expression loss =
                new ExpressionParser(List.of("x")).parse("3*x + x^(5/2)").expression();
        CompiledLoss compiled = CompiledLoss.of(ExpressionDerivatives.of(variables, loss));
        SweptDerivatives swept = new SweptDerivatives(compiled, new SweepPlans(ArrayLowering.lower(variables, loss)));
        double[] result = new double[1];
        swept.moveTo(new double[] {0});
        swept.gradient(result);
        assertThat(result).containsExactly(3);
        swept.hessian(result);
        assertThat(result).containsExactly(0);
        swept.moveTo(new double[] {4});
        swept.third(new double[] {2}, new double[] {3}, result);
        assertThat(result[0]).as("15/8 x^(-1/2) a b").isCloseTo(5.625, within(1e-14));
    }
}
