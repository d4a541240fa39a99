package org.selfstab.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.ContractedEntries;
import org.selfstab.expression.autodiff.LossDerivatives;

class SymbolicLossDerivativesTest {

    private static final Symbol X = Expression.symbol("x");
    private static final Symbol Y = Expression.symbol("y");
    private static final Symbol ZETA = Expression.symbol("zeta");
    private static final Expression VALLEY =
            Y.plus(ZETA.times(X)).times(X.power(2)).dividedBy(Expression.TWO);

    @Test
    void parametersMayStaySymbolicAndBePutInLater() {
        LossDerivatives symbolic = SymbolicLossDerivatives.of(List.of(X, Y), VALLEY);
        LossDerivatives closed = symbolic.substitute(Map.of("zeta", Expression.constant(new BigFraction(1, 2))));
        assertThat(symbolic.third(0, 0, 0)).hasToString("3*zeta");
        assertThat(closed.third(0, 0, 0)).hasToString("3/2");
        assertThat(closed.thirdAlong(0, 0)).hasToString("3*a[x]/2 + a[y]");
        assertThat(closed.value().symbolNames()).containsExactly("x", "y");
    }

    @Test
    void aVariableIsNotAParameter() {
        LossDerivatives symbolic = SymbolicLossDerivatives.of(List.of(X, Y), VALLEY);
        assertThatThrownBy(() -> symbolic.substitute(Map.of("x", Expression.ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x");
    }

    @Test
    void beyondTenVariablesTheContractionsAgreeWithTheTensors() {
        List<Symbol> many = variables(11);
        Expression loss = sumOfTanh(many);
        LossDerivatives large = SymbolicLossDerivatives.of(many, loss);
        assertThat(large.hasFullTensors()).isFalse();
        assertThatThrownBy(() -> large.third(0, 0, 0)).isInstanceOf(UnsupportedOperationException.class);
        PartialDerivatives entries = new PartialDerivatives(SymjaBridge.forDerivatives(), many, loss);
        ContractedEntries contracted =
                new ContractedEntries(entries::of, large.firstDirection(), large.secondDirection());
        NumericValues values = randomValues(large);
        for (int[] ij : List.of(new int[] {0, 0}, new int[] {0, 3}, new int[] {4, 10})) {
            double third = values.of(contracted.third(ij[0], ij[1]));
            double fourth = values.of(contracted.fourth(ij[0], ij[1]));
            assertThat(values.of(large.thirdAlong(ij[1], ij[0]))).isCloseTo(third, within(1e-11));
            assertThat(values.of(large.fourthAlong(ij[1], ij[0]))).isCloseTo(fourth, within(1e-11));
        }
    }

    private static List<Symbol> variables(int n) {
        List<Symbol> variables = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            variables.add(Expression.symbol("t" + i));
        }
        return variables;
    }

    private static Expression sumOfTanh(List<Symbol> variables) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            Expression neighbour = variables.get((i + 3) % variables.size());
            terms.add(Expression.apply(ElementaryFunction.TANH, variables.get(i).times(neighbour)));
        }
        return Expression.sum(terms).power(2);
    }

    private static NumericValues randomValues(LossDerivatives derivatives) {
        Random random = new Random(7);
        Map<String, Expression> values = new HashMap<>();
        List.of(derivatives.variables(), derivatives.firstDirection(), derivatives.secondDirection())
                .forEach(symbols -> symbols.forEach(symbol ->
                        values.put(symbol.name(), Expression.constant(new BigFraction(random.nextInt(64) - 32, 64)))));
        return new NumericValues(values);
    }

    @Test
    void severalLossesAreDerivedInParallelAndOneLossByManyThreads() throws Exception {
        LossDerivatives shared = SymbolicLossDerivatives.of(variables(5), sumOfTanh(variables(5)));
        String expected = fingerprint(SymbolicLossDerivatives.of(variables(5), sumOfTanh(variables(5))));
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tasks.add(() -> fingerprint(shared));
            tasks.add(() -> fingerprint(SymbolicLossDerivatives.of(variables(5), sumOfTanh(variables(5)))));
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (Future<String> result : pool.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static String fingerprint(LossDerivatives derivatives) {
        StringBuilder text = new StringBuilder();
        int n = derivatives.variables().size();
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                text.append(derivatives.hessian(i, j)).append(derivatives.thirdAlong(i, j));
            }
        }
        return text.toString();
    }
}
