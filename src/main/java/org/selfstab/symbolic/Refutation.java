package org.selfstab.symbolic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionLimitException;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.Sum;

/**
 * Looks for a point at which two expressions differ, or one is positive. Points are random rationals from a fixed seed; rational
 * expressions are evaluated exactly, any others to {@value #DIGITS} digits, where a difference counts as zero below
 * {@code 10^-40} of the sum of the magnitudes of the terms. Points outside the domain are passed over.
 */
final class Refutation {

    private static final int DIGITS = 60;
    private static final double RELATIVE_ZERO = 1e-40;
    private static final int POINTS = 12;
    private static final int TRIES_PER_POINT = 10;
    private static final int SIGN_POINTS = 200;
    private static final int MAX_NUMERATOR = 97;
    private static final int DENOMINATOR = 64;
    private static final int[] SIZES = {1, 1, 8, DENOMINATOR};

    private final DfpField field = new DfpField(DIGITS);
    private final Random random = new Random(20220930);
    private final Set<String> positive;

    Refutation(Set<String> positive) {
        this.positive = positive;
    }

    /**
     * Refuted if one of the points tells the sides apart; otherwise not proved, with the number of points that did not.
     *
     * @param assumed what is positive at the points that count
     */
    Identity of(Expression left, Expression right, List<Expression> assumed) {
        Set<String> names = new TreeSet<>(left.symbolNames());
        names.addAll(right.symbolNames());
        assumed.forEach(each -> names.addAll(each.symbolNames()));
        int wanted = names.isEmpty() ? 1 : POINTS;
        int decided = 0;
        for (int tried = 0; tried < wanted * TRIES_PER_POINT && decided < wanted; tried++) {
            Map<String, BigFraction> point = randomPoint(names, !assumed.isEmpty());
            if (!arePositive(assumed, point)) {
                continue;
            }
            Comparison comparison = compare(point, left, right);
            if (comparison.decided() && comparison.difference().isPresent()) {
                return Identity.refuted(point, comparison.difference().get(), decided);
            }
            decided += comparison.decided() ? 1 : 0;
        }
        return Identity.notProved(decided);
    }

    /**
     * Looks for a point at which an expression is positive.
     *
     * @param assumed what is positive at the points that count
     * @return refuted with that point, or not proved with the number of points that count
     */
    Identity ofNotPositive(Expression expression, List<Expression> assumed) {
        Set<String> names = new TreeSet<>(expression.symbolNames());
        assumed.forEach(each -> names.addAll(each.symbolNames()));
        int counted = 0;
        for (int tried = 0; tried < SIGN_POINTS; tried++) {
            Map<String, BigFraction> point = randomPoint(names, true);
            boolean counts = arePositive(assumed, point);
            if (counts && isPositive(expression, point)) {
                return Identity.refuted(point, ValueAtPoint.text(expression, point), counted);
            }
            counted += counts ? 1 : 0;
        }
        return Identity.notProved(counted);
    }

    private boolean arePositive(List<Expression> assumed, Map<String, BigFraction> point) {
        return assumed.stream().allMatch(each -> isPositive(each, point));
    }

    private boolean isPositive(Expression expression, Map<String, BigFraction> point) {
        Comparison comparison = compare(point, expression, Expression.ZERO);
        return comparison
                .difference()
                .filter(difference -> !difference.startsWith("-"))
                .isPresent();
    }

    /** Two values at a point: whether both are defined, and their difference as text if they differ. */
    private record Comparison(boolean decided, Optional<String> difference) {
        static final Comparison UNDEFINED = new Comparison(false, Optional.empty());
    }

    /**
     * A point.
     *
     * @param isWide whether its coordinates are of several sizes, so that conditions far from 0 are met, and what goes wrong there is found
     */
    private Map<String, BigFraction> randomPoint(Set<String> names, boolean isWide) {
        Map<String, BigFraction> point = new TreeMap<>();
        for (String name : names) {
            int size = isWide ? SIZES[random.nextInt(SIZES.length)] : 1;
            int numerator = size * (1 + random.nextInt(MAX_NUMERATOR));
            boolean negative = random.nextBoolean() && !positive.contains(name);
            point.put(name, new BigFraction(negative ? -numerator : numerator, DENOMINATOR));
        }
        return point;
    }

    private Comparison compare(Map<String, BigFraction> point, Expression left, Expression right) {
        Map<String, Expression> values = new HashMap<>();
        point.forEach((name, value) -> values.put(name, Expression.constant(value)));
        try {
            Expression leftValue = left.substitute(values);
            Expression rightValue = right.substitute(values);
            if (leftValue instanceof Constant first && rightValue instanceof Constant second) {
                BigFraction difference = first.value().subtract(second.value());
                return new Comparison(
                        true, difference.signum() == 0 ? Optional.empty() : Optional.of(difference.toString()));
            }
            Dfp tolerance = magnitudeOfTerms(left, values)
                    .add(magnitudeOfTerms(right, values))
                    .multiply(field.newDfp(RELATIVE_ZERO));
            return comparison(evaluate(leftValue).subtract(evaluate(rightValue)), tolerance);
        } catch (ExpressionLimitException | ArithmeticException outsideTheDomain) {
            return Comparison.UNDEFINED;
        }
    }

    private static Comparison comparison(Dfp difference, Dfp tolerance) {
        if (difference.isNaN() || difference.isInfinite() || tolerance.isNaN() || tolerance.isInfinite()) {
            return Comparison.UNDEFINED;
        }
        return new Comparison(
                true, difference.abs().greaterThan(tolerance) ? Optional.of(difference.toString()) : Optional.empty());
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
