package org.selfstab.coq;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;

/**
 * Where terms are defined: the conditions that have to be assumed, and the proofs of those that follow from signs.
 *
 * @param assumed those that do not follow
 * @param script the steps that prove the others, each under a name
 */
record Conditions(List<Condition> assumed, List<String> script) {

    /**
     * The conditions of terms without calls.
     *
     * @param differentiated whether they are to be differentiable too
     */
    static Conditions of(Algebra algebra, List<Term> terms, boolean differentiated) {
        Set<Condition> all = new LinkedHashSet<>();
        terms.forEach(term -> term.visit(part -> collect(all, part, differentiated)));
        List<Condition> assumed = new ArrayList<>();
        List<String> script = new ArrayList<>();
        for (Condition condition : all) {
            Optional<Expression> canonical = algebra.canonical(condition.term());
            if (canonical.isPresent() && follows(algebra, condition.kind(), canonical.get())) {
                if (!(condition.term() instanceof Term.Rational)) {
                    script.add(assertion("P" + script.size(), condition, Algebra.term(canonical.get())));
                }
            } else if (canonical.isPresent() && canonical.get() instanceof Constant) {
                throw new NoTermException("it is nowhere defined: not " + condition.text());
            } else {
                assumed.add(condition);
            }
        }
        return new Conditions(assumed, script);
    }

    private static String assertion(String name, Condition condition, Term canonical) {
        String rewriting = canonical.equals(condition.term())
                ? ""
                : "replace (" + condition.term().text() + ") with (" + canonical.text() + ") by (field; conditions); ";
        return "try assert (" + name + " : " + condition.text() + ") by (" + rewriting + condition.tactic() + ").";
    }

    private static boolean follows(Algebra algebra, Condition.Kind kind, Expression canonical) {
        return switch (kind) {
            case NONZERO -> algebra.isPositive(canonical) || algebra.isPositive(canonical.negate());
            case POSITIVE -> algebra.isPositive(canonical);
            case NOT_NEGATIVE -> algebra.isNotNegative(canonical);
        };
    }

    private static void collect(Set<Condition> conditions, Term part, boolean differentiated) {
        if (part instanceof Term.Inverse inverse) {
            nonzero(conditions, inverse.operand());
        } else if (part instanceof Term.Apply apply && apply.function() == Term.Function.LN) {
            conditions.add(new Condition(Condition.Kind.POSITIVE, apply.argument()));
        } else if (part instanceof Term.Apply apply && apply.function() == Term.Function.SQRT) {
            conditions.add(new Condition(
                    differentiated ? Condition.Kind.POSITIVE : Condition.Kind.NOT_NEGATIVE, apply.argument()));
        }
    }

    /** A product is not zero if its factors are not. */
    private static void nonzero(Set<Condition> conditions, Term term) {
        if (term instanceof Term.Product product) {
            nonzero(conditions, product.left());
            nonzero(conditions, product.right());
        } else if (term instanceof Term.Power power) {
            nonzero(conditions, power.base());
        } else if (term instanceof Term.Negative negative) {
            nonzero(conditions, negative.operand());
        } else if (term instanceof Term.Inverse inverse) {
            nonzero(conditions, inverse.operand());
        } else if (term instanceof Term.Apply apply && apply.function() == Term.Function.SQRT) {
            conditions.add(new Condition(Condition.Kind.POSITIVE, apply.argument()));
        } else {
            conditions.add(new Condition(Condition.Kind.NONZERO, term));
        }
    }
}
