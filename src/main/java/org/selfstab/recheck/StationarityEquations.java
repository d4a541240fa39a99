package org.selfstab.recheck;

import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;

/**
 * What the point q of the stable set nearest to theta satisfies, in the unknowns q, u, w, mu and nu (on the boundary, where
 * {@code S = 2/eta}) or S (inside, where {@code nu = 0}), at all points of a box of unknowns:
 *
 * <pre>
 * q + mu (S u + D3L(u, w)) + nu D3L(u, u) = theta,  H u = S u,  S w - H w = grad L,  u . w = 0,  (u . u - 1)/2 = 0
 * </pre>
 */
final class StationarityEquations {

    private final Decimals decimals;
    private final boolean boundary;
    private final int n;
    private final LossEnclosure local;
    private final FieldVector<DecimalInterval> q;
    private final FieldVector<DecimalInterval> u;
    private final FieldVector<DecimalInterval> w;
    private final DecimalInterval mu;
    private final DecimalInterval nu;
    private final DecimalInterval sharpness;

    /**
     * The equations over a box.
     *
     * @param local the loss over the box of q
     * @param unknowns the box, of dimension 3n + 2
     * @param edge contains 2/eta
     */
    StationarityEquations(
            Decimals decimals,
            LossEnclosure local,
            DecimalInterval edge,
            FieldVector<DecimalInterval> unknowns,
            boolean boundary) {
        this.decimals = decimals;
        this.boundary = boundary;
        this.n = (unknowns.getDimension() - 2) / 3;
        this.q = unknowns.getSubVector(0, n);
        this.u = unknowns.getSubVector(n, n);
        this.w = unknowns.getSubVector(2 * n, n);
        this.mu = unknowns.getEntry(3 * n);
        DecimalInterval last = unknowns.getEntry(3 * n + 1);
        this.nu = boundary ? last : decimals.field().getZero();
        this.sharpness = boundary ? edge : last;
        this.local = local;
    }

    /** Contains the left-hand sides, theta left out. */
    FieldVector<DecimalInterval> value() {
        FieldMatrix<DecimalInterval> alongU = local.third(u);
        FieldMatrix<DecimalInterval> hessian = local.hessian();
        FieldVector<DecimalInterval> all = new ArrayFieldVector<>(decimals.field(), 3 * n + 2);
        all.setSubVector(0, q.add(force().mapMultiply(mu)).add(alongU.operate(u).mapMultiply(nu)));
        all.setSubVector(n, hessian.operate(u).subtract(u.mapMultiply(sharpness)));
        all.setSubVector(
                2 * n, w.mapMultiply(sharpness).subtract(hessian.operate(w)).subtract(local.gradient()));
        all.setEntry(3 * n, u.dotProduct(w));
        all.setEntry(3 * n + 1, Decimals.squareSum(u).subtract(1.0).multiply(0.5));
        return all;
    }

    /** {@code S u + D3L(u, w)}. */
    private FieldVector<DecimalInterval> force() {
        return u.mapMultiply(sharpness).add(local.third(u).operate(w));
    }

    /** Contains the Jacobians. */
    FieldMatrix<DecimalInterval> jacobian() {
        FieldMatrix<DecimalInterval> bend =
                local.fourth(u, w).scalarMultiply(mu).add(local.fourth(u, u).scalarMultiply(nu));
        FieldMatrix<DecimalInterval> alongU = local.third(u);
        FieldMatrix<DecimalInterval> alongW = local.third(w);
        FieldMatrix<DecimalInterval> scalar = decimals.identity(n).scalarMultiply(sharpness);
        FieldMatrix<DecimalInterval> shifted = local.hessian().subtract(scalar);
        FieldMatrix<DecimalInterval> jacobian = decimals.zero(3 * n + 2);
        jacobian.setSubMatrix(decimals.identity(n).add(bend).getData(), 0, 0);
        jacobian.setSubMatrix(
                scalar.add(alongW)
                        .scalarMultiply(mu)
                        .add(alongU.scalarMultiply(nu.multiply(2)))
                        .getData(),
                0,
                n);
        jacobian.setSubMatrix(alongU.scalarMultiply(mu).getData(), 0, 2 * n);
        jacobian.setSubMatrix(alongU.getData(), n, 0);
        jacobian.setSubMatrix(shifted.getData(), n, n);
        FieldMatrix<DecimalInterval> minus = decimals.zero(n);
        jacobian.setSubMatrix(minus.subtract(alongW).subtract(local.hessian()).getData(), 2 * n, 0);
        jacobian.setSubMatrix(minus.subtract(shifted).getData(), 2 * n, 2 * n);
        column(jacobian, 0, 3 * n, force());
        column(jacobian, 0, 3 * n + 1, boundary ? alongU.operate(u) : u.mapMultiply(mu));
        if (!boundary) {
            column(
                    jacobian,
                    n,
                    3 * n + 1,
                    u.mapMultiply(decimals.field().getOne().negate()));
            column(jacobian, 2 * n, 3 * n + 1, w);
        }
        for (int i = 0; i < n; i++) {
            jacobian.setEntry(3 * n, n + i, w.getEntry(i));
            jacobian.setEntry(3 * n, 2 * n + i, u.getEntry(i));
            jacobian.setEntry(3 * n + 1, n + i, u.getEntry(i));
        }
        return jacobian;
    }

    private static void column(
            FieldMatrix<DecimalInterval> matrix, int row, int column, FieldVector<DecimalInterval> entries) {
        for (int i = 0; i < entries.getDimension(); i++) {
            matrix.setEntry(row + i, column, entries.getEntry(i));
        }
    }
}
