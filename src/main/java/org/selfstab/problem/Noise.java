package org.selfstab.problem;

import java.util.List;
import java.util.Optional;
import org.selfstab.expression.Expression;

/**
 * What makes the gradient of a step random, theory.md sections 12 and 15, independently from step to step.
 *
 * @param batches how the gradient is that of a part of the loss; empty if it is that of the whole
 * @param added the normal noise that is added to it; empty if there is none
 * @param seed of the generator
 */
public record Noise(Optional<Batches> batches, Optional<Covariance> added, long seed) {

    /**
     * The gradient of a mini-batch.
     *
     * @param items expressions of variables and parameters, whose mean is the loss; sums over indices may stay in them
     * @param size how many of them are a batch, an expression of the parameters with a positive integer as its value
     * @param isWithReplacement whether an item may be drawn again for the same batch
     */
    public record Batches(List<Expression> items, Expression size, boolean isWithReplacement) {

        public Batches {
            items = List.copyOf(items);
        }
    }

    /**
     * The covariance of normal noise, of expressions of the parameters: of one row with one entry the variance in each variable; of n rows with one entry
     * each the variances; otherwise the matrix, n by n.
     */
    public record Covariance(List<List<Expression>> rows) {

        public Covariance {
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** An entry of the matrix. */
        public Expression entry(int i, int j) {
            List<Expression> row = rows.get(rows.size() == 1 ? 0 : i);
            if (row.size() > 1) {
                return row.get(j);
            }
            return i == j ? row.get(0) : Expression.ZERO;
        }

        /** Whether entries off the diagonal were given. */
        public boolean isMatrix() {
            return rows.get(0).size() > 1;
        }
    }
}
