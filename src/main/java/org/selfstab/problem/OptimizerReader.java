package org.selfstab.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.optimizer.DecoupledDecay;
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
    private static final String BETA = "beta";
    private static final String WEIGHT = "weight";
    private static final String FALLING = "falling";
    private static final String BETA_1 = "beta1";
    private static final String BETA_2 = "beta2";
    private static final String GROUPS = "groups";
    private static final String NU_RATIO = "nu_ratio";
    private static final String A = "A";
    private static final String B = "B";
    private static final String C = "C";

    private static final String DECOUPLED = "decoupled";

    static final List<String> KEYS = List.of(
            METHOD,
            MOMENTUM,
            NU,
            BETA,
            WEIGHT,
            FALLING,
            WEIGHT_DECAY,
            DECOUPLED,
            BETA_1,
            BETA_2,
            GROUPS,
            NU_RATIO,
            A,
            B,
            C);

    /** Those that are parameters. */
    private static final List<String> NUMBERS = List.of(MOMENTUM, NU, BETA, WEIGHT, WEIGHT_DECAY, BETA_1, BETA_2);

    private static final String LINEAR = "linear";
    private static final String RMSPROP = "rmsprop";
    private static final String ADAM = "adam";

    /** Those whose nu are second moments, and no parameter. */
    private static final List<String> ADAPTIVE = List.of(RMSPROP, ADAM);

    private static final String AT_EDGE = "at edge";

    /** Groups that have names, by what they make of the number of variables. */
    private static final List<String> NAMED_GROUPS = List.of("scalar", "parameter");

    /** Keys that an adaptive optimizer may go without. */
    private static final List<String> OPTIONAL = List.of(GROUPS, NU, NU_RATIO);

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
        methods.put("schedule_free", List.of(BETA, WEIGHT, FALLING));
        methods.put(LINEAR, List.of(A, B, C));
        methods.put(RMSPROP, List.of(BETA_2, GROUPS, NU, NU_RATIO));
        methods.put(ADAM, List.of(BETA_1, BETA_2, GROUPS, NU, NU_RATIO));
        return methods;
    }

    /** The items of the section that define parameters. */
    static List<TomlItem> parameters(TomlSection section) {
        boolean isAdaptive = section.item(METHOD)
                .filter(method -> ADAPTIVE.contains(method.value()))
                .isPresent();
        return NUMBERS.stream()
                .filter(key -> !(isAdaptive && key.equals(NU)))
                .flatMap(key -> section.item(key).stream())
                .toList();
    }

    /** An optimizer, on the loss with the penalty of its weight decay. */
    record Read(Optimizer optimizer, Optional<WeightDecay> decay) {}

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
                    && !item.name().equals(WEIGHT_DECAY)
                    && !item.name().equals(DECOUPLED)) {
                throw item.key()
                        .error(
                                method + " has no " + item.name(),
                                keys.isEmpty() ? "it has none but weight_decay" : "it has " + String.join(", ", keys));
            }
        }
        boolean isAdaptive = ADAPTIVE.contains(method);
        keys.stream()
                .filter(key -> !key.equals(FALLING) && !(isAdaptive && OPTIONAL.contains(key)))
                .forEach(key -> section.required(key, key + " = \"...\", of " + method));
        return withDecay(method, optimizer(method, section), section);
    }

    private static Read withDecay(String method, Optimizer optimizer, TomlSection section) {
        boolean isDecoupled = section.item(DECOUPLED).map(TomlItem::asBoolean).orElse(false);
        if (section.item(WEIGHT_DECAY).isEmpty()) {
            section.item(DECOUPLED).ifPresent(item -> {
                throw item.key().error("decoupled without weight_decay", "add weight_decay = \"...\", or leave it out");
            });
            return new Read(optimizer, Optional.empty());
        }
        Symbol strength = Expression.symbol(WEIGHT_DECAY);
        if (!isDecoupled) {
            return new Read(optimizer, Optional.of(new WeightDecay(strength, Optional.empty())));
        }
        if (!(optimizer instanceof Optimizer.Linear linear)) {
            throw section.item(DECOUPLED)
                    .orElseThrow()
                    .key()
                    .error(
                            "decoupled weight decay is not for " + method,
                            "it is for linear optimizers: gradient_descent, heavy_ball, nesterov, quasi_hyperbolic, schedule_free and linear");
        }
        if (linear.isFalling()) {
            throw section.required(FALLING, "falling = false")
                    .key()
                    .error("decoupled weight decay is not for a weight that falls", "leave out one of them");
        }
        boolean isMomentum = method.equals("heavy_ball") || method.equals("nesterov");
        DecoupledDecay decoupled = isMomentum
                ? DecoupledDecay.ofMomentum(linear, STEP_SIZE, Expression.symbol(MOMENTUM), strength)
                : DecoupledDecay.of(linear, STEP_SIZE.times(strength));
        return new Read(decoupled.penalised(), Optional.of(new WeightDecay(strength, Optional.of(decoupled))));
    }

    private Optimizer optimizer(String method, TomlSection section) {
        Expression momentum = Expression.symbol(MOMENTUM);
        return switch (method) {
            case "heavy_ball" -> Optimizer.heavyBall(STEP_SIZE, momentum);
            case "nesterov" -> Optimizer.nesterov(STEP_SIZE, momentum);
            case "quasi_hyperbolic" -> Optimizer.quasiHyperbolic(STEP_SIZE, momentum, Expression.symbol(NU));
            case "schedule_free" ->
                Optimizer.scheduleFree(
                        STEP_SIZE, Expression.symbol(BETA), Expression.symbol(WEIGHT), isFalling(section));
            case LINEAR -> linear(section);
            case RMSPROP -> adaptive("RMSProp", Expression.ZERO, section);
            case ADAM -> adaptive("Adam", Expression.symbol(BETA_1), section);
            default -> Optimizer.gradientDescent(STEP_SIZE);
        };
    }

    /** Whether the weight of an average falls along the run. */
    private static boolean isFalling(TomlSection section) {
        return section.item(FALLING).map(TomlItem::asBoolean).orElse(false);
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

    private Optimizer.Adaptive adaptive(String method, Expression momentum, TomlSection section) {
        List<String> variables = List.copyOf(names.variables());
        List<Integer> groups = section.item(GROUPS)
                .map(item -> item.isArray() ? listed(item, variables) : named(item, variables.size()))
                .orElseGet(() -> named("parameter", variables.size()));
        int count = groups.stream().mapToInt(group -> group + 1).max().orElse(0);
        String kind = count == 1 ? "scalar " + method : method;
        return new Optimizer.Adaptive(
                kind, STEP_SIZE, momentum, Expression.symbol(BETA_2), groups, secondMoments(section, count));
    }

    private static List<Integer> named(TomlItem item, int variables) {
        String name = item.asString();
        if (!NAMED_GROUPS.contains(name)) {
            throw item.location()
                    .error(
                            Suggestion.shortened(name) + " are no groups",
                            Suggestion.suggestion(name, NAMED_GROUPS, "write a list of lists of variables, or one of"));
        }
        return named(name, variables);
    }

    private static List<Integer> named(String name, int variables) {
        return IntStream.range(0, variables)
                .map(i -> name.equals("scalar") ? 0 : i)
                .boxed()
                .toList();
    }

    /** Lists of variables, each variable in one of them. */
    private static List<Integer> listed(TomlItem item, List<String> variables) {
        Map<String, Integer> groupOf = new HashMap<>();
        List<TomlItem> lists = item.asArray();
        for (int group = 0; group < lists.size(); group++) {
            List<TomlItem> members = lists.get(group).asArray();
            if (members.isEmpty()) {
                throw lists.get(group).location().error("a group is empty", "name its variables, or leave it out");
            }
            for (TomlItem member : members) {
                String variable = member.asString();
                if (!variables.contains(variable)) {
                    throw member.location()
                            .error(
                                    Suggestion.shortened(variable) + " is no variable",
                                    Suggestion.suggestion(variable, variables, "the variables are"));
                }
                if (groupOf.put(variable, group) != null) {
                    throw member.location().error(variable + " is in two groups", "leave it in one");
                }
            }
        }
        return variables.stream()
                .map(variable -> Optional.ofNullable(groupOf.get(variable)).orElseThrow(() -> item.location()
                        .error("variable " + variable + " is in no group", "put each variable into one group")))
                .toList();
    }

    /** What is given of nu; equal moments at the edge where nothing is. */
    private Optimizer.SecondMoments secondMoments(TomlSection section, int count) {
        Optional<TomlItem> given = section.item(NU);
        Optional<TomlItem> ratio = section.item(NU_RATIO);
        if (given.isPresent() && ratio.isPresent()) {
            throw ratio.get().key().error("nu and nu_ratio are both given", "leave one of them");
        }
        if (ratio.isPresent()) {
            return new Optimizer.SecondMoments(moments(ratio.get(), count), true);
        }
        if (given.isPresent() && given.get().isArray()) {
            return new Optimizer.SecondMoments(moments(given.get(), count), false);
        }
        if (given.isPresent() && !given.get().asString().equals(AT_EDGE)) {
            throw given.get()
                    .location()
                    .error(
                            Suggestion.shortened(given.get().asString()) + " are no second moments",
                            "write a list with one number for each group, or \"" + AT_EDGE + "\"");
        }
        return new Optimizer.SecondMoments(Collections.nCopies(count, Expression.ONE), true);
    }

    private List<Expression> moments(TomlItem item, int count) {
        List<TomlItem> items = item.asArray();
        if (items.size() != count) {
            throw item.location()
                    .error(
                            item.what() + " has " + items.size() + (items.size() == 1 ? " entry" : " entries")
                                    + " where there " + (count == 1 ? "is 1 group" : "are " + count + " groups"),
                            "give one number for each group");
        }
        return items.stream()
                .map(entry ->
                        expressions.read(entry, names.ofParameters()::parse).value())
                .toList();
    }
}
