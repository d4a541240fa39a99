package org.selfstab.expression.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;

/** What an expression writes, the parser reads as the same expression. */
class RoundTripTest {

    private static final List<String> NAMES = List.of("x", "y", "eta");

    @Property(tries = 3000, seed = "20261124")
    void theWrittenExpressionIsReadAsTheSameObject(@ForAll("expressions") Expression expression) {
        String text = expression.toString();
        assertThat(new ExpressionParser(NAMES).parse(text).expression())
                .as(text)
                .isSameAs(expression);
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return expressions(5);
    }

    private static Arbitrary<Expression> expressions(int depth) {
        Arbitrary<Expression> leaves = Arbitraries.oneOf(
                Arbitraries.of(NAMES).map(Expression::symbol),
                Arbitraries.just(Expression.pi()),
                rationals().map(Expression::constant));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Expression> inner = Arbitraries.lazy(() -> expressions(depth - 1));
        return Arbitraries.oneOf(
                leaves,
                inner.list().ofMinSize(2).ofMaxSize(3).map(Expression::sum),
                inner.list().ofMinSize(2).ofMaxSize(3).map(Expression::product),
                Combinators.combine(inner.filter(e -> !e.isZero()), rationals()).as(Expression::power),
                Combinators.combine(Arbitraries.of(ElementaryFunction.class), inner)
                        .as(Expression::apply));
    }

    private static Arbitrary<BigFraction> rationals() {
        return Combinators.combine(
                        Arbitraries.integers().between(-4, 4),
                        Arbitraries.integers().between(1, 3))
                .as(BigFraction::new);
    }
}
