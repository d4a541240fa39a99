package org.selfstab.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
        DerivationBudget budget = new DerivationBudget(Duration.ofSeconds(1));

        assertThatThrownBy(() -> derived(bridge.toSymja(nested), 4, budget))
                .isInstanceOf(SymbolicException.class)
                .hasMessageContaining("write the loss shorter or less deeply nested");
    }

    @Test
    void anOrdinaryLossHasTimeEnough() {
        IExpr tanh = bridge.toSymja(Expression.apply(ElementaryFunction.TANH, X));

        assertThat(derived(tanh, 4, new DerivationBudget(DerivationBudget.LIMIT))
                        .isZero())
                .isFalse();
    }

    /** Waiting is not charged, so that what can be derived does not depend on how busy the machine is. */
    @Test
    void processorTimeIsChargedNotWaiting() throws InterruptedException {
        IExpr tanh = bridge.toSymja(Expression.apply(ElementaryFunction.TANH, X));
        derived(tanh, 1, new DerivationBudget(DerivationBudget.LIMIT));

        SymjaEngine.Evaluated evaluated =
                SymjaEngine.evaluate(Duration.ofSeconds(5), tanh).orElseThrow();
        Duration begin = SymjaEngine.spentByThisThread();
        Thread.sleep(300);

        assertThat(evaluated.spent()).isPositive().isLessThan(Duration.ofSeconds(5));
        assertThat(SymjaEngine.spentByThisThread().minus(begin)).isLessThan(Duration.ofMillis(200));
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
