package org.selfstab.optimizer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;

/** What makes the next iterate from those before and the loss's gradient: data, whose entries are expressions of parameters. */
public sealed interface Optimizer {

    /** What people call it, for instance {@code gradient descent}. */
    String name();

    /** Gradient descent, {@code theta' = theta - eta grad L(theta)}. */
    static Linear gradientDescent(Expression stepSize) {
        return new Linear(
                "gradient descent",
                List.of(List.of(Expression.ONE)),
                List.of(stepSize.negate()),
                List.of(Expression.ONE));
    }

    /**
     * A linear first-order optimizer: the state s stacks q copies of the parameters, of which one gradient is taken a step,
     * {@code s' = A s + B grad L(C s)}, with {@code A 1 = 1} and {@code C 1 = 1}.
     *
     * @param name what people call it
     * @param a the rows of A, q by q
     * @param b B, of q entries
     * @param c C, of q entries
     */
    record Linear(String name, List<List<Expression>> a, List<Expression> b, List<Expression> c) implements Optimizer {

        public Linear {
            a = a.stream().map(List::copyOf).toList();
            b = List.copyOf(b);
            c = List.copyOf(c);
            int copies = b.size();
            if (copies == 0
                    || a.size() != copies
                    || c.size() != copies
                    || a.stream().anyMatch(row -> row.size() != copies)) {
                throw new IllegalArgumentException("A must be q by q, and B and C of q entries, with q at least 1");
            }
        }

        /** How many copies of the parameters its state holds. */
        public int copies() {
            return b.size();
        }

        /** The same with parameters replaced. */
        public Linear with(Map<String, Expression> values) {
            return new Linear(
                    name,
                    a.stream().map(row -> replaced(row, values)).toList(),
                    replaced(b, values),
                    replaced(c, values));
        }

        /** The names of the parameters in it. */
        public Set<String> symbolNames() {
            Set<String> names = new TreeSet<>();
            Stream.concat(a.stream().flatMap(List::stream), Stream.concat(b.stream(), c.stream()))
                    .forEach(entry -> names.addAll(entry.symbolNames()));
            return names;
        }

        private static List<Expression> replaced(List<Expression> entries, Map<String, Expression> values) {
            return entries.stream()
                    .map(entry -> Domain.substituted(entry, values))
                    .toList();
        }
    }
}
