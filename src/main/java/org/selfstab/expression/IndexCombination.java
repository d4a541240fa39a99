package org.selfstab.expression;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.hipparchus.fraction.BigFraction;

/**
 * An integer combination of indices, as {@code 2*i + j - 1}.
 *
 * @param offset its value where all indices are 0
 * @param strides by how much it grows when an index grows by 1; none is 0
 */
public record IndexCombination(int offset, SortedMap<Index, Integer> strides) {

    public IndexCombination {
        TreeMap<Index, Integer> moving = new TreeMap<>(Comparator.<Expression>naturalOrder());
        moving.putAll(strides);
        moving.values().removeIf(stride -> stride == 0);
        strides = Collections.unmodifiableSortedMap(moving);
    }

    /** A combination of indices with multiples. */
    public IndexCombination(int offset, Map<Index, Integer> strides) {
        this(offset, new TreeMap<>(strides));
    }

    /** An integer. */
    public static IndexCombination of(int value) {
        return new IndexCombination(value, Map.of());
    }

    /** An expression as a combination; empty if it is none of integers below 2^31. */
    public static Optional<IndexCombination> of(Expression expression) {
        if (expression instanceof Sum sum) {
            Optional<IndexCombination> total = Optional.of(of(0));
            for (Expression term : sum.terms()) {
                Optional<IndexCombination> next = of(term);
                total = total.flatMap(before -> next.flatMap(before::plusIfSmall));
            }
            return total;
        }
        if (expression instanceof Constant constant) {
            return integer(constant.value()).map(IndexCombination::of);
        }
        boolean isMultiple =
                expression instanceof Product product && product.factors().size() == 1;
        Expression index = isMultiple ? expression.children().get(0) : expression;
        BigFraction multiple = isMultiple ? ((Product) expression).coefficient() : BigFraction.ONE;
        return index instanceof Index one
                ? integer(multiple).map(stride -> new IndexCombination(0, Map.of(one, stride)))
                : Optional.empty();
    }

    private static Optional<Integer> integer(BigFraction value) {
        return value.getDenominator().equals(BigInteger.ONE)
                        && value.getNumerator().bitLength() < Integer.SIZE
                ? Optional.of(value.getNumerator().intValueExact())
                : Optional.empty();
    }

    private Optional<IndexCombination> plusIfSmall(IndexCombination other) {
        try {
            return Optional.of(plus(other, 1));
        } catch (ArithmeticException large) {
            return Optional.empty();
        }
    }

    /**
     * The sum with a multiple of another one.
     *
     * @throws ArithmeticException if a number does not stay below 2^31
     */
    public IndexCombination plus(IndexCombination other, int multiple) {
        TreeMap<Index, Integer> sums = new TreeMap<>(strides);
        other.strides.forEach(
                (index, stride) -> sums.merge(index, Math.multiplyExact(stride, multiple), Math::addExact));
        return new IndexCombination(Math.addExact(offset, Math.multiplyExact(other.offset, multiple)), sums);
    }

    /** The combination as an expression. */
    public Expression toExpression() {
        Expression sum = Expression.constant(offset);
        for (Map.Entry<Index, Integer> stride : strides.entrySet()) {
            sum = sum.plus(stride.getKey().times(Expression.constant(stride.getValue())));
        }
        return sum;
    }

    /** Its value for some values of the indices. */
    int at(ToIntFunction<Index> value) {
        int sum = offset;
        for (Map.Entry<Index, Integer> stride : strides.entrySet()) {
            sum += stride.getValue() * value.applyAsInt(stride.getKey());
        }
        return sum;
    }

    /** The least value that it takes. */
    public long least() {
        return extreme(1);
    }

    /** The greatest value that it takes. */
    public long greatest() {
        return extreme(-1);
    }

    private long extreme(int sign) {
        long sum = offset;
        for (Map.Entry<Index, Integer> stride : strides.entrySet()) {
            Index index = stride.getKey();
            sum += (long) stride.getValue() * (sign * stride.getValue() > 0 ? index.from() : index.to());
        }
        return sum;
    }
}
