package org.selfstab.coq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.selfstab.recheck.taylor.FormulaParser;

/**
 * An equation of a statement as a module of a Coq file: its definitions as functions of their symbols, each derivative that it takes as a function with the
 * lemma that it is one ({@code is_derive}), and the equation for all numbers at which both sides are defined.
 */
final class EquationModule {

    private static final Pattern CALLED = Pattern.compile("[A-Za-z][A-Za-z0-9_]*+\\s*+\\(?");
    private static final String DERIVATIVE = "D";
    private static final String REPLACEMENT = "at";

    private final Equation equation;
    private final Algebra algebra;
    private final Identifiers identifiers = new Identifiers();
    private final Map<String, Term> named = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();
    private final List<String> positive;
    private final Theorems theorems = new Theorems();
    private final Map<String, Term.Definition> derivatives = new LinkedHashMap<>();
    private int auxiliary;

    private EquationModule(Equation equation) {
        this.equation = equation;
        for (String symbol : equation.symbols()) {
            Term.Name name = new Term.Name(identifiers.fresh(symbol));
            named.put(symbol, name);
            order.add(name.name());
        }
        this.positive = equation.positive().stream()
                .map(symbol -> ((Term.Name) named.get(symbol)).name())
                .toList();
        this.algebra = new Algebra(Set.copyOf(positive));
    }

    /**
     * The module's text.
     *
     * @throws NoTermException if Coq's reals do not have what it takes
     */
    static String text(String module, Equation equation) {
        return new EquationModule(equation).written(module);
    }

    private String written(String module) {
        equation.definitions().forEach((name, text) -> named.put(name, defined(name, read(text))));
        Term left = read(equation.left());
        Term right = read(equation.right());
        EquationProof proof = new EquationProof(algebra, left.inlined(), right.inlined());
        claim(
                "equation",
                List.copyOf(usedIn(left, right)),
                proof.conditions(),
                left.text() + " = " + right.text(),
                proof.script());
        return "Module " + module + ".\n\n" + theorems.text() + "\nEnd " + module + ".\n";
    }

    private Set<String> usedIn(Term... terms) {
        Set<String> used = new LinkedHashSet<>();
        for (Term term : terms) {
            used.addAll(term.names());
        }
        used.addAll(positive);
        Set<String> ordered = new LinkedHashSet<>(order);
        ordered.retainAll(used);
        return ordered;
    }

    /** A lemma, and its place among what the module claims. */
    private void claim(
            String name, List<String> binders, List<Condition> conditions, String conclusion, List<String> script) {
        List<String> assumed = new ArrayList<>();
        positive.stream().filter(binders::contains).forEach(symbol -> assumed.add("0 < " + symbol));
        conditions.forEach(condition -> assumed.add(condition.text()));
        List<String> steps = new ArrayList<>(List.of("intros."));
        steps.addAll(script);
        theorems.claim(name, Theorems.forAll(binders, assumed, conclusion), steps);
    }

    private Term defined(String name, Term body) {
        return definition(identifiers.fresh(name), body).asCall();
    }

    private Term.Definition definition(String name, Term body) {
        List<String> parameters = new ArrayList<>(order);
        parameters.retainAll(body.names());
        Term.Definition definition = new Term.Definition(name, parameters, body);
        theorems.define(definition);
        return definition;
    }

    /** An expression with the operators of statements; those are taken out of the text and stand in it as names. */
    private Term read(String text) {
        Map<String, Term> names = new LinkedHashMap<>(named);
        String plain = withoutOperators(text, names);
        FormulaParser parser = new FormulaParser(List.copyOf(names.keySet()));
        return new TermReader(names).read(parser.parse(plain));
    }

    private String withoutOperators(String text, Map<String, Term> names) {
        StringBuilder plain = new StringBuilder();
        Matcher word = CALLED.matcher(text);
        int position = 0;
        while (word.find(position)) {
            plain.append(text, position, word.start());
            String called = word.group().replaceAll("\\s*\\($", "");
            boolean operator = word.group().endsWith("(") && (called.equals(DERIVATIVE) || called.equals(REPLACEMENT));
            if (operator) {
                List<String> arguments = new ArrayList<>();
                position = arguments(text, word.end(), arguments);
                String name = "operator" + names.size();
                names.put(name, called.equals(DERIVATIVE) ? derivative(arguments) : replaced(arguments));
                plain.append(name);
            } else {
                plain.append(word.group());
                position = word.end();
            }
        }
        return plain.append(text.substring(position)).toString();
    }

    /** Cuts the arguments at their commas; where the closing parenthesis ends. */
    private static int arguments(String text, int start, List<String> arguments) {
        int depth = 0;
        int from = start;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (depth == 0 && (c == ',' || c == ')')) {
                arguments.add(text.substring(from, i));
                from = i + 1;
                if (c == ')') {
                    return from;
                }
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        throw new NoTermException("a parenthesis is not closed");
    }

    private Term derivative(List<String> arguments) {
        Term function = read(arguments.get(0));
        for (String by : arguments.subList(1, arguments.size())) {
            function = derivative(function, symbol(by));
        }
        return function;
    }

    private String symbol(String text) {
        if (named.get(text.strip()) instanceof Term.Name name) {
            return name.name();
        }
        throw new NoTermException("D and at take symbols");
    }

    private Term derivative(Term function, String variable) {
        if (!function.names().contains(variable)) {
            return Term.ZERO;
        }
        Term.Definition definition = function instanceof Term.Call call && call.isPlain()
                ? call.definition()
                : definition(identifiers.fresh("f" + ++auxiliary), function);
        return derivatives
                .computeIfAbsent(definition.name() + " " + variable, key -> derived(definition, variable))
                .asCall();
    }

    private Term.Definition derived(Term.Definition definition, String variable) {
        Term body = definition.body().inlined();
        Term.Definition derived =
                definition(identifiers.fresh(definition.name() + "_" + variable), Differentiation.of(body, variable));
        Conditions conditions = Conditions.of(algebra, List.of(body), true);
        List<String> script = new ArrayList<>(conditions.script());
        Inverses inverses = new Inverses(body, derived.body());
        script.addAll(
                inverses.areManyOfMonomials()
                        ? Theorems.differentiatingByRules(body, variable, derived.body(), inverses.script())
                        : Theorems.differentiating(body, variable, derived.body()));
        claim(
                derived.name() + "_derivative",
                List.copyOf(usedIn(definition.asCall())),
                conditions.assumed(),
                Theorems.derivative(definition.asCall(), variable, derived.asCall()),
                script);
        return derived;
    }

    private Term replaced(List<String> arguments) {
        Map<String, Term> replacements = new LinkedHashMap<>();
        for (int i = 1; i + 1 < arguments.size(); i += 2) {
            replacements.put(symbol(arguments.get(i)), read(arguments.get(i + 1)));
        }
        return read(arguments.get(0)).substitute(replacements);
    }
}
