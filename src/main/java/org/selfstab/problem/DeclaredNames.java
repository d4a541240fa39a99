package org.selfstab.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.Location;

/** The names of variables and parameters, each declared once and none of them built in. */
final class DeclaredNames {

    private final Set<String> variables = new LinkedHashSet<>();
    private final Set<String> parameters = new LinkedHashSet<>();

    static DeclaredNames read(TomlItem variables, TomlSection parameters) {
        DeclaredNames names = new DeclaredNames();
        List<TomlItem> entries = variables.asArray();
        if (entries.isEmpty()) {
            throw variables.location().error("variables is empty", "a loss needs at least one, as in [\"x\", \"y\"]");
        }
        entries.forEach(entry -> names.declareVariable(entry.asString(), entry.location()));
        parameters.items().forEach(item -> names.declareParameter(item.name(), item.key()));
        return names;
    }

    private void declareVariable(String name, Location place) {
        NameRules.requireUsable("variable", name, place);
        if (!variables.add(name)) {
            throw place.error("variable " + name + " is declared twice", "remove one");
        }
    }

    private void declareParameter(String name, Location place) {
        NameRules.requireUsable("parameter", name, place);
        if (variables.contains(name)) {
            throw place.error(name + " is both a variable and a parameter", "rename one");
        }
        parameters.add(name);
    }

    Set<String> variables() {
        return variables;
    }

    Set<String> parameters() {
        return parameters;
    }

    /** For the loss. */
    ExpressionParser ofVariablesAndParameters() {
        Set<String> all = new LinkedHashSet<>(variables);
        all.addAll(parameters);
        return new ExpressionParser(all);
    }

    /** For horizons, which may use some quantities at t = 0; a parameter of such a name is meant before them. */
    ExpressionParser ofHorizon() {
        Set<String> all = new LinkedHashSet<>(parameters);
        Problem.AT_START.stream().filter(name -> !variables.contains(name)).forEach(all::add);
        return new ExpressionParser(all)
                .refusing(variables, "a variable", "only parameters, delta and alpha may occur here");
    }

    /** For parameters, starts and kicks. */
    ExpressionParser ofParameters() {
        return new ExpressionParser(parameters).refusing(variables, "a variable", "only parameters may occur here");
    }

    /** For values of a family and bounds. */
    ExpressionParser closed() {
        Set<String> all = new LinkedHashSet<>(variables);
        all.addAll(parameters);
        return new ExpressionParser(Set.of()).refusing(all, "a name", "only numbers may occur here");
    }
}
