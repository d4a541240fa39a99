package org.selfstab.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.selfstab.expression.BranchCondition;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionLimitException;
import org.selfstab.expression.Symbol;

/** Closed forms of the top eigenpair of one block of a Hessian. */
final class BlockEigenpairs {

    private static final double SAME_EIGENVALUE = 1e-9;
    private static final int MAX_COFACTOR_SIZE = 4;
    /** Some times what the closed forms that are found take; a second or two. */
    private static final Effort EFFORT = Effort.steps(100_000);

    private static final Symbol ROOT = Expression.symbol("root[S]");

    private final NumericValues values;

    BlockEigenpairs(NumericValues values) {
        this.values = values;
    }

    /** The top eigenpair of a block, if it has a closed form that we find. */
    Optional<TopEigenpair> of(SymbolicMatrix block) {
        return switch (block.size()) {
            case 1 -> Optional.of(new TopEigenpair(block.entry(0, 0), List.of(Expression.ONE), List.of()));
            case 2 -> Optional.of(ofTwo(block.entry(0, 0), block.entry(0, 1), block.entry(1, 1)));
            default -> ofMore(block);
        };
    }

    /**
     * For {@code ((a, b), (b, c))}: {@code S = (a+c)/2 + sqrt(((a-c)/2)^2 + b^2)}, and u along {@code (S-c, b)} or
     * {@code (b, S-a)}, whichever does not cancel; its large component is never negative.
     */
    private TopEigenpair ofTwo(Expression a, Expression b, Expression c) {
        Expression half = Expression.constant(BigFraction.ONE_HALF);
        Expression halfDifference = half.times(a.minus(c));
        Expression radius = halfDifference.power(2).plus(b.power(2)).sqrt();
        Expression top = half.times(a.plus(c)).plus(radius);
        boolean firstIsLarge = values.of(halfDifference) >= 0;
        Expression large = (firstIsLarge ? halfDifference : halfDifference.negate()).plus(radius);
        Expression norm = large.power(2).plus(b.power(2)).sqrt();
        Expression u = large.dividedBy(norm);
        Expression v = b.dividedBy(norm);
        Expression excess = firstIsLarge ? a.minus(c) : c.minus(a);
        // Where a = c the vector still is right, since b is not 0.
        BranchCondition condition =
                values.of(excess) == 0 ? BranchCondition.text(excess + " >= 0") : BranchCondition.positive(excess);
        return new TopEigenpair(top, firstIsLarge ? List.of(u, v) : List.of(v, u), List.of(condition));
    }

    private Optional<TopEigenpair> ofMore(SymbolicMatrix block) {
        if (block.size() > MAX_COFACTOR_SIZE || !Simplification.isAffordable(characteristicPolynomial(block))) {
            return Optional.empty();
        }
        double top = topNumerically(block);
        return eigenvalues(block).stream()
                .filter(s -> Math.abs(values.of(s) - top) <= SAME_EIGENVALUE * Math.max(1.0, Math.abs(top)))
                .findFirst()
                .flatMap(s -> withVector(block, s));
    }

    /** The determinant of {@code H - S I} by cofactors of the first row. */
    private static Expression characteristicPolynomial(SymbolicMatrix block) {
        SymbolicMatrix shifted = SymbolicMatrix.symmetric(
                block.size(), (i, j) -> i == j ? block.entry(i, j).minus(ROOT) : block.entry(i, j));
        List<Expression> terms = new ArrayList<>();
        for (int j = 0; j < block.size(); j++) {
            terms.add(shifted.entry(0, j).times(Cofactors.of(shifted, 0, j)));
        }
        return Expression.sum(terms);
    }

    double topNumerically(SymbolicMatrix block) {
        return new EigenDecompositionSymmetric(block.numeric(values)).getEigenvalue(0);
    }

