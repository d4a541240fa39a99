package org.selfstab.certify.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.CriticalPointEnclosure;
import org.selfstab.certify.enclosure.IntervalBackend;
import org.selfstab.certify.enclosure.Krawczyk;
import org.selfstab.certify.enclosure.SquareSystem;
import org.selfstab.claims.orbit.StepMap;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;
import org.selfstab.expression.Sum;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;
import org.selfstab.problem.Problem;

/**
 * A loss that is a sum of m squares, written as one. A common zero of what is squared is a minimum; where it is a regular one in m directions, the minima about it form a
 * manifold of dimension n - m, along which the Hessian {@code 2 sum of grad r grad r'} is exactly zero, and across which it is positive definite.
 */
final class SumOfSquares {

    private static final BigFraction TWO = new BigFraction(2);

    private final Interval step;
    private final List<StepMap<Interval>> roots;

    private SumOfSquares(Problem problem, List<Expression> roots) {
        this.step = IntervalBackend.INSTANCE.valueOf(problem.stepSize());
        this.roots = roots.stream()
                .map(root -> StepMap.of(problem.withLoss(root), Problem.STEP_SIZE, IntervalBackend.INSTANCE))
                .toList();
    }

    /** That of a problem's loss; empty if it is not written as one, or weight decay adds to it. */
    static Optional<SumOfSquares> of(Problem problem) {
        if (problem.penalty().isPresent()) {
            return Optional.empty();
        }
        Expression loss = problem.lossOfVariables();
        List<Expression> roots = new ArrayList<>();
        for (Expression term : loss instanceof Sum sum ? sum.terms() : List.of(loss)) {
            if (!(term instanceof Constant)) {
                Optional<Expression> root = root(term);
                if (root.isEmpty()) {
                    return Optional.empty();
                }
                roots.add(root.get());
            }
        }
        return Optional.of(new SumOfSquares(problem, roots));
    }

    /** Of a positive number times a square, what is squared. */
    private static Optional<Expression> root(Expression term) {
        if (term instanceof Product product && product.coefficient().signum() <= 0) {
            return Optional.empty();
        }
        List<Expression> bases = new ArrayList<>();
        for (Expression factor : term instanceof Product product ? product.factors() : List.of(term)) {
            if (!(factor instanceof Power power) || !power.exponent().equals(TWO)) {
                return Optional.empty();
            }
            bases.add(power.base());
        }
        return Optional.of(Expression.product(bases));
    }

    /**
     * The minimum beside a point, by Krawczyk's test across the manifold.
     *
     * @param normal as many directions across it as there are squares
     * @return empty if there are not as many, or the test does not pass
     */
    Optional<CriticalPointEnclosure> minimum(double[] point, List<FieldVector<Binary64>> normal) {
        if (normal.size() != roots.size()) {
            return Optional.empty();
        }
        List<FieldVector<Interval>> directions = normal.stream()
                .map(direction -> Boxes.at(Boxes.numbers(direction)))
                .toList();
        return new Krawczyk(across(point, directions), 0)
                .solve(new double[normal.size()], Boxes.zero(normal.size()), 0.0)
                .map(solution -> CriticalPointEnclosure.about(
                        point, at(point, directions, solution.enclosure()), solution.proof()));
    }

    private static FieldVector<Interval> at(
            double[] point, List<FieldVector<Interval>> directions, FieldVector<Interval> shares) {
        FieldVector<Interval> there = Boxes.at(point);
        for (int k = 0; k < directions.size(); k++) {
            there = there.add(directions.get(k).mapMultiply(shares.getEntry(k)));
        }
        return there;
    }

    /** What is squared, as functions of the shares of the directions. */
    private SquareSystem across(double[] point, List<FieldVector<Interval>> directions) {
        int m = roots.size();
        return new SquareSystem() {
            @Override
            public FieldVector<Interval> value(FieldVector<Interval> shares) {
                FieldVector<Interval> values = Boxes.zero(m);
                for (int i = 0; i < m; i++) {
                    values.setEntry(i, local(i, shares).value());
                }
                return values;
            }

            @Override
            public FieldMatrix<Interval> jacobian(FieldVector<Interval> shares) {
                FieldMatrix<Interval> jacobian = MatrixUtils.createFieldMatrix(IntervalField.getInstance(), m, m);
                for (int i = 0; i < m; i++) {
                    FieldVector<Interval> gradient = local(i, shares).gradient();
                    for (int k = 0; k < m; k++) {
                        jacobian.setEntry(i, k, gradient.dotProduct(directions.get(k)));
                    }
                }
                return jacobian;
            }

            private StepMap<Interval>.Local local(int i, FieldVector<Interval> shares) {
                StepMap<Interval> root = roots.get(i);
                return root.local(root.standing(at(point, directions, shares)), step);
            }
        };
    }
}
