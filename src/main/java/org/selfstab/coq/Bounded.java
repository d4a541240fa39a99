package org.selfstab.coq;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * That one number is at most another, or below it.
 *
 * @param strict whether they are different
 */
record Bounded(Term left, Term right, boolean strict) {

    /** That a number is within a radius of another. */
    static Bounded within(Term number, Term centre, Term radius) {
        Term away = Term.difference(number, centre).apply(Term.Function.ABS);
        return new Bounded(away, radius, false);
    }

    /** In Coq's real numbers, where the names have values. */
    String text(Map<String, Term> values) {
        return left.substitute(values).text()
                + (strict ? " < " : " <= ")
                + right.substitute(values).text();
    }

    /** As a condition of the library of enclosures. */
    String condition(ExpressionText expressions) {
        return (strict ? "Below " : "AtMost ") + expressions.of(left) + " " + expressions.of(right);
    }

    /** A list of them. */
    static String conditions(List<Bounded> bounds, ExpressionText expressions) {
        return bounds.stream().map(bound -> bound.condition(expressions)).collect(Collectors.joining("; ", "[", "]"));
    }

    /** All of them. */
    static String conjunction(List<Bounded> bounds, Map<String, Term> values) {
        return bounds.stream().map(bound -> bound.text(values)).collect(Collectors.joining(" /\\ "));
    }
}
