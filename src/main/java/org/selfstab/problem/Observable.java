package org.selfstab.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.selfstab.expression.Expression;

/**
 * A quantity to be watched along the iterates, of [observe].
 *
 * @param name its name
 * @param text as it is written
 * @param value an expression of parameters and of {@link Instant}s: variables, the loss and the sharpness at an iterate, or some steps before or after it
 */
public record Observable(String name, String text, Expression value) {

    /** What stands before the name of an observable in [expect] and on command lines. */
    public static final String PREFIX = "observable.";

    /** The loss, and the sharpness, in expressions of [observe]. */
    static final String LOSS = "L";

    static final String SHARPNESS = "S";

    /** How far before and after an iterate an expression may look. */
    static final int MOST_STEPS = 8;

    /** The most iterates that an expression may look at, and one more for the next value. */
    public static final int MOST_INSTANTS = 2 * MOST_STEPS + 2;

    /**
     * Something at an iterate.
     *
     * @param name the name of a variable, or {@link #OF_LOSS} or {@link #OF_SHARPNESS}
     * @param shift how many steps after the present iterate; negative before it
     */
    public record Instant(String name, int shift) {

        /** The loss: no variable can have this name. */
        public static final String OF_LOSS = "@L";

        /** The sharpness. */
        public static final String OF_SHARPNESS = "@S";

        /** The symbol that stands for it in {@link Observable#value()}. */
        public Expression symbol() {
            return Expression.symbol(shift == 0 ? name : name + "@" + shift);
        }

        /** How many steps the first of some is after the present iterate, which is among what an observable looks at: not positive. */
        public static int first(List<Instant> instants) {
            return Math.min(0, instants.stream().mapToInt(Instant::shift).min().orElse(0));
        }

        /** What a symbol stands for. */
        static Instant of(String symbol) {
            int at = symbol.lastIndexOf('@');
            return at <= 0
                    ? new Instant(symbol, 0)
                    : new Instant(symbol.substring(0, at), Integer.parseInt(symbol.substring(at + 1)));
        }
    }

    /** What it is made of, besides parameters. */
    public List<Instant> instants(Set<String> parameters) {
        return value.symbolNames().stream()
                .filter(name -> !parameters.contains(name))
                .sorted()
                .map(Instant::of)
                .toList();
    }

    /**
     * An expression some steps later.
     *
     * @param by how many steps; negative for earlier
     * @param parameters what stays as it is
     */
    public static Expression shifted(Expression expression, int by, Set<String> parameters) {
        Map<String, Expression> later = new HashMap<>();
        expression.symbolNames().stream()
                .filter(name -> !parameters.contains(name))
                .forEach(name -> {
                    Instant now = Instant.of(name);
                    later.put(name, new Instant(now.name(), now.shift() + by).symbol());
                });
        return expression.substitute(later);
    }
}
