package org.selfstab.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;

/** What makes the next iterate from those before and the loss's gradient: data, whose entries are expressions of parameters. */
public sealed interface Optimizer {

    /** What people call it, for instance {@code gradient descent}. */
    String name();

    /** All expressions that it is made of. */
    Stream<Expression> entries();

    /** Gradient descent, {@code theta' = theta - eta grad L(theta)}. */
    static Linear gradientDescent(Expression stepSize) {
        return new Linear(
                "gradient descent",
                List.of(List.of(Expression.ONE)),
                List.of(stepSize.negate()),
                List.of(Expression.ONE));
    }

    /** Heavy ball, {@code theta' = theta - eta grad L(theta) + m (theta - theta_before)}; its state is theta and theta before. */
    static Linear heavyBall(Expression stepSize, Expression momentum) {
        return new Linear(
                "heavy ball",
                momentumRows(momentum),
                List.of(stepSize.negate(), Expression.ZERO),
                List.of(Expression.ONE, Expression.ZERO));
    }

    /** Nesterov's method: heavy ball with the gradient at {@code theta + m (theta - theta_before)}, where the loss is evaluated. */
    static Linear nesterov(Expression stepSize, Expression momentum) {
        return new Linear(
                "Nesterov",
                momentumRows(momentum),
                List.of(stepSize.negate(), Expression.ZERO),
                List.of(Expression.ONE.plus(momentum), momentum.negate()));
    }

    /**
     * Quasi-hyperbolic momentum, {@code d' = m d + (1 - m) g}, {@code theta' = theta - eta ((1 - nu) g + nu d')}, with the second copy
     * {@code p = theta - eta nu m d/(1 - m)}, for which {@code p' = p - eta g} and {@code theta' = m theta + (1 - m) p - eta (1 - nu m) g}.
     */
    static Linear quasiHyperbolic(Expression stepSize, Expression momentum, Expression nu) {
        Expression rest = Expression.ONE.minus(momentum);
        return new Linear(
                "quasi-hyperbolic momentum",
                List.of(List.of(momentum, rest), List.of(Expression.ZERO, Expression.ONE)),
                List.of(stepSize.times(nu.times(momentum).minus(Expression.ONE)), stepSize.negate()),
                List.of(Expression.ONE, Expression.ZERO));
    }

    /**
     * Schedule-free averaging with a weight c of the newest point, {@code z' = z - eta grad L(y)}, {@code x' = (1 - c) x + c z'}, the gradient at {@code y = (1 - beta) z + beta x}; its state
     * is z and x.
     *
     * @param weight c of the first step
     * @param isFalling whether it falls from there as {@code c/(1 + c t)}: from c = 1 on x is the mean of all z
     */
    static Linear scheduleFree(Expression stepSize, Expression beta, Expression weight, boolean isFalling) {
        Expression rest = Expression.ONE.minus(weight);
        return new Linear(
                "schedule-free averaging",
                List.of(List.of(Expression.ONE, Expression.ZERO), List.of(weight, rest)),
                List.of(stepSize.negate(), weight.times(stepSize).negate()),
                List.of(Expression.ONE.minus(beta), beta),
                isFalling);
    }

    private static List<List<Expression>> momentumRows(Expression momentum) {
        return List.of(
                List.of(Expression.ONE.plus(momentum), momentum.negate()), List.of(Expression.ONE, Expression.ZERO));
    }

    /**
     * A linear first-order optimizer: the state s stacks q copies of the parameters, of which one gradient is taken a step,
     * {@code s' = A s + B grad L(C s)}, with {@code A 1 = 1} and {@code C 1 = 1}.
     *
     * @param name what people call it
     * @param a the rows of A, q by q
     * @param b B, of q entries
     * @param c C, of q entries
     * @param isFalling whether this is the first step alone, and the weight c of the newest point in the last copy is {@code c/(1 + c t)} in the step from t on
     */
    record Linear(String name, List<List<Expression>> a, List<Expression> b, List<Expression> c, boolean isFalling)
            implements Optimizer {

        /** One that stays the same. */
        public Linear(String name, List<List<Expression>> a, List<Expression> b, List<Expression> c) {
            this(name, a, b, c, false);
        }

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

        @Override
        public Stream<Expression> entries() {
            return Stream.of(a.stream().flatMap(List::stream), b.stream(), c.stream())
                    .flatMap(Function.identity());
        }

        /** The same with parameters replaced. */
        public Linear with(Map<String, Expression> values) {
            return rewritten(entry -> Domain.substituted(entry, values));
        }

        /** The same with entries written otherwise. */
        public Linear rewritten(UnaryOperator<Expression> rule) {
            List<List<Expression>> rows = new ArrayList<>();
            for (List<Expression> row : a) {
                rows.add(rewritten(row, rule));
            }
            return new Linear(name, rows, rewritten(b, rule), rewritten(c, rule), isFalling);
        }

        // A loop, not a stream: the first use of one costs a short run more than the rest of this.
        private static List<Expression> rewritten(List<Expression> entries, UnaryOperator<Expression> rule) {
            List<Expression> rewritten = new ArrayList<>();
            for (Expression entry : entries) {
                rewritten.add(rule.apply(entry));
            }
            return rewritten;
        }
    }

    /**
     * RMSProp and, with momentum, Adam without bias correction (theory.md section 14): {@code nu' = beta2 nu + (1 - beta2) h(grad L)}, h the sum of the squared
     * gradient over each group of parameters, {@code m' = beta1 m + (1 - beta1) grad L}, {@code theta' = theta - eta m'/sqrt(nu')}.
     *
     * @param name what people call it
     * @param stepSize eta
     * @param momentum beta1, in [0, 1); 0 for RMSProp
     * @param decay beta2, in (0, 1)
     * @param groups the group of each parameter, from 0, in the order of the variables
     * @param start the second moments at the start
     */
    record Adaptive(
            String name,
            Expression stepSize,
            Expression momentum,
            Expression decay,
            List<Integer> groups,
            SecondMoments start)
            implements Optimizer {

        public Adaptive {
            groups = List.copyOf(groups);
        }

        /** How many groups there are. */
        public int groupCount() {
            return groups.stream().mapToInt(group -> group + 1).max().orElse(0);
        }

        @Override
        public Stream<Expression> entries() {
            return Stream.concat(Stream.of(stepSize, momentum, decay), start.values().stream());
        }

        /** The edge of stability of the preconditioned Hessian, {@code 2 (1 + beta1)/(1 - beta1)}: for RMSProp 2. */
        public Expression edge() {
            return Expression.TWO.times(Expression.ONE.plus(momentum)).dividedBy(Expression.ONE.minus(momentum));
        }
    }

    /**
     * The second moments in the first step, one of each group.
     *
     * @param values positive numbers
     * @param isScaledToEdge whether only their ratios count: they are scaled such that the largest eigenvalue of the preconditioned Hessian is at the edge
     */
    record SecondMoments(List<Expression> values, boolean isScaledToEdge) {

        public SecondMoments {
            values = List.copyOf(values);
        }
    }
}
