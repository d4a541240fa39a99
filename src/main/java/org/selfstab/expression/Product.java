package org.selfstab.expression;

import com.google.common.collect.Comparators;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** A rational coefficient times at least one factor, none of them a constant or a product, no two with one base. */
public final class Product extends Expression {

    private final BigFraction coefficient;
    private final List<Expression> factors;

    Product(BigFraction coefficient, List<Expression> factors) {
        super(31 * (31 * coefficient.hashCode() + factors.hashCode()) + 2);
        this.coefficient = coefficient;
        this.factors = List.copyOf(factors);
    }

    /** The rational coefficient; not 1 if there is only one factor, and 0 only if the factors are not defined everywhere ({@link Domain}). */
    public BigFraction coefficient() {
        return coefficient;
    }

    /** The factors beside the coefficient, at least one. */
    public List<Expression> factors() {
        return factors;
    }

    /** The same factors with another coefficient, not 0. */
    Expression withCoefficient(BigFraction other) {
        return factors.size() == 1 && Rationals.isOne(other)
                ? factors.get(0)
                : Expression.intern(new Product(other, factors));
    }

    @Override
    public List<Expression> children() {
        return factors;
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitProduct(this);
    }

    @Override
    boolean sameStructure(Expression other) {
        Product that = (Product) other;
        return Rationals.equal(coefficient, that.coefficient) && factors.equals(that.factors);
    }

    @Override
    int rank() {
        return 5;
    }

    @Override
    int compareWithinRank(Expression other) {
        Product that = (Product) other;
        int byFactors = Comparators.lexicographical(Comparator.<Expression>naturalOrder())
                .compare(factors, that.factors);
        return byFactors != 0 ? byFactors : coefficient.compareTo(that.coefficient);
    }
}
