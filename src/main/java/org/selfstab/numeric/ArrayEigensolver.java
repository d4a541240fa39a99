package org.selfstab.numeric;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Symmetric eigenproblems in arrays of doubles. Few rows, by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations,
 * section 8.5): in two dimensions, as the hot loops of two-variable losses want it, a single one, which allocates nothing. Many,
 * by EJML's decomposition, which is then several times faster.
 *
 * <p>Rotations, unlike the decomposition's Householder reflections, never square an entry, so that entries of any smallness do no
 * harm; they converge for every matrix, and keep the small components of eigenvectors that are nearly along the axes. The
 * decomposition does not see entries that are below rounding, and where squares underflow in it all the same, so that it does not
 * converge, the rotations do. Either way the residual {@code |A v - lambda v|} is at most some n ulps of {@code |A|}, with
 * multiple eigenvalues too.
 */
public final class ArrayEigensolver {

    /** The most rows that are rotated; beyond, the rotations' cost exceeds the decomposition's. */
    private static final int MOST_ROTATED = 8;
    /** Far more than are ever needed; what is left off the diagonal after them is rounding. */
    private static final int MAX_SWEEPS = 60;
    /** An entry off the diagonal below this fraction of the two on it is rotated away for the last time. */
    private static final double NEGLIGIBLE = 0x1p-56;
    /** From here on {@code sqrt(1 + x^2)} is x to the last place. */
    private static final double SQUARE_HIDES_ONE = 0x1p27;
    /** Below this fraction of the largest entry another is, even n times, no more than the decomposition's own rounding. */
    private static final double BELOW_ROUNDING = 0x1p-60;

    private ArrayEigensolver() {}

    /** Room for the n eigenvectors of an n by n matrix. */
    public static DMatrixRMaj[] roomForVectors(int n) {
        DMatrixRMaj[] vectors = new DMatrixRMaj[n];
        Arrays.setAll(vectors, j -> new DMatrixRMaj(n, 1));
        return vectors;
    }

    /**
     * Solves an eigenproblem.
     *
     * @param matrix a symmetric n by n matrix of finite numbers; left as it is
     * @param values receives the n eigenvalues, largest first
     * @param vectors receive the unit eigenvectors, each n by 1, in the same order
     */
    public static void solve(DMatrixRMaj matrix, double[] values, DMatrixRMaj[] vectors) {
        switch (matrix.getNumRows()) {
            case 1 -> {
                values[0] = matrix.data[0];
                vectors[0].data[0] = 1.0;
            }
            case 2 -> rotateOnce(matrix, values, vectors);
            default -> solveScaled(matrix, values, vectors);
        }
    }

    private static void rotateOnce(DMatrixRMaj matrix, double[] values, DMatrixRMaj[] vectors) {
        double first = matrix.get(0, 0);
        double second = matrix.get(1, 1);
        double off = matrix.get(0, 1);
        double tangent = off == 0.0 ? 0.0 : tangent(first, second, off);
        double cosine = 1.0 / Math.sqrt(1.0 + tangent * tangent);
        double sine = tangent * cosine;
        int rankOfFirst = first - tangent * off >= second + tangent * off ? 0 : 1;
        values[rankOfFirst] = first - tangent * off;
        setEntries(vectors[rankOfFirst], cosine, -sine);
        values[1 - rankOfFirst] = second + tangent * off;
        setEntries(vectors[1 - rankOfFirst], sine, cosine);
    }

    private static void setEntries(DMatrixRMaj vector, double first, double second) {
        vector.data[0] = first;
        vector.data[1] = second;
    }

    /** The tangent, of magnitude at most 1, of the angle that makes (first off; off second) diagonal; off is not 0. */
    private static double tangent(double first, double second, double off) {
        double difference = second - first;
        return smallerTangent(
                Double.isFinite(difference) ? 0.5 * (difference / off) : (0.5 * second - 0.5 * first) / off);
    }

    /** The root t of {@code t^2 + 2 cotangent t - 1 = 0} of smaller magnitude. */
    private static double smallerTangent(double cotangent) {
        double magnitude = Math.abs(cotangent);
        double root = magnitude < SQUARE_HIDES_ONE ? Math.sqrt(1.0 + magnitude * magnitude) : magnitude;
        return Math.copySign(1.0 / (magnitude + root), cotangent);
    }

    /** Solves the problem with entries of at most one, by a power of two. */
    private static void solveScaled(DMatrixRMaj matrix, double[] values, DMatrixRMaj[] vectors) {
        int exponent = exponentOf(matrix);
        DMatrixRMaj scaled = scaled(matrix, -exponent);
        if (values.length <= MOST_ROTATED || !isDecomposed(scaled, values, vectors)) {
            diagonalise(scaled, values, vectors);
        }
        for (int j = 0; j < values.length; j++) {
            values[j] = Math.scalb(values[j], exponent);
        }
    }

    /** The smallest k such that every entry is below 2^k; 0 for the zero matrix. */
    private static int exponentOf(DMatrixRMaj matrix) {
        double largest = CommonOps_DDRM.elementMaxAbs(matrix);
        return largest == 0.0 ? 0 : Math.getExponent(largest) + 1;
    }

