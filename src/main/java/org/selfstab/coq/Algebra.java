package org.selfstab.coq;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Application;
import org.selfstab.expression.Constant;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionLimitException;
import org.selfstab.expression.ExpressionVisitor;
import org.selfstab.expression.Pi;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;
import org.selfstab.expression.Sum;
import org.selfstab.expression.Symbol;

/** What expressions know of terms: it proposes how a proof may go, and Coq decides whether it does. */
final class Algebra {

    private final Set<String> positive;

    /**
     * Algebra of terms.
     *
     * @param positive the names that stand for positive numbers
     */
    Algebra(Set<String> positive) {
        this.positive = Set.copyOf(positive);
    }

    /** A term in canonical form, where it has one. */
    Optional<Expression> canonical(Term term) {
        try {
            return Optional.of(expression(term.inlined()));
        } catch (ArithmeticException | ExpressionLimitException none) {
            return Optional.empty();
        }
    }

    private Expression expression(Term term) {
        if (term instanceof Term.Rational number) {
            return Expression.constant(number.value());
        }
        if (term instanceof Term.Pi) {
            return Expression.pi();
        }
        if (term instanceof Term.Name name) {
            return Expression.symbol(name.name());
        }
        if (term instanceof Term.Sum sum) {
            return distributed(expression(sum.left())).plus(distributed(expression(sum.right())));
        }
        if (term instanceof Term.Negative negative) {
            return expression(negative.operand()).negate();
        }
        if (term instanceof Term.Product product) {
            return expression(product.left()).times(expression(product.right()));
        }
        if (term instanceof Term.Inverse inverse) {
            return expression(inverse.operand()).power(-1);
        }
        if (term instanceof Term.Power power) {
            return expression(power.base()).power(power.exponent());
        }
        Term.Apply apply = (Term.Apply) term;
        Expression argument = expression(apply.argument());
        return switch (apply.function()) {
            case SQRT -> squareRoot(argument).orElseGet(argument::sqrt);
            case EXP -> Expression.apply(ElementaryFunction.EXP, argument);
            case LN -> Expression.apply(ElementaryFunction.LOG, argument);
            case SIN -> Expression.apply(ElementaryFunction.SIN, argument);
            case COS -> Expression.apply(ElementaryFunction.COS, argument);
            case ATAN -> Expression.apply(ElementaryFunction.ATAN, argument);
            case ABS -> throw new ArithmeticException("the absolute value is not among the functions of expressions");
        };
    }

    /** A number times a sum as the sum of its multiples, in which terms may cancel with others. */
    private static Expression distributed(Expression expression) {
        return expression instanceof Product product
                        && product.factors().size() == 1
                        && product.factors().get(0) instanceof Sum sum
                ? Expression.sum(sum.terms().stream()
                        .map(Expression.constant(product.coefficient())::times)
                        .toList())
                : expression;
    }

    /** An expression as a term; only what {@link #canonical} makes of terms. */
    static Term term(Expression expression) {
        return expression.accept(new ToTerm());
    }

    /** Whether an expression is positive by its form and by the names that are. */
    boolean isPositive(Expression expression) {
        if (expression instanceof Constant constant) {
            return constant.value().signum() > 0;
        }
        if (expression instanceof Symbol symbol) {
            return positive.contains(symbol.name());
        }
        if (expression instanceof Power power) {
            return isPositive(power.base());
        }
        if (expression instanceof Product product) {
            return product.coefficient().signum() > 0
                    && product.factors().stream().allMatch(this::isPositive);
        }
        if (expression instanceof Sum sum) {
            return sum.terms().stream().allMatch(this::isNotNegative)
                    && sum.terms().stream().anyMatch(this::isPositive);
        }
        return expression instanceof Pi
                || (expression instanceof Application application && application.function() == ElementaryFunction.EXP);
    }

    /** The same for at least zero. */
    boolean isNotNegative(Expression expression) {
        if (expression instanceof Constant constant) {
            return constant.value().signum() >= 0;
        }
        if (expression instanceof Power power) {
            boolean even = Term.isInteger(power.exponent())
                    && !power.exponent().getNumerator().testBit(0);
            return even || power.exponent().equals(BigFraction.ONE_HALF) || isNotNegative(power.base());
        }
        if (expression instanceof Product product) {
            return product.coefficient().signum() > 0
                    && product.factors().stream().allMatch(this::isNotNegative);
        }
        if (expression instanceof Sum sum) {
            return sum.terms().stream().allMatch(this::isNotNegative);
        }
        return isPositive(expression);
    }

