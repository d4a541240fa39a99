package org.selfstab.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.expression.syntax.ExpressionSyntaxException;
import org.selfstab.expression.syntax.SpecialForm;
import org.selfstab.problem.toml.ExpressionReader;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.Location;

/** Reads [observe]: expressions of variables, parameters, L, S, {@code next(...)} and {@code previous(...)}. */
final class ObservablesReader {

    static final int MOST = 32;

    private static final Map<String, Integer> OPERATORS = Map.of("next", 1, "previous", -1);
    private static final Map<String, String> SYMBOLS = Map.of(
            Observable.LOSS, Observable.Instant.OF_LOSS,
            Observable.SHARPNESS, Observable.Instant.OF_SHARPNESS);

    /** What is dubious in a loss, as a kink, is not here. */
    private final ExpressionReader expressions = new ExpressionReader((place, message) -> {});

    private final DeclaredNames names;
    private final BiConsumer<Location, String> warnings;

    ObservablesReader(DeclaredNames names, BiConsumer<Location, String> warnings) {
        this.names = names;
        this.warnings = warnings;
    }

    List<Observable> read(TomlSection section) {
        if (section.items().size() > MOST) {
            throw section.header()
                    .error("[observe] has " + section.items().size() + " entries", "give at most " + MOST);
        }
        ExpressionParser parser = parser(section);
        List<Observable> observables = new ArrayList<>();
        for (TomlItem item : section.items()) {
            NameRules.requireUsable("observable", item.name(), item.key());
            TomlItem described = item.described(item.name() + " in [observe]");
            observables.add(new Observable(
                    item.name(),
                    item.value() instanceof String text ? text.strip() : String.valueOf(item.value()),
                    expressions.read(described, parser::parse).value()));
        }
        return observables;
    }

    private ExpressionParser parser(TomlSection section) {
        ExpressionParser parser = names.ofVariablesAndParameters();
        for (Map.Entry<String, String> symbol : SYMBOLS.entrySet()) {
            if (isDeclared(symbol.getKey())) {
                if (!section.items().isEmpty()) {
                    warnings.accept(
                            section.header(),
                            symbol.getKey() + " in [observe] is the problem's own "
                                    + symbol.getKey() + "; rename that to observe the "
                                    + (symbol.getKey().equals(Observable.LOSS) ? "loss" : "sharpness"));
                }
            } else {
                parser = parser.defining(symbol.getKey(), Expression.symbol(symbol.getValue()));
            }
        }
        Map<String, SpecialForm> forms = new HashMap<>();
        OPERATORS.forEach((name, by) -> {
            if (!isDeclared(name)) {
                forms.put(name, (offset, arguments) -> shifted(name, by, offset, arguments));
            }
        });
        return parser.with(forms);
    }

    private boolean isDeclared(String name) {
        return names.variables().contains(name) || names.parameters().contains(name);
    }

    private Expression shifted(String name, int by, int offset, List<Expression> arguments) {
        if (arguments.size() != 1) {
            throw new ExpressionSyntaxException(
                    offset, name + " has " + arguments.size() + " arguments", "write " + name + "(x)");
        }
        Set<String> parameters = names.parameters();
        Expression later = Observable.shifted(arguments.get(0), by, parameters);
        boolean isFar = later.symbolNames().stream()
                .filter(each -> !parameters.contains(each))
                .anyMatch(each -> Math.abs(Observable.Instant.of(each).shift()) > Observable.MOST_STEPS);
        if (isFar) {
            throw new ExpressionSyntaxException(
                    offset,
                    "an observable looks more than " + Observable.MOST_STEPS + " steps ahead or back",
                    "nest next and previous less deep");
        }
        return later;
    }
}