    private static DMatrixRMaj scaled(DMatrixRMaj matrix, int exponent) {
        DMatrixRMaj scaled = new DMatrixRMaj(matrix);
        for (int i = 0; i < scaled.data.length; i++) {
            scaled.data[i] = Math.scalb(scaled.data[i], exponent);
        }
        return scaled;
    }

    /** Decomposes a matrix, if the decomposition converges; largest values first. */
    private static boolean isDecomposed(DMatrixRMaj matrix, double[] values, DMatrixRMaj[] vectors) {
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(values.length, true, true);
        if (!decomposition.decompose(aboveRounding(matrix))) {
            return false;
        }
        for (int j = 0; j < values.length; j++) {
            values[j] = decomposition.getEigenvalue(j).getReal();
            DMatrixRMaj vector = decomposition.getEigenVector(j);
            if (!Double.isFinite(values[j]) || vector == null || MatrixFeatures_DDRM.hasUncountable(vector)) {
                return false;
            }
            vectors[j].setTo(vector);
        }
        sort(values, vectors);
        return true;
    }

    private static DMatrixRMaj aboveRounding(DMatrixRMaj matrix) {
        DMatrixRMaj rounded = matrix.copy();
        for (int i = 0; i < rounded.data.length; i++) {
            if (Math.abs(rounded.data[i]) < BELOW_ROUNDING) {
                rounded.data[i] = 0.0;
            }
        }
        return rounded;
    }

    /** Rotates until only rounding is left off the diagonal, which overwrites the matrix. */
    private static void diagonalise(DMatrixRMaj a, double[] values, DMatrixRMaj[] vectors) {
        setIdentity(vectors);
        boolean rotated = true;
        for (int sweep = 0; sweep < MAX_SWEEPS && rotated; sweep++) {
            rotated = rotateInEveryPlane(a, vectors);
        }
        for (int j = 0; j < values.length; j++) {
            values[j] = a.get(j, j);
        }
        sort(values, vectors);
    }

    private static void setIdentity(DMatrixRMaj[] vectors) {
        for (int j = 0; j < vectors.length; j++) {
            vectors[j].zero();
            vectors[j].data[j] = 1.0;
        }
    }

    /** A sweep; says whether any entry that it rotated away was not negligible. */
    private static boolean rotateInEveryPlane(DMatrixRMaj a, DMatrixRMaj[] vectors) {
        boolean rotated = false;
        for (int p = 0; p < vectors.length; p++) {
            for (int q = p + 1; q < vectors.length; q++) {
                double off = a.get(p, q);
                if (off != 0.0) {
                    double diagonal = Math.abs(a.get(p, p)) + Math.abs(a.get(q, q));
                    rotated |= Math.abs(off) > NEGLIGIBLE * diagonal;
                    rotate(a, p, q, vectors);
                }
            }
        }
        return rotated;
    }

    /** Rotates a and the vectors in the plane of p and q, so that {@code a_pq} vanishes. */
    private static void rotate(DMatrixRMaj a, int p, int q, DMatrixRMaj[] vectors) {
        double off = a.get(p, q);
        double tangent = tangent(a.get(p, p), a.get(q, q), off);
        double cosine = 1.0 / Math.sqrt(1.0 + tangent * tangent);
        double sine = tangent * cosine;
        double tangentOfHalf = sine / (1.0 + cosine);
        a.data[p * a.numCols + p] -= tangent * off;
        a.data[q * a.numCols + q] += tangent * off;
        a.set(p, q, 0.0);
        a.set(q, p, 0.0);
        for (int k = 0; k < a.numCols; k++) {
            if (k != p && k != q) {
                rotateEntries(a.data, p * a.numCols + k, q * a.numCols + k, sine, tangentOfHalf);
                a.set(k, p, a.get(p, k));
                a.set(k, q, a.get(q, k));
            }
        }
        rotate(vectors[p].data, vectors[q].data, sine, tangentOfHalf);
    }

    private static void rotateEntries(double[] a, int first, int second, double sine, double tangentOfHalf) {
        double x = a[first];
        double y = a[second];
        a[first] = x - sine * (y + tangentOfHalf * x);
        a[second] = y + sine * (x - tangentOfHalf * y);
    }

    private static void rotate(double[] first, double[] second, double sine, double tangentOfHalf) {
        for (int k = 0; k < first.length; k++) {
            double x = first[k];
            double y = second[k];
            first[k] = x - sine * (y + tangentOfHalf * x);
            second[k] = y + sine * (x - tangentOfHalf * y);
        }
    }

    /** Brings the eigenvalues into descending order, and the vectors with them. */
    private static void sort(double[] values, DMatrixRMaj[] vectors) {
        for (int j = 0; j < values.length; j++) {
            int largest = j;
            for (int k = j + 1; k < values.length; k++) {
                largest = values[k] > values[largest] ? k : largest;
            }
            double value = values[largest];
            values[largest] = values[j];
            values[j] = value;
            double[] vector = vectors[largest].data;
            vectors[largest].data = vectors[j].data;
            vectors[j].data = vector;
        }
    }
}