    /** The positive root of a term that is plainly a square. */
    Optional<Term> root(Term term) {
        return canonical(term).flatMap(this::squareRoot).map(Algebra::term);
    }

    private Optional<Expression> squareRoot(Expression expression) {
        if (!isPositive(expression)) {
            return Optional.empty();
        }
        BigFraction coefficient = BigFraction.ONE;
        List<Expression> factors = List.of(expression);
        if (expression instanceof Constant constant) {
            coefficient = constant.value();
            factors = List.of();
        } else if (expression instanceof Product product) {
            coefficient = product.coefficient();
            factors = product.factors();
        }
        BigInteger numerator = coefficient.getNumerator().sqrt();
        BigInteger denominator = coefficient.getDenominator().sqrt();
        if (!new BigFraction(numerator, denominator).pow(2).equals(coefficient)) {
            return Optional.empty();
        }
        List<Expression> roots = new ArrayList<>(List.of(Expression.constant(new BigFraction(numerator, denominator))));
        for (Expression factor : factors) {
            if (!(factor instanceof Power power)
                    || !isPositive(power.base())
                    || !Term.isInteger(power.exponent())
                    || power.exponent().getNumerator().testBit(0)) {
                return Optional.empty();
            }
            roots.add(power.base().power(power.exponent().divide(2)));
        }
        return Optional.of(Expression.product(roots));
    }

    /** A term as a quotient: a product of powers and of a number that its denominators divide, and the term times that. */
    Optional<Term[]> quotient(Term term) {
        return canonical(term).map(expression -> {
            List<Expression> terms = expression instanceof Sum sum ? sum.terms() : List.of(expression);
            List<Expression> below = new ArrayList<>();
            BigInteger divisor = BigInteger.ONE;
            for (Expression part : terms) {
                BigInteger own = part instanceof Product product
                        ? product.coefficient().getDenominator()
                        : part instanceof Constant constant ? constant.value().getDenominator() : BigInteger.ONE;
                divisor = divisor.multiply(own).divide(divisor.gcd(own));
            }
            below.add(Expression.constant(new BigFraction(divisor, BigInteger.ONE)));
            for (Expression part : terms) {
                List<Expression> factors = part instanceof Product product ? product.factors() : List.of(part);
                for (Expression factor : factors) {
                    if (factor instanceof Power power && power.exponent().signum() < 0) {
                        Expression needed = power.base().power(power.exponent().negate());
                        if (!below.contains(needed)) {
                            below.add(needed);
                        }
                    }
                }
            }
            Expression denominator = Expression.product(below);
            Expression numerator = Expression.sum(
                    terms.stream().map(part -> part.times(denominator)).toList());
            return new Term[] {term(denominator), term(numerator)};
        });
    }

    private static final class ToTerm implements ExpressionVisitor<Term> {

        @Override
        public Term visitConstant(Constant constant) {
            return new Term.Rational(constant.value());
        }

        @Override
        public Term visitPi(Pi pi) {
            return new Term.Pi();
        }

        @Override
        public Term visitSymbol(Symbol symbol) {
            return new Term.Name(symbol.name());
        }

        @Override
        public Term visitSum(Sum sum) {
            return joined(sum.terms(), Term.Sum::new);
        }

        private Term joined(List<Expression> parts, BinaryOperator<Term> operation) {
            return parts.stream()
                    .map(part -> part.accept(this))
                    .reduce(operation)
                    .orElseThrow();
        }

        @Override
        public Term visitProduct(Product product) {
            Term factors = joined(product.factors(), Term.Product::new);
            return product.coefficient().equals(BigFraction.ONE)
                    ? factors
                    : new Term.Product(new Term.Rational(product.coefficient()), factors);
        }

        @Override
        public Term visitPower(Power power) {
            Term base = power.base().accept(this);
            BigFraction exponent = power.exponent();
            int numerator = exponent.getNumerator().abs().intValueExact();
            Term raised = (Term.isInteger(exponent) ? base : base.apply(Term.Function.SQRT)).power(numerator);
            return exponent.signum() < 0 ? new Term.Inverse(raised) : raised;
        }

        @Override
        public Term visitApplication(Application application) {
            Term argument = application.argument().accept(this);
            return switch (application.function()) {
                case EXP -> argument.apply(Term.Function.EXP);
                case LOG -> argument.apply(Term.Function.LN);
                case SIN -> argument.apply(Term.Function.SIN);
                case COS -> argument.apply(Term.Function.COS);
                case ATAN -> argument.apply(Term.Function.ATAN);
                default -> throw new IllegalArgumentException("no term has " + application.function());
            };
        }
    }
}
