package org.selfstab.recheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.Eigensystem;

/**
 * Bounds on eigenvalues of all symmetric matrices in an interval matrix, each by a matrix whose LDL' decomposition has positive pivots.
 * Eigenvalues in doubles only propose.
 */
final class SymmetricBounds {

    /** By which shares of its magnitude and of the Frobenius norm of the entries' radii a proposed bound is widened, one attempt after the other. */
    private static final double[][] MARGINS = {
        {1e-15, 0.0}, {1e-13, 0.0}, {1e-12, 1e-3}, {1e-11, 1e-2}, {1e-9, 0.1}, {1e-6, 0.4}, {1e-4, 1.1}, {1e-2, 1.5}
    };

    private static final double LARGEST = 1e150;

    private final Decimals decimals;

    SymmetricBounds(Decimals decimals) {
        this.decimals = decimals;
    }

    /** Whether all symmetric members are positive definite: eliminates one row after another. */
    static boolean arePositiveDefinite(FieldMatrix<DecimalInterval> matrix) {
        int n = matrix.getRowDimension();
        FieldMatrix<DecimalInterval> left = matrix.copy();
        for (int pivot = 0; pivot < n; pivot++) {
            DecimalInterval d = left.getEntry(pivot, pivot);
            if (!d.isPositive()) {
                return false;
            }
            for (int row = pivot + 1; row < n; row++) {
                DecimalInterval multiplier = left.getEntry(row, pivot).divide(d);
                for (int column = pivot + 1; column <= row; column++) {
                    left.setEntry(
                            row,
                            column,
                            left.getEntry(row, column).subtract(multiplier.multiply(left.getEntry(column, pivot))));
                }
            }
        }
        return true;
    }

    /**
     * Whether {@code lambda_2 < bound} for all members: {@code lambda_2(H) <= lambda_1(H - m u u')} for every u and every m not
     * negative.
     *
     * @param u about the top eigenvector
     */
    boolean isSecondBelow(FieldMatrix<DecimalInterval> hessian, FieldVector<DecimalInterval> u, DecimalInterval bound) {
        return arePositiveDefinite(
                decimals.identity(u.getDimension()).scalarMultiply(bound).subtract(deflated(hessian, u, bound)));
    }

    /** No member's second eigenvalue is larger, by the same inequality; the whole line if no bound is found. */
    DecimalInterval secondEigenvalueAtMost(FieldMatrix<DecimalInterval> hessian, FieldVector<DecimalInterval> u) {
        if (!isProposable(hessian)) {
            return decimals.field().entire();
        }
        double second = eigensystem(hessian).values().get(1).getReal();
        return largestEigenvalue(deflated(hessian, u, decimals.field().of(second)));
    }

    /** {@code H - m u u'} with m such that the top eigenvalue comes to lie as far below a bound as it lay above. */
    private static FieldMatrix<DecimalInterval> deflated(
            FieldMatrix<DecimalInterval> hessian, FieldVector<DecimalInterval> u, DecimalInterval bound) {
        DecimalInterval weight =
                u.dotProduct(hessian.operate(u)).subtract(bound).mag().multiply(2);
        return hessian.subtract(u.outerProduct(u).scalarMultiply(weight));
    }

    /** Whether {@code lambda_2 > bound} for all members: {@code H - bound I} is positive definite on some plane. */
    boolean isSecondAbove(FieldMatrix<DecimalInterval> hessian, DecimalInterval bound) {
        if (!isProposable(hessian)) {
            return false;
        }
        int n = hessian.getRowDimension();
        Eigensystem<Binary64> proposed = eigensystem(hessian);
        FieldMatrix<DecimalInterval> plane = new Array2DRowFieldMatrix<>(decimals.field(), n, 2);
        for (int j = 0; j < 2; j++) {
            for (int i = 0; i < n; i++) {
                plane.setEntry(
                        i,
                        j,
                        decimals.field()
                                .of(proposed.vectors().get(j).getEntry(i).getReal()));
            }
        }
        FieldMatrix<DecimalInterval> raised =
                hessian.subtract(decimals.identity(n).scalarMultiply(bound));
        return arePositiveDefinite(plane.transpose().multiply(raised).multiply(plane));
    }

