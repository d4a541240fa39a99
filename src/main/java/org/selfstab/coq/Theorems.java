package org.selfstab.coq;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Definitions and lemmas of a Coq file in their order, and the conjunction of those that are its claims. */
final class Theorems {

    private final List<String> parts = new ArrayList<>();
    private final List<String> claims = new ArrayList<>();
    private final List<String> proofs = new ArrayList<>();

    /** Adds a definition. */
    void define(Term.Definition definition) {
        parts.add(definition.text());
    }

    /** Adds any text. */
    void add(String text) {
        parts.add(text);
    }

    /** Adds a lemma that is claimed. */
    void claim(String name, String statement, List<String> script) {
        lemma(name, statement, script);
        claims.add(statement);
        proofs.add(name);
    }

    /** Adds a lemma that others rest on. */
    void lemma(String name, String statement, List<String> script) {
        parts.add("Lemma " + name + " : " + statement + ".\nProof.\n  " + String.join("\n  ", script) + "\nQed.");
    }

    /** {@code forall (x y : R), a -> b -> c}. */
    static String forAll(List<String> binders, List<String> conditions, String conclusion) {
        String quantifier = binders.isEmpty() ? "" : "forall (" + String.join(" ", binders) + " : R), ";
        StringBuilder text = new StringBuilder(quantifier);
        conditions.forEach(condition -> text.append(condition).append(" -> "));
        return text.append(conclusion).toString();
    }

    /** {@code is_derive (fun x => f) x (d)}. */
    static String derivative(Term function, String variable, Term derivative) {
        return "is_derive (fun " + variable + " => " + function.text() + ") " + variable + " (" + derivative.text()
                + ")";
    }

    /** The steps that prove such a statement by the form of the function, definitions put in. */
    static List<String> differentiating(Term function, String variable, Term derivative) {
        return List.of(
                "change (" + derivative(function.inlined(), variable, derivative.inlined()) + ").", "derivative.");
    }

    /** The definitions and lemmas alone. */
    String lemmas() {
        return parts.stream().map(part -> part + "\n\n").collect(Collectors.joining());
    }

    /**
     * The same term by term, where {@code auto_derive} takes long.
     *
     * @param equation the steps that prove that what comes out is the derivative
     */
    static List<String> differentiatingByRules(Term function, String variable, Term derivative, List<String> equation) {
        List<String> script = new ArrayList<>(List.of(
                "change (" + derivative(function.inlined(), variable, derivative.inlined()) + ").",
                "unfold Rdiv, Rminus.",
                "eapply same_derivative; [ by_rules | ].",
                "cbn beta; cbn [INR pred]."));
        script.addAll(equation);
        return script;
    }

    /** All of it, with {@code Definition claims} and {@code Theorem proved}. */
    String text() {
        String conjuncts = String.join(
                "\n  /\\ ", claims.stream().map(claim -> "(" + claim + ")").toList());
        return lemmas() + "Definition claims : Prop :=\n  " + conjuncts + ".\n\nTheorem proved : claims.\nProof. exact "
                + CoqFile.conjunction(proofs) + ". Qed.\n";
    }
}
