package org.selfstab.recheck;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.numeric.JacobiEigensolver;

/**
 * Eigenvalues and top eigenvectors of all symmetric members H of a matrix whose entries are known to more digits than doubles have, with nearly all of
 * these digits, and exactly where H is diagonal. With any matrix V that has an inverse, the k-th eigenvalue of {@code D = V'HV} is that of H times
 * a number between the smallest and the largest eigenvalue of {@code V'V} (Ostrowski 1959), and it is as near to the k-th largest diagonal entry of D
 * as the rest of D is small (Weyl). V is about the eigenvectors of the middle, which Jacobi rotations with all digits only propose.
 */
final class NarrowSpectrum {

    private static final double NARROW = 1e-15;

    /** About how many operations on decimals all rotations take, times n^3: ten sweeps of 9 n^3. */
    private static final double ROTATING = 90.0;
    /** An operation on decimals of so many digits takes about as long as one on intervals, and on more in proportion to their square. */
    private static final double AS_INTERVALS = 20.0;

    /** So that nothing overflows. */
    private static final double LARGEST = 1e150;

    private final Decimals decimals;
    private final FieldMatrix<DecimalInterval> hessian;
    private final FieldMatrix<DecimalInterval> basis;
    private final FieldMatrix<DecimalInterval> diagonal;
    private final FieldMatrix<DecimalInterval> gram;
    private final DecimalInterval stretch;

    NarrowSpectrum(Decimals decimals, FieldMatrix<DecimalInterval> hessian) {
        this.decimals = decimals;
        this.hessian = hessian;
        this.basis = proposed();
        this.diagonal = basis.transpose().multiply(hessian).multiply(basis);
        this.gram = basis.transpose().multiply(basis);
        DecimalInterval deviation = frobenius(gram.subtract(decimals.identity(gram.getRowDimension())));
        this.stretch = decimals.field().getOne().add(deviation.symmetricHull());
    }

    /** Whether doubles would round entries by more than they are uncertain; false where entries are too large, or unknown. */
    static boolean isNarrow(FieldMatrix<DecimalInterval> symmetric) {
        double width = 0.0;
        double size = 0.0;
        for (DecimalInterval[] row : symmetric.getData()) {
            for (DecimalInterval entry : row) {
                if (!entry.isFinite()) {
                    return false;
                }
                width = Math.max(width, entry.upper().subtract(entry.lower()).doubleValue());
                size = Math.max(size, entry.mag().getReal());
            }
        }
        return size < LARGEST && width <= NARROW * size;
    }

    /** Contains the largest eigenvalue of every member, which no Rayleigh quotient exceeds. */
    DecimalInterval sharpness() {
        DecimalInterval largest = eigenvalue(0);
        BigDecimal least = quotient().lower().max(largest.lower());
        return decimals.field().of(least, largest.upper().max(least));
    }

    /** Contains the second largest eigenvalue of every member. */
    DecimalInterval secondEigenvalue() {
        return eigenvalue(1);
    }

    /** {@code mu = v'Hv/v'v}, v the first column of V. */
    private DecimalInterval quotient() {
        return diagonal.getEntry(0, 0).divide(gram.getEntry(0, 0));
    }

    /** Contains the eigenvalue of that place of every member, the largest at place 0. */
    private DecimalInterval eigenvalue(int place) {
        int n = diagonal.getRowDimension();
        FieldMatrix<DecimalInterval> rest = diagonal.copy();
        IntStream.range(0, n).forEach(i -> rest.setEntry(i, i, decimals.field().getZero()));
        DecimalInterval entry =
                decimals.field().of(placed(place, DecimalInterval::lower), placed(place, DecimalInterval::upper));
        return entry.add(frobenius(rest).symmetricHull()).divide(stretch);
    }

    private BigDecimal placed(int place, Function<DecimalInterval, BigDecimal> endpoint) {
        List<BigDecimal> sorted = IntStream.range(0, diagonal.getRowDimension())
                .mapToObj(i -> endpoint.apply(diagonal.getEntry(i, i)))
                .sorted(Comparator.reverseOrder())
                .toList();
        return sorted.get(place);
    }

    /**
     * Contains a unit top eigenvector of every member; not finite unless the top eigenvalue is certainly simple. About the first column v of V: with
     * {@code mu = v'Hv/v'v} only the part of Hv off v turns v towards the others, and it is {@code r = Hv - mu v}, of which {@code V'r} has no first entry.
     */
    FieldVector<DecimalInterval> topEigenvectors() {
        DecimalInterval mu = quotient();
        FieldVector<DecimalInterval> residual =
                diagonal.getColumnVector(0).subtract(gram.getColumnVector(0).mapMultiply(mu));
        residual.setEntry(0, decimals.field().getZero());
        DecimalInterval gap = mu.subtract(secondEigenvalue());
        DecimalInterval sine = decimals.norm(residual)
                .divide(stretch.multiply(gram.getEntry(0, 0)).sqrt().multiply(gap))
                .mag();
        boolean isSimple = gap.isPositive() && decimals.field().getOne().isAbove(sine);
        DecimalInterval tangent = isSimple
                ? sine.divide(decimals.field().getOne().subtract(sine.square()).sqrt())
                : decimals.field().entire();
        return new TopDirection(decimals, basis.getColumnVector(0)).eigenvectors(tangent);
    }

    private static DecimalInterval frobenius(FieldMatrix<DecimalInterval> matrix) {
        DecimalInterval squares = matrix.getField().getZero();
        for (DecimalInterval[] row : matrix.getData()) {
            for (DecimalInterval entry : row) {
                squares = squares.add(entry.square());
            }
        }
        return squares.sqrt();
    }

    private FieldMatrix<DecimalInterval> proposed() {
        int n = hessian.getRowDimension();
        int digits = decimals.field().digits();
        decimals.field().countWork(ROTATING * n * n * n * digits / AS_INTERVALS);
        DfpField field = new DfpField(digits);
        FieldMatrix<Dfp> middles = new Array2DRowFieldMatrix<>(field, n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                Dfp middle = field.newDfp(
                        decimals.middle(hessian.getEntry(i, j)).lower().toString());
                middles.setEntry(i, j, middle);
                middles.setEntry(j, i, middle);
            }
        }
        List<FieldVector<Dfp>> vectors =
                new JacobiEigensolver<Dfp>().solve(middles).vectors();
        FieldMatrix<DecimalInterval> columns = decimals.zero(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                BigDecimal number = new BigDecimal(vectors.get(j).getEntry(i).toString());
                columns.setEntry(i, j, decimals.middle(decimals.field().of(number)));
            }
        }
        return columns;
    }
}
