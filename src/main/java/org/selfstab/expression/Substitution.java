package org.selfstab.expression;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Replaces symbols by expressions throughout a graph, visiting each shared node once. */
final class Substitution implements ExpressionVisitor<Expression> {

    private final Map<String, Expression> replacements;
    private final IdentityHashMap<Expression, Expression> done = new IdentityHashMap<>();

    Substitution(Map<String, Expression> replacements) {
        this.replacements = Map.copyOf(replacements);
    }

    Expression apply(Expression expression) {
        Expression known = done.get(expression);
        if (known == null) {
            known = expression.accept(this);
            done.put(expression, known);
        }
        return known;
    }

    private List<Expression> applyAll(List<Expression> expressions) {
        return expressions.stream().map(this::apply).toList();
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
        return replacements.getOrDefault(symbol.name(), symbol);
    }

    @Override
    public Expression visitSum(Sum sum) {
        return Expression.sum(applyAll(sum.terms()));
    }

    @Override
    public Expression visitProduct(Product product) {
        Expression factors = Expression.product(applyAll(product.factors()));
        return product.coefficient().isZero()
                ? Domain.vanishing(factors)
                : Expression.constant(product.coefficient()).times(factors);
    }

    @Override
    public Expression visitPower(Power power) {
        return apply(power.base()).power(power.exponent());
    }

    @Override
    public Expression visitApplication(Application application) {
        return Expression.apply(application.function(), apply(application.argument()));
    }

    @Override
    public Expression visitShared(Shared shared) {
        return apply(shared.content()).shared();
    }
}
