package org.selfstab.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.problem.toml.ExpressionReader;
import org.selfstab.problem.toml.Located;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.Suggestion;

/** Reads [parameters] and the definitions that override them. */
final class ParametersReader {

    private final ExpressionReader expressions;
    private final DeclaredNames names;

    ParametersReader(ExpressionReader expressions, DeclaredNames names) {
        this.expressions = expressions;
        this.names = names;
    }

    /** The definition of each parameter, an overriding one where there is one, in the file's order, those of [optimizer] and [noise] last. */
    Map<String, Located<Expression>> read(TomlSection section, List<TomlItem> others, Map<String, String> overrides) {
        section.required(Problem.STEP_SIZE, "eta = \"...\", the step size");
        overrides.keySet().forEach(this::requireParameter);
        ExpressionParser parser = names.ofParameters();
        Map<String, Located<Expression>> definitions = new LinkedHashMap<>();
        List<TomlItem> items = new ArrayList<>(section.items());
        items.addAll(others);
        for (TomlItem item : items) {
            String override = overrides.get(item.name());
            definitions.put(
                    item.name(),
                    override == null
                            ? expressions.read(item, parser::parse)
                            : overriding(item.name(), override, parser));
        }
        return definitions;
    }

    private void requireParameter(String name) {
        if (!names.parameters().contains(name)) {
            String shown = Suggestion.shortened(name);
            throw new Location(option(name), 1, 1)
                    .error(
                            shown + " is not a parameter",
                            Suggestion.suggestion(name, names.parameters(), "the parameters are"));
        }
    }

    private Located<Expression> overriding(String name, String text, ExpressionParser parser) {
        Expression definition =
                expressions.parse(text, offset -> new Location(option(name), 1, offset + 1), parser::parse);
        return new Located<>(definition, new Location(option(name), 1, 1));
    }

    private static String option(String name) {
        return "--set " + Suggestion.shortened(name);
    }

    /** The parameters with their values; an error names the place of the definition at fault. */
    static Parameters resolve(Map<String, Located<Expression>> definitions) {
        Map<String, Expression> expressions = new LinkedHashMap<>();
        definitions.forEach((name, definition) -> expressions.put(name, definition.value()));
        try {
            return new Parameters(expressions);
        } catch (ParameterException e) {
            throw e.at(definitions.get(e.parameter()).location());
        }
    }
}
