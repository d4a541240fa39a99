package org.selfstab.expression.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.vocabulary.Suggestion;

/** The names that expressions give a meaning of their own. */
final class BuiltIns {

    static final String PI = "pi";
    static final String SQRT = "sqrt";
    static final String NORM = "norm";
    static final String SUM = "sum";
    static final String FLOOR = "floor";
    static final String MEAN = "mean";
    static final String MAX = "max";
    static final String KRONECKER = "kronecker";

    private static final String RELU = "relu";
    private static final String GELU = "gelu";

    private static final Map<String, ElementaryFunction> ELEMENTARY = elementary();
    private static final List<String> FUNCTIONS = concatenation(ELEMENTARY.keySet(), SQRT, NORM, SUM);
    private static final Set<String> NAMES = Set.copyOf(concatenation(FUNCTIONS, FLOOR, PI));

    /** Functions whose names may be declared, and then are no functions. */
    private static final List<String> DECLARABLE =
            concatenation(ArrayFunctions.names(), MEAN, MAX, RELU, GELU, KRONECKER);

    private static final Map<String, String> OTHER_WORDS = new TreeMap<>(Map.of(
            "ln", "log", "arctan", "atan", "arctg", "atan", "tg", "tan", "sh", "sinh", "ch", "cosh", "th", "tanh",
            "fabs", "abs", "root", "sqrt", "swish", "silu"));

    private BuiltIns() {}

    private static Map<String, ElementaryFunction> elementary() {
        Map<String, ElementaryFunction> functions = new LinkedHashMap<>();
        Arrays.stream(ElementaryFunction.values()).forEach(f -> functions.put(f.functionName(), f));
        return functions;
    }

    /** The elementary function of a name, or null. */
    static ElementaryFunction elementary(String name) {
        return ELEMENTARY.get(name);
    }

    /** Whether a name is a function of one number. */
    static boolean isActivation(String name) {
        return ELEMENTARY.containsKey(name) || name.equals(SQRT) || name.equals(RELU) || name.equals(GELU);
    }

    /** Such a function of an expression. */
    static Expression activation(String name, Expression argument) {
        return switch (name) {
            case SQRT -> argument.sqrt();
            case RELU ->
                Expression.sum(List.of(argument, Expression.apply(ElementaryFunction.ABS, argument)))
                        .dividedBy(Expression.TWO);
            case GELU -> {
                Expression scaled = argument.dividedBy(Expression.TWO.sqrt());
                Expression above = Expression.ONE.plus(Expression.apply(ElementaryFunction.ERF, scaled));
                yield Expression.product(List.of(argument, above)).dividedBy(Expression.TWO);
            }
            default -> Expression.apply(ELEMENTARY.get(name), argument);
        };
    }

    /** Whether a function is not smooth somewhere. */
    static boolean isKinked(String name) {
        return name.equals(ElementaryFunction.ABS.functionName()) || name.equals(RELU) || name.equals(MAX);
    }

    /** The functions that an expression may call. */
    static List<String> functions() {
        return concatenation(FUNCTIONS, DECLARABLE.toArray(String[]::new));
    }

    static boolean isFunction(String name) {
        return (contains(name) && !name.equals(PI)) || DECLARABLE.contains(name);
    }

    /** Every built-in name. */
    static Set<String> names() {
        return NAMES;
    }

    static boolean contains(String name) {
        return NAMES.contains(name);
    }

    private static List<String> concatenation(Collection<String> names, String... more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    /** What a name that is no function may have meant. */
    static ExpressionSyntaxException noFunction(String name, int offset) {
        String meant = OTHER_WORDS.containsKey(name)
                ? "write " + OTHER_WORDS.get(name)
                : Suggestion.nearest(name, functions())
                        .map(near -> "did you mean " + near + "?")
                        .orElseGet(() -> "functions: " + String.join(", ", functions()));
        return new ExpressionSyntaxException(offset, Suggestion.shortened(name) + " is not a function", meant);
    }
}
