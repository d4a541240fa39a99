package org.selfstab.coq;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A loss and its partial derivatives as definitions {@code L}, {@code L1}, {@code L12}, ..., with the lemma of each that it is the derivative of the one before.
 */
final class LossDefinitions {

    private final Theorems theorems;
    private final List<String> variables;
    private final List<String> names;
    private final Map<String, Term.Definition> known = new HashMap<>();
    private final List<Condition> conditions;

    /**
     * Defines a loss.
     *
     * @param loss the loss
     * @param variables its variables
     * @param names the variables, and then what else it depends on
     */
    LossDefinitions(Theorems theorems, Term loss, List<String> variables, List<String> names) {
        this.theorems = theorems;
        this.variables = List.copyOf(variables);
        this.names = List.copyOf(names);
        this.conditions =
                Conditions.of(new Algebra(Set.of()), List.of(loss), true).assumed();
        define("L", loss);
    }

    /** The same loss, of which another file that uses that of some definitions has further ones. */
    LossDefinitions(LossDefinitions before, Theorems theorems) {
        this.theorems = theorems;
        this.variables = before.variables;
        this.names = before.names;
        this.conditions = before.conditions;
        this.known.putAll(before.known);
    }

    private Term.Definition define(String name, Term body) {
        Term.Definition definition = new Term.Definition(name, names, body);
        if (definition.equals(known.get(name))) {
            return definition;
        }
        theorems.define(definition);
        known.put(name, definition);
        return definition;
    }

    /** Under which the loss is defined and smooth. */
    List<Condition> conditions() {
        return conditions;
    }

    /** Defines another function of the same names. */
    Term derivedQuantity(String name, Term body) {
        return define(name, body).asCall();
    }

    /** A function that is defined already. */
    Term named(String name) {
        return known.get(name).asCall();
    }

    /** The partial derivative by the variables of these indices, from 0, in any order; without any the loss. */
    Term of(int... indices) {
        return of(Arrays.stream(indices).boxed().toList());
    }

    /** The same. */
    Term of(List<Integer> indices) {
        return definition(indices.stream().sorted().toList()).asCall();
    }

    private Term.Definition definition(List<Integer> indices) {
        String name = "L" + indices.stream().map(i -> Integer.toString(i + 1)).collect(Collectors.joining("_"));
        Term.Definition definition = known.get(name);
        if (definition != null) {
            return definition;
        }
        int last = indices.size() - 1;
        int index = indices.get(last);
        String variable = variables.get(index);
        Term.Definition before = definition(indices.subList(0, last));
        Term body = before.body();
        Term derivative = Differentiation.of(body, variable);
        definition = define(name, derivative);
        Conditions needed = Conditions.of(new Algebra(Set.of()), List.of(body), true);
        List<String> script = new ArrayList<>(List.of("intros."));
        script.addAll(needed.script());
        script.addAll(Theorems.differentiating(body, variable, derivative));
        theorems.claim(
                name + "_derivative", derivative(before.asCall(), index, definition.asCall(), List.of()), script);
        return definition;
    }

    /** The lemma that a function has this derivative by the variable of an index, which the form of the function shows. */
    void differentiated(String lemma, Term function, int index, Term derivative) {
        differentiated(lemma, function, index, derivative, List.of(), function, derivative);
    }

    /** The same of a function that the first steps of the proof bring to another form. */
    void differentiated(
            String lemma,
            Term function,
            int index,
            Term derivative,
            List<String> first,
            Term formed,
            Term formedDerivative) {
        List<String> script = new ArrayList<>(List.of("intros."));
        script.addAll(first);
        script.addAll(Conditions.of(new Algebra(Set.of()), List.of(formed.inlined()), true)
                .script());
        script.addAll(Theorems.differentiating(formed, variables.get(index), formedDerivative));
        theorems.lemma(lemma, derivative(function, index, derivative, List.of()), script);
    }

    /** That a function has this derivative by the variable of an index, under the loss's conditions and more. */
    String derivative(Term function, int index, Term derivative, List<String> more) {
        List<String> assumed =
                new ArrayList<>(conditions.stream().map(Condition::text).toList());
        assumed.addAll(more);
        return Theorems.forAll(names, assumed, Theorems.derivative(function, variables.get(index), derivative));
    }
}
