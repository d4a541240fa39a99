package org.selfstab.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.problem.toml.ExpressionReader;
import org.selfstab.problem.toml.Located;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.Suggestion;

/** Reads [start]. */
final class StartReader {

    private final ExpressionReader expressions;
    private final DeclaredNames names;

    StartReader(ExpressionReader expressions, DeclaredNames names) {
        this.expressions = expressions;
        this.names = names;
    }

    /** The start of each variable, in the order of the variables. */
    Map<String, Located<Expression>> read(TomlSection section) {
        section.items().forEach(this::requireVariable);
        ExpressionParser parser = names.ofParameters();
        Map<String, Located<Expression>> start = new LinkedHashMap<>();
        for (String variable : names.variables()) {
            TomlItem item = section.item(variable).orElseThrow(() -> section.header()
                    .error(
                            "the start of variable " + variable + " is missing",
                            "add " + variable + " = \"...\" to [start]"));
            start.put(variable, expressions.read(item, parser::parse));
        }
        return start;
    }

    private void requireVariable(TomlItem item) {
        if (!names.variables().contains(item.name())) {
            throw item.key()
                    .error(
                            Suggestion.shortened(item.name()) + " in [start] is not a variable",
                            Suggestion.suggestion(item.name(), names.variables(), "the variables are"));
        }
    }
}
