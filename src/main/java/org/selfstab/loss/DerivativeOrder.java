package org.selfstab.loss;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.selfstab.expression.Expression;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.LossDerivatives;

/** How far a loss program goes; each of the three continues the one before. */
enum DerivativeOrder {
    /** Value, gradient and Hessian. */
    SECOND,
    /** Also D3L(a,.,.). */
    THIRD,
    /** Also D4L(a,b,.,.). */
    FOURTH;

    /** The program with value, gradient and Hessian; its inputs are theta, then a, then b. */
    static StraightLineProgram upToSecond(LossDerivatives derivatives) {
        List<Symbol> inputs = Stream.of(
                        derivatives.variables(), derivatives.firstDirection(), derivatives.secondDirection())
                .flatMap(List::stream)
                .toList();
        return upToSecond(derivatives, inputs);
    }

    /**
     * The program with value, gradient and Hessian.
     *
     * @param inputs its inputs, the variables among them
     */
    static StraightLineProgram upToSecond(LossDerivatives derivatives, List<Symbol> inputs) {
        int n = derivatives.variables().size();
        return StraightLineProgram.of(
                inputs,
                List.of(
                        List.of(derivatives.value()),
                        IntStream.range(0, n).mapToObj(derivatives::gradient).toList(),
                        upperTriangle(n, derivatives::hessian)));
    }

    /** The program of the next higher order; this order is the given program's. */
    StraightLineProgram next(StraightLineProgram program, LossDerivatives derivatives) {
        int n = derivatives.variables().size();
        Set<Symbol> directions = new HashSet<>(derivatives.firstDirection());
        return switch (this) {
            case SECOND -> program.extendedBy(upperTriangle(n, derivatives::thirdAlong), directions);
            case THIRD -> {
                directions.addAll(derivatives.secondDirection());
                yield program.extendedBy(upperTriangle(n, derivatives::fourthAlong), directions);
            }
            case FOURTH -> throw new IllegalStateException("no derivative beyond the fourth");
        };
    }

    /** The next higher order. */
    DerivativeOrder next() {
        return switch (this) {
            case SECOND -> THIRD;
            case THIRD -> FOURTH;
            case FOURTH -> throw new IllegalStateException("no derivative beyond the fourth");
        };
    }

    /** Each entry is derived when it is lowered, so that the limit of a program's length ends the derivation, too. */
    private static List<Expression> upperTriangle(int n, BiFunction<Integer, Integer, Expression> entry) {
        List<Supplier<Expression>> entries = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                int row = i;
                int column = j;
                entries.add(() -> entry.apply(row, column));
            }
        }
        return Lists.transform(entries, Supplier::get);
    }
}