    /** Contains {@code lambda_2} of every member, of two rows at least. */
    DecimalInterval secondEigenvalue(FieldMatrix<DecimalInterval> symmetric, FieldVector<DecimalInterval> u) {
        if (!isProposable(symmetric)) {
            return decimals.field().entire();
        }
        DecimalInterval upper = secondEigenvalueAtMost(symmetric, u);
        Eigensystem<Binary64> proposed = eigensystem(symmetric);
        double second = proposed.values().get(1).getReal();
        double scale = proposed.spectralNorm().getReal();
        for (double[] margin : MARGINS) {
            DecimalInterval lower = decimals.field().of(second - widening(symmetric, scale, margin));
            if (upper.isFinite() && isSecondAbove(symmetric, lower)) {
                return lower.hull(upper);
            }
        }
        return decimals.field().entire();
    }

    /** No member's spectral norm is larger: of the Frobenius norm, the row sums of A'A and a proved bound on its eigenvalues the least. */
    DecimalInterval norm(FieldMatrix<DecimalInterval> matrix) {
        FieldMatrix<DecimalInterval> gram = matrix.transpose().multiply(matrix);
        DecimalInterval trace = decimals.field().getZero();
        DecimalInterval rows = decimals.field().getZero();
        for (int i = 0; i < gram.getRowDimension(); i++) {
            trace = trace.add(gram.getEntry(i, i).mag());
            DecimalInterval row = decimals.field().getZero();
            for (int j = 0; j < gram.getRowDimension(); j++) {
                row = row.add(gram.getEntry(i, j).mag());
            }
            rows = rows.max(row);
        }
        DecimalInterval square = least(least(trace, rows), largestEigenvalue(gram));
        return square.sqrt();
    }

    /** Contains the largest eigenvalue of every member: below by a Rayleigh quotient. */
    DecimalInterval topEigenvalue(FieldMatrix<DecimalInterval> symmetric) {
        DecimalInterval upper = largestEigenvalue(symmetric);
        if (!upper.isFinite()) {
            return decimals.field().entire();
        }
        FieldVector<DecimalInterval> u = topDirection(symmetric);
        DecimalInterval quotient = u.dotProduct(symmetric.operate(u)).divide(Decimals.squareSum(u));
        return decimals.field().of(quotient.lower(), upper.upper());
    }

    /**
     * About the top eigenvector of the midpoints.
     *
     * @throws RejectedException if the matrix is too large for doubles
     */
    FieldVector<DecimalInterval> topDirection(FieldMatrix<DecimalInterval> symmetric) {
        RejectedException.unless(isProposable(symmetric), "the Hessian overflows");
        FieldVector<Binary64> proposed = eigensystem(symmetric).vectors().get(0);
        FieldVector<DecimalInterval> u = new ArrayFieldVector<>(decimals.field(), proposed.getDimension());
        for (int i = 0; i < u.getDimension(); i++) {
            u.setEntry(i, decimals.field().of(proposed.getEntry(i).getReal()));
        }
        return u;
    }

