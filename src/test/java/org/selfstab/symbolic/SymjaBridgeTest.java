package org.selfstab.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.expression.F;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.LossDerivatives;

class SymjaBridgeTest {

    private static final Symbol X = Expression.symbol("x");
    private static final Symbol Y = Expression.symbol("y");

    @ParameterizedTest
    @ValueSource(strings = {"E", "I", "N", "D", "C", "Pi", "Sin", "Plus", "x"})
    void aUsersNameIsNeverABuiltInOne(String name) {
        Symbol symbol = Expression.symbol(name);
        LossDerivatives derivatives = SymbolicLossDerivatives.of(List.of(symbol), symbol.power(3));
        assertThat(derivatives.gradient(0)).isEqualTo(Expression.constant(3).times(symbol.power(2)));
        assertThat(derivatives.fourth(0, 0, 0, 0)).isEqualTo(Expression.ZERO);
    }

    @Test
    void everythingSymjaReturnsIsReadBack() {
        SymjaBridge bridge = SymjaBridge.forSimplification();
        Expression expression = Expression.pi()
                .times(Expression.apply(ElementaryFunction.EXP, X))
                .plus(X.dividedBy(Y).power(new BigFraction(2, 3)))
                .plus(Expression.apply(ElementaryFunction.LOGCOSH, X))
                .plus(Expression.constant(new BigFraction(-7, 3)));
        assertThat(bridge.fromSymja(bridge.toSymja(expression))).isEqualTo(expression);
    }

    @Test
    void aSymbolicExponentBecomesAnExponential() {
        SymjaBridge bridge = SymjaBridge.forSimplification();
        assertThat(bridge.fromSymja(F.Power(bridge.toSymja(X), bridge.toSymja(Y))))
                .hasToString("exp(y*log(x))");
        assertThat(bridge.fromSymja(F.E)).isEqualTo(Expression.apply(ElementaryFunction.EXP, Expression.ONE));
        assertThat(bridge.fromSymja(F.Sign(bridge.toSymja(X)))).hasToString("x/abs(x)");
        assertThat(bridge.fromSymja(F.Sech(bridge.toSymja(X)))).hasToString("1/cosh(x)");
    }

    @Test
    void whatIsNotRealAndElementaryIsNamed() {
        SymjaBridge bridge = SymjaBridge.forDerivatives();
        assertThatThrownBy(() -> bridge.fromSymja(F.Gamma(bridge.toSymja(X))))
                .isInstanceOf(SymbolicException.class)
                .hasMessageContaining("Gamma");
        assertThatThrownBy(() -> bridge.fromSymja(F.CI))
                .isInstanceOf(SymbolicException.class)
                .hasMessageContaining("I");
        assertThatThrownBy(() -> bridge.fromSymja(F.Dummy("unknown"))).hasMessageContaining("unknown");
    }

    @Test
    void stableActivationsStayStable() {
        Expression softplus = Expression.apply(ElementaryFunction.SOFTPLUS, X);
        Expression logcosh = Expression.apply(ElementaryFunction.LOGCOSH, X);
        LossDerivatives derivatives = SymbolicLossDerivatives.of(List.of(X), softplus.plus(logcosh));
        assertThat(derivatives.gradient(0)).hasToString("tanh(x) + sigmoid(x)");
        assertThat(derivatives.hessian(0, 0)).hasToString("1/cosh(x)^2 + sigmoid(x)*sigmoid(-x)");
    }
}
