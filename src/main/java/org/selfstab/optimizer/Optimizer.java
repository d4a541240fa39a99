package org.selfstab.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            b = List.copyOf(b);
            c = List.copyOf(c);
            List<List<Expression>> rows = new ArrayList<>();
            boolean fits = !b.isEmpty() && a.size() == b.size() && c.size() == b.size();
            for (List<Expression> row : a) {
                rows.add(List.copyOf(row));
                fits &= row.size() == b.size();
            }
            if (!fits) {
                throw new IllegalArgumentException("A must be q by q, and B and C of q entries, with q at least 1");
            }
            a = List.copyOf(rows);
        }

        /** How many copies of the parameters its state holds. */
        public int copies() {
            return b.size();
        }

        /** The same with parameters replaced. */
        public Linear with(Map<String, Expression> values) {
            List<List<Expression>> rows = new ArrayList<>();
            for (List<Expression> row : a) {
                rows.add(replaced(row, values));
            }
            return new Linear(name, rows, replaced(b, values), replaced(c, values));
        }

        private static List<Expression> replaced(List<Expression> entries, Map<String, Expression> values) {
            List<Expression> replaced = new ArrayList<>();
            for (Expression entry : entries) {
                replaced.add(Domain.substituted(entry, values));
            }
            return replaced;
        }
    }
}
