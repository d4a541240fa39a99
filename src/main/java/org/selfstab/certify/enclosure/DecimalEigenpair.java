package org.selfstab.certify.enclosure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.numeric.JacobiEigensolver;
import org.selfstab.numeric.Norm;

/**
 * The two largest eigenvalues and the top eigenvector of all symmetric matrices H in a narrow interval matrix, with about as many digits as its
 * field has. Jacobi rotations in decimals propose the eigenvectors V of the midpoints; {@code D = V'HV}, nearly diagonal, and {@code G = V'V},
 * nearly the identity, prove:
 *
 * <ul>
 *   <li>{@code lambda_k(H) = lambda_k(D)/theta} with theta between the smallest and the largest eigenvalue of G (Ostrowski; Horn and Johnson, Matrix
 *       Analysis, theorem 4.5.9), and {@code lambda_k(D)} is no farther from the k-th largest diagonal entry than the Frobenius norm of the entries off the
 *       diagonal (Weyl), multiple eigenvalues or not;
 *   <li>with the first column v, {@code mu = v'Hv/v'v} and {@code r = Hv - mu v}, the sine of the angle between u and v is at most {@code |r|/((mu -
 *       lambda_2)|v|)} (Davis and Kahan); {@code V'r = D e_1 - mu G e_1}.
 * </ul>
 *
 * @param sharpness contains the largest eigenvalue of each
 * @param secondEigenvalue contains the second; of one row any number
 * @param u contains a unit top eigenvector of each; undefined unless the top eigenvalue is certainly simple
 */
