package org.selfstab.recheck;

import org.hipparchus.linear.FieldMatrix;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;

/** Frobenius norms of a loss's derivatives over a box, each from 0 to a bound. */
final class FrobeniusNorms {

    private FrobeniusNorms() {}

    /** The Frobenius norm of the third derivative, which no operator norm exceeds. */
    static DecimalInterval third(Decimals decimals, LossEnclosure local) {
        int n = local.gradient().getDimension();
        DecimalInterval squares = decimals.field().getZero();
        FieldMatrix<DecimalInterval> basis = decimals.identity(n);
        for (int i = 0; i < n; i++) {
            for (DecimalInterval[] row : local.third(basis.getRowVector(i)).getData()) {
                for (DecimalInterval entry : row) {
                    squares = squares.add(entry.square());
                }
            }
        }
        return decimals.upTo(squares.sqrt());
    }

    /** The Frobenius norm of the fourth derivative, which no operator norm exceeds. */
    static DecimalInterval fourth(Decimals decimals, LossEnclosure local) {
        int n = local.gradient().getDimension();
        DecimalInterval squares = decimals.field().getZero();
        FieldMatrix<DecimalInterval> basis = decimals.identity(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                FieldMatrix<DecimalInterval> block = local.fourth(basis.getRowVector(i), basis.getRowVector(j));
                for (DecimalInterval[] row : block.getData()) {
                    for (DecimalInterval entry : row) {
                        squares = squares.add(entry.square().multiply(i == j ? 1 : 2));
                    }
                }
            }
        }
        return decimals.upTo(squares.sqrt());
    }
}
