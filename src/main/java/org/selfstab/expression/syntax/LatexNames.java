package org.selfstab.expression.syntax;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.selfstab.expression.ElementaryFunction;

/** The LaTeX of names: Greek letters by name, trailing digits, parts after an underscore and brackets as subscripts. */
final class LatexNames {

    private static final Set<String> GREEK = Set.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
            "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta",
            "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega");
    private static final Pattern DIRECTION = Pattern.compile("(\\w+)\\[(\\w+)]");
    private static final Pattern INDEXED = Pattern.compile("([A-Za-z]+)_?([A-Za-z0-9_]*)");

    private LatexNames() {}

    /** The LaTeX of a symbol's name. */
    static String of(String name) {
        Matcher direction = DIRECTION.matcher(name);
        if (direction.matches()) {
            return of(direction.group(1)) + "_{" + of(direction.group(2)) + "}";
        }
        Matcher indexed = INDEXED.matcher(name);
        if (!indexed.matches()) {
            return "\\mathrm{" + name.replace("_", "\\_") + "}";
        }
        String index = indexed.group(2);
        return letters(indexed.group(1)) + (index.isEmpty() ? "" : "_{" + subscript(index) + "}");
    }

    private static String letters(String word) {
        if (GREEK.contains(word)) {
            return "\\" + word;
        }
        return word.length() == 1 ? word : "\\mathrm{" + word + "}";
    }

    private static String subscript(String index) {
        return Character.isLetter(index.charAt(0)) ? of(index) : index.replace("_", ",");
    }

    /** The LaTeX of a function's name. */
    static String of(ElementaryFunction function) {
        return switch (function) {
            case LOG, SIN, COS, TAN, SINH, COSH, TANH, EXP -> "\\" + function.functionName();
            case ATAN -> "\\arctan";
            case ABS, SOFTPLUS, SIGMOID, LOGCOSH, ERF -> "\\operatorname{" + function.functionName() + "}";
        };
    }
}
