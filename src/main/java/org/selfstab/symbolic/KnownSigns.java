package org.selfstab.symbolic;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Application;
import org.selfstab.expression.Constant;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionVisitor;
import org.selfstab.expression.Pi;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;
import org.selfstab.expression.Sum;
import org.selfstab.expression.Symbol;

/** Absolute values and roots of even powers of expressions that are known not to be negative, taken. */
final class KnownSigns implements ExpressionVisitor<Expression> {

    private final Set<Expression> positive;
    private final IdentityHashMap<Expression, Expression> done = new IdentityHashMap<>();

    KnownSigns(Set<Expression> positive) {
        this.positive = Set.copyOf(positive);
    }

    Expression in(Expression expression) {
        Expression known = done.get(expression);
        if (known == null) {
            known = expression.accept(this);
            done.put(expression, known);
        }
        return known;
    }

    private List<Expression> inAll(List<Expression> expressions) {
        return expressions.stream().map(this::in).toList();
    }

    @Override
    public Expression visitConstant(Constant constant) {
        return constant;
    }

    @Override
    public Expression visitPi(Pi pi) {
        return pi;
    }

    @Override
    public Expression visitSymbol(Symbol symbol) {
        return symbol;
    }

    @Override
    public Expression visitSum(Sum sum) {
        return Expression.sum(inAll(sum.terms()));
    }

    @Override
    public Expression visitProduct(Product product) {
        return Expression.constant(product.coefficient()).times(Expression.product(inAll(product.factors())));
    }

    @Override
    public Expression visitPower(Power power) {
        if (power.base() instanceof Power inner
                && power.exponent().getDenominator().bitLength() > 1) {
            Expression base = in(inner.base());
            if (positive.contains(inner.base())) {
                return base.power(inner.exponent().multiply(power.exponent()));
            }
            if (isEven(inner.exponent())) {
                return Expression.apply(ElementaryFunction.ABS, base)
                        .power(inner.exponent().multiply(power.exponent()));
            }
        }
        return in(power.base()).power(power.exponent());
    }

    private static boolean isEven(BigFraction exponent) {
        return exponent.getDenominator().bitLength() == 1
                && !exponent.getNumerator().testBit(0);
    }

    @Override
    public Expression visitApplication(Application application) {
        if (application.function() == ElementaryFunction.ABS && positive.contains(application.argument())) {
            return in(application.argument());
        }
        if (application.function() == ElementaryFunction.ABS
                && positive.contains(application.argument().negate())) {
            return in(application.argument()).negate();
        }
        return Expression.apply(application.function(), in(application.argument()));
    }
}
