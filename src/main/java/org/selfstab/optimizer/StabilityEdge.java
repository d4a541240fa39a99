package org.selfstab.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.selfstab.expression.Expression;
import org.selfstab.vocabulary.SelfstabException;

/**
 * The edge of stability of a linear optimizer: the least curvature {@code h > 0} at which {@code M_h = A + h B C}, which a step on a
 * quadratic loss of curvature h multiplies the state by, has an eigenvalue on the unit circle. It is the flip, {@code det(M_h + I) = 0},
 * which is linear in h: {@code h = -det(A + I)/(C adj(A + I) B)}; for gradient descent {@code 2/eta}.
 */
public final class StabilityEdge {

    private StabilityEdge() {}

    /**
     * The curvature of the flip, an expression of the optimizer's parameters; whether nothing leaves the unit disc before is for {@link
     * #require} to say.
     *
     * @throws SelfstabException if it never flips
     */
    public static Expression of(Optimizer.Linear method) {
        List<List<Expression>> shifted = plusIdentity(method.a());
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < method.copies(); i++) {
            for (int j = 0; j < method.copies(); j++) {
                terms.add(method.c()
                        .get(i)
                        .times(adjugate(shifted, i, j))
                        .times(method.b().get(j)));
            }
        }
        Expression perCurvature = Expression.sum(terms);
        if (perCurvature.isZero()) {
            throw notFirst(method);
        }
        return determinant(shifted).negate().dividedBy(perCurvature);
    }

    /**
     * Makes sure that the flip is what leaves the unit disc first: exactly where the entries are rational, else for their nearest doubles.
     *
     * @param closed an optimizer with the parameters' values put in
     * @throws SelfstabException if it is not
     */
    public static void require(Optimizer.Linear closed) {
        if (!FirstExit.isFlip(closed, of(closed))) {
            throw notFirst(closed);
        }
    }

    private static SelfstabException notFirst(Optimizer.Linear method) {
        return new SelfstabException(
                "the optimizer '" + method.name()
                        + "' has no edge of stability: on a quadratic loss, the first eigenvalue that"
                        + " leaves the unit disc as the curvature grows from 0 does not leave it at -1",
                "choose other parameters of the optimizer");
    }

    private static List<List<Expression>> plusIdentity(List<List<Expression>> matrix) {
        return indices(matrix)
                .mapToObj(i -> indices(matrix)
                        .mapToObj(j -> i == j
                                ? matrix.get(i).get(j).plus(Expression.ONE)
                                : matrix.get(i).get(j))
                        .toList())
                .toList();
    }

    /** By the first row. */
    private static Expression determinant(List<List<Expression>> matrix) {
        if (matrix.isEmpty()) {
            return Expression.ONE;
        }
        return Expression.sum(indices(matrix)
                .mapToObj(j -> matrix.get(0).get(j).times(signed(j, determinant(without(matrix, 0, j)))))
                .toList());
    }

    private static Expression adjugate(List<List<Expression>> matrix, int i, int j) {
        return signed(i + j, determinant(without(matrix, j, i)));
    }

    private static Expression signed(int exponent, Expression value) {
        return exponent % 2 == 0 ? value : value.negate();
    }

    private static List<List<Expression>> without(List<List<Expression>> matrix, int row, int column) {
        return indices(matrix)
                .filter(i -> i != row)
                .mapToObj(i -> indices(matrix)
                        .filter(j -> j != column)
                        .mapToObj(j -> matrix.get(i).get(j))
                        .toList())
                .toList();
    }

    private static IntStream indices(List<?> list) {
        return IntStream.range(0, list.size());
    }
}
