package org.selfstab.dynamics;

import java.math.BigDecimal;
import java.math.MathContext;
import org.hipparchus.Field;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.loss.InterpretedLoss;
import org.selfstab.loss.Loss;
import org.selfstab.numeric.JacobiEigensolver;
import org.selfstab.problem.Problem;

/** Decimal floating point (Hipparchus's Dfp) with any number of digits and some guard digits beyond. */
public final class DecimalArithmetic implements Arithmetic<Dfp> {

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
    public DecimalArithmetic(int digits) {
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
    public Model<Dfp> model(Problem problem, LossDerivatives derivatives) {
        Dfp eta = valueOf(problem.stepSize());
        Loss<Dfp> loss = InterpretedLoss.of(derivatives, field);
        GeometryEvaluator<Dfp> evaluator = new GeometryEvaluator<>(loss, new JacobiEigensolver<>());
        return Model.overAnyField(evaluator, eta, startOf(problem));
    }
}
