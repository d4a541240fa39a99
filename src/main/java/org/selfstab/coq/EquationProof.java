package org.selfstab.coq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Application;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Sum;

/**
 * A proof of an equation for Coq's {@code field}: functions whose values are known are replaced by them, equal ones are written alike, and of roots and sines the
 * squares are told. It is a proposal; whether it is a proof Coq says.
 */
final class EquationProof {

    private final Algebra algebra;
    private final Conditions conditions;
    private final List<String> script = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();
    private Term left;
    private Term right;

    EquationProof(Algebra algebra, Term left, Term right) {
        this.algebra = algebra;
        this.left = left;
        this.right = right;
        this.conditions = Conditions.of(algebra, List.of(left, right), false);
        script.addAll(conditions.script());
        script.add("change (" + left.text() + " = " + right.text() + ").");
        while (simplifiesAFunction()) {
            // until none is left
        }
        tellSquares();
        Inverses inverses = new Inverses(left, right);
        if (facts.isEmpty() && inverses.areManyOfMonomials()) {
            script.addAll(inverses.script());
            return;
        }
        script.add("field" + (facts.isEmpty() ? "" : " [" + String.join(" ", facts) + "]") + "; conditions.");
    }

    /** What has to be assumed for both sides to be defined. */
    List<Condition> conditions() {
        return conditions.assumed();
    }

    List<String> script() {
        return script;
    }

    private Set<Term.Apply> functions() {
        Set<Term.Apply> functions = new LinkedHashSet<>();
        for (Term side : List.of(left, right)) {
            side.visit(part -> {
                if (part instanceof Term.Apply apply) {
                    functions.add(apply);
                }
            });
        }
        return functions;
    }

    private boolean simplifiesAFunction() {
        Map<Object, Term.Apply> known = new LinkedHashMap<>();
        for (Term.Apply function : functions()) {
            Optional<Expression> argument = algebra.canonical(function.argument());
            if (argument.isEmpty()) {
                continue;
            }
            if (simplifies(function, argument.get())) {
                return true;
            }
            Term.Apply first = known.putIfAbsent(List.of(function.function(), argument.get()), function);
            if (first != null) {
                replace(function, first, "f_equal; field; conditions");
                return true;
            }
        }
        return false;
    }

    private boolean simplifies(Term.Apply function, Expression argument) {
        String same = "replace (" + function.argument().text() + ") with (";
        String by = ") by (field; conditions); ";
        switch (function.function()) {
            case SQRT -> {
                if (argument.equals(Expression.ONE)) {
                    return replace(function, Term.ONE, same + "1" + by + "apply sqrt_1");
                }
                Optional<Term> root = algebra.root(function.argument());
                root.ifPresent(value ->
                        replace(function, value, same + value.power(2).text() + by + "apply sqrt_pow2; nonneg"));
                return root.isPresent();
            }
            case LN -> {
                return argument.equals(Expression.ONE) && replace(function, Term.ZERO, same + "1" + by + "apply ln_1");
            }
            case EXP -> {
                return simplifiesExp(function, argument, same, by);
            }
            case SIN, COS -> {
                return simplifiesAngle(function, argument, same, by);
            }
            default -> {
                return false;
            }
        }
    }

    private boolean simplifiesExp(Term.Apply function, Expression argument, String same, String by) {
        if (argument.isZero()) {
            return replace(function, Term.ONE, same + "0" + by + "apply exp_0");
        }
        List<Expression> terms = argument instanceof Sum sum ? sum.terms() : List.of(argument);
        for (Expression term : terms) {
            if (term instanceof Application application
                    && application.function() == ElementaryFunction.LOG
                    && algebra.isPositive(application.argument())) {
                Term base = Algebra.term(application.argument());
                Term rest = Algebra.term(argument.minus(term));
                return replace(
                        function,
                        new Term.Product(base, rest.apply(Term.Function.EXP)),
                        same + new Term.Sum(base.apply(Term.Function.LN), rest).text() + by
                                + "rewrite exp_plus, exp_ln by pos; reflexivity");
            }
        }
        return false;
    }

