package org.selfstab.coq;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/**
 * Terms as the {@code expression}s of the library of enclosures, which it evaluates by intervals. What a term's own text says is convertible with the {@code value} of its expression: Coq
 * checks it wherever one is used for the other.
 *
 * @param names of the variables, in the order in which the library numbers them
 * @param known the names of expressions that a file defines, by the definitions that they are of
 */
record ExpressionText(List<String> names, Map<String, String> known) {

    ExpressionText {
        names = List.copyOf(names);
        known = Map.copyOf(known);
    }

    ExpressionText(List<String> names) {
        this(names, Map.of());
    }

    /** An expression, parenthesised. */
    String of(Term term) {
        StringBuilder text = new StringBuilder();
        write(text, term);
        return text.toString();
    }

    /** {@code [a; b]}. */
    String list(List<Term> terms) {
        return terms.stream().map(this::of).collect(Collectors.joining("; ", "[", "]"));
    }

    /** The conditions of a list, {@code [Positive a; Nonzero b]}. */
    String conditions(List<Condition> conditions) {
        return conditions.stream()
                .map(condition -> switch (condition.kind()) {
                            case NONZERO -> "Nonzero ";
                            case POSITIVE -> "Positive ";
                            case NOT_NEGATIVE -> "NotNegative ";
                        }
                        + of(condition.term()))
                .collect(Collectors.joining("; ", "[", "]"));
    }

    private void write(StringBuilder text, Term term) {
        if (term instanceof Term.Rational number) {
            rational(text, number.value());
        } else if (term instanceof Term.Pi) {
            text.append("Circle");
        } else if (term instanceof Term.Name name) {
            text.append("(Var ").append(names.indexOf(name.name())).append(')');
        } else if (term instanceof Term.Product product
                && product.right() instanceof Term.Rational factor
                && TermText.isDivisor(factor)) {
            quotient(text, product.left(), new Term.Rational(factor.value().reciprocal()));
        } else if (term instanceof Term.Call call) {
            String name = call.isPlain() ? known.get(call.definition().name()) : null;
            if (name == null) {
                write(text, call.meaning());
            } else {
                text.append(name);
            }
        } else if (term instanceof Term.Power power) {
            text.append("(Pow ");
            write(text, power.base());
            text.append(' ').append(power.exponent()).append(')');
        } else {
            text.append('(').append(constructor(term));
            for (Term child : term.children()) {
                text.append(' ');
                write(text, child);
            }
            text.append(')');
        }
    }

    private void quotient(StringBuilder text, Term dividend, Term divisor) {
        text.append("(Mul ");
        write(text, dividend);
        text.append(" (Inv ");
        write(text, divisor);
        text.append("))");
    }

    private void rational(StringBuilder text, BigFraction value) {
        if (Term.isInteger(value)) {
            text.append("(Int (").append(value.getNumerator()).append("))");
        } else if (value.signum() < 0) {
            text.append("(Opp ");
            rational(text, value.negate());
            text.append(')');
        } else {
            quotient(
                    text,
                    new Term.Rational(new BigFraction(value.getNumerator())),
                    new Term.Rational(new BigFraction(value.getDenominator())));
        }
    }

    private static String constructor(Term term) {
        if (term instanceof Term.Sum) {
            return "Add";
        }
        if (term instanceof Term.Negative) {
            return "Opp";
        }
        if (term instanceof Term.Product) {
            return "Mul";
        }
        if (term instanceof Term.Inverse) {
            return "Inv";
        }
        return switch (((Term.Apply) term).function()) {
            case SQRT -> "Sqrt";
            case EXP -> "Exp";
            case LN -> "Ln";
            case SIN -> "Sin";
            case COS -> "Cos";
            case ATAN -> "Atan";
            case ABS -> "Abs";
        };
    }
}
