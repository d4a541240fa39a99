package org.selfstab.coq;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;

/** A real number in Coq's standard library: what is read stands as it was written, nothing is simplified. */
sealed interface Term {

    Term ZERO = number(0);
    Term ONE = number(1);

    /** The subterms. */
    List<Term> children();

    /** The same operation on other subterms. */
    Term withChildren(List<Term> children);

    /** The functions that the reals of Coq have, and {@code interval} knows. */
    enum Function {
        SQRT,
        EXP,
        LN,
        SIN,
        COS,
        ATAN,
        ABS;

        String coqName() {
            return this == ABS ? "Rabs" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A term without subterms. */
    sealed interface Leaf extends Term {
        @Override
        default List<Term> children() {
            return List.of();
        }

        @Override
        default Term withChildren(List<Term> children) {
            return this;
        }
    }

    /** An exact rational number. */
    record Rational(BigFraction value) implements Leaf {}

    /** The number pi. */
    record Pi() implements Leaf {}

    /** A bound variable. */
    record Name(String name) implements Leaf {}

    /** A sum of two. */
    record Sum(Term left, Term right) implements Term {
        @Override
        public List<Term> children() {
            return List.of(left, right);
        }

        @Override
        public Term withChildren(List<Term> children) {
            return new Sum(children.get(0), children.get(1));
        }
    }

    /** Minus a term. */
    record Negative(Term operand) implements Term {
        @Override
        public List<Term> children() {
            return List.of(operand);
        }

        @Override
        public Term withChildren(List<Term> children) {
            return new Negative(children.get(0));
        }
    }

    /** A product of two. */
    record Product(Term left, Term right) implements Term {
        @Override
        public List<Term> children() {
            return List.of(left, right);
        }

        @Override
        public Term withChildren(List<Term> children) {
            return new Product(children.get(0), children.get(1));
        }
    }

    /** One over a term. */
    record Inverse(Term operand) implements Term {
        @Override
        public List<Term> children() {
            return List.of(operand);
        }

        @Override
        public Term withChildren(List<Term> children) {
            return new Inverse(children.get(0));
        }
    }

    /** A power with an integer exponent of at least 2. */
    record Power(Term base, int exponent) implements Term {
        @Override
        public List<Term> children() {
            return List.of(base);
        }

        @Override
        public Term withChildren(List<Term> children) {
            return new Power(children.get(0), exponent);
        }
    }

    /** A function of one argument. */
    record Apply(Function function, Term argument) implements Term {
        @Override
        public List<Term> children() {
            return List.of(argument);
        }

        @Override
        public Term withChildren(List<Term> children) {
            return new Apply(function, children.get(0));
        }
    }

    /** A definition at arguments. */
    record Call(Definition definition, List<Term> arguments) implements Term {

        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Term> children() {
            return arguments;
        }

        @Override
        public Term withChildren(List<Term> children) {
            return new Call(definition, children);
        }

        /** What it stands for. */
        Term meaning() {
            Map<String, Term> values = new java.util.HashMap<>();
            for (int i = 0; i < arguments.size(); i++) {
                values.put(definition.parameters().get(i), arguments.get(i));
            }
            return definition.body().substitute(values);
        }

        /** Whether the arguments are the definition's own parameters. */
        boolean isPlain() {
            return definition.asCall().equals(this);
        }
    }

    /** A function that a file defines. */
    record Definition(String name, List<String> parameters, Term body) {
        public Definition {
            parameters = List.copyOf(parameters);
        }

        /** Its value at its parameters. */
        Call asCall() {
            return new Call(this, parameters.stream().<Term>map(Name::new).toList());
        }

        /** {@code Definition f (x y : R) : R := ...}. */
        String text() {
            String binder = parameters.isEmpty() ? "" : " (" + String.join(" ", parameters) + " : R)";
            return "Definition " + name + binder + " : R :=\n  " + body.text() + ".";
        }
    }

    static Term number(int value) {
        return new Rational(new BigFraction(value));
    }

    // Terms as they are written.

    static Term sum(Term... terms) {
        return Arrays.stream(terms).reduce(Sum::new).orElseThrow();
    }

    static Term product(Term... factors) {
        return Arrays.stream(factors).reduce(Product::new).orElseThrow();
    }

    static Term difference(Term a, Term b) {
        return new Sum(a, new Negative(b));
    }

    static Term quotient(Term a, Term b) {
        return new Product(a, new Inverse(b));
    }

    /** The Euclidean norm in the plane. */
    static Term norm(Term x, Term y) {
        return new Sum(x.power(2), y.power(2)).apply(Function.SQRT);
    }

    /** This with names replaced, all at once. */
    default Term substitute(Map<String, Term> replacements) {
        return rewritten(term -> term instanceof Name name ? replacements.getOrDefault(name.name(), term) : term);
    }

    /** This with each subterm rewritten, from the leaves up. */
    default Term rewritten(UnaryOperator<Term> rewriting) {
        List<Term> children = new ArrayList<>();
        for (Term child : children()) {
            children.add(child.rewritten(rewriting));
        }
        return rewriting.apply(children.isEmpty() ? this : withChildren(children));
    }

    /** This with all definitions put in. */
    default Term inlined() {
        return rewritten(term -> term instanceof Call call ? call.meaning().inlined() : term);
    }

    /** The names in it, in the order of their places. */
    default Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        visit(term -> {
            if (term instanceof Name name) {
                names.add(name.name());
            }
        });
        return names;
    }

    /** The names of the definitions that it rests on. */
    default Set<String> definitions() {
        Set<String> definitions = new LinkedHashSet<>();
        visit(term -> {
            if (term instanceof Call call && definitions.add(call.definition().name())) {
                definitions.addAll(call.definition().body().definitions());
            }
        });
        return definitions;
    }

    /** Passes each subterm, those within it first. */
    default void visit(java.util.function.Consumer<Term> visitor) {
        children().forEach(child -> child.visit(visitor));
        visitor.accept(this);
    }

    /** The text in Coq's real scope. */
    default String text() {
        return TermText.of(this);
    }

    // Terms that derivatives are made of, without what is plainly zero or one.

    default Term plus(Term other) {
        if (equals(ZERO)) {
            return other;
        }
        if (this instanceof Rational a && other instanceof Rational b) {
            return new Rational(a.value().add(b.value()));
        }
        return other.equals(ZERO) ? this : new Sum(this, other);
    }

    default Term minus(Term other) {
        return plus(other.negate());
    }

    default Term times(Term other) {
        if (equals(ZERO) || other.equals(ZERO)) {
            return ZERO;
        }
        if (this instanceof Rational a && other instanceof Rational b) {
            return new Rational(a.value().multiply(b.value()));
        }
        if (equals(ONE)) {
            return other;
        }
        return other.equals(ONE) ? this : new Product(this, other);
    }

    default Term negate() {
        if (this instanceof Rational number) {
            return new Rational(number.value().negate());
        }
        return this instanceof Negative negative ? negative.operand() : new Negative(this);
    }

    default Term inverse() {
        return this instanceof Rational number && !number.value().isZero()
                ? new Rational(number.value().reciprocal())
                : new Inverse(this);
    }

    default Term power(int exponent) {
        if (exponent == 0) {
            return ONE;
        }
        return exponent == 1 ? this : new Power(this, exponent);
    }

    default Term apply(Function function) {
        return new Apply(function, this);
    }

    /** Whether a rational number is an integer. */
    static boolean isInteger(BigFraction value) {
        return value.getDenominator().equals(BigInteger.ONE);
    }
}
