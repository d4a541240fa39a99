package org.selfstab.symbolic;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Application;
import org.selfstab.expression.Constant;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;
import org.selfstab.expression.Sum;

/**
 * How large the polynomials are that an expression becomes over a common denominator: symbols, functions and roots count as variables, and so
 * do exponentials, of which {@code exp(x/3)} and {@code exp(2*x)} are powers of one. By Kronecker's substitution a polynomial in several
 * variables is factored as one in a single variable whose degree is the product of {@code degree + 1} over the variables, so that this
 * number, not the length of an expression, says what factoring costs. In a single variable the cost grows like the third power of the degree.
 */
final class PolynomialExtent {

    /** Factors up to 7 leave functions as they are. */
    private static final int LOW_BITS = 3;

    private final IdentityHashMap<Expression, Degrees> known = new IdentityHashMap<>();
    /** By variable, the root of it that is the polynomial's variable: 6 where both its square and cube root occur. */
    private final Map<Expression, BigInteger> roots = new HashMap<>();

    /** What stands below roots and in functions, where computer algebra works as well. */
    private final Deque<Expression> inside = new ArrayDeque<>();

    private double product = 1;
    private double degree;

    private PolynomialExtent(Expression expression) {
        Set<Expression> seen = new HashSet<>(Set.of(expression));
        inside.add(expression);
        while (!inside.isEmpty()) {
            include(degrees(inside.remove()));
            inside.removeIf(next -> !seen.add(next));
        }
    }

    /** The extent of an expression and of all that stands below its roots and in its functions, whichever is the largest. */
    static PolynomialExtent of(Expression expression) {
        return new PolynomialExtent(expression);
    }

    /** Degrees of numerator and denominator by variable. */
    private record Degrees(Map<Expression, BigFraction> above, Map<Expression, BigFraction> below) {

        static Degrees none() {
            return new Degrees(new HashMap<>(), new HashMap<>());
        }
    }

    /** The product of {@code degree + 1} over the variables. */
    double product() {
        return product;
    }

    /** The largest degree in a variable, 0 without variables. */
    double degree() {
        return degree;
    }

    /** Takes in numerator and denominator of an expression, of each variable the one with more. */
    private void include(Degrees degrees) {
        Set<Expression> variables = new HashSet<>(degrees.above().keySet());
        variables.addAll(degrees.below().keySet());
        double all = 1;
        for (Expression variable : variables) {
            double of = larger(
                            degrees.above().getOrDefault(variable, BigFraction.ZERO),
                            degrees.below().getOrDefault(variable, BigFraction.ZERO))
                    .multiply(roots.get(variable))
                    .doubleValue();
            all *= of + 1;
            degree = Math.max(degree, of);
        }
        product = Math.max(product, all);
    }

    private Degrees degrees(Expression expression) {
        Degrees found = known.get(expression);
        if (found == null) {
            found = computed(expression);
            known.put(expression, found);
        }
        return found;
    }

    private Degrees computed(Expression expression) {
        if (expression instanceof Sum sum) {
            return ofSum(sum);
        }
        if (expression instanceof Product product) {
            Degrees found = Degrees.none();
            for (Expression factor : product.factors()) {
                add(degrees(factor).above(), BigFraction.ONE, found.above());
                add(degrees(factor).below(), BigFraction.ONE, found.below());
            }
            return found;
        }
        if (expression instanceof Power power) {
            return ofPower(power);
        }
        if (expression instanceof Application application) {
            return ofFunction(application);
        }
        inside.addAll(expression.children());
        return expression instanceof Constant ? Degrees.none() : variable(expression, BigFraction.ONE);
    }

    private Degrees ofSum(Sum sum) {
        Degrees found = Degrees.none();
        for (Expression term : sum.terms()) {
            degrees(term).above().forEach((variable, degree) -> found.above()
                    .merge(variable, degree, PolynomialExtent::larger));
            degrees(term).below().forEach((variable, degree) -> found.below()
                    .merge(variable, degree, PolynomialExtent::larger));
        }
        add(found.below(), BigFraction.ONE, found.above());
        return found;
    }

    private Degrees ofPower(Power power) {
        BigFraction exponent = power.exponent();
        if (!exponent.getDenominator().equals(BigInteger.ONE)) {
            inside.add(power.base());
            return variable(power.base(), exponent);
        }
        Degrees base = degrees(power.base());
        Degrees found = Degrees.none();
        boolean isAbove = exponent.signum() > 0;
        add(isAbove ? base.above() : base.below(), exponent.abs(), found.above());
        add(isAbove ? base.below() : base.above(), exponent.abs(), found.below());
        return found;
    }

    private Degrees ofFunction(Application application) {
        Expression argument = application.argument();
        return switch (application.function()) {
            case EXP -> ofExponential(argument);
            case SIN, COS, TAN, SINH, COSH, TANH ->
                isOfHighDegree(argument) ? ofCircle(argument) : ofAnyFunction(application);
            default -> ofAnyFunction(application);
        };
    }

    private Degrees ofAnyFunction(Application application) {
        inside.add(application.argument());
        return variable(application, BigFraction.ONE);
    }

    /** Whether {@code cosh(r)} or {@code cosh(r*x)} is of high degree in the exponentials that computer algebra makes of it, real or complex. */
    private static boolean isOfHighDegree(Expression argument) {
        BigFraction factor = argument instanceof Constant constant
                ? constant.value()
                : argument instanceof Product product ? product.coefficient() : BigFraction.ONE;
        return factor.getNumerator().bitLength() > LOW_BITS
                || factor.getDenominator().bitLength() > LOW_BITS;
    }

    private Degrees ofCircle(Expression argument) {
        Degrees exponential = ofExponential(argument);
        exponential.below().putAll(exponential.above());
        exponential.above().putAll(exponential.below());
        return exponential;
    }

    /** {@code exp(r*x)} is the r-th power of {@code exp(x)}. */
    private Degrees ofExponential(Expression argument) {
        inside.add(argument);
        if (argument instanceof Constant constant) {
            return variable(exp(Expression.ONE), constant.value());
        }
        if (argument instanceof Product product && product.coefficient().signum() != 0) {
            Expression one = product.dividedBy(Expression.constant(product.coefficient()));
            return variable(exp(one), product.coefficient());
        }
        return variable(exp(argument), BigFraction.ONE);
    }

    private static Expression exp(Expression argument) {
        return Expression.apply(ElementaryFunction.EXP, argument);
    }

    private Degrees variable(Expression variable, BigFraction degree) {
        roots.merge(variable, degree.getDenominator(), PolynomialExtent::leastCommonMultiple);
        Degrees found = Degrees.none();
        (degree.signum() > 0 ? found.above() : found.below()).put(variable, degree.abs());
        return found;
    }

    private static void add(Map<Expression, BigFraction> degrees, BigFraction times, Map<Expression, BigFraction> sum) {
        degrees.forEach((variable, degree) -> sum.merge(variable, times.multiply(degree), BigFraction::add));
    }

    private static BigFraction larger(BigFraction a, BigFraction b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static BigInteger leastCommonMultiple(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }
}
