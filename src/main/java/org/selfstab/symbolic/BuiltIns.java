package org.selfstab.symbolic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.selfstab.expression.ElementaryFunction;

/** The names that expressions give a meaning of their own. */
final class BuiltIns {

    static final String PI = "pi";
    static final String SQRT = "sqrt";
    static final String NORM = "norm";
    static final String SUM = "sum";
    static final String FLOOR = "floor";

    private static final Map<String, ElementaryFunction> ELEMENTARY = elementary();
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
        List<String> names = new ArrayList<>(ELEMENTARY.keySet());
        names.addAll(List.of(SQRT, NORM, SUM));
        return names;
    }

    static boolean isFunction(String name) {
        return functions().contains(name) || name.equals(FLOOR);
    }

    /** Every built-in name. */
    static Set<String> names() {
        List<String> names = new ArrayList<>(functions());
        names.addAll(List.of(FLOOR, PI));
        return Set.copyOf(names);
    }

    static boolean contains(String name) {
        return isFunction(name) || name.equals(PI);
    }

    /** Why a name is no function and what was meant. */
    static String whyNoFunction(String name) {
        String shown = Spelling.shortened(name) + " is not a function; ";
        return OTHER_WORDS.containsKey(name)
                ? shown + "write " + OTHER_WORDS.get(name)
                : shown
                        + Spelling.nearest(name, functions())
                                .map(near -> "did you mean " + near + "?")
                                .orElseGet(() -> "functions: " + String.join(", ", functions()));
    }
}
