package org.selfstab.coq;

import java.util.Map;
import java.util.function.Function;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;

/**
 * Values of terms, with which proofs are looked for; nothing rests on them.
 *
 * @param numbers the field's value of a rational number
 * @param <T> the numbers
 */
record Evaluation<T extends CalculusFieldElement<T>>(Function<BigFraction, T> numbers) {

    /** In doubles. */
    static Evaluation<Binary64> inDoubles() {
        return new Evaluation<>(value -> new Binary64(value.doubleValue()));
    }

    /** With so many decimal digits. */
    static Evaluation<Dfp> inDecimals(DfpField field) {
        return new Evaluation<>(value -> field.newDfp(value.getNumerator().toString())
                .divide(field.newDfp(value.getDenominator().toString())));
    }

    /** The value where the names have values. */
    T of(Term term, Map<String, T> values) {
        if (term instanceof Term.Rational number) {
            return numbers.apply(number.value());
        }
        if (term instanceof Term.Pi) {
            return numbers.apply(BigFraction.ONE).getPi();
        }
        if (term instanceof Term.Name name) {
            return values.get(name.name());
        }
        if (term instanceof Term.Sum sum) {
            return of(sum.left(), values).add(of(sum.right(), values));
        }
        if (term instanceof Term.Negative negative) {
            return of(negative.operand(), values).negate();
        }
        if (term instanceof Term.Product product) {
            return of(product.left(), values).multiply(of(product.right(), values));
        }
        if (term instanceof Term.Inverse inverse) {
            return of(inverse.operand(), values).reciprocal();
        }
        if (term instanceof Term.Power power) {
            return of(power.base(), values).pow(power.exponent());
        }
        if (term instanceof Term.Call call) {
            return of(call.meaning(), values);
        }
        Term.Apply apply = (Term.Apply) term;
        T argument = of(apply.argument(), values);
        return switch (apply.function()) {
            case SQRT -> argument.sqrt();
            case EXP -> argument.exp();
            case LN -> argument.log();
            case SIN -> argument.sin();
            case COS -> argument.cos();
            case ATAN -> argument.atan();
            case ABS -> argument.abs();
        };
    }
}
