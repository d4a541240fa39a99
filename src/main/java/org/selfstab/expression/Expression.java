package org.selfstab.expression;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * A real expression with exact rational constants.
 *
 * <p>Nodes are hash-consed: equal expressions are the same object, so a shared subexpression exists once and identity
 * is equality. The factory methods bring sums, products and powers to a canonical form (flattened, sorted, like terms
 * and equal bases collected) by the rules valid wherever both sides are defined, as computer algebra systems do:
 * {@code x/x} is 1. Where it matters that what was written is undefined at 0, see {@link Domain}.
 */
public abstract sealed class Expression implements Comparable<Expression>
        permits Constant, Pi, Symbol, Sum, Product, Power, Application, Shared, Index, Element, SumOver {

    private static final Interner<Expression> INTERNER = Interners.newWeakInterner();

    /** The constant 0. */
    public static final Expression ZERO = constant(BigFraction.ZERO);

    /** The constant 1. */
    public static final Expression ONE = constant(BigFraction.ONE);

    /** The constant -1. */
    public static final Expression MINUS_ONE = constant(BigFraction.MINUS_ONE);

    /** The constant 2. */
    public static final Expression TWO = constant(BigFraction.TWO);

    private final int hash;
    /** Whether this is defined for all values of the symbols; null until asked for. */
    private Boolean definedEverywhere;
    /** The indices that occur outside of the sums over them; null until asked for. */
    private Set<Index> freeIndices;
    /** The indices of all sums over indices; null until asked for. */
    private Set<Index> boundIndices;

    Expression(int hash) {
        this.hash = hash;
    }

    static Expression intern(Expression fresh) {
        return INTERNER.intern(fresh);
    }

    /**
     * The constant of an exact rational value.
     *
     * @throws ExpressionLimitException if numerator or denominator is too large
     */
    public static Expression constant(BigFraction value) {
        return intern(new Constant(ExpressionLimit.checkSize(value)));
    }

    /** The constant of an integer. */
    public static Expression constant(int value) {
        return constant(new BigFraction(value));
    }

    /** The circle constant. */
    public static Expression pi() {
        return intern(new Pi());
    }

    /** A variable or a parameter. */
    public static Symbol symbol(String name) {
        return (Symbol) intern(new Symbol(name));
    }

    /** The sum of the terms; 0 if there are none. */
    public static Expression sum(Iterable<? extends Expression> terms) {
        return new SumCollector().addAll(terms).toExpression();
    }

    /** The product of the factors; 1 if there are none. */
    public static Expression product(Iterable<? extends Expression> factors) {
        return new ProductCollector().multiplyAll(factors).toExpression();
    }

    /** An elementary function of an argument. */
    public static Expression apply(ElementaryFunction function, Expression argument) {
        return function.valueAtConstant(argument).orElseGet(() -> intern(new Application(function, argument)));
    }

    /**
     * An index.
     *
     * @param name what tells it from the other indices of one expression
     * @param from its first value
     * @param to its last value, not below the first
     */
    public static Index index(String name, int from, int to) {
        return (Index) intern(new Index(name, from, to));
    }

    /**
     * The entry of a table at a place that depends on indices.
     *
     * @param offset the place where all indices are 0
     * @param strides how far the place moves when an index grows by 1
     */
    public static Expression element(Table table, int offset, Map<Index, Integer> strides) {
        return element(table, new IndexCombination(offset, strides));
    }

    static Expression element(Table table, IndexCombination place) {
        return place.strides().isEmpty() ? table.entries().get(place.offset()) : intern(new Element(table, place));
    }

    /**
     * The sum of a body over the values of an index. A body that does not depend on the index is taken as often as the index has values, which
     * gives what collecting its copies would give.
     */
    public static Expression sumOver(Index index, Expression body) {
        if (index.size() == 1) {
            return body.withIndices(Map.of(index, constant(index.from())));
        }
        if (body.freeIndices().contains(index)) {
            return intern(new SumOver(index, body));
        }
        Expression count = constant(index.size());
        return body instanceof Sum sum
                ? sum(sum.terms().stream().map(count::times).toList())
                : count.times(body);
    }

    public final Expression plus(Expression other) {
        return sum(List.of(this, other));
    }

    public final Expression minus(Expression other) {
        return plus(other.negate());
    }

    public final Expression times(Expression other) {
        return product(List.of(this, other));
    }

    public final Expression dividedBy(Expression other) {
        return times(other.power(BigFraction.MINUS_ONE));
    }

    public final Expression negate() {
        return this instanceof Product product && !product.coefficient().isZero()
                ? product.withCoefficient(product.coefficient().negate())
                : MINUS_ONE.times(this);
    }

    /**
     * This expression raised to a rational power.
     *
     * @throws ExpressionLimitException if the exponent or the result is too large
     * @throws ArithmeticException if 0 is raised to a negative power
     */
    public final Expression power(BigFraction exponent) {
        return Power.canonical(this, exponent);
    }

    /** This expression raised to an integer power; see {@link #power(BigFraction)}. */
    public final Expression power(int exponent) {
        return power(new BigFraction(exponent));
    }

    /** The square root. */
    public final Expression sqrt() {
        return power(BigFraction.ONE_HALF);
    }

    /** This expression as a node that sums and products around it do not merge into themselves. */
    public final Expression shared() {
        return this instanceof Sum || this instanceof Product ? intern(new Shared(this)) : this;
    }

    /** The direct subexpressions. */
    public abstract List<Expression> children();

    /** Calls the visitor's method for this kind of node. */
    public abstract <R> R accept(ExpressionVisitor<R> visitor);

    abstract boolean sameStructure(Expression other);

    abstract int rank();

    abstract int compareWithinRank(Expression other);

    /** Whether this is the constant 0. */
    public final boolean isZero() {
        return equals(ZERO);
    }

    /** Whether this is written with a leading minus: a negative constant, or a product with a negative coefficient. */
    public final boolean hasNegativeSign() {
        return (this instanceof Constant constant && constant.value().signum() < 0)
                || (this instanceof Product product && product.coefficient().signum() < 0);
    }

    /** Whether this is, by its form, defined for all values of its symbols. */
    final boolean isDefinedEverywhere() {
        if (definedEverywhere == null) {
            definedEverywhere = this instanceof Element element
                    ? element.table().isDefinedEverywhere()
                    : children().stream().allMatch(Expression::isDefinedEverywhere) && Domain.isTotal(this);
        }
        return definedEverywhere;
    }

    /** The indices that occur outside of the sums over them. */
    public final Set<Index> freeIndices() {
        if (freeIndices == null) {
            freeIndices = ownFreeIndices();
        }
        return freeIndices;
    }

    private Set<Index> ownFreeIndices() {
        if (this instanceof Index index) {
            return Set.of(index);
        }
        if (this instanceof Element element) {
            return Set.copyOf(element.indices());
        }
        if (children().isEmpty()) {
            return Set.of();
        }
        Set<Index> free = new HashSet<>();
        children().forEach(child -> free.addAll(child.freeIndices()));
        if (this instanceof SumOver sum) {
            free.remove(sum.index());
        }
        return Set.copyOf(free);
    }

    /** The indices of all sums over indices in this. */
    public final Set<Index> boundIndices() {
        if (boundIndices == null) {
            boundIndices = ownBoundIndices();
        }
        return boundIndices;
    }

    private Set<Index> ownBoundIndices() {
        if (this instanceof Element element) {
            return element.table().boundIndices();
        }
        if (children().isEmpty()) {
            return Set.of();
        }
        Set<Index> bound = new HashSet<>();
        children().forEach(child -> bound.addAll(child.boundIndices()));
        if (this instanceof SumOver sum) {
            bound.add(sum.index());
        }
        return Set.copyOf(bound);
    }

    /** Whether a sum over an index is in it that is not written out. */
    public final boolean hasSumsOverIndices() {
        return !boundIndices().isEmpty();
    }

    /**
     * This expression with all sums over indices written out; it has no free index.
     *
     * @throws ExpressionLimitException if that is too long
     */
    public final Expression writtenOut() {
        if (!hasSumsOverIndices()) {
            return this;
        }
        if (SumInterpreter.operations(this) > ExpressionLimit.MAX_WRITTEN_OUT) {
            throw ExpressionLimit.sumsTooLong();
        }
        return new WrittenOut(Map.of()).rewrite(this);
    }

    /** The same if it takes at most so many operations, otherwise this expression as it is. */
    public final Expression writtenOutWithin(double operations) {
        return hasSumsOverIndices() && SumInterpreter.operations(this) > operations ? this : writtenOut();
    }

    /**
     * This expression, for what needs it without sums over indices.
     *
     * @throws ExpressionLimitException if it has one: then it was too long to be written out
     */
    public final Expression requireWrittenOut() {
        if (hasSumsOverIndices()) {
            throw ExpressionLimit.sumsTooLong();
        }
        return this;
    }

    /**
     * This expression with free indices replaced, all at once.
     *
     * @param replacements integers, or integer combinations of indices with one another and with integers
     */
    public final Expression withIndices(Map<Index, Expression> replacements) {
        return Collections.disjoint(replacements.keySet(), freeIndices())
                ? this
                : new IndexSubstitution(replacements).rewrite(this);
    }

    /** The names of all symbols in this expression, sorted. */
    public final Set<String> symbolNames() {
        if (this instanceof Constant) {
            return Set.of();
        }
        Map<String, Symbol> found = new TreeMap<>();
        nodes().filter(Symbol.class::isInstance).map(Symbol.class::cast).forEach(s -> found.put(s.name(), s));
        return found.keySet();
    }

    /** Every distinct node of this graph, each once, in no particular order. */
    public final Stream<Expression> nodes() {
        Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(seen);
        return seen.stream();
    }

    private void collect(Set<Expression> seen) {
        if (seen.add(this)) {
            children().forEach(child -> child.collect(seen));
        }
    }

    /** This expression with symbols replaced by expressions, all at once; symbols not in the map stay. */
    public final Expression substitute(Map<String, Expression> replacements) {
        return replacements.isEmpty() ? this : new Substitution(replacements).rewrite(this);
    }

    /** A total order by structure: constants, symbols, powers, functions, products, sums, shared ones, indices, elements, sums over indices. */
    @Override
    public final int compareTo(Expression other) {
        if (this == other) {
            return 0;
        }
        int byRank = Integer.compare(rank(), other.rank());
        return byRank != 0 ? byRank : compareWithinRank(other);
    }

    @Override
    public final int hashCode() {
        return hash;
    }

    @Override
    public final boolean equals(Object other) {
        return this == other
                || (other instanceof Expression that
                        && hash == that.hash
                        && getClass() == that.getClass()
                        && sameStructure(that));
    }

    /** The expression in the syntax of problem files. */
    @Override
    public final String toString() {
        return accept(new InfixWriter()).text();
    }
}
