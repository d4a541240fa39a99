package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionLimitException;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.LossDerivatives;

class DerivativeOrderTest {

    private static final int DIMENSION = 60;
    private static final int TERMS = 1000;

    /** A dense Hessian beyond the limit of a program is refused before all of its entries are derived. */
    @Test
    void theLimitEndsTheDerivation() {
        List<Symbol> variables = IntStream.range(0, DIMENSION)
                .mapToObj(i -> Expression.symbol("x" + i))
                .toList();
        AtomicInteger derived = new AtomicInteger();
        LossDerivatives dense = (LossDerivatives) Proxy.newProxyInstance(
                LossDerivatives.class.getClassLoader(),
                new Class<?>[] {LossDerivatives.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "variables" -> variables;
                    case "firstDirection", "secondDirection" -> List.of();
                    case "value", "gradient" -> Expression.ZERO;
                    case "hessian" -> entry(derived.getAndIncrement(), variables.get(0));
                    default -> throw new UnsupportedOperationException(method.getName());
                });

        assertThatThrownBy(() -> DerivativeOrder.upToSecond(dense))
                .isInstanceOf(ExpressionLimitException.class)
                .hasMessageContaining("operations with the derivatives");
        assertThat(derived.get()).isLessThan(DIMENSION * (DIMENSION + 1) / 2 / 2);
    }

    private static Expression entry(int index, Symbol x) {
        return Expression.sum(IntStream.range(0, TERMS)
                .mapToObj(
                        k -> x.plus(Expression.constant(index * TERMS + k + 1)).power(2))
                .toList());
    }
}
