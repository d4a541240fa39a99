package org.selfstab.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;

/** From the inside out, the derivatives are those that Symja finds by itself. */
class SymjaDerivationTest {

    private final SymjaBridge bridge = SymjaBridge.forDerivatives();
    private final SymjaDerivation derivation = new SymjaDerivation(new DerivationBudget(DerivationBudget.LIMIT));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "y",
                "x",
                "(y + x)*x^2/2 - (x + y)/100",
                "(x - tanh(x*y))^3*(x - y)^(-1/2)*exp(x*tanh(x*y))",
                "sqrt(x^2 + y^2) + x^y + y^x + x^x",
                "log(1 + (x*y)^2)*abs(x - 3)*erf(x)",
                "(tanh(2*x - y) - 1/5)^2 + (tanh(2*x - y) - 1/5)^2*softplus(x)*sigmoid(x*y)*logcosh(y - x)"
            })
    void agreesWithSymja(String text) {
        Expression expression =
                new ExpressionParser(List.of("x", "y")).parse(text).expression();
        ISymbol x = bridge.toSymja(Expression.symbol("x"));
        ISymbol y = bridge.toSymja(Expression.symbol("y"));

        IExpr function = SymjaEngine.evaluate(bridge.toSymja(expression));
        for (ISymbol variable : new ISymbol[] {x, x, y}) {
            IExpr derivative = derivation.derivative(function, variable);
            assertThat(derivative).isEqualTo(SymjaEngine.evaluate(F.D(function, variable)));
            function = derivative;
        }
    }
}
