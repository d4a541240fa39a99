package org.selfstab.expression.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Application;
import org.selfstab.expression.Constant;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionVisitor;
import org.selfstab.expression.Pi;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;
import org.selfstab.expression.Shared;
import org.selfstab.expression.Sum;
import org.selfstab.expression.Symbol;

/**
 * The partial derivatives of one node of an expression graph by nodes below it, whose derivatives the chain rule then asks for. They are
 * written so that nothing overflows and no tail loses its relative accuracy: {@code cosh^-2} and not {@code 1 - tanh^2}, and
 * {@code s(-x)} and not {@code 1 - s(x)} for the sigmoid s.
 */
final class LocalDerivatives implements ExpressionVisitor<Void> {

    /** Takes the partial derivatives of a node one by one. */
    interface Receiver {

        /**
         * Takes a partial derivative.
         *
         * @param part a node below
         * @param partial the derivative by it, made when wanted
         */
        void accept(Expression part, Supplier<Expression> partial);
    }

    private final Receiver receiver;

    LocalDerivatives(Receiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public Void visitConstant(Constant constant) {
        return null;
    }

    @Override
    public Void visitPi(Pi pi) {
        return null;
    }

    @Override
    public Void visitSymbol(Symbol symbol) {
        return null;
    }

    @Override
    public Void visitSum(Sum sum) {
        sum.terms().forEach(term -> receiver.accept(term, () -> Expression.ONE));
        return null;
    }

    /** Two factors that have a common derivative shorter than the product rule's are derived as one. */
    @Override
    public Void visitProduct(Product product) {
        List<Expression> rest = new ArrayList<>(product.factors());
        while (!rest.isEmpty()) {
            Expression factor = rest.remove(0);
            Optional<Expression> partner = rest.stream()
                    .filter(other -> FactorPair.of(factor, other).isPresent())
                    .findFirst();
            if (partner.isPresent()) {
                rest.remove(partner.get());
                FactorPair pair = FactorPair.of(factor, partner.get()).orElseThrow();
                receiver.accept(pair.argument(), () -> without(product, factor, partner.get())
                        .times(pair.derivative()));
            } else {
                receiver.accept(factor, () -> without(product, factor, factor));
            }
        }
        return null;
    }

    private static Expression without(Product product, Expression first, Expression second) {
        List<Expression> others = new ArrayList<>();
        others.add(Expression.constant(product.coefficient()));
        product.factors().stream()
                .filter(other -> !other.equals(first) && !other.equals(second))
                .forEach(others::add);
        return Expression.product(others);
    }

    static boolean isApplication(Expression expression, ElementaryFunction function) {
        return expression instanceof Application application && application.function() == function;
    }

    @Override
    public Void visitPower(Power power) {
        Expression exponent = Expression.constant(power.exponent());
        if (power.exponent().signum() < 0 && isApplication(power.base(), ElementaryFunction.COSH)) {
            Expression x = ((Application) power.base()).argument();
            receiver.accept(
                    x,
                    () -> Expression.product(List.of(exponent, power, Expression.apply(ElementaryFunction.TANH, x))));
        } else {
            receiver.accept(
                    power.base(),
                    () -> exponent.times(power.base().power(power.exponent().subtract(BigFraction.ONE))));
        }
        return null;
    }

    @Override
    public Void visitApplication(Application application) {
        receiver.accept(application.argument(), () -> slope(application));
        return null;
    }

    private static Expression slope(Application f) {
        Expression x = f.argument();
        return switch (f.function()) {
            case EXP -> f;
            case LOG -> x.power(-1);
            case SIN -> Expression.apply(ElementaryFunction.COS, x);
            case COS -> Expression.apply(ElementaryFunction.SIN, x).negate();
            case TAN -> Expression.ONE.plus(f.power(2));
            case SINH -> Expression.apply(ElementaryFunction.COSH, x);
            case COSH -> Expression.apply(ElementaryFunction.SINH, x);
            case TANH -> Expression.apply(ElementaryFunction.COSH, x).power(-2);
            case ATAN -> Expression.ONE.plus(x.power(2)).power(-1);
            case ABS -> sign(f);
            case SOFTPLUS -> Expression.apply(ElementaryFunction.SIGMOID, x);
            case SIGMOID -> f.times(Expression.apply(ElementaryFunction.SIGMOID, x.negate()));
            case LOGCOSH -> Expression.apply(ElementaryFunction.TANH, x);
            case ERF ->
                Expression.product(List.of(
                        Expression.TWO,
                        Expression.pi().power(new BigFraction(-1, 2)),
                        Expression.apply(ElementaryFunction.EXP, x.power(2).negate())));
        };
    }

    /** The derivative {@code x/|x|} of the absolute value, undefined at 0. */
    private static Expression sign(Application abs) {
        return abs.argument().dividedBy(abs).shared();
    }

    private static boolean isSign(Shared shared) {
        return shared.content() instanceof Product product
                && product.factors().stream()
                        .anyMatch(factor -> factor instanceof Power power
                                && isApplication(power.base(), ElementaryFunction.ABS)
                                && shared.equals(sign((Application) power.base())));
    }

    /** A sign is constant wherever it is defined. */
    @Override
    public Void visitShared(Shared shared) {
        if (!isSign(shared)) {
            receiver.accept(shared.content(), () -> Expression.ONE);
        }
        return null;
    }
}
