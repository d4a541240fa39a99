package org.selfstab.theory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.loss.WrittenObservable;
import org.selfstab.problem.Observable;
import org.selfstab.problem.Problem;
import org.selfstab.problem.toml.ExpressionReader;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.Behaviour;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/** Reads a check of type observable: an observable of a problem, and what a step does to it. */
final class ObservableReader {

    static final List<String> KEYS =
            List.of("type", "claim", "problem", "observable", "behaviour", "change", "positive", "where");
    static final List<String> BEHAVIOURS =
            ObservableCheck.BEHAVIOURS.stream().map(Behaviour::inWords).toList();
    /** So many conditions are divided by in all their products. */
    static final int MOST_CONDITIONS = 4;

    private final ExpressionReader expressions;

    ObservableReader(List<String> warnings) {
        this.expressions = new ExpressionReader((place, message) -> warnings.add(place + ": " + message));
    }

    /**
     * Reads the check.
     *
     * @param problem the problem that it names
     */
    ObservableCheck read(TomlSection section, Problem problem) {
        section.requireOnly(KEYS);
        String claim = section.required("claim", "claim = \"...\", what is checked in words")
                .asLine()
                .toString();
        TomlItem named = section.required("observable", "observable = \"NAME\" of the problem's [observe]");
        Optional<TomlItem> behaviour = section.item("behaviour");
        Optional<TomlItem> change = section.item("change");
        if (behaviour.isEmpty() && change.isEmpty()) {
            throw named.location()
                    .error(
                            "nothing is claimed of the observable",
                            "add behaviour = \"decreases\", or change = \"...\"");
        }
        try {
            WrittenObservable written = new WrittenObservable(problem, named.asString());
            ExpressionParser parser = parser(problem);
            return new ObservableCheck(
                    claim,
                    written.now(),
                    written.next(),
                    behaviour.map(ObservableReader::behaviour),
                    change.map(item -> expression(item, parser)),
                    section.item("positive")
                            .map(item -> IdentityReader.positive(item, symbols(problem)))
                            .orElse(List.of()),
                    section.item("where").map(item -> conditions(item, parser)).orElse(List.of()));
        } catch (SelfstabException e) {
            throw e.where().isPresent() ? e : e.at(named.location());
        }
    }

    private static Behaviour behaviour(TomlItem item) {
        String word = item.asString();
        return Behaviour.of(word)
                .filter(known -> BEHAVIOURS.contains(known.inWords()))
                .orElseThrow(() -> item.location()
                        .error(
                                "unknown behaviour " + Suggestion.shortened(word),
                                Suggestion.suggestion(word, BEHAVIOURS, "known are")));
    }

    /** Expressions of variables, parameters and those observables that can be written out at one iterate. */
    private static ExpressionParser parser(Problem problem) {
        Set<String> names = symbols(problem);
        ExpressionParser parser = new ExpressionParser(names);
        for (Observable observable : problem.observables()) {
            if (!names.contains(observable.name()) && isOfOneIterate(problem, observable)) {
                parser = parser.defining(observable.name(), new WrittenObservable(problem, observable.name()).now());
            }
        }
        return parser;
    }

    private static boolean isOfOneIterate(Problem problem, Observable observable) {
        return observable.instants(Set.copyOf(problem.parameters().names())).stream()
                .allMatch(instant ->
                        instant.shift() == 0 && problem.variables().contains(Expression.symbol(instant.name())));
    }

    private static Set<String> symbols(Problem problem) {
        Set<String> names = new LinkedHashSet<>(problem.parameters().names());
        problem.variables().forEach(variable -> names.add(variable.name()));
        return names;
    }

    private Expression expression(TomlItem item, ExpressionParser parser) {
        return expressions.read(item, parser::parse).value();
    }

    private List<Expression> conditions(TomlItem item, ExpressionParser parser) {
        List<TomlItem> entries = item.asArray();
        if (entries.size() > MOST_CONDITIONS) {
            throw item.location()
                    .error("where has " + entries.size() + " conditions", "give at most " + MOST_CONDITIONS);
        }
        return entries.stream().map(entry -> expression(entry, parser)).toList();
    }
}
