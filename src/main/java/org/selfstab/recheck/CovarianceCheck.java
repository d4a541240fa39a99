package org.selfstab.recheck;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;

/**
 * Verifies Sigma of theory.md (38) as a certificate states it: {@code Sigma >= 0}, {@code W = (S_c I - A)/b - alpha + B[Sigma]/2 >= 0} and {@code <Sigma, W> = 0}. As B is
 * positive definite there is no other. For a Sigma of full rank {@code W = 0}, for one of rank 1 of two {@code Sigma = r r'} and {@code W = tau s s'} with {@code s =
 * (-r_2, r_1)}. Equations are those of the entries above and on the diagonal, those off it twice.
 */
final class CovarianceCheck {

    private final Decimals decimals;
    private final int k;
    /** B's entries, {@code w_ij w_kl dA_ij . dA_kl} with w = 2 off the diagonal. */
    private final FieldMatrix<DecimalInterval> form;

    private final FieldVector<DecimalInterval> q;

    CovarianceCheck(Decimals decimals, UnstableDecimalGeometry geometry, EnclosedOptimizer optimizer) {
        this.decimals = decimals;
        this.k = geometry.k();
        int length = k * (k + 1) / 2;
        this.form = decimals.zero(length);
        this.q = decimals.zeros(length);
        FieldMatrix<DecimalInterval> below = decimals.identity(k)
                .scalarMultiply(optimizer.edge())
                .subtract(geometry.a())
                .scalarMultiply(optimizer.drift().reciprocal())
                .subtract(geometry.alpha());
        double[] weights = new double[length];
        int index = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                weights[index] = i == j ? 1 : 2;
                q.setEntry(index, below.getEntry(i, j).multiply(weights[index++]));
            }
        }
        for (int i = 0; i < length; i++) {
            for (int j = 0; j < length; j++) {
                form.setEntry(
                        i,
                        j,
                        geometry.off().get(i).dotProduct(geometry.off().get(j)).multiply(weights[i] * weights[j]));
            }
        }
    }

    /**
     * Verifies.
     *
     * @param rank as it is stated
     * @param zero the entries of Sigma, or r and tau
     * @return contains Sigma, k by k
     */
    FieldMatrix<DecimalInterval> verified(int rank, CertificateRecords.Zero zero) {
        boolean isFull = rank == k;
        RejectedException.unless(isFull || (rank == 1 && k == 2), "Sigma of rank " + rank + " is not verified");
        StepChecker.requireSize(zero, q.getDimension());
        RejectedException.unless(
                SymmetricBounds.arePositiveDefinite(form),
                "B may not be positive definite, so that Sigma may not be unique");
        FieldVector<DecimalInterval> centre = decimals.vector(zero.centre());
        FieldVector<DecimalInterval> box = decimals.vector(zero.box());
        FieldVector<DecimalInterval> radii = decimals.vector(zero.radii());
        FieldMatrix<DecimalInterval> jacobian = jacobian(isFull, centre);
        ZeroTest test = new ZeroTest(
                decimals,
                centre,
                value(isFull, centre),
                0,
                decimals.field().getZero(),
                decimals.aboutInverse(jacobian)
                        .orElseThrow(() -> new RejectedException("the equations of Sigma are singular")));
        FieldVector<DecimalInterval> contraction =
                test.contraction(jacobian(isFull, decimals.around(centre, box)), box);
        RejectedException.unless(
                test.passes(contraction, box, radii), "Krawczyk's test of Sigma does not pass as stated");
        FieldVector<DecimalInterval> found = decimals.around(centre, radii);
        FieldMatrix<DecimalInterval> sigma = symmetric(isFull ? found : squares(found));
        RejectedException.unless(
                isFull
                        ? SymmetricBounds.arePositiveDefinite(sigma)
                        : sigma.getEntry(0, 0).add(sigma.getEntry(1, 1)).isPositive()
                                && found.getEntry(2).isFinite()
                                && found.getEntry(2).lower().signum() >= 0,
                "Sigma may be of another rank than stated");
        return sigma;
    }

    private FieldMatrix<DecimalInterval> symmetric(FieldVector<DecimalInterval> entries) {
        FieldMatrix<DecimalInterval> matrix = decimals.zero(k);
        int index = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                matrix.setEntry(i, j, entries.getEntry(index));
                matrix.setEntry(j, i, entries.getEntry(index++));
            }
        }
        return matrix;
    }

    /** The entries of {@code r r'}. */
    private FieldVector<DecimalInterval> squares(FieldVector<DecimalInterval> found) {
        DecimalInterval first = found.getEntry(0);
        DecimalInterval second = found.getEntry(1);
        return vector(first.square(), first.multiply(second), second.square());
    }

    /** The entries of {@code s s'}, that off the diagonal twice. */
    private FieldVector<DecimalInterval> turned(FieldVector<DecimalInterval> found) {
        DecimalInterval first = found.getEntry(0);
        DecimalInterval second = found.getEntry(1);
        return vector(second.square(), first.multiply(second).multiply(-2), first.square());
    }

    private FieldVector<DecimalInterval> vector(DecimalInterval a, DecimalInterval b, DecimalInterval c) {
        FieldVector<DecimalInterval> vector = decimals.zeros(3);
        vector.setEntry(0, a);
        vector.setEntry(1, b);
        vector.setEntry(2, c);
        return vector;
    }

    private FieldVector<DecimalInterval> value(boolean isFull, FieldVector<DecimalInterval> unknowns) {
        FieldVector<DecimalInterval> held = form.operate(isFull ? unknowns : squares(unknowns))
                .mapMultiply(decimals.half())
                .add(q);
        return isFull ? held : held.subtract(turned(unknowns).mapMultiply(unknowns.getEntry(2)));
    }

    private FieldMatrix<DecimalInterval> jacobian(boolean isFull, FieldVector<DecimalInterval> unknowns) {
        if (isFull) {
            return form.scalarMultiply(decimals.half());
        }
        DecimalInterval zero = decimals.field().getZero();
        DecimalInterval first = unknowns.getEntry(0);
        DecimalInterval second = unknowns.getEntry(1);
        DecimalInterval tau = unknowns.getEntry(2);
        FieldMatrix<DecimalInterval> jacobian = decimals.zero(3);
        jacobian.setColumnVector(
                0,
                form.operate(vector(first.multiply(2), second, zero))
                        .mapMultiply(decimals.half())
                        .subtract(vector(zero, second.multiply(-2), first.multiply(2))
                                .mapMultiply(tau)));
        jacobian.setColumnVector(
                1,
                form.operate(vector(zero, first, second.multiply(2)))
                        .mapMultiply(decimals.half())
                        .subtract(vector(second.multiply(2), first.multiply(-2), zero)
                                .mapMultiply(tau)));
        jacobian.setColumnVector(
                2, turned(unknowns).mapMultiply(decimals.field().getOne().negate()));
        return jacobian;
    }
}
