package org.selfstab.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.problem.toml.ExpressionReader;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.Suggestion;

/**
 * Reads [optimizer]. Its numbers momentum, nu and weight_decay are parameters of these names, so that {@code --set}, families and sweeps reach them like the
 * others.
 */
final class OptimizerReader {

    private static final String METHOD = "method";
    private static final String MOMENTUM = "momentum";
    private static final String NU = "nu";
    private static final String WEIGHT_DECAY = "weight_decay";
    private static final String A = "A";
    private static final String B = "B";
    private static final String C = "C";

    static final List<String> KEYS = List.of(METHOD, MOMENTUM, NU, WEIGHT_DECAY, A, B, C);

    /** Those that are parameters. */
    private static final List<String> NUMBERS = List.of(MOMENTUM, NU, WEIGHT_DECAY);

    private static final String LINEAR = "linear";

    /** The keys of each method, besides weight_decay. */
    static final Map<String, List<String>> METHODS = methods();

    private static final int MOST_COPIES = 8;
    private static final Expression STEP_SIZE = Expression.symbol(Problem.STEP_SIZE);

    private final ExpressionReader expressions;
    private final DeclaredNames names;

    OptimizerReader(ExpressionReader expressions, DeclaredNames names) {
        this.expressions = expressions;
        this.names = names;
    }

    private static Map<String, List<String>> methods() {
        Map<String, List<String>> methods = new LinkedHashMap<>();
        methods.put("gradient_descent", List.of());
        methods.put("heavy_ball", List.of(MOMENTUM));
        methods.put("nesterov", List.of(MOMENTUM));
        methods.put("quasi_hyperbolic", List.of(MOMENTUM, NU));
        methods.put(LINEAR, List.of(A, B, C));
        return methods;
    }

    /** The items of the section that define parameters. */
    static List<TomlItem> parameters(TomlSection section) {
        return NUMBERS.stream().flatMap(key -> section.item(key).stream()).toList();
    }

    /**
     * An optimizer and how fast it lets the parameters decay.
     *
     * @param weightDecay lambda of {@code lambda |theta|^2/2}, which it adds to the loss
     */
    record Read(Optimizer.Linear optimizer, Optional<Symbol> weightDecay) {}

    Read read(TomlSection section) {
        section.requireOnly(KEYS);
        TomlItem named = section.item(METHOD).orElse(null);
        String method = named == null ? "gradient_descent" : named.asString();
        List<String> keys = METHODS.get(method);
        if (keys == null) {
            throw named.location()
                    .error(
                            Suggestion.shortened(method) + " is no optimizer",
                            Suggestion.suggestion(method, METHODS.keySet(), "the optimizers are"));
        }
        for (TomlItem item : section.items()) {
            if (!keys.contains(item.name())
                    && !item.name().equals(METHOD)
                    && !item.name().equals(WEIGHT_DECAY)) {
                throw item.key()
                        .error(
                                method + " has no " + item.name(),
                                keys.isEmpty() ? "it has none but weight_decay" : "it has " + String.join(", ", keys));
            }
        }
        keys.forEach(key -> section.required(key, key + " = \"...\", of " + method));
        return new Read(
                optimizer(method, section), section.item(WEIGHT_DECAY).map(item -> Expression.symbol(WEIGHT_DECAY)));
    }

    private Optimizer.Linear optimizer(String method, TomlSection section) {
        Expression momentum = Expression.symbol(MOMENTUM);
        return switch (method) {
            case "heavy_ball" -> Optimizer.heavyBall(STEP_SIZE, momentum);
            case "nesterov" -> Optimizer.nesterov(STEP_SIZE, momentum);
            case "quasi_hyperbolic" -> Optimizer.quasiHyperbolic(STEP_SIZE, momentum, Expression.symbol(NU));
            case LINEAR -> linear(section);
            default -> Optimizer.gradientDescent(STEP_SIZE);
        };
    }

    private Optimizer.Linear linear(TomlSection section) {
        TomlItem rows = section.required(A, "A = [[\"...\"], ...]");
        int copies = rows.asArray().size();
        if (copies < 1 || copies > MOST_COPIES) {
            throw rows.location().error("A has " + copies + " rows", "give from 1 to " + MOST_COPIES);
        }
        List<List<Expression>> a = new ArrayList<>();
        for (TomlItem row : rows.asArray()) {
            a.add(entries(row, copies));
        }
        return new Optimizer.Linear(
                "linear optimizer",
                a,
                entries(section.required(B, "B = [\"-eta\", ...]"), copies),
                entries(section.required(C, "C = [\"1\", ...]"), copies));
    }

    private List<Expression> entries(TomlItem row, int copies) {
        List<TomlItem> items = row.asArray();
        if (items.size() != copies) {
            throw row.location()
                    .error(
                            row.what() + " has " + items.size() + (items.size() == 1 ? " entry" : " entries")
                                    + " where " + copies + (copies == 1 ? " is" : " are") + " wanted",
                            "A is square, and B and C have one entry for each of its rows");
        }
        return items.stream()
                .map(item -> expressions.read(item, names.ofParameters()::parse).value())
                .toList();
    }
}
