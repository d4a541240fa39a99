package org.selfstab.coq;

/** The partial derivative of a term, by the rules of calculus; Coq proves of each that it is the derivative. */
final class Differentiation {

    private final String variable;

    private Differentiation(String variable) {
        this.variable = variable;
    }

    /** The derivative by a name, definitions put in. */
    static Term of(Term term, String variable) {
        return new Differentiation(variable).derivative(term.inlined());
    }

    private Term derivative(Term term) {
        if (!term.names().contains(variable)) {
            return Term.ZERO;
        }
        if (term instanceof Term.Name) {
            return Term.ONE;
        }
        if (term instanceof Term.Sum sum) {
            return derivative(sum.left()).plus(derivative(sum.right()));
        }
        if (term instanceof Term.Negative negative) {
            return derivative(negative.operand()).negate();
        }
        if (term instanceof Term.Product product) {
            Term left = derivative(product.left()).times(product.right());
            return left.plus(product.left().times(derivative(product.right())));
        }
        if (term instanceof Term.Inverse inverse) {
            Term square = inverse.operand().power(2).inverse();
            return derivative(inverse.operand()).negate().times(square);
        }
        if (term instanceof Term.Power power) {
            Term outer = Term.number(power.exponent()).times(power.base().power(power.exponent() - 1));
            return outer.times(derivative(power.base()));
        }
        if (term instanceof Term.Apply apply) {
            return outer(apply.function(), apply.argument()).times(derivative(apply.argument()));
        }
        throw new IllegalArgumentException("no rule for " + term);
    }

    private static Term outer(Term.Function function, Term argument) {
        return switch (function) {
            case SQRT ->
                Term.number(2).times(argument.apply(Term.Function.SQRT)).inverse();
            case EXP -> argument.apply(Term.Function.EXP);
            case LN -> argument.inverse();
            case SIN -> argument.apply(Term.Function.COS);
            case COS -> argument.apply(Term.Function.SIN).negate();
            case ATAN -> Term.ONE.plus(argument.power(2)).inverse();
            case ABS -> throw new NoTermException("the absolute value has no derivative at 0");
        };
    }
}
