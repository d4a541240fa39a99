package org.selfstab.certify.enclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.Symbol;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.optimizer.StabilityEdge;
import org.selfstab.symbolic.Simplification;

/**
 * A linear optimizer over boxes of parameters that its entries depend on: whether it is one everywhere, and whether the flip is what leaves the unit disc first (theory.md
 * section 10). All eigenvalues of {@code M_h = A + h B C} lie inside halfway, by Stein's equation, and none crosses the circle between h = 0 and {@code S_c}: not at 1, since
 * {@code det(M_h - I)} is proportional to h, nor at -1 but by the flip, and no pair where {@code I - M_h^(2)} is regular, whose eigenvalues are all {@code 1 - lambda_i lambda_j}
 * with {@code i < j}. {@code M^(2)}, the second compound matrix, consists of all minors of two rows and two columns.
 */
final class BoxedOptimizer {

    private static final int MOST_PARTS = 2_000;

    private final int copies;
    private final boolean isOfUnitRows;
    private final List<Symbol> unknowns;
    /** A row by row, B, C, and {@code S_c}. */
    private final StraightLineProgram entries;

    /**
     * An optimizer.
     *
     * @param inUnknowns replaces all parameters but those left open by their definitions
     */
    BoxedOptimizer(Optimizer.Linear method, List<Symbol> unknowns, Function<Expression, Expression> inUnknowns) {
        this.copies = method.copies();
        this.unknowns = List.copyOf(unknowns);
        this.isOfUnitRows = Stream.concat(method.a().stream(), Stream.of(method.c()))
                .allMatch(row -> isOne(inUnknowns.apply(Expression.sum(row))));
        List<Expression> all = new ArrayList<>();
        Stream.concat(method.entries(), Stream.of(StabilityEdge.of(method)))
                .map(inUnknowns)
                .forEach(all::add);
        this.entries = StraightLineProgram.of(unknowns, List.of(all));
    }

    private static boolean isOne(Expression sum) {
        return sum.equals(Expression.ONE)
                || Simplification.general().factored(sum.minus(Expression.ONE)).isZero();
    }

    /**
     * Why it is not shown to be an optimizer with an edge of stability at all points of a box; empty if it is.
     *
     * @param box the variables, of which nothing depends, then the parameters left open
     */
    Optional<String> obstacle(FieldVector<Interval> box) {
        if (!isOfUnitRows) {
            return Optional.of("the rows of the optimizer's A and C do not add up to 1 for all these parameters");
        }
        FieldInterpreter<Interval> values = new FieldInterpreter<>(entries, IntervalField.getInstance());
        for (int i = 0; i < unknowns.size(); i++) {
            values.setInput(i, box.getEntry(i));
        }
        values.run(0);
        Interval edge = values.output(0, copies * (copies + 2));
        return edge.isDefined() && edge.isFinite() && edge.isAbove(0) && new Way(values, edge).isFlipFirst()
                ? Optional.empty()
                : Optional.of(
                        "it is not shown that as the curvature grows from 0 the first eigenvalue of the optimizer to"
                                + " leave the unit disc leaves it at -1");
    }

    /** The matrices {@code M_h} from {@code h = 0} to {@code S_c}, at all points of a box. */
    private final class Way {

        private final FieldInterpreter<Interval> values;
        private final Interval edge;

        Way(FieldInterpreter<Interval> values, Interval edge) {
            this.values = values;
            this.edge = edge;
        }

        boolean isFlipFirst() {
            return SpectralRadius.of(step(Interval.of(0.5))).place() == SpectralRadius.Place.INSIDE && isPairKept();
        }

        /** {@code M_h} with {@code h = share S_c}. */
        private FieldMatrix<Interval> step(Interval share) {
            FieldMatrix<Interval> step = zeros(copies);
            for (int i = 0; i < copies; i++) {
                for (int j = 0; j < copies; j++) {
                    step.setEntry(i, j, a(i, j).add(edge.multiply(share).multiply(pull(i, j))));
                }
            }
            return step;
        }

        private Interval a(int i, int j) {
            return values.output(0, i * copies + j);
        }

        private Interval pull(int i, int j) {
            return values.output(0, copies * copies + i).multiply(values.output(0, copies * (copies + 1) + j));
        }

        private boolean isPairKept() {
            if (copies == 1) {
                return true;
            }
            Deque<Interval> open = new ArrayDeque<>(List.of(new Interval(0, 1)));
            for (int parts = 0; !open.isEmpty(); parts++) {
                Interval share = open.removeLast();
                if (isRegular(pairs(share))) {
                    continue;
                }
                if (parts >= MOST_PARTS) {
                    return false;
                }
                open.addLast(share.lowerHalf());
                open.addLast(share.upperHalf());
            }
            return true;
        }

        /** {@code I - M_h^(2)}, a minor of which is linear in h: {@code B C} has none. */
        private FieldMatrix<Interval> pairs(Interval share) {
            Interval h = edge.multiply(share);
            List<int[]> pairs = new ArrayList<>();
            for (int i = 0; i < copies; i++) {
                for (int j = i + 1; j < copies; j++) {
                    pairs.add(new int[] {i, j});
                }
            }
            FieldMatrix<Interval> matrix = zeros(pairs.size());
            for (int r = 0; r < pairs.size(); r++) {
                for (int s = 0; s < pairs.size(); s++) {
                    int[] row = pairs.get(r);
                    int[] column = pairs.get(s);
                    Interval still = a(row[0], column[0])
                            .multiply(a(row[1], column[1]))
                            .subtract(a(row[0], column[1]).multiply(a(row[1], column[0])));
                    Interval slope = a(row[0], column[0])
                            .multiply(pull(row[1], column[1]))
                            .add(pull(row[0], column[0]).multiply(a(row[1], column[1])))
                            .subtract(a(row[0], column[1]).multiply(pull(row[1], column[0])))
                            .subtract(pull(row[0], column[1]).multiply(a(row[1], column[0])));
                    Interval minor = still.add(h.multiply(slope));
                    matrix.setEntry(r, s, (r == s ? Interval.of(1.0) : Interval.of(0.0)).subtract(minor));
                }
            }
            return matrix;
        }
    }

    private static FieldMatrix<Interval> zeros(int size) {
        return new Array2DRowFieldMatrix<>(IntervalField.getInstance(), size, size);
    }

    /** Whether all matrices are regular: with the inverse R of the midpoint, about, all are where {@code |I - R M| < 1}. */
    private static boolean isRegular(FieldMatrix<Interval> matrix) {
        try {
            FieldMatrix<Binary64> inverse = new FieldLUDecomposition<>(Boxes.midpoints(matrix))
                    .getSolver()
                    .getInverse();
            FieldMatrix<Interval> rest = Boxes.exactly(inverse).multiply(matrix);
            for (int i = 0; i < rest.getRowDimension(); i++) {
                rest.setEntry(i, i, rest.getEntry(i, i).subtract(1.0));
            }
            return MatrixBounds.norm(rest) < 1;
        } catch (MathRuntimeException singular) {
            return false;
        }
    }
}