    private boolean simplifiesAngle(Term.Apply function, Expression argument, String same, String by) {
        boolean sine = function.function() == Term.Function.SIN;
        if (argument.isZero()) {
            return replace(
                    function, sine ? Term.ZERO : Term.ONE, same + "0" + by + (sine ? "apply sin_0" : "apply cos_0"));
        }
        Optional<KnownAngle> known = KnownAngle.of(argument);
        if (known.isPresent()) {
            KnownAngle angle = known.get();
            return replace(
                    function,
                    Term.number(sine ? angle.sine : angle.cosine),
                    same + angle.text + by + "apply " + function.function().coqName() + "_" + angle.lemma);
        }
        if (!argument.hasNegativeSign()) {
            return false;
        }
        Term turned = Algebra.term(argument.negate());
        Term value = turned.apply(function.function());
        return replace(
                function,
                sine ? new Term.Negative(value) : value,
                same + new Term.Negative(turned).text() + by + (sine ? "apply sin_neg" : "apply cos_neg"));
    }

    /** Angles whose sine and cosine the library has, as lemmas {@code sin_PI2} and so on. */
    private enum KnownAngle {
        QUARTER("PI2", "PI / 2", 1, 1, 0),
        HALF("PI", "PI", 2, 0, -1),
        THREE_QUARTERS("3PI2", "3 * (PI / 2)", 3, -1, 0),
        WHOLE("2PI", "2 * PI", 4, 0, 1);

        private final String lemma;
        private final String text;
        private final int quarters;
        private final int sine;
        private final int cosine;

        KnownAngle(String lemma, String text, int quarters, int sine, int cosine) {
            this.lemma = lemma;
            this.text = text;
            this.quarters = quarters;
            this.sine = sine;
            this.cosine = cosine;
        }

        static Optional<KnownAngle> of(Expression argument) {
            return Stream.of(values())
                    .filter(known -> argument.equals(Expression.constant(new BigFraction(known.quarters, 2))
                            .times(Expression.pi())))
                    .findFirst();
        }
    }

    private boolean replace(Term function, Term value, String proof) {
        String name = "A" + script.size();
        script.add("assert (" + name + " : " + function.text() + " = " + value.text() + ") by (" + proof + ").");
        script.add("rewrite " + name + " in *.");
        left = left.rewritten(part -> part.equals(function) ? value : part);
        right = right.rewritten(part -> part.equals(function) ? value : part);
        return true;
    }

    private void tellSquares() {
        Set<Term.Apply> functions = functions();
        for (Term.Apply function : functions) {
            String argument = function.argument().text();
            if (function.function() == Term.Function.SQRT) {
                algebra.quotient(function.argument())
                        .ifPresent(quotient -> tellRoot(function, quotient[0], quotient[1]));
            } else if (function.function() == Term.Function.SIN
                    && functions.contains(new Term.Apply(Term.Function.COS, function.argument()))) {
                fact(
                        "sin (" + argument + ") ^ 2 = 1 - cos (" + argument + ") ^ 2",
                        "rewrite <- !Rsqr_pow2; apply sin2");
            }
        }
    }

    /** Ring arithmetic has no fractions: with {@code T = a/b} the number {@code r = b sqrt T} has the square {@code a b}. */
    private void tellRoot(Term.Apply function, Term below, Term above) {
        String root = function.text();
        if (below.equals(Term.ONE)) {
            fact("(" + root + ") ^ 2 = " + above.text(), "rewrite pow2_sqrt; [field; conditions | nonneg]");
            return;
        }
        String name = "r" + facts.size();
        String divisor = "(" + below.text() + ")";
        script.add("assert (" + name + " : exists r, " + root + " = r / " + divisor + " /\\ r ^ 2 = " + divisor + " * ("
                + above.text() + ")).");
        script.add("{ exists (" + divisor + " * " + root + "); split; [field; conditions |"
                + " rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }");
        script.add("destruct " + name + " as [" + name + " [E" + name + " Q" + facts.size() + "]].");
        script.add("try assert (0 < " + name + ") by (replace " + name + " with (" + divisor + " * " + root
                + ") by (rewrite E" + name + "; field; conditions); pos).");
        script.add("rewrite E" + name + " in *.");
        facts.add("Q" + facts.size());
    }

    private void fact(String statement, String proof) {
        String name = "Q" + facts.size();
        script.add("assert (" + name + " : " + statement + ") by (" + proof + ").");
        facts.add(name);
    }
}
