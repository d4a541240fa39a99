package org.selfstab.expression;

import java.util.IdentityHashMap;
import java.util.List;

/**
 * Rebuilds expressions from the leaves up, each shared node once; a subclass says what becomes of some kinds of nodes. A product with the
 * coefficient 0 stays one as long as its factors are not defined everywhere: it keeps a domain ({@link Domain}).
 */
public abstract class ExpressionRewriter implements ExpressionVisitor<Expression> {

    private final IdentityHashMap<Expression, Expression> rewritten = new IdentityHashMap<>();
    private final IdentityHashMap<Table, Table> tables = new IdentityHashMap<>();

    /** An expression rewritten. */
    public final Expression rewrite(Expression expression) {
        if (!concerns(expression)) {
            return expression;
        }
        Expression known = rewritten.get(expression);
        if (known == null) {
            known = expression.accept(this);
            rewritten.put(expression, known);
        }
        return known;
    }

    /** Whether anything in an expression may change; by default it may. */
    boolean concerns(Expression expression) {
        return true;
    }

    private List<Expression> rewriteAll(List<Expression> expressions) {
        return expressions.stream().map(this::rewrite).toList();
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
        return Expression.sum(rewriteAll(sum.terms()));
    }

    @Override
    public Expression visitProduct(Product product) {
        Expression factors = Expression.product(rewriteAll(product.factors()));
        return product.coefficient().isZero()
                ? Domain.vanishing(factors)
                : Expression.constant(product.coefficient()).times(factors);
    }

    @Override
    public Expression visitPower(Power power) {
        return rewrite(power.base()).power(power.exponent());
    }

    @Override
    public Expression visitApplication(Application application) {
        return Expression.apply(application.function(), rewrite(application.argument()));
    }

    @Override
    public Expression visitShared(Shared shared) {
        return rewrite(shared.content()).shared();
    }

    @Override
    public Expression visitIndex(Index index) {
        return index;
    }

    @Override
    public Expression visitElement(Element element) {
        // numbers stay what they are, and data may have many
        return element.table().isNumeric()
                ? element
                : element.in(tables.computeIfAbsent(element.table(), table -> table.map(this::rewrite)));
    }

    @Override
    public Expression visitSumOver(SumOver sum) {
        return Expression.sumOver(sum.index(), rewrite(sum.body()));
    }
}
