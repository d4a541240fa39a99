package org.selfstab.symbolic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Sign;
import org.selfstab.expression.Symbol;
import org.selfstab.vocabulary.Verdict;

/**
 * Decides whether an expression is nowhere positive where others are positive: it is evaluated at random points, and then divided by those others, as it is and factored, and its
 * sign read off the form (even powers, positive symbols, sums of terms of one sign).
 */
public final class SignProof {

    private final List<Symbol> positive;
    private final List<Expression> assumed;

    /**
     * Proofs.
     *
     * @param positive symbols that stand for positive numbers only
     * @param assumed what is positive at the points that count, a few expressions
     */
    public SignProof(Collection<Symbol> positive, List<Expression> assumed) {
        this.positive = List.copyOf(positive);
        this.assumed = List.copyOf(assumed);
    }

    /**
     * What was found.
     *
     * @param status HOLDS where a form shows the sign, FAILS where the expression is positive at the witness, UNDECIDED otherwise
     * @param form where it holds, the form
     * @param witness where it fails, the point, by name
     * @param points at how many random points it was not positive
     */
    public record Finding(
            Verdict.Status status, Optional<Expression> form, Map<String, BigFraction> witness, int points) {

        public Finding {
            witness = Collections.unmodifiableMap(new TreeMap<>(witness));
        }
    }

    /** Decides whether an expression is nowhere positive. */
    public Finding notPositive(Expression expression) {
        Set<String> names = positive.stream().map(Symbol::name).collect(Collectors.toSet());
        Identity refutation = new Refutation(names).ofNotPositive(expression, assumed);
        if (refutation.status() == Verdict.Status.FAILS) {
            return new Finding(refutation.status(), Optional.empty(), refutation.witness(), refutation.points());
        }
        Optional<Expression> form = refutation.points() == 0 ? Optional.empty() : form(expression);
        return new Finding(
                form.isPresent() ? Verdict.Status.HOLDS : Verdict.Status.UNDECIDED,
                form,
                Map.of(),
                refutation.points());
    }

    private Optional<Expression> form(Expression expression) {
        Simplification simplification = Simplification.general().assumingPositive(positive);
        for (Expression divisor : divisors()) {
            Expression quotient = expression.dividedBy(divisor);
            if (isNotPositive(quotient)) {
                return Optional.of(expression);
            }
            Expression factored = simplification.factored(quotient);
            if (isNotPositive(factored)) {
                return Optional.of(factored.times(divisor));
            }
        }
        return Optional.empty();
    }

    private boolean isNotPositive(Expression expression) {
        return Sign.isNotNegative(withKnownSigns(expression.negate()));
    }

    /** The products of what is assumed to be positive, 1 first. */
    private List<Expression> divisors() {
        List<Expression> products = new ArrayList<>(List.of(Expression.ONE));
        for (Expression each : assumed) {
            products.addAll(products.stream().map(each::times).toList());
        }
        return products;
    }

    /** The expression with exp(x) for each positive x, of which its form shows the sign. */
    private Expression withKnownSigns(Expression expression) {
        Expression known = expression;
        for (Expression each : assumed) {
            known = new NodeReplacement(each, exponential(each)).in(known);
        }
        Map<String, Expression> exponentials = new HashMap<>();
        positive.forEach(symbol -> exponentials.put(symbol.name(), exponential(symbol)));
        return known.substitute(exponentials);
    }

    private static Expression exponential(Expression expression) {
        return Expression.apply(ElementaryFunction.EXP, expression);
    }
}
