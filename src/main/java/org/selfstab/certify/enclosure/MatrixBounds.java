package org.selfstab.certify.enclosure;

import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.numeric.Norm;

/**
 * Bounds on eigenvalues and norms of all matrices in an interval matrix. Floating-point eigenvalues propose a bound, Cholesky's
 * decomposition in interval arithmetic proves it: all pivots positive means that every symmetric member is positive definite.
 */
public final class MatrixBounds {

    /** How a proposed bound is widened, one attempt after the other. */
    private static final List<Margin> MARGINS = List.of(
            new Margin(1e-13, 0.0),
            new Margin(1e-12, 1e-3),
            new Margin(1e-11, 1e-2),
            new Margin(1e-9, 0.1),
            new Margin(1e-6, 0.4),
            new Margin(1e-4, 1.1),
            new Margin(1e-2, 1.5));

    /**
     * A widening, for rounding and for the width of the matrix's entries, along which eigenvalues need not move.
     *
     * @param ofScale share of the spectral norm
     * @param ofRadius share of the Frobenius norm of the radii
     */
    private record Margin(double ofScale, double ofRadius) {

        double of(double scale, double radius) {
            return ofScale * scale + ofRadius * radius + Double.MIN_NORMAL;
        }
    }

    /** Where lambda_3 is as near, for which any plane through the top eigenvector may be proposed: radii count twice on the worst of them. */
    private static final List<Margin> MARGINS_ON_ANY_PLANE =
            List.of(new Margin(1e-12, 2.1), new Margin(1e-9, 2.5), new Margin(1e-4, 3.0));

    /** Eigenvalues that are as near, relatively, share their eigenvectors in doubles. */
    private static final double SHARED = 1e-9;

    /** The part of these margins by which a bound that was proved is given up, so that a checker whose roundings differ confirms it. */
    private static final double SLACK = 0.05;

    private MatrixBounds() {}

    /** Whether every symmetric matrix in an interval matrix is certainly positive definite. */
    public static boolean isPositiveDefinite(FieldMatrix<Interval> symmetric) {
        FieldMatrix<Interval> rest = symmetric.copy();
        int n = rest.getRowDimension();
        for (int k = 0; k < n; k++) {
            Interval pivot = rest.getEntry(k, k);
            if (!pivot.isAbove(0.0)) {
                return false;
            }
            for (int i = k + 1; i < n; i++) {
                Interval factor = rest.getEntry(i, k).divide(pivot);
                for (int j = k + 1; j <= i; j++) {
                    rest.setEntry(i, j, rest.getEntry(i, j).subtract(factor.multiply(rest.getEntry(j, k))));
                }
            }
        }
        return true;
    }

    /** An upper bound on the spectral norms of all members of an interval matrix. */
    public static double norm(FieldMatrix<Interval> matrix) {
        FieldMatrix<Interval> gram = matrix.transpose().multiply(matrix);
        if (!isFinite(gram)) {
            return Double.POSITIVE_INFINITY;
        }
        double square = largestEigenvalue(gram);
        double frobenius = Norm.of(Boxes.entries(matrix)).upper();
        return Double.isInfinite(square)
                ? frobenius
                : Math.min(Interval.of(Math.max(square, 0.0)).sqrt().upper(), frobenius);
    }

