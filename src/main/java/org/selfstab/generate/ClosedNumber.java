package org.selfstab.generate;

import java.util.Set;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionLimitException;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.expression.syntax.ExpressionSyntaxException;

/**
 * A real number stated exactly by a closed expression. Rationals are compared exactly, others by 60 digits, where a difference below
 * 1e-40, relatively, is taken for 0.
 *
 * @param expression the expression, without symbols
 */
record ClosedNumber(Expression expression) {

    private static final int DIGITS = 60;
    private static final double EQUAL = 1e-40;

    static final ClosedNumber ZERO = of(0, 1);
    static final ClosedNumber ONE = of(1, 1);

    /** A rational. */
    static ClosedNumber of(int numerator, int denominator) {
        return new ClosedNumber(Expression.constant(new BigFraction(numerator, denominator)));
    }

    /**
     * Reads a number.
     *
     * @param option what the number is of, for messages
     * @throws ImpossibleRequestException if the text is no closed expression or has no finite real value
     */
    static ClosedNumber parse(String option, String text) {
        try {
            ClosedNumber number =
                    new ClosedNumber(new ExpressionParser(Set.of()).parse(text).expression());
            if (!Double.isFinite(number.real())) {
                throw new ImpossibleRequestException(
                        option + " = " + text + " has no finite real value", "give a number");
            }
            return number;
        } catch (ExpressionSyntaxException | ExpressionLimitException none) {
            throw new ImpossibleRequestException(option + " = " + text + ": " + none.problem(), none.remedy());
        } catch (ArithmeticException zero) {
            throw new ImpossibleRequestException(
                    option + " = " + text + " has no value: division by zero", "no divisor may be zero");
        }
    }

    /** The value in double precision. */
    double real() {
        return precisely(expression).toDouble();
    }

    /** -1, 0 or 1. */
    int sign() {
        return compare(ZERO);
    }

    boolean isZero() {
        return sign() == 0;
    }

    boolean isBelow(ClosedNumber other) {
        return compare(other) < 0;
    }

    boolean isAbove(ClosedNumber other) {
        return compare(other) > 0;
    }

    /** -1, 0 or 1 as this is less than, equal to or greater than the other. */
    int compare(ClosedNumber other) {
        if (expression instanceof Constant a && other.expression instanceof Constant b) {
            return a.value().compareTo(b.value());
        }
        Dfp mine = precisely(expression);
        Dfp its = precisely(other.expression);
        Dfp difference = mine.subtract(its);
        Dfp scale = mine.abs().add(its.abs());
        return difference.abs().lessThan(scale.multiply(mine.newInstance(EQUAL))) || difference.isZero()
                ? 0
                : difference.strictlyPositive() ? 1 : -1;
    }

    ClosedNumber abs() {
        return sign() < 0 ? new ClosedNumber(expression.negate()) : this;
    }

    private static Dfp precisely(Expression closed) {
        return FieldInterpreter.evaluate(closed, new DfpField(DIGITS));
    }

    /** The number as problem files and options write it. */
    @Override
    public String toString() {
        return expression.toString();
    }
}
