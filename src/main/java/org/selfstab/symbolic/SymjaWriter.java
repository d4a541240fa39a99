package org.selfstab.symbolic;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.selfstab.expression.Application;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionVisitor;
import org.selfstab.expression.Pi;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;
import org.selfstab.expression.Sum;
import org.selfstab.expression.Symbol;

/** Builds the Symja expression of one of ours; shared nodes are built once. For one conversion, in one thread. */
final class SymjaWriter implements ExpressionVisitor<IExpr> {

    private final SymjaSymbols symbols;
    private final FunctionMapping functions;
    private final IdentityHashMap<Expression, IExpr> written = new IdentityHashMap<>();

    SymjaWriter(SymjaSymbols symbols, FunctionMapping functions) {
        SymjaEngine.load();
        this.symbols = symbols;
        this.functions = functions;
    }

    IExpr write(Expression expression) {
        IExpr known = written.get(expression);
        if (known == null) {
            known = expression.accept(this);
            written.put(expression, known);
        }
        return known;
    }

    private List<IExpr> writeAll(List<Expression> expressions) {
        return expressions.stream().map(this::write).toList();
    }

    private static IExpr number(BigFraction value) {
        return F.QQ(F.ZZ(value.getNumerator()), F.ZZ(value.getDenominator())).normalize();
    }

    @Override
    public IExpr visitConstant(Constant constant) {
        return number(constant.value());
    }

    @Override
    public IExpr visitPi(Pi pi) {
        return F.Pi;
    }

    @Override
    public IExpr visitSymbol(Symbol symbol) {
        return symbols.dummyOf(symbol);
    }

    @Override
    public IExpr visitSum(Sum sum) {
        return F.Plus(writeAll(sum.terms()).toArray(IExpr[]::new));
    }

    @Override
    public IExpr visitProduct(Product product) {
        if (product.coefficient().isZero()) {
            return F.C0;
        }
        List<IExpr> factors = new ArrayList<>();
        if (!product.coefficient().equals(BigFraction.ONE)) {
            factors.add(number(product.coefficient()));
        }
        factors.addAll(writeAll(product.factors()));
        return F.Times(factors.toArray(IExpr[]::new));
    }

    @Override
    public IExpr visitPower(Power power) {
        return F.Power(write(power.base()), number(power.exponent()));
    }

    @Override
    public IExpr visitApplication(Application application) {
        return functions.apply(application.function(), write(application.argument()));
    }
}
