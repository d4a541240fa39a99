package org.selfstab.numeric;

import org.ejml.data.DMatrixRMaj;

/**
 * The ends of the spectrum of a tridiagonal matrix: eigenvalues by bisection on the signs of its pivots (Golub and Van Loan, Matrix Computations, section 8.4),
 * which is right to rounding whatever the matrix, the eigenvector of the largest by a factorisation from both sides that meets where the vector is large (I. Dhillon
 * and B. Parlett, <i>Orthogonal eigenvectors and relative gaps</i>, SIAM J. Matrix Anal. Appl. 25, 2004), which gives its small components too. Some hundred operations
 * a row, where a whole decomposition takes as many times the square of the rows.
 *
 * <p>In arrays that are used again.
 */
final class TridiagonalTop {

    /** Of the matrix: beyond, squares of entries may leave the range of numbers. */
    private static final double MOST = 0x1p400;

    private static final double LEAST = 0x1p-400;
    private static final int MOST_HALVINGS = 64;
    /** Of the matrix's magnitude and rows; an eigenvector that leaves more is none. */
    private static final double RESIDUAL = 8.0 * Math.ulp(1.0);

    private final double[] diagonal;
    private final double[] beside;
    private final double[] down;
    private final double[] up;
    private final double[] vector;
    private int size;
    private double below;
    private double above;
    private double value;

    /** Room for some rows. */
    TridiagonalTop(int most) {
        this.diagonal = new double[most];
        this.beside = new double[most];
        this.down = new double[most];
        this.up = new double[most];
        this.vector = new double[most];
    }

    /**
     * Finds the largest eigenvalue and its eigenvector.
     *
     * @param matrix whose first rows and columns are meant; what is not beside the diagonal is not looked at
     * @param rows how many
     * @return whether they were found, to rounding
     */
    boolean solve(DMatrixRMaj matrix, int rows) {
        size = rows;
        for (int i = 0; i < size; i++) {
            diagonal[i] = matrix.unsafe_get(i, i);
            beside[i] = i + 1 < size ? matrix.unsafe_get(i, i + 1) : 0.0;
        }
        findBounds();
        double magnitude = magnitude();
        if (!(magnitude > LEAST && magnitude < MOST)) {
            return false;
        }
        value = bisected(size);
        findVector();
        return residual() <= RESIDUAL * size * magnitude;
    }

    /** The largest eigenvalue. */
    double value() {
        return value;
    }

    /** The smallest eigenvalue. */
    double lowest() {
        return bisected(1);
    }

    /** A bound of the eigenvalues' magnitudes. */
    double magnitude() {
        return Math.max(Math.abs(below), Math.abs(above));
    }

    /** The unit eigenvector of the largest eigenvalue, to be read only up to the number of rows. */
    double[] vector() {
        return vector;
    }

    /** By Gershgorin's discs. */
    private void findBounds() {
        below = Double.POSITIVE_INFINITY;
        above = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            double radius = Math.abs(beside[i]) + (i > 0 ? Math.abs(beside[i - 1]) : 0.0);
            below = Math.min(below, diagonal[i] - radius);
            above = Math.max(above, diagonal[i] + radius);
        }
    }

    /** The eigenvalue that has a number of them, itself included, not above it. */
    private double bisected(int number) {
        double low = below;
        double high = above;
        double negligible = 0.5 * Math.ulp(magnitude());
        for (int i = 0; i < MOST_HALVINGS && high - low > negligible; i++) {
            double middle = 0.5 * (low + high);
            if (countBelow(middle) >= number) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** How many eigenvalues are below x: the negative pivots of the matrix less x. */
    private int countBelow(double x) {
        int count = 0;
        double pivot = 1.0;
        for (int i = 0; i < size; i++) {
            double square = i > 0 ? beside[i - 1] * beside[i - 1] : 0.0;
            pivot = notZero(diagonal[i] - x - square / pivot);
            count += pivot < 0 ? 1 : 0;
        }
        return count;
    }

    private double notZero(double pivot) {
        return pivot == 0.0 ? -Double.MIN_NORMAL * magnitude() : pivot;
    }

    private void findVector() {
        int last = size - 1;
        for (int i = 0; i < size; i++) {
            down[i] = notZero(diagonal[i] - value - (i > 0 ? beside[i - 1] * beside[i - 1] / down[i - 1] : 0.0));
        }
        for (int i = last; i >= 0; i--) {
            up[i] = notZero(diagonal[i] - value - (i < last ? beside[i] * beside[i] / up[i + 1] : 0.0));
        }
        int meeting = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            double pivot = Math.abs(down[i] + up[i] - (diagonal[i] - value));
            if (pivot < least) {
                least = pivot;
                meeting = i;
            }
        }
        vector[meeting] = 1.0;
        double square = 1.0;
        for (int i = meeting - 1; i >= 0; i--) {
            vector[i] = -beside[i] * vector[i + 1] / down[i];
            square += vector[i] * vector[i];
        }
        for (int i = meeting + 1; i < size; i++) {
            vector[i] = -beside[i - 1] * vector[i - 1] / up[i];
            square += vector[i] * vector[i];
        }
        double length = Math.sqrt(square);
        for (int i = 0; i < size; i++) {
            vector[i] /= length;
        }
    }

    /** The largest component of {@code A v - value v}; not a number where the vector is none. */
    private double residual() {
        double largest = 0.0;
        for (int i = 0; i < size; i++) {
            double component = (diagonal[i] - value) * vector[i];
            component += i > 0 ? beside[i - 1] * vector[i - 1] : 0.0;
            component += i < size - 1 ? beside[i] * vector[i + 1] : 0.0;
            largest = Math.max(largest, Math.abs(component));
        }
        return largest;
    }
}