    /** An upper bound on the largest eigenvalue of all symmetric members; infinite if none could be proved. */
    public static double largestEigenvalue(FieldMatrix<Interval> symmetric) {
        if (!isFinite(symmetric)) {
            return Double.POSITIVE_INFINITY;
        }
        Eigensystem<Binary64> proposed = new DoubleEigensolver().solve(Boxes.midpoints(symmetric));
        double largest = proposed.top().getReal();
        double scale = proposed.spectralNorm().getReal();
        double radius = radius(symmetric);
        for (Margin margin : MARGINS) {
            double bound = largest + margin.of(scale, radius);
            if (Double.isFinite(bound) && isPositiveDefinite(shifted(symmetric, bound))) {
                return bound + SLACK * margin.of(scale, radius);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /**
     * An upper bound on the second largest eigenvalue of all symmetric members, minus infinity in one dimension: {@code lambda_2(H) <= lambda_1(H - m u u')} for
     * every vector u and every m >= 0 (Courant and Fischer).
     *
     * @param u about the top eigenvector; the bound is right for any
     */
    public static double secondEigenvalue(FieldMatrix<Interval> symmetric, FieldVector<Interval> u) {
        if (u.getDimension() == 1) {
            return Double.NEGATIVE_INFINITY;
        }
        if (!isFinite(symmetric)) {
            return Double.POSITIVE_INFINITY;
        }
        FieldVector<Interval> direction = Boxes.at(Boxes.numbers(u));
        Interval rayleigh = direction.dotProduct(symmetric.operate(direction));
        double second = new DoubleEigensolver()
                .solve(Boxes.midpoints(symmetric))
                .values()
                .get(1)
                .getReal();
        // the top eigenvalue comes to lie as far below the second as it lay above
        double weight = 2.0 * rayleigh.subtract(second).mag();
        if (!Double.isFinite(weight)) {
            return Double.POSITIVE_INFINITY;
        }
        return largestEigenvalue(
                symmetric.subtract(direction.outerProduct(direction).scalarMultiply(Interval.of(weight))));
    }

    /**
     * A lower bound on the second largest eigenvalue of all symmetric members: {@code lambda_2 >= c} where H - c I is positive definite
     * on a plane, here that of the midpoints' two top eigenvectors. Minus infinity in one dimension or if none could be proved.
     */
    public static double secondEigenvalueAtLeast(FieldMatrix<Interval> symmetric) {
        int n = symmetric.getRowDimension();
        if (n == 1 || !isFinite(symmetric)) {
            return Double.NEGATIVE_INFINITY;
        }
        Eigensystem<Binary64> proposed = new DoubleEigensolver().solve(Boxes.midpoints(symmetric));
        FieldMatrix<Interval> plane = new Array2DRowFieldMatrix<>(IntervalField.getInstance(), n, 2);
        plane.setColumnVector(0, Boxes.at(Boxes.numbers(proposed.vectors().get(0))));
        plane.setColumnVector(1, Boxes.at(Boxes.numbers(proposed.vectors().get(1))));
        FieldMatrix<Interval> onPlane = plane.transpose().multiply(symmetric).multiply(plane);
        FieldMatrix<Interval> gram = plane.transpose().multiply(plane);
        double second = proposed.values().get(1).getReal();
        double scale = proposed.spectralNorm().getReal();
        double radius = radius(symmetric);
        boolean anyPlane = n > 2 && second - proposed.values().get(2).getReal() <= SHARED * scale + radius;
        for (Margin margin : anyPlane ? MARGINS_ON_ANY_PLANE : MARGINS) {
            double bound = second - margin.of(scale, radius);
            if (Double.isFinite(bound)
                    && isPositiveDefinite(onPlane.subtract(gram.scalarMultiply(Interval.of(bound))))) {
                return bound - SLACK * margin.of(scale, radius);
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    /** About a unit top eigenvector of the midpoints; empty if these are not finite. */
    public static Optional<FieldVector<Interval>> topDirection(FieldMatrix<Interval> symmetric) {
        return isFinite(symmetric)
                ? Optional.of(Boxes.at(Boxes.numbers(new DoubleEigensolver()
                        .solve(Boxes.midpoints(symmetric))
                        .vectors()
                        .get(0))))
                : Optional.empty();
    }

    /**
     * Contains the largest eigenvalues of all symmetric members, which are not below a Rayleigh quotient.
     *
     * @param u about the top eigenvector; the bound is right for any
     */
    public static Interval topEigenvalues(FieldMatrix<Interval> symmetric, FieldVector<Interval> u) {
        double lower =
                u.dotProduct(symmetric.operate(u)).divide(Norm.squared(u)).lower();
        return new Interval(lower, Math.max(lower, largestEigenvalue(symmetric)));
    }

    /** Contains the second eigenvalues of all symmetric members; in one dimension there are none, and any bound is right. */
    public static Interval secondEigenvalues(FieldMatrix<Interval> symmetric, FieldVector<Interval> u) {
        return symmetric.getRowDimension() == 1
                ? new Interval(Double.NEGATIVE_INFINITY, -Double.MAX_VALUE)
                : new Interval(secondEigenvalueAtLeast(symmetric), secondEigenvalue(symmetric, u));
    }

    /** {@code bound * I - matrix}. */
    private static FieldMatrix<Interval> shifted(FieldMatrix<Interval> matrix, double bound) {
        return Boxes.identity(matrix.getRowDimension())
                .scalarMultiply(Interval.of(bound))
                .subtract(matrix);
    }

    /** The Frobenius norm of the radii. */
    private static double radius(FieldMatrix<Interval> matrix) {
        double squares = 0.0;
        for (Interval entry : Boxes.entries(matrix).toArray()) {
            double radius = entry.radiusAbout(entry.midpoint());
            squares += radius * radius;
        }
        return Math.sqrt(squares);
    }

    private static boolean isFinite(FieldMatrix<Interval> matrix) {
        for (Interval entry : Boxes.entries(matrix).toArray()) {
            if (!entry.isFinite()) {
                return false;
            }
        }
        return true;
    }
}
