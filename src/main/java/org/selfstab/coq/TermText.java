package org.selfstab.coq;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** The text of a term, with no more parentheses than its reader may want. */
final class TermText {

    private static final int SUM = 0;
    private static final int PRODUCT = 1;
    private static final int POWER = 2;
    private static final int ATOM = 3;

    private TermText() {}

    static String of(Term term) {
        StringBuilder text = new StringBuilder();
        write(text, term, SUM);
        return text.toString();
    }

    private static void write(StringBuilder text, Term term, int required) {
        boolean parenthesised = binding(term) < required;
        text.append(parenthesised ? "(" : "");
        if (term instanceof Term.Rational number) {
            text.append(number(number.value()));
        } else if (term instanceof Term.Pi) {
            text.append("PI");
        } else if (term instanceof Term.Name name) {
            text.append(name.name());
        } else if (term instanceof Term.Sum sum) {
            write(text, sum.left(), SUM);
            boolean minus = sum.right() instanceof Term.Negative;
            text.append(minus ? " - " : " + ");
            write(text, minus ? ((Term.Negative) sum.right()).operand() : sum.right(), PRODUCT);
        } else if (term instanceof Term.Negative negative) {
            text.append("- ");
            write(text, negative.operand(), POWER);
        } else if (term instanceof Term.Product product) {
            write(text, product.left(), PRODUCT);
            Term divisor = divisor(product.right());
            text.append(divisor == null ? " * " : " / ");
            write(text, divisor == null ? product.right() : divisor, POWER);
        } else if (term instanceof Term.Inverse inverse) {
            text.append("/ ");
            write(text, inverse.operand(), POWER);
        } else if (term instanceof Term.Power power) {
            write(text, power.base(), ATOM);
            text.append(" ^ ").append(power.exponent());
        } else if (term instanceof Term.Apply apply) {
            text.append(apply.function().coqName()).append(' ');
            write(text, apply.argument(), ATOM);
        } else if (term instanceof Term.Call call) {
            text.append(call.definition().name());
            for (Term argument : call.arguments()) {
                text.append(' ');
                write(text, argument, ATOM);
            }
        }
        text.append(parenthesised ? ")" : "");
    }

    /** What a factor divides by; null if it multiplies. */
    private static Term divisor(Term factor) {
        if (factor instanceof Term.Rational number && isDivisor(number)) {
            return new Term.Rational(number.value().reciprocal());
        }
        return factor instanceof Term.Inverse inverse ? inverse.operand() : null;
    }

    /** Whether a factor is written as the division by an integer. */
    static boolean isDivisor(Term.Rational factor) {
        return factor.value().getNumerator().equals(BigInteger.ONE) && !Term.isInteger(factor.value());
    }

    private static int binding(Term term) {
        if (term instanceof Term.Rational number) {
            boolean integer = Term.isInteger(number.value());
            return number.value().signum() < 0 ? SUM : integer ? ATOM : PRODUCT;
        }
        if (term instanceof Term.Sum || term instanceof Term.Negative) {
            return SUM;
        }
        if (term instanceof Term.Product || term instanceof Term.Inverse) {
            return PRODUCT;
        }
        boolean applied = term instanceof Term.Apply
                || (term instanceof Term.Call call && !call.arguments().isEmpty());
        return applied || term instanceof Term.Power ? POWER : ATOM;
    }

    /** A number as Coq writes it: {@code 3 / 8}, {@code - 3}. */
    private static String number(BigFraction value) {
        BigInteger numerator = value.getNumerator();
        String magnitude = numerator.abs().toString();
        String sign = numerator.signum() < 0 ? "- " : "";
        if (Term.isInteger(value)) {
            return sign + magnitude;
        }
        return sign.isEmpty()
                ? magnitude + " / " + value.getDenominator()
                : "- (" + magnitude + " / " + value.getDenominator() + ")";
    }
}
