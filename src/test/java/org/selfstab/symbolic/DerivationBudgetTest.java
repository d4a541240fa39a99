package org.selfstab.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.matheclipse.core.interfaces.IExpr;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

class DerivationBudgetTest {

    private static final Symbol X = Expression.symbol("x");

    private final SymjaBridge bridge = SymjaBridge.forDerivatives();

    @Test
    @Timeout(20)
    void aLossNestedSixtyDeepIsGivenUp() {
        Expression nested = IntStream.range(0, 60)
                .boxed()
                .reduce((Expression) X, (e, i) -> Expression.apply(ElementaryFunction.SIN, e), (a, b) -> b);
        DerivationBudget budget = new DerivationBudget(20_000);

        assertThatThrownBy(() -> derived(bridge.toSymja(nested), 4, budget))
                .isInstanceOf(SymbolicException.class)
                .hasMessageContaining("write the loss shorter or less deeply nested");
    }

    @Test
    void anOrdinaryLossIsFarBelowTheLimit() {
        IExpr tanh = bridge.toSymja(Expression.apply(ElementaryFunction.TANH, X));

        assertThat(derived(tanh, 4, new DerivationBudget(DerivationBudget.LIMIT))
                        .isZero())
                .isFalse();
    }

    /** What can be derived is the same on every machine, however busy. */
    @Test
    void theSameWorkIsChargedEachTime() {
        IExpr tanh = bridge.toSymja(Expression.apply(ElementaryFunction.TANH, X.times(X)));
        DerivationBudget first = new DerivationBudget(DerivationBudget.LIMIT);
        DerivationBudget second = new DerivationBudget(DerivationBudget.LIMIT);
        derived(tanh, 4, first);
        derived(tanh, 4, second);

        assertThat(first.left()).isLessThan(DerivationBudget.LIMIT).isEqualTo(second.left());
    }

    private IExpr derived(IExpr expression, int order, DerivationBudget budget) {
        SymjaDerivation derivation = new SymjaDerivation(budget);
        IExpr derivative = expression;
        for (int i = 0; i < order; i++) {
            derivative = derivation.derivative(derivative, bridge.toSymja(X));
        }
        return derivative;
    }
}
