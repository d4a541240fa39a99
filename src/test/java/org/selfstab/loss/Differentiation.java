package org.selfstab.loss;

import java.util.ArrayList;
import java.util.List;
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

/** The partial derivative of an expression by the rules of the textbook, for tests that need some derivatives. */
record Differentiation(Symbol variable) implements ExpressionVisitor<Expression> {

    static Expression derivative(Expression expression, Symbol variable) {
        return expression.accept(new Differentiation(variable));
    }

    @Override
    public Expression visitConstant(Constant constant) {
        return Expression.ZERO;
    }

    @Override
    public Expression visitPi(Pi pi) {
        return Expression.ZERO;
    }

    @Override
    public Expression visitSymbol(Symbol symbol) {
        return symbol.equals(variable) ? Expression.ONE : Expression.ZERO;
    }

    @Override
    public Expression visitSum(Sum sum) {
        return Expression.sum(
                sum.terms().stream().map(term -> term.accept(this)).toList());
    }

    @Override
    public Expression visitProduct(Product product) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < product.factors().size(); i++) {
            List<Expression> factors = new ArrayList<>(product.factors());
            factors.set(i, factors.get(i).accept(this));
            terms.add(Expression.product(factors));
        }
        return Expression.constant(product.coefficient()).times(Expression.sum(terms));
    }

    @Override
    public Expression visitPower(Power power) {
        Expression inner = power.base().accept(this);
        return Expression.product(List.of(
                Expression.constant(power.exponent()),
                power.base().power(power.exponent().subtract(BigFraction.ONE)),
                inner));
    }

    @Override
    public Expression visitApplication(Application application) {
        return outer(application).times(application.argument().accept(this));
    }

    private static Expression outer(Application f) {
        Expression x = f.argument();
        return switch (f.function()) {
            case EXP -> f;
            case LOG -> x.power(-1);
            case SIN -> Expression.apply(ElementaryFunction.COS, x);
            case COS -> Expression.apply(ElementaryFunction.SIN, x).negate();
            case TAN -> Expression.ONE.plus(f.power(2));
            case SINH -> Expression.apply(ElementaryFunction.COSH, x);
            case COSH -> Expression.apply(ElementaryFunction.SINH, x);
            case TANH -> Expression.ONE.minus(f.power(2));
            case ATAN -> Expression.ONE.plus(x.power(2)).power(-1);
            case ABS -> x.dividedBy(f);
            case SOFTPLUS -> Expression.apply(ElementaryFunction.SIGMOID, x);
            case SIGMOID -> f.times(Expression.ONE.minus(f));
            case LOGCOSH -> Expression.apply(ElementaryFunction.TANH, x);
            case ERF ->
                Expression.apply(ElementaryFunction.EXP, x.power(2).negate())
                        .times(Expression.TWO)
                        .dividedBy(Expression.pi().sqrt());
        };
    }
}
