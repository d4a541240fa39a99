package org.selfstab.noise;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.selfstab.vocabulary.Interruption;

/**
 * The operator that takes the second moment {@code P = E[s s']} of an optimizer's state about a critical point to that of the next step, theory.md (60): {@code T P T' + (B B') x
 * K[C P C']} with {@code T = A x I + B C x H} and K the covariance of the batch's Hessian. P is symmetric, N by N with {@code N = q r}.
 */
final class SecondMoment {

    /** Beyond so many entries of P, iteration takes the place of a decomposition. */
    private static final int MOST_DECOMPOSED = 210;

    private static final double MOST_OPERATIONS = 4e9;
    private static final int BETWEEN_LOOKS = 20;
    private static final double SETTLED = 1e-14;
    private static final double OFF_THE_EIGENVALUE = 1e-10;
    private static final int INVERSE_ITERATIONS = 4;

    private final MethodMatrices method;
    private final DMatrixRMaj covariance;
    private final DMatrixRMaj mean;

    /** {@code I x H}. */
    private final DMatrixRMaj blocks;

    private final int r;
    private final int size;

    /**
     * The operator.
     *
     * @param hessian that of the loss, r by r
     * @param covariance that of a batch's Hessian, r^2 by r^2
     */
    SecondMoment(MethodMatrices method, DMatrixRMaj hessian, DMatrixRMaj covariance) {
        this.method = method;
        this.covariance = covariance;
        this.r = hessian.getNumRows();
        int q = method.copies();
        this.size = q * r;
        DMatrixRMaj feedback = new DMatrixRMaj(q, q);
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                feedback.set(i, j, method.b()[i] * method.c()[j]);
            }
        }
        this.mean = CommonOps_DDRM.kron(new DMatrixRMaj(method.a()), CommonOps_DDRM.identity(r), null);
        CommonOps_DDRM.addEquals(mean, CommonOps_DDRM.kron(feedback, hessian, null));
        this.blocks = CommonOps_DDRM.kron(CommonOps_DDRM.identity(q), hessian, null);
    }

    /** How many entries of P are free. */
    private int entries() {
        return size * (size + 1) / 2;
    }

    /** The factor by which it grows in a step, its spectral radius; empty where that is no finite number, as at huge step sizes, or takes too long to settle. */
    Optional<Double> growth() {
        try {
            return isFinite() ? Optional.of(radius()) : Optional.empty();
        } catch (NoEdgeException tooLong) {
            return Optional.empty();
        }
    }

    private boolean isFinite() {
        return !MatrixFeatures_DDRM.hasUncountable(next(CommonOps_DDRM.identity(size)));
    }

    /** Its spectral radius, which is an eigenvalue, as it keeps the cone of positive semidefinite matrices. */
    double radius() {
        return entries() <= MOST_DECOMPOSED ? MethodMatrices.spectralRadius(matrix()) : iteratedRadius();
    }

    /** {@code C P C'}, r by r, of the eigenmatrix P of the spectral radius: where it is 1, the neutral mode. */
    DMatrixRMaj mode() {
        return observed(
                entries() <= MOST_DECOMPOSED ? eigenmatrix() : iterated().mode());
    }

    /** The same by iteration. */
    double iteratedRadius() {
        return iterated().radius();
    }

    private record Iterated(double radius, DMatrixRMaj mode) {}

    private Iterated iterated() {
        DMatrixRMaj p = CommonOps_DDRM.identity(size);
        double operations = 4.0 * size * size * size + (double) r * r * r * r;
        double before = Double.NaN;
        for (int i = 1; ; i++) {
            Interruption.check();
            DMatrixRMaj next = next(p);
            double growth = CommonOps_DDRM.trace(next) / CommonOps_DDRM.trace(p);
            CommonOps_DDRM.scale(1 / CommonOps_DDRM.trace(next), next);
            p = next;
            if (i % BETWEEN_LOOKS == 0) {
                if (Math.abs(growth - before) <= SETTLED) {
                    return new Iterated(growth, p);
                }
                if (i * operations > MOST_OPERATIONS) {
                    throw new NoEdgeException("second moments in " + r + " directions take too long to settle");
                }
                before = growth;
            }
        }
    }

    /** By inverse iteration beside the spectral radius. */
    private DMatrixRMaj eigenmatrix() {
        DMatrixRMaj shifted = matrix();
        double radius = MethodMatrices.spectralRadius(shifted);
        for (int i = 0; i < shifted.getNumRows(); i++) {
            shifted.add(i, i, -radius * (1 + OFF_THE_EIGENVALUE));
        }
        DMatrixRMaj packed = packed(CommonOps_DDRM.identity(size));
        for (int i = 0; i < INVERSE_ITERATIONS; i++) {
            DMatrixRMaj solution = new DMatrixRMaj(packed.getNumRows(), 1);
            CommonOps_DDRM.solve(shifted, packed, solution);
            CommonOps_DDRM.divide(solution, CommonOps_DDRM.trace(unpacked(solution)));
            packed = solution;
        }
        return unpacked(packed);
    }

    /**
     * About the symmetric P with {@code P - E[T_B' P T_B] = Q}, the equation of the adjoint: what shows whether the second moment decays. Q has the Hessian in its diagonal blocks, by
     * which slow directions do not make P large.
     *
     * @return N by N; empty if there is no finite one
     */
    Optional<DMatrixRMaj> form() {
        DMatrixRMaj system = matrix();
        CommonOps_DDRM.transpose(system);
        CommonOps_DDRM.changeSign(system);
        for (int i = 0; i < system.getNumRows(); i++) {
            system.add(i, i, 1);
        }
        DMatrixRMaj right = weighted(packed(blocks), 2);
        DMatrixRMaj solution = new DMatrixRMaj(right.getNumRows(), 1);
        if (!CommonOps_DDRM.solve(system, right, solution)) {
            return Optional.empty();
        }
        DMatrixRMaj left = new DMatrixRMaj(right.getNumRows(), 1);
        CommonOps_DDRM.mult(system, solution, left);
        CommonOps_DDRM.subtract(right, left, left);
        DMatrixRMaj correction = new DMatrixRMaj(right.getNumRows(), 1);
        if (CommonOps_DDRM.solve(system, left, correction)) {
            CommonOps_DDRM.addEquals(solution, correction);
        }
        DMatrixRMaj form = unpacked(weighted(solution, 0.5));
        return Arrays.stream(form.data).allMatch(Double::isFinite) ? Optional.of(form) : Optional.empty();
    }

    /** In packed coordinates entries off the diagonal count twice in inner products. */
    private DMatrixRMaj weighted(DMatrixRMaj packed, double weight) {
        int k = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++, k++) {
                packed.data[k] *= i == j ? 1 : weight;
            }
        }
        return packed;
    }

    private DMatrixRMaj matrix() {
        int count = entries();
        DMatrixRMaj matrix = new DMatrixRMaj(count, count);
        DMatrixRMaj unit = new DMatrixRMaj(count, 1);
        for (int j = 0; j < count; j++) {
            CommonOps_DDRM.fill(unit, 0);
            unit.set(j, 1);
            CommonOps_DDRM.insert(packed(next(unpacked(unit))), matrix, 0, j);
        }
        return matrix;
    }

    private DMatrixRMaj next(DMatrixRMaj p) {
        DMatrixRMaj next = new DMatrixRMaj(size, size);
        CommonOps_DDRM.multTransB(CommonOps_DDRM.mult(mean, p, null), mean, next);
        DMatrixRMaj spread = new DMatrixRMaj(r, r);
        addSpread(observed(p), covariance, spread);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                next.add(i, j, method.b()[i / r] * method.b()[j / r] * spread.get(i % r, j % r));
            }
        }
        return next;
    }

    /** Adds {@code E[(H_B - H) X (H_B - H)]}, r by r, for the covariance of a batch's Hessian. */
    static void addSpread(DMatrixRMaj x, DMatrixRMaj covariance, DMatrixRMaj sum) {
        int r = x.getNumRows();
        for (int a = 0; a < r; a++) {
            for (int c = 0; c < r; c++) {
                double entry = 0;
                for (int b = 0; b < r; b++) {
                    for (int d = 0; d < r; d++) {
                        entry += covariance.get(a * r + b, c * r + d) * x.get(b, d);
                    }
                }
                sum.add(a, c, entry);
            }
        }
    }

    private DMatrixRMaj observed(DMatrixRMaj p) {
        DMatrixRMaj x = new DMatrixRMaj(r, r);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                x.add(i % r, j % r, method.c()[i / r] * method.c()[j / r] * p.get(i, j));
            }
        }
        return x;
    }

    private DMatrixRMaj packed(DMatrixRMaj p) {
        DMatrixRMaj packed = new DMatrixRMaj(entries(), 1);
        int k = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                packed.set(k++, (p.get(i, j) + p.get(j, i)) / 2);
            }
        }
        return packed;
    }

    private DMatrixRMaj unpacked(DMatrixRMaj packed) {
        DMatrixRMaj p = new DMatrixRMaj(size, size);
        int k = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                p.set(i, j, packed.get(k));
                p.set(j, i, packed.get(k++));
            }
        }
        return p;
    }
}
