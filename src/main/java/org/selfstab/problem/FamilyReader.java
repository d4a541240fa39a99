package org.selfstab.problem;

import java.util.List;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.problem.toml.ExpressionReader;
import org.selfstab.problem.toml.Located;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.Suggestion;

/** Reads [family]. */
final class FamilyReader {

    private static final String PARAMETER = "parameter";
    private static final String VALUES = "values";

    static final List<String> KEYS = List.of(PARAMETER, VALUES);

    /** Every member is checked, which for a file from a stranger must not take long. */
    static final int MAX_VALUES = 100;

    private final ExpressionReader expressions;
    private final DeclaredNames names;

    FamilyReader(ExpressionReader expressions, DeclaredNames names) {
        this.expressions = expressions;
        this.names = names;
    }

    /** The parameter and its values with their places. */
    record LocatedFamily(String parameter, List<Located<Expression>> values) {
        Family family() {
            return new Family(parameter, values.stream().map(Located::value).toList());
        }
    }

    LocatedFamily read(TomlSection section) {
        section.requireOnly(KEYS);
        return new LocatedFamily(
                parameter(section.required(PARAMETER, "parameter = \"NAME\"")),
                values(section.required(VALUES, "values = [\"...\", \"...\"]")));
    }

    private String parameter(TomlItem item) {
        String name = item.asString();
        if (!names.parameters().contains(name)) {
            throw item.location()
                    .error(
                            "the family's parameter " + Suggestion.shortened(name) + " is not a parameter",
                            Suggestion.suggestion(name, names.parameters(), "the parameters are"));
        }
        return name;
    }

    private List<Located<Expression>> values(TomlItem item) {
        List<TomlItem> entries = item.asArray();
        if (entries.size() < 2 || entries.size() > MAX_VALUES) {
            throw item.location()
                    .error(
                            "the number of values of the family is " + entries.size(),
                            "it must be from 2 to " + MAX_VALUES);
        }
        ExpressionParser parser = names.closed();
        List<Located<Expression>> values = entries.stream()
                .map(entry -> expressions.read(entry, parser::parse))
                .toList();
        Family.repeated(values.stream().map(Located::value).toList()).ifPresent(i -> {
            throw values.get(i)
                    .location()
                    .error(
                            "the family has the value "
                                    + ExpressionText.of(values.get(i).value()) + " twice",
                            "leave one of the two out");
        });
        return values;
    }
}
