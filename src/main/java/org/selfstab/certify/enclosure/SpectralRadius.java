package org.selfstab.certify.enclosure;

import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.SteinWitness;
import org.selfstab.interval.Interval;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.Norm;

/**
 * Whether all eigenvalues of the matrices M in an interval matrix lie inside the unit circle, by Stein's equation (Stein 1952; Horn and
 * Johnson, Topics in Matrix Analysis, section 2.2). A symmetric P with {@code P - M'PM} positive definite, about the solution of
 * {@code P - M'PM = I} in doubles, tells: if P is positive definite too, {@code |v|_P} is a norm in which M contracts, so that all
 * eigenvalues are inside. If they are, then {@code P = sum over k of M'^k (P - M'PM) M^k} is positive definite; so {@code x'Px <= 0} for some x other
 * than zero shows that one is not. Multiple and complex eigenvalues make no difference.
 */
public final class SpectralRadius {

    /**
     * Factors that M is divided by to show an eigenvalue outside: the equation is singular where the product of two eigenvalues is 1, which
     * another factor avoids.
     */
    private static final double[] SCALES = {1.0, 1.0 + 0x1p-20, 1.0 + 0x1p-10, 1.0 + 0x1p-5};

    /** How far, relatively, from its estimate the largest modulus of an eigenvalue is looked for. */
    private static final double[] DISTANCES = {0x1p-45, 0x1p-35, 0x1p-25, 0x1p-15, 0x1p-5};

    /** Memory grows with the fourth power of the rows. */
    public static final int MOST_ROWS = 40;

    /** Of larger matrices of which it is known where the eigenvalues are their modulus is not bounded. */
    private static final int MOST_ROWS_BOUNDED = 12;

    private static final int SQUARINGS = 40;

    /** Where the eigenvalues are. */
    public enum Place {
        /** All inside the unit circle. */
        INSIDE,
        /** At least one on or outside the unit circle. */
        NOT_INSIDE,
        /** The bounds do not tell. */
        UNDECIDED
    }

    /**
     * What was found, and what shows it.
     *
     * @param place where the eigenvalues of M are
     * @param witness what shows it; empty if undecided
     */
    public record Finding(Place place, Optional<SteinWitness> witness) {

        private static final Finding NONE = new Finding(Place.UNDECIDED, Optional.empty());
    }

    private SpectralRadius() {}

    public static Finding of(FieldMatrix<Interval> matrix) {
        for (double scale : SCALES) {
            Finding finding = of(matrix, scale);
            if (finding.place() == Place.NOT_INSIDE || (scale == 1.0 && finding.place() == Place.INSIDE)) {
                return finding;
            }
        }
        return Finding.NONE;
    }

    /**
     * Contains the largest modulus of an eigenvalue of every matrix, closely where some bounds about its estimate can be proved; perhaps from 0 or to infinity.
     *
     * @param place where the eigenvalues are: undecided ones are bounded about 1, and others if the matrix is small
     */
    public static Optional<Interval> enclosure(FieldMatrix<Interval> matrix, Place place) {
        if (place == Place.UNDECIDED) {
            return Optional.of(about(matrix, 1.0));
        }
        if (matrix.getRowDimension() > MOST_ROWS_BOUNDED) {
            return Optional.empty();
        }
        double modulus = estimate(matrix);
        return Optional.of(modulus > 0 ? about(matrix, modulus) : new Interval(0.0, sumOfMagnitudes(matrix)));
    }

    /** A norm of the matrix, which bounds what is estimated as 0. */
    private static double sumOfMagnitudes(FieldMatrix<Interval> matrix) {
        Interval sum = Interval.of(0.0);
        for (Interval[] row : matrix.getData()) {
            for (Interval entry : row) {
                sum = sum.add(entry.abs());
            }
        }
        return sum.upper();
    }

    /** About the largest modulus, not a number where some power vanishes: the limit of {@code |M^k|^(1/k)} (Gelfand), at {@code k = 2^}{@value #SQUARINGS}. */
    private static double estimate(FieldMatrix<Interval> matrix) {
        FieldMatrix<Binary64> power = Boxes.midpoints(matrix);
        double logarithm = 0.0;
        for (int k = 0; k < SQUARINGS; k++) {
            double norm = Norm.of(Boxes.entries(power)).getReal();
            logarithm = 2.0 * (logarithm + Math.log(norm));
            power = power.scalarMultiply(new Binary64(1.0 / norm));
            power = power.multiply(power);
        }
        return Math.exp(Math.scalb(logarithm, -SQUARINGS));
    }