public record DecimalEigenpair(
        DecimalInterval sharpness, DecimalInterval secondEigenvalue, FieldVector<DecimalInterval> u) {

    /** Unit vectors at an acute angle differ by {@code 2 sin(angle/2) <= sqrt(2) sin(angle)} at most. */
    private static final double CHORD = 1.5;

    private static final double LARGEST = 1e150;

    public static DecimalEigenpair of(FieldMatrix<DecimalInterval> hessian) {
        int n = hessian.getRowDimension();
        DecimalIntervalField field = hessian.getEntry(0, 0).getField();
        if (!Arrays.stream(Boxes.entries(hessian).toArray()).allMatch(DecimalEigenpair::isModerate)) {
            return new DecimalEigenpair(field.undefined(), field.undefined(), undefined(field, n));
        }
        FieldMatrix<DecimalInterval> v = eigenvectors(field, hessian);
        FieldMatrix<DecimalInterval> diagonal = v.transpose().multiply(hessian).multiply(v);
        FieldMatrix<DecimalInterval> gram = v.transpose().multiply(v);
        DecimalInterval deviation = frobenius(gram.subtract(MatrixUtils.createFieldIdentityMatrix(field, n)));
        DecimalInterval theta = field.getOne().add(deviation.symmetricHull());
        DecimalInterval mu = diagonal.getEntry(0, 0).divide(gram.getEntry(0, 0));
        DecimalInterval sharpness = atLeast(mu, eigenvalue(diagonal, 0).divide(theta));
        if (n == 1) {
            return new DecimalEigenpair(sharpness, field.entire(), v.getRowVector(0));
        }
        DecimalInterval second = eigenvalue(diagonal, 1).divide(theta);
        DecimalInterval sine = sine(diagonal, gram, mu, mu.subtract(second)).divide(theta.sqrt());
        FieldVector<DecimalInterval> u =
                sharpness.isAbove(second) && field.getOne().isAbove(sine)
                        ? around(v.getColumnVector(0), sine.multiply(CHORD))
                        : undefined(field, n);
        return new DecimalEigenpair(sharpness, second, u);
    }

    private static FieldVector<DecimalInterval> undefined(DecimalIntervalField field, int n) {
        return new ArrayFieldVector<>(n, field.undefined());
    }

    /** So that nothing overflows. */
    private static boolean isModerate(DecimalInterval entry) {
        return entry.isFinite() && entry.mag().getReal() < LARGEST;
    }

    /** The members of an interval that are not below all of another. */
    private static DecimalInterval atLeast(DecimalInterval least, DecimalInterval interval) {
        BigDecimal lower = least.lower().max(interval.lower());
        return interval.getField().of(lower, interval.upper().max(lower));
    }

    /** Contains {@code lambda_k(D)}, k from 0. */
    private static DecimalInterval eigenvalue(FieldMatrix<DecimalInterval> matrix, int k) {
        int n = matrix.getRowDimension();
        FieldMatrix<DecimalInterval> off = matrix.copy();
        BigDecimal[] lower = new BigDecimal[n];
        BigDecimal[] upper = new BigDecimal[n];
        for (int i = 0; i < n; i++) {
            lower[i] = matrix.getEntry(i, i).lower();
            upper[i] = matrix.getEntry(i, i).upper();
            off.setEntry(i, i, matrix.getField().getZero());
        }
        Arrays.sort(lower, Comparator.reverseOrder());
        Arrays.sort(upper, Comparator.reverseOrder());
        DecimalInterval distance = frobenius(off).symmetricHull();
        return matrix.getEntry(0, 0).getField().of(lower[k], upper[k]).add(distance);
    }

    private static DecimalInterval frobenius(FieldMatrix<DecimalInterval> matrix) {
        return Norm.of(Boxes.entries(matrix));
    }

    /** No sine of the angle between u and v is larger, times the least singular value of V; not finite if none could be proved. */
    private static DecimalInterval sine(
            FieldMatrix<DecimalInterval> diagonal,
            FieldMatrix<DecimalInterval> gram,
            DecimalInterval mu,
            DecimalInterval gap) {
        FieldVector<DecimalInterval> residual =
                diagonal.getColumnVector(0).subtract(gram.getColumnVector(0).mapMultiply(mu));
        // exactly, by the choice of mu
        residual.setEntry(0, mu.getField().getZero());
        return gap.isPositive()
                ? Norm.of(residual)
                        .divide(gap.multiply(gram.getEntry(0, 0).sqrt()))
                        .mag()
                : mu.getField().undefined();
    }

    /** Contains the unit vectors within a distance of v, normalised. */
    private static FieldVector<DecimalInterval> around(FieldVector<DecimalInterval> v, DecimalInterval distance) {
        FieldVector<DecimalInterval> u = v.mapDivide(Norm.of(v));
        for (int i = 0; i < u.getDimension(); i++) {
            u.setEntry(i, u.getEntry(i).add(distance.symmetricHull()));
        }
        return u;
    }

    /** About the orthonormal eigenvectors of the midpoints as columns, largest eigenvalue first: intervals of one number. */
    private static FieldMatrix<DecimalInterval> eigenvectors(
            DecimalIntervalField field, FieldMatrix<DecimalInterval> symmetric) {
        int n = symmetric.getRowDimension();
        DfpField decimals = new DfpField(field.digits());
        FieldMatrix<Dfp> midpoints = new Array2DRowFieldMatrix<>(decimals, n, n);
        IntStream.range(0, n * n).forEach(k -> {
            // both of two entries across the diagonal, which rotations take for equal
            DecimalInterval entry = symmetric.getEntry(Math.max(k / n, k % n), Math.min(k / n, k % n));
            BigDecimal middle = entry.lower().add(entry.upper()).divide(BigDecimal.valueOf(2));
            midpoints.setEntry(k / n, k % n, decimals.newDfp(middle.toString()));
        });
        var vectors = new JacobiEigensolver<Dfp>().solve(midpoints).vectors();
        FieldMatrix<DecimalInterval> columns = new Array2DRowFieldMatrix<>(field, n, n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                BigDecimal number = new BigDecimal(vectors.get(j).getEntry(i).toString());
                columns.setEntry(i, j, field.of(number.round(new MathContext(field.digits()))));
            }
        }
        return columns;
    }
}