    /**
     * Contains all eigenvalues of every member, largest first: with V about the eigenvectors, those of {@code V'HV} are as far from its diagonal's entries as
     * the norm of the rest (Weyl), and those of H in the ratios {@code 1/(1 -+ |V'V - I|)} to these (Ostrowski).
     */
    List<DecimalInterval> eigenvalues(FieldMatrix<DecimalInterval> symmetric) {
        RejectedException.unless(isProposable(symmetric), "the Hessian overflows");
        int n = symmetric.getRowDimension();
        Eigensystem<Binary64> proposed = eigensystem(symmetric);
        FieldMatrix<DecimalInterval> v = decimals.zero(n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                v.setEntry(
                        i,
                        j,
                        decimals.field()
                                .of(proposed.vectors().get(j).getEntry(i).getReal()));
            }
        }
        FieldMatrix<DecimalInterval> turned = v.transpose().multiply(symmetric).multiply(v);
        DecimalInterval defect = norm(v.transpose().multiply(v).subtract(decimals.identity(n)));
        FieldMatrix<DecimalInterval> off = turned.copy();
        List<BigDecimal> lower = new ArrayList<>();
        List<BigDecimal> upper = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            off.setEntry(i, i, decimals.field().getZero());
            lower.add(turned.getEntry(i, i).lower());
            upper.add(turned.getEntry(i, i).upper());
        }
        lower.sort(Comparator.reverseOrder());
        upper.sort(Comparator.reverseOrder());
        DecimalInterval around = norm(off).symmetricHull();
        DecimalInterval factor = decimals.field().getOne().add(defect.symmetricHull());
        List<DecimalInterval> eigenvalues = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            eigenvalues.add(
                    decimals.field().of(lower.get(i), upper.get(i)).add(around).divide(factor));
        }
        return eigenvalues;
    }

    /** Whether entries and their products are within the range of doubles, so that eigenvalues can be proposed. */
    private static boolean isProposable(FieldMatrix<DecimalInterval> symmetric) {
        boolean proposable = true;
        for (DecimalInterval[] row : symmetric.getData()) {
            for (DecimalInterval entry : row) {
                proposable &= entry.isFinite()
                        && Math.abs(entry.getReal()) < LARGEST
                        && entry.upper().subtract(entry.lower()).doubleValue() < LARGEST;
            }
        }
        return proposable;
    }

    private static DecimalInterval least(DecimalInterval a, DecimalInterval b) {
        return b.isFinite() && (!a.isFinite() || b.upper().compareTo(a.upper()) < 0) ? b : a;
    }

    /** No member's largest eigenvalue is larger; where the matrix is too wide to be eliminated, by the middle's and the radii (Weyl). */
    private DecimalInterval largestEigenvalue(FieldMatrix<DecimalInterval> symmetric) {
        if (!isProposable(symmetric)) {
            return decimals.field().entire();
        }
        DecimalInterval eliminated = eliminatedBound(symmetric);
        DecimalInterval byMiddle = eliminated.isFinite()
                ? eliminated
                : eliminatedBound(decimals.middles(symmetric)).add(radii(symmetric));
        return byMiddle.isFinite() ? decimals.field().of(byMiddle.upper()) : byMiddle;
    }

    /** The Frobenius norm of the distance of a symmetric member from the midpoints, as they are below the diagonal. */
    private DecimalInterval radii(FieldMatrix<DecimalInterval> symmetric) {
        DecimalInterval squares = decimals.field().getZero();
        for (int i = 0; i < symmetric.getRowDimension(); i++) {
            for (int j = 0; j <= i; j++) {
                DecimalInterval entry = symmetric.getEntry(i, j);
                DecimalInterval square = entry.subtract(decimals.middle(entry)).square();
                squares = squares.add(i == j ? square : square.multiply(2));
            }
        }
        return squares.sqrt();
    }

    private DecimalInterval eliminatedBound(FieldMatrix<DecimalInterval> symmetric) {
        int n = symmetric.getRowDimension();
        Eigensystem<Binary64> proposed = eigensystem(symmetric);
        double largest = proposed.top().getReal();
        double scale = proposed.spectralNorm().getReal();
        for (double[] margin : MARGINS) {
            DecimalInterval bound = decimals.field().of(largest + widening(symmetric, scale, margin));
            if (arePositiveDefinite(decimals.identity(n).scalarMultiply(bound).subtract(symmetric))) {
                return bound;
            }
        }
        return decimals.field().entire();
    }

    /** By how much a bound about an eigenvalue is given up, for the spectral norm and for the Frobenius norm of the radii. */
    private static double widening(FieldMatrix<DecimalInterval> symmetric, double scale, double[] margin) {
        double squares = 0.0;
        for (DecimalInterval[] row : symmetric.getData()) {
            for (DecimalInterval entry : row) {
                double width = entry.upper().subtract(entry.lower()).doubleValue();
                squares += 0.25 * width * width;
            }
        }
        return margin[0] * scale + margin[1] * Math.sqrt(squares) + Double.MIN_NORMAL;
    }

    private static Eigensystem<Binary64> eigensystem(FieldMatrix<DecimalInterval> symmetric) {
        double[][] midpoints = Decimals.midpoints(symmetric);
        FieldMatrix<Binary64> doubles =
                new Array2DRowFieldMatrix<>(Binary64Field.getInstance(), midpoints.length, midpoints.length);
        for (int i = 0; i < midpoints.length; i++) {
            for (int j = 0; j < midpoints.length; j++) {
                doubles.setEntry(i, j, new Binary64(midpoints[i][j]));
            }
        }
        return new DoubleEigensolver().solve(doubles);
    }
}
