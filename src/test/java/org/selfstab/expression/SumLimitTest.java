package org.selfstab.expression;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class SumLimitTest {

    @Test
    void theCollectedCoefficientOfATermIsBounded() {
        Expression x = Expression.symbol("x");
        List<Expression> terms = IntStream.rangeClosed(1, 2000)
                .mapToObj(
                        i -> Expression.constant(new BigFraction(1, i * i + 1)).times(x))
                .toList();
        assertThatThrownBy(() -> Expression.sum(terms)).isInstanceOf(ExpressionLimitException.class);
    }
}
