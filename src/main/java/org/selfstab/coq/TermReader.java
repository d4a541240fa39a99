package org.selfstab.coq;

import static org.selfstab.coq.Term.difference;
import static org.selfstab.coq.Term.quotient;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.recheck.taylor.Formula;
import org.selfstab.recheck.taylor.FunctionSeries;
import org.selfstab.recheck.taylor.Operation;

/**
 * Formulas as terms. What Coq's reals do not have is written with what they have: {@code tanh x} as {@code 1 - 2/(exp (2 x) + 1)}, softplus, the sigmoid,
 * log cosh and the hyperbolic functions by exp and ln, a root of another degree than two by exp and ln.
 */
final class TermReader {

    /** A formula shares what occurs often, a term writes it out. */
    private static final long LARGEST = 20_000;

    private static final int DEEPEST = 1_000;

    private final Map<String, Term> names;

    /**
     * A reader.
     *
     * @param names what the names of formulas stand for
     */
    TermReader(Map<String, Term> names) {
        this.names = names;
    }

    /**
     * Reads a formula.
     *
     * @throws NoTermException if it has a function that is not smooth or that Coq's reals do not have, or is too long
     */
    Term read(Formula formula) {
        List<Term> terms = new ArrayList<>();
        List<Extent> extents = new ArrayList<>();
        for (Operation operation : formula.operations()) {
            Extent extent = Extent.of(operation, extents);
            if (extent.size() > LARGEST || extent.depth() > DEEPEST) {
                throw new NoTermException("the expression is too long: written out it has more than " + LARGEST
                        + " operations, or " + DEEPEST + " one in another");
            }
            extents.add(extent);
            terms.add(term(operation, formula, terms));
        }
        return terms.get(terms.size() - 1);
    }

    /** How large and how deep a term at most becomes. */
    private record Extent(long size, int depth) {

        /** A function may be written with its argument twice. */
        static Extent of(Operation operation, List<Extent> before) {
            int times = operation instanceof Operation.Call ? 2 : 1;
            long size = 6;
            int depth = 0;
            for (int operand : operation.operands()) {
                size += times * before.get(operand).size();
                depth = Math.max(depth, before.get(operand).depth());
            }
            return new Extent(size, depth + 1);
        }
    }

    private Term term(Operation operation, Formula formula, List<Term> before) {
        if (operation instanceof Operation.Constant constant) {
            return new Term.Rational(constant.value());
        }
        if (operation instanceof Operation.Pi) {
            return new Term.Pi();
        }
        if (operation instanceof Operation.Name name) {
            return names.get(formula.names().get(name.index()));
        }
        if (operation instanceof Operation.Sum sum) {
            return new Term.Sum(before.get(sum.left()), before.get(sum.right()));
        }
        if (operation instanceof Operation.Negative negative) {
            return new Term.Negative(before.get(negative.operand()));
        }
        if (operation instanceof Operation.Product product) {
            return new Term.Product(before.get(product.left()), before.get(product.right()));
        }
        if (operation instanceof Operation.Power power) {
            return power(before.get(power.base()), power.exponent());
        }
        Operation.Call call = (Operation.Call) operation;
        return called(call.function(), before.get(call.argument()));
    }

    private static Term power(Term base, BigFraction exponent) {
        if (exponent.signum() < 0) {
            return new Term.Inverse(power(base, exponent.negate()));
        }
        int numerator = exponent.getNumerator().intValueExact();
        if (Term.isInteger(exponent)) {
            return base.power(numerator);
        }
        if (exponent.getDenominator().equals(BigInteger.TWO)) {
            return base.apply(Term.Function.SQRT).power(numerator);
        }
        return new Term.Product(new Term.Rational(exponent), base.apply(Term.Function.LN)).apply(Term.Function.EXP);
    }

    private static Term called(FunctionSeries function, Term x) {
        return switch (function) {
            case EXP -> x.apply(Term.Function.EXP);
            case LOG -> x.apply(Term.Function.LN);
            case SIN -> x.apply(Term.Function.SIN);
            case COS -> x.apply(Term.Function.COS);
            case TAN -> quotient(x.apply(Term.Function.SIN), x.apply(Term.Function.COS));
            case ATAN -> x.apply(Term.Function.ATAN);
            case SINH -> quotient(difference(exp(x), exp(new Term.Negative(x))), Term.number(2));
            case COSH -> cosh(x);
            case TANH ->
                difference(
                        Term.ONE,
                        quotient(Term.number(2), new Term.Sum(exp(new Term.Product(Term.number(2), x)), Term.ONE)));
            case SOFTPLUS -> new Term.Sum(Term.ONE, exp(x)).apply(Term.Function.LN);
            case SIGMOID -> new Term.Inverse(new Term.Sum(Term.ONE, exp(new Term.Negative(x))));
            case LOGCOSH -> cosh(x).apply(Term.Function.LN);
            default ->
                throw new NoTermException(function.name().toLowerCase(java.util.Locale.ROOT)
                        + " is not among the functions of Coq's reals");
        };
    }

    private static Term cosh(Term x) {
        return quotient(new Term.Sum(exp(x), exp(new Term.Negative(x))), Term.number(2));
    }

    private static Term exp(Term x) {
        return x.apply(Term.Function.EXP);
    }
}
