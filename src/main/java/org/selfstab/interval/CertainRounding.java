package org.selfstab.interval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.NearestDouble;

/**
 * The value of a closed expression, rounded, where an enclosure of {@value #DIGITS} digits leaves no doubt how. It starts at once,
 * whereas Hipparchus's decimal numbers first compute their logarithms and exponentials to hundreds of digits.
 */
public final class CertainRounding {

    private static final int DIGITS = 40;
    /** Shared, as it keeps pi once that was needed. */
    private static final DecimalIntervalField FIELD = new DecimalIntervalField(DIGITS);

    private CertainRounding() {}

    /** The nearest double, finite; empty in doubt, or where the expression has no enclosure. */
    public static Optional<Double> nearestDouble(Expression closed) {
        if (closed instanceof Constant constant) {
            return Optional.of(NearestDouble.of(constant.value())).filter(Double::isFinite);
        }
        return agreed(closed, BigDecimal::doubleValue).filter(Double::isFinite);
    }

    /** The greatest integer not above the value; empty in doubt, as at an integer, or where the expression has no enclosure. */
    public static Optional<BigInteger> floor(Expression closed) {
        return agreed(closed, end -> end.setScale(0, RoundingMode.FLOOR).toBigInteger());
    }

    /** What both ends of the enclosure round to. */
    private static <R> Optional<R> agreed(Expression closed, Function<BigDecimal, R> rounding) {
        return enclosure(closed).flatMap(enclosure -> {
            R below = rounding.apply(enclosure.lower());
            return Optional.of(below).filter(rounding.apply(enclosure.upper())::equals);
        });
    }

    private static Optional<DecimalInterval> enclosure(Expression closed) {
        try {
            return Optional.of(FieldInterpreter.evaluate(closed, FIELD)).filter(DecimalInterval::isFinite);
        } catch (NoEnclosureException undecided) {
            return Optional.empty();
        }
    }
}
