package org.selfstab.loss;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/** Random expressions of x, y, z with every operation and function that a loss may use. */
final class RandomExpressions {

    static final List<Symbol> VARIABLES =
            List.of(Expression.symbol("x"), Expression.symbol("y"), Expression.symbol("z"));

    private RandomExpressions() {}

    static Arbitrary<Expression> upToDepth(int depth) {
        if (depth == 0) {
            return leaves();
        }
        Arbitrary<Expression> inner = upToDepth(depth - 1);
        return Arbitraries.oneOf(
                leaves(),
                Combinators.combine(inner, inner).as(Expression::plus),
                Combinators.combine(inner, inner).as(Expression::minus),
                Combinators.combine(inner, inner).as(RandomExpressions::product),
                Combinators.combine(inner, exponents()).as(RandomExpressions::power),
                Combinators.combine(Arbitraries.of(ElementaryFunction.values()), inner)
                        .as(Expression::apply));
    }

    private static Arbitrary<Expression> leaves() {
        Arbitrary<Expression> constants = Combinators.combine(
                        Arbitraries.integers().between(-1000, 1000),
                        Arbitraries.integers().between(1, 1000))
                .as((p, q) -> Expression.constant(new BigFraction(p, q)));
        return Arbitraries.oneOf(Arbitraries.of(VARIABLES), constants, Arbitraries.just(Expression.pi()));
    }

    private static Arbitrary<BigFraction> exponents() {
        return Arbitraries.of(
                new BigFraction(2),
                new BigFraction(3),
                new BigFraction(7),
                new BigFraction(-1),
                new BigFraction(-2),
                new BigFraction(1, 2),
                new BigFraction(-3, 2),
                new BigFraction(1, 3),
                new BigFraction(-5, 7));
    }

    private static Expression product(Expression left, Expression right) {
        try {
            return left.times(right);
        } catch (ArithmeticException e) {
            return left.plus(right);
        }
    }

    private static Expression power(Expression base, BigFraction exponent) {
        try {
            return base.power(exponent);
        } catch (ArithmeticException e) {
            return base;
        }
    }
}
