package org.selfstab.expression.autodiff;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Application;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Power;

/**
 * Powers of two functions of one argument whose product has a derivative of one term: {@code (s^p t^q)' = s^p t^q (p t - q s)} for the
 * sigmoids {@code s = sigmoid(x), t = sigmoid(-x) = 1 - s}, and {@code (cosh^p tanh^q)' = cosh^p tanh^(q-1) (p tanh^2 + q cosh^-2)} for
 * {@code p < 0}, as the derivatives of tanh have them.
 *
 * @param argument the argument x
 * @param derivative the derivative of the two powers' product by x
 */
record FactorPair(Expression argument, Expression derivative) {

    /** A factor {@code f(x)^e}. */
    private record Factor(Application function, BigFraction exponent) {

        static Optional<Factor> of(Expression factor) {
            Expression base = factor instanceof Power power ? power.base() : factor;
            return base instanceof Application application
                    ? Optional.of(
                            new Factor(application, factor instanceof Power power ? power.exponent() : BigFraction.ONE))
                    : Optional.empty();
        }

        boolean is(ElementaryFunction wanted) {
            return function.function() == wanted;
        }

        Expression argument() {
            return function.argument();
        }

        Expression power() {
            return function.power(exponent);
        }
    }

    static Optional<FactorPair> of(Expression one, Expression other) {
        Optional<Factor> first = Factor.of(one);
        return first.isEmpty() ? Optional.empty() : Factor.of(other).flatMap(second -> of(first.get(), second));
    }

    private static Optional<FactorPair> of(Factor one, Factor other) {
        if (one.is(ElementaryFunction.SIGMOID)
                && other.is(ElementaryFunction.SIGMOID)
                && other.argument().equals(one.argument().negate())) {
            return Optional.of(ofSigmoids(one, other));
        }
        if (!one.argument().equals(other.argument())) {
            return Optional.empty();
        }
        if (isDecay(one) && other.is(ElementaryFunction.TANH)) {
            return Optional.of(ofHyperbolic(one, other));
        }
        return isDecay(other) && one.is(ElementaryFunction.TANH)
                ? Optional.of(ofHyperbolic(other, one))
                : Optional.empty();
    }

    private static boolean isDecay(Factor factor) {
        return factor.is(ElementaryFunction.COSH) && factor.exponent().signum() < 0;
    }

    private static FactorPair ofSigmoids(Factor s, Factor t) {
        Expression slope = Expression.constant(s.exponent())
                .times(t.function())
                .minus(Expression.constant(t.exponent()).times(s.function()));
        return new FactorPair(s.argument(), Expression.product(List.of(s.power(), t.power(), slope)));
    }

    private static FactorPair ofHyperbolic(Factor cosh, Factor tanh) {
        Expression slope = Expression.constant(cosh.exponent())
                .times(tanh.function().power(2))
                .plus(Expression.constant(tanh.exponent()).times(cosh.function().power(-2)));
        Expression lower = tanh.function().power(tanh.exponent().subtract(BigFraction.ONE));
        return new FactorPair(cosh.argument(), Expression.product(List.of(cosh.power(), lower, slope)));
    }
}
