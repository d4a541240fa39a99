package org.selfstab.problem;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.util.Binary64Field;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.NearestDouble;
import org.selfstab.interval.CertainRounding;
import org.selfstab.vocabulary.SelfstabException;

/** Values of closed expressions, for checks. */
public final class RealValue {

    private static final int DIGITS = 50;

    private RealValue() {}

    /**
     * The value in double precision, computed with 50 digits where doubles overflow or lose their way; NaN if it is not real
     * or beyond the range of doubles.
     */
    public static double of(Expression closed) {
        double value = closed instanceof Constant constant
                ? NearestDouble.of(constant.value())
                : FieldInterpreter.evaluate(closed, Binary64Field.getInstance()).getReal();
        return Double.isFinite(value) ? value : precisely(closed).toDouble();
    }

    /**
     * Requires a value as {@link #of} gives it.
     *
     * @param what it is, for the message
     * @throws SelfstabException if it is not finite and real
     */
    static void requireFinite(String what, Expression closed) {
        if (!Double.isFinite(of(closed))) {
            throw new SelfstabException(
                    what + " is " + ExpressionText.of(closed) + ", which has no finite real value",
                    "it must be a real number");
        }
    }

    /**
     * The greatest integer not above the value. Exact, except that a value within 1e-40 of an integer, relatively, is taken for it
     * unless it is a constant.
     *
     * @throws MathRuntimeException if the value is not finite
     */
    static BigInteger floorOf(Expression closed) {
        if (closed instanceof Constant constant) {
            BigInteger[] parts = constant.value()
                    .getNumerator()
                    .divideAndRemainder(constant.value().getDenominator());
            return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        }
        return CertainRounding.floor(closed).orElseGet(() -> floorOf(precisely(closed)));
    }

    private static BigInteger floorOf(Dfp value) {
        Dfp nearest = value.rint();
        Dfp distance = value.subtract(nearest).abs();
        boolean isInteger = distance.lessThan(nearest.abs().multiply(value.newInstance("1e-40")));
        return new BigDecimal((isInteger ? nearest : value.floor()).toString()).toBigInteger();
    }

    private static Dfp precisely(Expression closed) {
        return FieldInterpreter.evaluate(closed, new DfpField(DIGITS));
    }
}
