package org.selfstab.symbolic;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

/**
 * Replaces {@code |A|} and roots of even powers of A by A or -A, whichever is positive at the parameters' values, and
 * remembers what must stay positive. Roots of products of such powers are taken apart likewise.
 */
final class BranchResolver implements ExpressionVisitor<Expression> {

    private final NumericValues values;
    private final Set<Expression> positive = new LinkedHashSet<>();
    private final IdentityHashMap<Expression, Expression> resolved = new IdentityHashMap<>();

    BranchResolver(NumericValues values) {
        this.values = values;
    }

    /** The expressions whose positivity the resolved expressions rely on, beyond that of single symbols. */
    List<BranchCondition> conditions() {
        return positive.stream().map(BranchCondition::positive).collect(Collectors.toList());
    }

    Expression resolve(Expression expression) {
        Expression known = resolved.get(expression);
        if (known == null) {
            known = expression.accept(this);
            resolved.put(expression, known);
        }
        return known;
    }

    private List<Expression> resolveAll(List<Expression> expressions) {
        return expressions.stream().map(this::resolve).toList();
    }

    /** A or -A, whichever is positive now; A itself if it is zero or not a number. */
    private Expression magnitude(Expression base) {
        double value = values.of(base);
        if (value == 0.0 || Double.isNaN(value)) {
            return Expression.apply(ElementaryFunction.ABS, base);
        }
        Expression magnitude = value > 0 ? base : base.negate();
        if (!magnitude.symbolNames().isEmpty()) {
            positive.add(magnitude);
        }
        return magnitude;
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
        return Expression.sum(resolveAll(sum.terms()));
    }

    @Override
    public Expression visitProduct(Product product) {
        if (product.coefficient().isZero()) {
            return product;
        }
        return Expression.constant(product.coefficient()).times(Expression.product(resolveAll(product.factors())));
    }

    @Override
    public Expression visitPower(Power power) {
        Expression base = resolve(power.base());
        return power.exponent().getDenominator().bitLength() == 1
                ? base.power(power.exponent())
                : root(base, power.exponent());
    }

    private Expression root(Expression base, BigFraction exponent) {
        List<Expression> factors = new ArrayList<>();
        Expression rest = Expression.ONE;
        for (Expression factor : factorsOf(base)) {
            if (isEvenPower(factor)) {
                Power even = (Power) factor;
                factors.add(magnitude(even.base()).power(even.exponent().multiply(exponent)));
            } else {
                rest = rest.times(factor);
            }
        }
        factors.add(rest.power(exponent));
        return Expression.product(factors);
    }

    private static List<Expression> factorsOf(Expression base) {
        if (base instanceof Product product) {
            List<Expression> factors = new ArrayList<>(product.factors());
            factors.add(Expression.constant(product.coefficient()));
            return factors;
        }
        return List.of(base);
    }

    private static boolean isEvenPower(Expression factor) {
        return factor instanceof Power power
                && power.exponent().getDenominator().bitLength() == 1
                && !power.exponent().getNumerator().testBit(0);
    }

    @Override
    public Expression visitApplication(Application application) {
        Expression argument = resolve(application.argument());
        return application.function() == ElementaryFunction.ABS
                ? magnitude(argument)
                : Expression.apply(application.function(), argument);
    }
}
