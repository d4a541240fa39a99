package org.selfstab.theory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.selfstab.coq.Equation;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionExtent;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.problem.NameRules;
import org.selfstab.problem.toml.ExpressionReader;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.symbolic.Calculus;
import org.selfstab.vocabulary.Suggestion;

/** Reads a check of type identity: symbols, definitions, and the two sides of an equation. */
final class IdentityReader {

    static final List<String> KEYS = List.of("type", "claim", "symbols", "positive", "left", "right", "let");
    private static final long MAX_SIZE = 100_000;

    private final ExpressionReader expressions;
    private final Set<String> symbols = new LinkedHashSet<>();
    private final Map<String, String> definitions = new LinkedHashMap<>();

    IdentityReader(List<String> warnings) {
        this.expressions = new ExpressionReader((place, message) -> warnings.add(place + ": " + message));
    }

    IdentityCheck read(TomlSection section) {
        section.requireOnly(KEYS);
        String claim = section.required("claim", "claim = \"...\", what is checked in words")
                .asLine()
                .toString();
        section.required("symbols", "symbols = [\"x\", ...]").asArray().forEach(this::declare);
        List<Symbol> positive =
                section.item("positive").map(item -> positive(item, symbols)).orElse(List.of());
        ExpressionParser parser = new ExpressionParser(symbols).with(new Calculus().forms());
        if (section.item("let").isPresent()) {
            parser = defining(
                    section.item("let").get().asTable("a table, [check.let]").named("[check.let]"), parser);
        }
        TomlItem leftText = section.required("left", "left = \"...\"");
        TomlItem rightText = section.required("right", "right = \"...\"");
        Expression left = side(leftText, parser);
        Expression right = side(rightText, parser);
        Equation source = new Equation(
                List.copyOf(symbols),
                positive.stream().map(Symbol::name).toList(),
                definitions,
                leftText.asString(),
                rightText.asString());
        return new IdentityCheck(claim, positive, left, right, Optional.of(source));
    }

    private void declare(TomlItem item) {
        String name = item.asString();
        requireUsable("symbol", name, item);
        if (!symbols.add(name)) {
            throw item.location().error("symbol " + name + " is declared twice", "remove one");
        }
    }

    private static void requireUsable(String kind, String name, TomlItem item) {
        NameRules.requireUsable(kind, name, item.key());
        if (Calculus.names().contains(name)) {
            throw item.key().error(kind + " name " + name + " is an operator of statements", "choose another name");
        }
    }

    /** The entries, each of which must be one of the symbols. */
    static List<Symbol> positive(TomlItem item, Set<String> symbols) {
        List<Symbol> positive = new ArrayList<>();
        for (TomlItem entry : item.asArray()) {
            String name = entry.asString();
            if (!symbols.contains(name)) {
                throw entry.location()
                        .error(
                                Suggestion.shortened(name) + " is not a declared symbol",
                                Suggestion.suggestion(name, symbols, "the symbols are"));
            }
            positive.add(Expression.symbol(name));
        }
        return positive;
    }

    /** Each definition may use those above it. */
    private ExpressionParser defining(TomlSection section, ExpressionParser symbolsOnly) {
        ExpressionParser parser = symbolsOnly;
        for (TomlItem item : section.items()) {
            requireUsable("definition", item.name(), item);
            if (symbols.contains(item.name())) {
                throw item.key().error(item.name() + " is both a symbol and a definition", "rename one");
            }
            parser = parser.defining(item.name(), side(item, parser));
            definitions.put(item.name(), item.asString());
        }
        return parser;
    }

    private Expression side(TomlItem item, ExpressionParser parser) {
        Expression expression = expressions.read(item, parser::parse).value();
        if (!new ExpressionExtent(MAX_SIZE).admits(expression)) {
            throw item.location()
                    .error(
                            item.what() + " has more than " + MAX_SIZE + " operations once the definitions are put in",
                            "define it more simply");
        }
        return expression;
    }
}
