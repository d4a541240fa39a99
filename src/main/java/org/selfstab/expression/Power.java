package org.selfstab.expression;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** A base raised to a rational exponent other than 0 and 1. */
public final class Power extends Expression {

    private final Expression base;
    private final BigFraction exponent;

    Power(Expression base, BigFraction exponent) {
        super(31 * (31 * base.hashCode() + exponent.hashCode()) + 3);
        this.base = base;
        this.exponent = exponent;
    }

    public Expression base() {
        return base;
    }

    public BigFraction exponent() {
        return exponent;
    }

    static Expression canonical(Expression base, BigFraction exponent) {
        ExpressionLimit.checkExponent(exponent);
        if (exponent.isZero()) {
            return ONE;
        }
        if (Rationals.isOne(exponent)) {
            return base;
        }
        return simplified(base, exponent).orElseGet(() -> intern(new Power(base, exponent)));
    }

    private static Optional<Expression> simplified(Expression base, BigFraction exponent) {
        if (base instanceof Constant constant) {
            return constantPower(constant.value(), exponent);
        }
        if (!Rationals.isInteger(exponent)) {
            return Optional.empty();
        }
        if (base instanceof Power inner) {
            return Optional.of(inner.base.power(inner.exponent.multiply(exponent)));
        }
        if (base instanceof Product product) {
            return Optional.of(distributed(product, exponent));
        }
        return Optional.empty();
    }

    private static Expression distributed(Product product, BigFraction exponent) {
        ProductCollector collector = new ProductCollector();
        collector.multiply(constant(product.coefficient()).power(exponent));
        product.factors().forEach(factor -> collector.multiply(factor.power(exponent)));
        return collector.toExpression();
    }

    private static Optional<Expression> constantPower(BigFraction value, BigFraction exponent) {
        if (value.isZero() && exponent.signum() < 0) {
            throw new ArithmeticException("division by zero");
        }
        if (value.isZero() || Rationals.isOne(value)) {
            return Optional.of(constant(value));
        }
        if (Rationals.isInteger(exponent)) {
            ExpressionLimit.checkPower(value, exponent);
            return Optional.of(constant(value.pow(exponent.getNumerator())));
        }
        if (exponent.getDenominator().equals(BigInteger.TWO)) {
            return exactSquareRoot(value).map(root -> constant(root).power(new BigFraction(exponent.getNumerator())));
        }
        return Optional.empty();
    }

    private static Optional<BigFraction> exactSquareRoot(BigFraction value) {
        if (value.signum() < 0) {
            return Optional.empty();
        }
        BigInteger[] numerator = value.getNumerator().sqrtAndRemainder();
        BigInteger[] denominator = value.getDenominator().sqrtAndRemainder();
        return numerator[1].signum() == 0 && denominator[1].signum() == 0
                ? Optional.of(new BigFraction(numerator[0], denominator[0]))
                : Optional.empty();
    }

    @Override
    public List<Expression> children() {
        return List.of(base);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitPower(this);
    }

    @Override
    boolean sameStructure(Expression other) {
        Power that = (Power) other;
        return base.equals(that.base) && Rationals.equal(exponent, that.exponent);
    }

    @Override
    int rank() {
        return 3;
    }

    @Override
    int compareWithinRank(Expression other) {
        Power that = (Power) other;
        int byBase = base.compareTo(that.base);
        return byBase != 0 ? byBase : exponent.compareTo(that.exponent);
    }
}
