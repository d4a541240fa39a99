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
import org.selfstab.vocabulary.Suggestion;

/** The names that expressions give a meaning of their own. */
final class BuiltIns {

    static final String PI = "pi";
    static final String SQRT = "sqrt";
    static final String NORM = "norm";
    static final String SUM = "sum";
    static final String FLOOR = "floor";

    private static final Map<String, ElementaryFunction> ELEMENTARY = elementary();
    private static final List<String> FUNCTIONS = concatenation(ELEMENTARY.keySet(), SQRT, NORM, SUM);
    private static final Set<String> NAMES = Set.copyOf(concatenation(FUNCTIONS, FLOOR, PI));
    private static final Map<String, String> OTHER_WORDS = new TreeMap<>(Map.of(
            "ln",
            "log",
            "arctan",
            "atan",
            "arctg",
            "atan",
            "tg",
            "tan",
            "sh",
            "sinh",
            "ch",
            "cosh",
            "th",
            "tanh",
            "fabs",
            "abs",
            "root",
            "sqrt",
            "logistic",
            "sigmoid"));

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

    /** The functions that an expression may call. */
    static List<String> functions() {
        return FUNCTIONS;
    }

    static boolean isFunction(String name) {
        return contains(name) && !name.equals(PI);
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
