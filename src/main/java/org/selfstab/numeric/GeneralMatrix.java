package org.selfstab.numeric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.util.Binary64;

/** Eigenvalues and singular values of square matrices that need not be symmetric, by EJML's decompositions. */
public final class GeneralMatrix {

    private GeneralMatrix() {}

    /**
     * The singular value decomposition.
     *
     * @param values the singular values, largest first
     * @param left the left singular vectors, in their order
     * @param right the right singular vectors, in their order
     */
    public record SingularValues(List<Double> values, List<DoubleVector> left, List<DoubleVector> right) {

        public SingularValues {
            values = List.copyOf(values);
            left = List.copyOf(left);
            right = List.copyOf(right);
        }

        /** How many singular values exceed a number. */
        public int rank(double least) {
            return (int) values.stream().filter(value -> value > least).count();
        }

        /**
         * The shortest solution of {@code M x = right} in the least squares sense, by some of the singular values.
         *
         * @param rank how many of them, from the largest on
         */
        public DoubleVector solve(DoubleVector rightSide, int rank) {
            DoubleVector solution = DoubleVector.zero(rightSide.getDimension());
            for (int i = 0; i < rank; i++) {
                Binary64 share = left.get(i).dotProduct(rightSide).divide(values.get(i));
                solution = solution.add(right.get(i).mapMultiply(share));
            }
            return solution;
        }
    }

    /** The eigenvalues of a matrix of finite numbers, largest modulus first; not numbers if the iteration does not converge. */
    public static List<Complex> eigenvalues(FieldMatrix<Binary64> matrix) {
        List<Complex> eigenvalues = new ArrayList<>(eigenvalues(dense(matrix)));
        eigenvalues.sort(Comparator.<Complex>comparingDouble(Complex::norm)
                .reversed()
                .thenComparing(Comparator.comparingDouble(Complex::getImaginary).reversed()));
        return eigenvalues;
    }

    /** The same in the order in which they are found; the matrix is left as it is. */
    public static List<Complex> eigenvalues(DMatrixRMaj matrix) {
        int n = matrix.getNumRows();
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(n, false);
        if (!decomposition.decompose(matrix.copy())) {
            return Collections.nCopies(n, Complex.NaN);
        }
        List<Complex> eigenvalues = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Complex_F64 value = decomposition.getEigenvalue(i);
            eigenvalues.add(new Complex(value.getReal(), value.getImaginary()));
        }
        return eigenvalues;
    }

    /** The largest magnitude of an eigenvalue; not a number if one is none. */
    public static double largest(List<Complex> eigenvalues) {
        double largest = 0;
        for (Complex value : eigenvalues) {
            largest = Math.max(largest, Math.hypot(value.getReal(), value.getImaginary()));
        }
        return largest;
    }

    /** The singular values and vectors of a matrix of finite numbers. */
    public static SingularValues singularValues(FieldMatrix<Binary64> matrix) {
        int n = matrix.getRowDimension();
        SingularValueDecomposition_F64<DMatrixRMaj> decomposition =
                DecompositionFactory_DDRM.svd(n, n, true, true, false);
        if (!decomposition.decompose(dense(matrix))) {
            throw new IllegalStateException("the singular value decomposition does not converge");
        }
        DMatrixRMaj left = decomposition.getU(null, false);
        DMatrixRMaj right = decomposition.getV(null, false);
        DMatrixRMaj values = decomposition.getW(null);
        SingularOps_DDRM.descendingOrder(left, false, values, right, false);
        List<Double> sizes = new ArrayList<>();
        List<DoubleVector> lefts = new ArrayList<>();
        List<DoubleVector> rights = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            sizes.add(values.get(j, j));
            lefts.add(column(left, j));
            rights.add(column(right, j));
        }
        return new SingularValues(sizes, lefts, rights);
    }

    private static DoubleVector column(DMatrixRMaj matrix, int j) {
        double[] entries = new double[matrix.getNumRows()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = matrix.get(i, j);
        }
        return DoubleVector.on(entries);
    }

    private static DMatrixRMaj dense(FieldMatrix<Binary64> matrix) {
        int n = matrix.getRowDimension();
        DMatrixRMaj dense = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                dense.set(i, j, matrix.getEntry(i, j).getReal());
            }
        }
        return dense;
    }
}
