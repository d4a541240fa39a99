package org.selfstab.expression.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/** Random expression graphs with shared nodes, in which every function of the language occurs. */
public final class RandomExpressions {

    private static final List<ElementaryFunction> FUNCTIONS = List.of(ElementaryFunction.values());

    private final Random random;
    private final List<Expression> pool = new ArrayList<>();

    /** Graphs of some variables, all from one seed. */
    public RandomExpressions(long seed, List<Symbol> variables) {
        this.random = new Random(seed);
        pool.addAll(variables);
    }

    /** A graph that grew by a number of operations on nodes made before. */
    public Expression grow(int operations) {
        for (int i = 0; i < operations; i++) {
            pool.add(next());
        }
        return pool.get(pool.size() - 1);
    }

    private Expression next() {
        return switch (random.nextInt(6)) {
            case 0 -> scaled().plus(any());
            case 1 -> scaled().times(any());
            case 2 -> any().dividedBy(any().power(2).plus(Expression.ONE));
            case 3 ->
                Expression.ONE
                        .plus(any().power(2))
                        .power(new BigFraction(random.nextInt(7) - 3, 1 + random.nextInt(3)));
            default -> function();
        };
    }

    /** Logarithms get positive arguments; fast-growing functions bounded ones. */
    private Expression function() {
        ElementaryFunction function = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
        Expression argument =
                switch (function) {
                    case LOG -> Expression.ONE.plus(any().power(2));
                    case EXP, SINH, COSH, TAN -> Expression.apply(ElementaryFunction.TANH, any());
                    default -> any();
                };
        return Expression.apply(function, argument);
    }

    private Expression scaled() {
        return Expression.constant(new BigFraction(random.nextInt(11) - 5, 1 + random.nextInt(4)))
                .times(any());
    }

    /** Later nodes are taken more often, so that graphs grow deep. */
    private Expression any() {
        int recent = Math.min(pool.size(), 4);
        return random.nextBoolean()
                ? pool.get(pool.size() - 1 - random.nextInt(recent))
                : pool.get(random.nextInt(pool.size()));
    }
}
