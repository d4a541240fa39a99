package org.selfstab.coq;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Inverses as numbers of their own: where all denominators are products of names and numbers, {@code field} is told {@code x * / x = 1} of each name, and numbers are all that it brings under
 * a common denominator. That of many terms is otherwise more than Coq has memory for.
 */
final class Inverses {

    /** How many it takes before {@code auto_derive} and a common denominator take long. */
    private static final int MANY = 20;

    private final List<Term> denominators = new ArrayList<>();

    /** Those in some terms. */
    Inverses(Term... terms) {
        for (Term term : terms) {
            term.visit(part -> {
                if (part instanceof Term.Inverse inverse) {
                    denominators.add(inverse.operand());
                }
            });
        }
    }

    /** Whether there are many, all of products of names and numbers. */
    boolean areManyOfMonomials() {
        return denominators.size() > MANY && denominators.stream().allMatch(Inverses::isMonomial);
    }

    private static boolean isMonomial(Term term) {
        return !(term instanceof Term.Sum)
                && !(term instanceof Term.Apply)
                && term.children().stream().allMatch(Inverses::isMonomial);
    }

    /** The steps that prove an equation of such terms. */
    List<String> script() {
        Set<String> names = new LinkedHashSet<>();
        denominators.forEach(denominator -> names.addAll(denominator.names()));
        List<String> script = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        for (String name : names) {
            facts.add("I" + facts.size());
            script.add("assert (" + facts.get(facts.size() - 1) + " : " + name + " * / " + name
                    + " = 1) by (apply Rinv_r; nonzero).");
        }
        script.add("inverses_apart.");
        names.forEach(name -> script.add("generalize dependent (/ " + name + ")."));
        script.add("intros.");
        script.add("field [" + String.join(" ", facts) + "]; conditions.");
        return script;
    }
}
