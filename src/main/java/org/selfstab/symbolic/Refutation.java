package org.selfstab.symbolic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.Sum;

/**
 * Looks for a point at which an expression is not zero. Points are random rationals from a fixed seed; a rational
 * expression is evaluated exactly, any other to {@value #DIGITS} digits, where a value counts as zero below
 * {@code 10^-40} of the sum of the magnitudes of its terms. Points outside the domain are passed over.
 */
final class Refutation {

    private static final int DIGITS = 60;
    private static final double RELATIVE_ZERO = 1e-40;
    private static final int POINTS = 12;
    private static final int MAX_NUMERATOR = 97;
    private static final int DENOMINATOR = 64;

    private final DfpField field = new DfpField(DIGITS);
    private final Random random = new Random(20220930);
    private final Set<String> positive;

    Refutation(Set<String> positive) {
        this.positive = positive;
    }

    /** The identity refuted, if one of the points refutes it. */
    Optional<Identity> of(Expression expression) {
        Set<String> names = expression.symbolNames();
        int points = names.isEmpty() ? 1 : POINTS;
        for (int i = 0; i < points; i++) {
            Optional<Identity> refuted = at(randomPoint(names), expression);
            if (refuted.isPresent()) {
                return refuted;
            }
        }
        return Optional.empty();
    }

    private Map<String, BigFraction> randomPoint(Set<String> names) {
        Map<String, BigFraction> point = new TreeMap<>();
        for (String name : names) {
            int numerator = 1 + random.nextInt(MAX_NUMERATOR);
            boolean negative = random.nextBoolean() && !positive.contains(name);
            point.put(name, new BigFraction(negative ? -numerator : numerator, DENOMINATOR));
        }
        return point;
    }

    private Optional<Identity> at(Map<String, BigFraction> point, Expression expression) {
        Map<String, Expression> values = new HashMap<>();
        point.forEach((name, value) -> values.put(name, Expression.constant(value)));
        try {
            return nonZeroValue(expression, values).map(value -> Identity.refuted(point, value));
        } catch (ArithmeticException outsideTheDomain) {
            return Optional.empty();
        }
    }

    private Optional<String> nonZeroValue(Expression expression, Map<String, Expression> values) {
        Expression value = expression.substitute(values);
        if (value instanceof Constant exact) {
            return exact.isZero() ? Optional.empty() : Optional.of(exact.value().toString());
        }
        Dfp number = evaluate(value);
        Dfp tolerance = magnitudeOfTerms(expression, values).multiply(field.newDfp(RELATIVE_ZERO));
        boolean decided = !number.isNaN() && !number.isInfinite() && !tolerance.isNaN();
        return decided && number.abs().greaterThan(tolerance) ? Optional.of(number.toString()) : Optional.empty();
    }

    private Dfp magnitudeOfTerms(Expression expression, Map<String, Expression> values) {
        List<Expression> terms = expression instanceof Sum sum ? sum.terms() : List.of(expression);
        Dfp total = field.getZero();
        for (Expression term : terms) {
            total = total.add(evaluate(term.substitute(values)).abs());
        }
        return total;
    }

    private Dfp evaluate(Expression closed) {
        return FieldInterpreter.evaluate(closed, field);
    }
}
