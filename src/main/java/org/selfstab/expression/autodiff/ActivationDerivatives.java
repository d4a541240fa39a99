package org.selfstab.expression.autodiff;

import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;

/**
 * Derivatives of the sigmoid and of tanh in closed form. They are written with {@code 1 - sigmoid(x) = sigmoid(-x)} and
 * {@code 1 - tanh(x)^2 = cosh(x)^-2}, so that the tails keep their relative accuracy.
 */
public final class ActivationDerivatives {

    private ActivationDerivatives() {}

    /** The derivative of the sigmoid, of order 0 to 4. With {@code p = s t, t = 1 - s}: {@code p' = p (t - s)}. */
    public static Expression ofSigmoid(int order, Expression x) {
        Expression s = Expression.apply(ElementaryFunction.SIGMOID, x);
        Expression t = Expression.apply(ElementaryFunction.SIGMOID, x.negate());
        Expression p = s.times(t);
        return switch (order) {
            case 0 -> s;
            case 1 -> p;
            case 2 -> p.times(t.minus(s));
            case 3 -> p.times(oneMinus(6, p));
            case 4 -> p.times(t.minus(s)).times(oneMinus(12, p));
            default -> throw tooHigh(order);
        };
    }

    private static Expression oneMinus(int multiple, Expression p) {
        return Expression.ONE.minus(Expression.constant(multiple).times(p));
    }

    /** The derivative of tanh, of order 0 to 3. */
    public static Expression ofTanh(int order, Expression x) {
        Expression tanh = Expression.apply(ElementaryFunction.TANH, x);
        Expression sechSquared = Expression.apply(ElementaryFunction.COSH, x).power(-2);
        return switch (order) {
            case 0 -> tanh;
            case 1 -> sechSquared;
            case 2 -> Expression.constant(-2).times(sechSquared).times(tanh);
            case 3 ->
                Expression.TWO
                        .times(sechSquared)
                        .times(Expression.TWO.times(tanh.power(2)).minus(sechSquared));
            default -> throw tooHigh(order);
        };
    }

    private static IllegalArgumentException tooHigh(int order) {
        return new IllegalArgumentException(
                "a derivative of order " + order + " of an activation; at most 4 is defined");
    }
}
