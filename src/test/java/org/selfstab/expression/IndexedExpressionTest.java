package org.selfstab.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Indices, entries of tables and sums over indices. */
class IndexedExpressionTest {

    private static final Index I = Expression.index("i", 1, 2);
    private static final Index J = Expression.index("j", 0, 2);

    /** W[1..2,1..3] of symbols. */
    private static final Table W = new Table(
            "W",
            List.of(1, 1),
            List.of(2, 3),
            IntStream.range(0, 6)
                    .<Expression>mapToObj(n -> Expression.symbol("W" + (n / 3 + 1) + "_" + (n % 3 + 1)))
                    .toList());

    /** V[1..2,1..2] of symbols. */
    private static final Table V =
            new Table("V", List.of(1, 1), List.of(2, 2), W.entries().subList(0, 4));

    private static Expression element(Table table, IndexCombination... subscripts) {
        IndexCombination place = table.place(List.of(subscripts));
        return Expression.element(table, place.offset(), place.strides());
    }

    private static IndexCombination combination(int offset, Map<Index, Integer> strides) {
        return new IndexCombination(offset, strides);
    }

    @Test
    void subscriptsLeadToThePlace() {
        assertThat(element(W, combination(0, Map.of(I, 1)), combination(1, Map.of(J, 1))))
                .hasToString("W[i, 1 + j]");
        assertThat(element(W, combination(3, Map.of(I, -1)), combination(3, Map.of(J, -1))))
                .hasToString("W[3 - i, 3 - j]");
        assertThat(element(V, combination(0, Map.of(I, 1)), combination(3, Map.of(I, -1))))
                .hasToString("V[i, 3 - i]");
        assertThat(element(W, IndexCombination.of(2), IndexCombination.of(3))).isSameAs(Expression.symbol("W2_3"));
        assertThatThrownBy(() -> ((Element) Expression.element(W, 4, Map.of(J, 1))).subscripts())
                .hasMessageContaining("outside of the table");
    }

    @Test
    void combinationsAreOfIntegersOnly() {
        Expression sum = I.times(Expression.TWO).minus(J).plus(Expression.ONE);
        assertThat(IndexCombination.of(sum)).contains(combination(1, Map.of(I, 2, J, -1)));
        assertThat(IndexCombination.of(sum).orElseThrow().least()).isEqualTo(1);
        assertThat(IndexCombination.of(sum).orElseThrow().greatest()).isEqualTo(5);
        assertThat(IndexCombination.of(sum).orElseThrow().toExpression()).isSameAs(sum);
        assertThat(IndexCombination.of(I.dividedBy(Expression.TWO))).isEmpty();
        assertThat(IndexCombination.of(I.times(J))).isEmpty();
        assertThat(IndexCombination.of(I.plus(Expression.symbol("x")))).isEmpty();
    }

    @Test
    void whatASumBindsIsNotFree() {
        Expression entry = element(W, combination(0, Map.of(I, 1)), combination(1, Map.of(J, 1)));
        Expression sum = Expression.sumOver(J, entry.times(J));
        assertThat(sum.freeIndices()).containsExactly(I);
        assertThat(sum.boundIndices()).containsExactly(J);
        assertThat(sum.withIndices(Map.of(J, Expression.ONE))).isSameAs(sum);
        assertThat(sum.withIndices(Map.of(I, Expression.TWO)).writtenOut()).hasToString("W2_2 + 2*W2_3");
        assertThatThrownBy(sum::writtenOut).hasMessageContaining("a free index: i");
    }

    @Test
    void aBodyWithoutTheIndexIsCounted() {
        Expression x = Expression.symbol("x");
        Expression y = Expression.symbol("y");
        assertThat(Expression.sumOver(J, x.plus(y))).hasToString("3*x + 3*y");
        assertThat(Expression.sumOver(Expression.index("k", 4, 4), x.times(Expression.index("k", 4, 4))))
                .hasToString("4*x");
    }

    @Test
    void signsOfEntriesAreKnown() {
        Table positive = new Table(List.of(2), List.of(Expression.ONE, Expression.TWO));
        Table mixed = new Table(List.of(2), List.of(Expression.ONE, Expression.MINUS_ONE));
        Table withZero = new Table(List.of(2), List.of(Expression.ONE, Expression.ZERO));
        Expression ofPositive = Expression.element(positive, -1, Map.of(I, 1));
        Expression ofMixed = Expression.element(mixed, -1, Map.of(I, 1));
        Expression ofZero = Expression.element(withZero, -1, Map.of(I, 1));
        assertThat(Domain.isEverywhere(Expression.apply(ElementaryFunction.LOG, ofPositive)))
                .isTrue();
        assertThat(Domain.isEverywhere(ofMixed.power(BigFraction.MINUS_ONE))).isTrue();
        assertThat(Domain.isEverywhere(ofMixed.sqrt())).isFalse();
        assertThat(Domain.isEverywhere(ofZero.power(BigFraction.MINUS_ONE))).isFalse();
        assertThat(Domain.isEverywhere(ofZero.sqrt())).isTrue();
        assertThat(Domain.isEverywhere(J.power(BigFraction.MINUS_ONE))).isFalse();
    }
}