    /** The roots of the factored characteristic polynomial; Symja's own Eigenvalues stops at two rows. */
    private List<Expression> eigenvalues(SymbolicMatrix block) {
        SymjaBridge bridge = SymjaBridge.forSimplification();
        IExpr[] rows = block.rows().stream()
                .map(row -> F.List(row.stream().map(bridge::toSymja).toArray(IExpr[]::new)))
                .toArray(IExpr[]::new);
        IExpr root = bridge.toSymja((Expression) ROOT);
        IExpr polynomial = F.Factor(F.CharacteristicPolynomial(F.List(rows), root));
        List<Expression> found = new ArrayList<>();
        EFFORT.evaluate(F.Solve(F.Equal(polynomial, F.C0), root))
                .filter(IExpr::isListOfLists)
                .ifPresent(solutions -> ((IAST) solutions)
                        .forEach(s -> addIfReal(bridge, s.first().second(), found)));
        return found;
    }

    private static void addIfReal(SymjaBridge bridge, IExpr value, List<Expression> found) {
        try {
            found.add(bridge.fromSymja(value));
        } catch (SymbolicException | ExpressionLimitException | ArithmeticException e) {
            // not a real elementary expression, so no closed form to print
        }
    }

    /** The eigenvector is any non-zero column of the adjugate of {@code H - S I}; we take the largest. */
    private Optional<TopEigenpair> withVector(SymbolicMatrix block, Expression top) {
        SymbolicMatrix shifted = SymbolicMatrix.symmetric(
                block.size(), (i, j) -> i == j ? block.entry(i, j).minus(top) : block.entry(i, j));
        int largest = 0;
        for (int k = 1; k < block.size(); k++) {
            if (diagonal(shifted, k) > diagonal(shifted, largest)) {
                largest = k;
            }
        }
        if (!(diagonal(shifted, largest) > 0)) {
            return Optional.empty();
        }
        return Optional.of(new TopEigenpair(top, normalized(column(shifted, largest), largest), List.of()));
    }

    private double diagonal(SymbolicMatrix shifted, int k) {
        return Math.abs(values.of(Cofactors.of(shifted, k, k)));
    }

    private static List<Expression> column(SymbolicMatrix shifted, int k) {
        List<Expression> column = new ArrayList<>();
        for (int i = 0; i < shifted.size(); i++) {
            column.add(Cofactors.of(shifted, i, k));
        }
        return column;
    }

    /** The adjugate has rank one and is a multiple of {@code u u^T}, so entry k of column k is the largest. */
    private List<Expression> normalized(List<Expression> column, int k) {
        Expression norm =
                Expression.sum(column.stream().map(e -> e.power(2)).toList()).sqrt();
        Expression factor =
                values.of(column.get(k)) > 0 ? norm.power(-1) : norm.power(-1).negate();
        return column.stream().map(factor::times).toList();
    }

    /** Cofactors of small matrices by Laplace's expansion. */
    private static final class Cofactors {

        private Cofactors() {}

        /** The cofactor of entry (i, j). */
        static Expression of(SymbolicMatrix matrix, int i, int j) {
            Expression minor = determinant(matrix, without(matrix.size(), i), without(matrix.size(), j));
            return (i + j) % 2 == 0 ? minor : minor.negate();
        }

        private static List<Integer> without(int size, int index) {
            return IntStream.range(0, size).filter(k -> k != index).boxed().toList();
        }

        private static Expression determinant(SymbolicMatrix matrix, List<Integer> rows, List<Integer> columns) {
            if (rows.isEmpty()) {
                return Expression.ONE;
            }
            List<Expression> terms = new ArrayList<>();
            for (int k = 0; k < columns.size(); k++) {
                List<Integer> others = new ArrayList<>(columns);
                others.remove(k);
                Expression entry = matrix.entry(rows.get(0), columns.get(k));
                Expression term = entry.times(determinant(matrix, rows.subList(1, rows.size()), others));
                terms.add(k % 2 == 0 ? term : term.negate());
            }
            return Expression.sum(terms);
        }
    }
}
