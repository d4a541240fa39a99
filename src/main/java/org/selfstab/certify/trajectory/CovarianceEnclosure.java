package org.selfstab.certify.trajectory;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.UnstableStepCertificate;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.EnclosureException;
import org.selfstab.certify.enclosure.Krawczyk;
import org.selfstab.certify.enclosure.MatrixBounds;
import org.selfstab.certify.enclosure.SquareSystem;
import org.selfstab.certify.enclosure.SymmetricSpectrum;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;
import org.selfstab.numeric.SemidefiniteComplementarity;
import org.selfstab.numeric.SymmetricMatrices;

/**
 * Sigma of theory.md (38), its only solution: B is certainly positive definite.
 *
 * @param matrix contains it, k by k
 * @param least contains its smallest eigenvalue, or a lower bound alone
 * @param proof what shows this
 */
record CovarianceEnclosure(
        FieldMatrix<Interval> matrix, Interval least, UnstableStepCertificate.CovarianceProof proof) {

    private static final Interval HALF = Interval.of(0.5);

    /**
     * Encloses near a solution in doubles.
     *
     * @param edge contains {@code S_c}
     * @param drift contains b
     * @throws EnclosureException if (38) is not shown to have one solution, or its rank is not certain
     */
    static CovarianceEnclosure of(UnstableGeometry geometry, Interval edge, Interval drift) {
        int k = geometry.k();
        FieldMatrix<Interval> form = form(geometry);
        if (!MatrixBounds.isPositiveDefinite(form)) {
            throw new EnclosureException(
                    "B is not certainly positive definite, so that (38) may have several solutions Sigma; their push dA : Sigma is one"
                            + " where dA_ij is 0 and another where it is not, however small, which an enclosure does not tell apart");
        }
        FieldMatrix<Interval> below =
                Boxes.identity(k).scalarMultiply(edge).subtract(geometry.a()).scalarMultiply(drift.reciprocal());
        FieldMatrix<Interval> q = below.subtract(geometry.alpha());
        SemidefiniteComplementarity.Solution numeric = SemidefiniteComplementarity.solve(numbers(q), halfOfB(form, k))
                .orElseThrow(() -> new EnclosureException("(38) has no solution in doubles"));
        if (numeric.rank() == k) {
            return ofFullRank(form, q, numeric.z());
        }
        if (k == 2 && numeric.rank() == 1) {
            return ofRankOne(form, q, numeric);
        }
        throw new EnclosureException("Sigma has rank " + numeric.rank() + " of " + k
                + "; it is enclosed where it is positive definite, for two eigenvalues also of rank 1");
    }

    private static CovarianceEnclosure ofFullRank(FieldMatrix<Interval> form, FieldMatrix<Interval> q, DMatrixRMaj z) {
        int k = q.getRowDimension();
        double[] guess = new double[SymmetricMatrices.length(k)];
        int index = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                guess[index++] = z.get(i, j);
            }
        }
        Krawczyk.Solution solution = solve(new FullRank(form, weighted(q)), guess);
        FieldMatrix<Interval> sigma = symmetric(k, solution.enclosure());
        if (!MatrixBounds.isPositiveDefinite(sigma)) {
            throw new EnclosureException("the rank of Sigma is not certain: its smallest eigenvalue may be 0");
        }
        return new CovarianceEnclosure(
                sigma,
                SymmetricSpectrum.least(sigma),
                new UnstableStepCertificate.CovarianceProof(k, solution.proof()));
    }

    private static CovarianceEnclosure ofRankOne(
            FieldMatrix<Interval> form, FieldMatrix<Interval> q, SemidefiniteComplementarity.Solution numeric) {
        SymmetricMatrices.Spectrum spectrum = SymmetricMatrices.spectrum(numeric.z());
        double length = Math.sqrt(spectrum.values()[0]);
        double[] direction = spectrum.vectors()[0].data;
        double[] guess = {
            length * direction[0],
            length * direction[1],
            SymmetricMatrices.spectrum(numeric.w()).values()[0] / (length * length)
        };
        Krawczyk.Solution solution = solve(new RankOne(form, weighted(q)), guess);
        FieldVector<Interval> found = solution.enclosure();
        FieldMatrix<Interval> sigma = symmetric(2, squares(found.getEntry(0), found.getEntry(1)));
        boolean isCertain = sigma.getEntry(0, 0).add(sigma.getEntry(1, 1)).isAbove(0.0)
                && found.getEntry(2).lower() >= 0.0;
        if (!isCertain) {
            throw new EnclosureException("the rank of Sigma is not certain: it may be 2");
        }
        return new CovarianceEnclosure(
                sigma, Interval.of(0.0), new UnstableStepCertificate.CovarianceProof(1, solution.proof()));
    }

    private static Krawczyk.Solution solve(SquareSystem system, double[] guess) {
        return new Krawczyk(system, 0)
                .solve(guess, Boxes.zero(guess.length), 0.0)
                .orElseThrow(() -> new EnclosureException("Krawczyk's test of Sigma did not pass"));
    }

    /** {@code w_ij w_kl dA_ij . dA_kl} for entries above and on the diagonal, w being 1 on it and 2 above: Sigma's entries times this are {@code w B[Sigma]}. */
    private static FieldMatrix<Interval> form(UnstableGeometry geometry) {
        int k = geometry.k();
        List<FieldVector<Interval>> vectors = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                vectors.add(geometry.thirdOff().get(i).get(j).mapMultiply(Interval.of(weight(i, j))));
            }
        }
        FieldMatrix<Interval> form =
                new Array2DRowFieldMatrix<>(IntervalField.getInstance(), vectors.size(), vectors.size());
        for (int i = 0; i < vectors.size(); i++) {
            for (int j = 0; j < vectors.size(); j++) {
                form.setEntry(i, j, vectors.get(i).dotProduct(vectors.get(j)));
            }
        }
        return form;
    }

    private static double weight(int i, int j) {
        return i == j ? 1.0 : 2.0;
    }

    /** {@code B/2} in the coordinates of {@link SymmetricMatrices}. */
    private static DMatrixRMaj halfOfB(FieldMatrix<Interval> form, int k) {
        double[] factors = new double[form.getRowDimension()];
        int index = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                factors[index++] = SymmetricMatrices.weight(i, j) / weight(i, j);
            }
        }
        DMatrixRMaj half = new DMatrixRMaj(factors.length, factors.length);
        for (int i = 0; i < factors.length; i++) {
            for (int j = 0; j < factors.length; j++) {
                half.set(
                        i,
                        j,
                        0.5 * factors[i] * factors[j] * form.getEntry(i, j).midpoint());
            }
        }
        return half;
    }

    private static DMatrixRMaj numbers(FieldMatrix<Interval> matrix) {
        DMatrixRMaj numbers = new DMatrixRMaj(matrix.getRowDimension(), matrix.getColumnDimension());
        for (int i = 0; i < numbers.numRows; i++) {
            for (int j = 0; j < numbers.numCols; j++) {
                numbers.set(i, j, matrix.getEntry(i, j).midpoint());
            }
        }
        return numbers;
    }

    /** The entries above and on the diagonal, each with its weight. */
    private static FieldVector<Interval> weighted(FieldMatrix<Interval> matrix) {
        int k = matrix.getRowDimension();
        FieldVector<Interval> weighted = Boxes.zero(SymmetricMatrices.length(k));
        int index = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                weighted.setEntry(index++, matrix.getEntry(i, j).multiply(weight(i, j)));
            }
        }
        return weighted;
    }

    private static FieldMatrix<Interval> symmetric(int k, FieldVector<Interval> entries) {
        FieldMatrix<Interval> matrix = new Array2DRowFieldMatrix<>(IntervalField.getInstance(), k, k);
        int index = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                matrix.setEntry(i, j, entries.getEntry(index));
                matrix.setEntry(j, i, entries.getEntry(index++));
            }
        }
        return matrix;
    }

    /** The entries of {@code r r^T} above and on the diagonal. */
    private static FieldVector<Interval> squares(Interval first, Interval second) {
        FieldVector<Interval> squares = Boxes.zero(3);
        squares.setEntry(0, first.square());
        squares.setEntry(1, first.multiply(second));
        squares.setEntry(2, second.square());
        return squares;
    }

    /**
     * {@code B[Sigma]/2 + Q = 0} in the entries of Sigma, each equation with its weight.
     *
     * @param form those of B
     * @param q those of Q
     */
    private record FullRank(FieldMatrix<Interval> form, FieldVector<Interval> q) implements SquareSystem {

        @Override
        public FieldVector<Interval> value(FieldVector<Interval> box) {
            return form.operate(box).mapMultiply(HALF).add(q);
        }

        @Override
        public FieldMatrix<Interval> jacobian(FieldVector<Interval> box) {
            return form.scalarMultiply(HALF);
        }
    }

    /**
     * {@code B[r r^T]/2 + Q - tau s s^T = 0} with {@code s = (-r_2, r_1)}, in {@code r_1, r_2, tau}.
     *
     * @param form those of B
     * @param q those of Q
     */
    private record RankOne(FieldMatrix<Interval> form, FieldVector<Interval> q) implements SquareSystem {

        @Override
        public FieldVector<Interval> value(FieldVector<Interval> box) {
            Interval first = box.getEntry(0);
            Interval second = box.getEntry(1);
            return form.operate(squares(first, second))
                    .mapMultiply(HALF)
                    .add(q)
                    .subtract(turned(first, second).mapMultiply(box.getEntry(2)));
        }

        /** The weighted entries of {@code s s^T}. */
        private static FieldVector<Interval> turned(Interval first, Interval second) {
            return vector(second.square(), first.multiply(second).multiply(-2.0), first.square());
        }

        private static FieldVector<Interval> vector(Interval a, Interval b, Interval c) {
            FieldVector<Interval> vector = Boxes.zero(3);
            vector.setEntry(0, a);
            vector.setEntry(1, b);
            vector.setEntry(2, c);
            return vector;
        }

        @Override
        public FieldMatrix<Interval> jacobian(FieldVector<Interval> box) {
            Interval first = box.getEntry(0);
            Interval second = box.getEntry(1);
            Interval tau = box.getEntry(2);
            Interval zero = Interval.of(0.0);
            FieldMatrix<Interval> jacobian = Boxes.identity(3);
            jacobian.setColumnVector(
                    0,
                    form.operate(vector(first, second.multiply(HALF), zero))
                            .subtract(vector(zero, second.multiply(-2.0), first.multiply(2.0))
                                    .mapMultiply(tau)));
            jacobian.setColumnVector(
                    1,
                    form.operate(vector(zero, first.multiply(HALF), second))
                            .subtract(vector(second.multiply(2.0), first.multiply(-2.0), zero)
                                    .mapMultiply(tau)));
            jacobian.setColumnVector(2, turned(first, second).mapMultiply(Interval.of(-1.0)));
            return jacobian;
        }
    }
}