    private static Interval about(FieldMatrix<Interval> matrix, double modulus) {
        double lower = 0.0;
        double upper = Double.POSITIVE_INFINITY;
        for (double distance : DISTANCES) {
            if (lower == 0.0 && of(matrix, modulus * (1.0 - distance)).place() == Place.NOT_INSIDE) {
                lower = modulus * (1.0 - distance);
            }
            if (Double.isInfinite(upper)
                    && of(matrix, modulus * (1.0 + distance)).place() == Place.INSIDE) {
                upper = modulus * (1.0 + distance);
            }
        }
        return new Interval(lower, upper);
    }

    /** Where the eigenvalues of {@code M / scale} are; undecided beyond {@value #MOST_ROWS} rows. */
    private static Finding of(FieldMatrix<Interval> matrix, double scale) {
        FieldMatrix<Interval> scaled = matrix.scalarMultiply(Interval.of(scale).reciprocal());
        Optional<FieldMatrix<Interval>> solution =
                solution(Boxes.midpoints(scaled)).map(Boxes::exactly);
        return solution.map(form -> finding(scaled, form, scale)).orElse(Finding.NONE);
    }

    private static Finding finding(FieldMatrix<Interval> scaled, FieldMatrix<Interval> form, double scale) {
        FieldMatrix<Interval> decrease =
                form.subtract(scaled.transpose().multiply(form).multiply(scaled));
        if (!MatrixBounds.isPositiveDefinite(decrease)) {
            return Finding.NONE;
        }
        if (MatrixBounds.isPositiveDefinite(form)) {
            return new Finding(
                    Place.INSIDE, Optional.of(new SteinWitness(scale, Boxes.listedRows(form), Optional.empty())));
        }
        var eigenvectors = new DoubleEigensolver().solve(Boxes.midpoints(form)).vectors();
        FieldVector<Interval> lowest = Boxes.at(Boxes.numbers(eigenvectors.get(eigenvectors.size() - 1)));
        return lowest.dotProduct(form.operate(lowest)).upper() <= 0.0
                ? new Finding(
                        Place.NOT_INSIDE,
                        Optional.of(new SteinWitness(scale, Boxes.listedRows(form), Optional.of(Boxes.listed(lowest)))))
                : Finding.NONE;
    }

    /** The symmetric matrix P of {@code P - M'PM = I}, about, by n^2 linear equations in its entries; empty if there is no finite one. */
    private static Optional<FieldMatrix<Binary64>> solution(FieldMatrix<Binary64> m) {
        if (m.getRowDimension() > MOST_ROWS) {
            return Optional.empty();
        }
        try {
            RealMatrix equations = equations(m);
            RealVector identity = identity(m.getRowDimension());
            DecompositionSolver solver = new LUDecomposition(equations, 0.0).getSolver();
            RealVector rough = solver.solve(identity);
            RealVector entries = rough.add(solver.solve(identity.subtract(equations.operate(rough))));
            boolean finite = Double.isFinite(entries.getL1Norm());
            return finite ? Optional.of(symmetric(entries, m)) : Optional.empty();
        } catch (MathRuntimeException singular) {
            return Optional.empty();
        }
    }

    private static RealMatrix equations(FieldMatrix<Binary64> m) {
        int n = m.getRowDimension();
        RealMatrix equations = MatrixUtils.createRealIdentityMatrix(n * n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    for (int l = 0; l < n; l++) {
                        double product =
                                m.getEntry(k, i).getReal() * m.getEntry(l, j).getReal();
                        equations.addToEntry(i * n + j, k * n + l, -product);
                    }
                }
            }
        }
        return equations;
    }

    private static RealVector identity(int n) {
        RealVector identity = MatrixUtils.createRealVector(n * n);
        for (int i = 0; i < n; i++) {
            identity.setEntry(i * n + i, 1.0);
        }
        return identity;
    }

    private static FieldMatrix<Binary64> symmetric(RealVector entries, FieldMatrix<Binary64> like) {
        int n = like.getRowDimension();
        FieldMatrix<Binary64> form = like.copy();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double mean = 0.5 * entries.getEntry(i * n + j) + 0.5 * entries.getEntry(j * n + i);
                form.setEntry(i, j, new Binary64(mean));
            }
        }
        return form;
    }
}
