package org.selfstab.loss;

import java.math.BigDecimal;
import java.math.MathContext;
import org.hipparchus.Field;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.selfstab.expression.autodiff.LossDerivatives;

/** Decimal floating point (Hipparchus's Dfp) with any number of digits and some guard digits beyond. */
public final class DecimalBackend implements Backend<Dfp> {

    /** The fewest digits that are more than double precision. */
    public static final int MIN_DIGITS = 17;

    /** The most digits: beyond, a step takes seconds. */
    public static final int MAX_DIGITS = 1000;

    private static final int GUARD_DIGITS = 8;

    private final int digits;
    private final DfpField field;

    /**
     * Arithmetic with at least so many digits.
     *
     * @param digits from {@link #MIN_DIGITS} to {@link #MAX_DIGITS}
     * @throws IllegalArgumentException if the number is outside of these
     */
    public DecimalBackend(int digits) {
        if (digits < MIN_DIGITS || digits > MAX_DIGITS) {
            throw new IllegalArgumentException("digits from " + MIN_DIGITS + " to " + MAX_DIGITS + ", not " + digits);
        }
        this.digits = digits;
        this.field = new DfpField(digits + GUARD_DIGITS);
    }

    @Override
    public Field<Dfp> field() {
        return field;
    }

    @Override
    public String name() {
        return digits + " digits";
    }

    @Override
    public String write(Dfp number) {
        return number.isFinite()
                ? new BigDecimal(number.toString())
                        .round(new MathContext(digits))
                        .stripTrailingZeros()
                        .toString()
                : Double.toString(number.toDouble());
    }

    @Override
    public Loss<Dfp> loss(LossDerivatives derivatives) {
        return InterpretedLoss.of(derivatives, field);
    }
}
