package org.selfstab.numeric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.hipparchus.complex.Complex;
import org.selfstab.vocabulary.TransientGrowth;

/**
 * The recursion {@code s' = M s} of a few numbers by a matrix M that need not be symmetric: how fast its powers fall in the end, and how far they may rise
 * before (Trefethen and Embree, Spectra and Pseudospectra, chapter 14).
 */
public final class LinearRecursion {

    /** Relative distance below which computed eigenvalues may be one: a double one splits by the root of an ulp. */
    private static final double ONE_EIGENVALUE = 1e-7;

    private static final int MOST_POWERS = 10_000;
    private static final double ROUNDING = 1e-13;
    /** By what a power exceeds another at least, relatively: some tend to the largest and never attain it. */
    private static final double NOTABLE = 1e-9;

    private final int size;
    private final DMatrixRMaj matrix;
    private final List<Complex> eigenvalues;

    private LinearRecursion(DMatrixRMaj matrix) {
        this.size = matrix.getNumRows();
        this.matrix = matrix;
        this.eigenvalues = size == 2 ? ofTwo() : GeneralMatrix.eigenvalues(matrix);
    }

    /**
     * A recursion.
     *
     * @param rows of M, finite
     */
    public static LinearRecursion of(double[][] rows) {
        return new LinearRecursion(new DMatrixRMaj(rows));
    }

    /** The roots of {@code z^2 - trace z + det}, the larger of two real ones first without cancellation. */
    private List<Complex> ofTwo() {
        double half = 0.5 * (matrix.get(0, 0) + matrix.get(1, 1));
        double det = matrix.get(0, 0) * matrix.get(1, 1) - matrix.get(0, 1) * matrix.get(1, 0);
        double discriminant = half * half - det;
        if (discriminant < 0) {
            double imaginary = Math.sqrt(-discriminant);
            return List.of(new Complex(half, imaginary), new Complex(half, -imaginary));
        }
        double larger = half + Math.copySign(Math.sqrt(discriminant), half);
        return List.of(new Complex(larger), new Complex(larger == 0 ? 0 : det / larger));
    }

    /** The eigenvalues of M, each as often as it is a root; not a number if the decomposition does not converge. */
    public List<Complex> eigenvalues() {
        return eigenvalues;
    }

    /** {@code rho}, the largest magnitude of an eigenvalue. */
    public double spectralRadius() {
        return GeneralMatrix.largest(eigenvalues);
    }

    /**
     * The spectral radius without the largest real eigenvalue if that is positive: where M is an optimizer's step in a plane of small curvature, the one of its
     * slow motion, near 1.
     */
    public double fastSpectralRadius() {
        List<Complex> fast = new ArrayList<>(eigenvalues);
        eigenvalues.stream()
                .filter(value -> value.getImaginary() == 0 && value.getReal() > 0)
                .max(Comparator.comparingDouble(Complex::getReal))
                .ifPresent(fast::remove);
        return GeneralMatrix.largest(fast);
    }

    /**
     * {@code kappa(V)}, the condition number in the spectral norm of the matrix of unit eigenvectors, so that {@code |M^t| <= kappa(V) rho^t}; infinite
     * where M has too few eigenvectors, to half of the digits of doubles.
     */
    public double eigenvectorCondition() {
        double same = ONE_EIGENVALUE * Math.max(NormOps_DDRM.normF(matrix), Double.MIN_NORMAL);
        List<Complex> left = new ArrayList<>(eigenvalues);
        List<Complex[]> vectors = new ArrayList<>();
        while (!left.isEmpty()) {
            Complex first = left.get(0);
            if (first.isNaN()) {
                return Double.NaN;
            }
            List<Complex> together = left.stream()
                    .filter(value -> value.subtract(first).norm() <= same)
                    .toList();
            Complex mean = together.stream().reduce(Complex.ZERO, Complex::add).divide(together.size());
            List<Complex[]> found = eigenvectors(mean, together.size(), same);
            if (found.size() < together.size()) {
                return Double.POSITIVE_INFINITY;
            }
            vectors.addAll(found);
            left = left.stream()
                    .filter(value -> value.subtract(first).norm() > same)
                    .toList();
        }
        DMatrixRMaj v = new DMatrixRMaj(2 * size, 2 * size);
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < size; i++) {
                setComplex(v, i, j, vectors.get(j)[i]);
            }
        }
        double[] singular = singularValues(v);
        return singular[2 * size - 1] / singular[0];
    }

    /** Ascending. */
    private static double[] singularValues(DMatrixRMaj matrix) {
        double[] values = SingularOps_DDRM.singularValues(matrix);
        Arrays.sort(values);
        return values;
    }

    /** A complex entry of a matrix as a block of two rows and columns, in which real matrices have it. */
    private void setComplex(DMatrixRMaj real, int i, int j, Complex entry) {
        real.set(i, j, entry.getReal());
        real.set(i + size, j + size, entry.getReal());
        real.set(i + size, j, entry.getImaginary());
        real.set(i, j + size, -entry.getImaginary());
    }

    /** Orthonormal eigenvectors for an eigenvalue, as many as it has, at most so many: one at least, as an eigenvalue has. */
    private List<Complex[]> eigenvectors(Complex value, int most, double tolerance) {
        DMatrixRMaj shifted = new DMatrixRMaj(2 * size, 2 * size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                Complex entry = new Complex(matrix.get(i, j));
                setComplex(shifted, i, j, i == j ? entry.subtract(value) : entry);
            }
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(2 * size, 2 * size, false, true, false);
        if (!svd.decompose(shifted)) {
            return List.of();
        }
        double[] singular = svd.getSingularValues();
        Integer[] order = new Integer[2 * size];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, Comparator.comparingDouble(k -> singular[k]));
        DMatrixRMaj right = svd.getV(null, true);
        List<Complex[]> found = new ArrayList<>();
        for (int k = 0; k < 2 * size && found.size() < most; k++) {
            if (!found.isEmpty() && singular[order[k]] > tolerance) {
                return found;
            }
            Complex[] vector = new Complex[size];
            for (int i = 0; i < size; i++) {
                vector[i] = new Complex(right.get(order[k], i), right.get(order[k], i + size));
            }
            addOrthogonal(found, vector);
        }
        return found;
    }

    /** Adds the part of a unit vector that is orthogonal to others, as a unit vector, unless it is in their span: each comes twice, times 1 and times i. */
    private static void addOrthogonal(List<Complex[]> others, Complex[] vector) {
        Complex[] rest = vector.clone();
        for (Complex[] other : others) {
            Complex inner = Complex.ZERO;
            for (int i = 0; i < rest.length; i++) {
                inner = inner.add(other[i].conjugate().multiply(rest[i]));
            }
            for (int i = 0; i < rest.length; i++) {
                rest[i] = rest[i].subtract(other[i].multiply(inner));
            }
        }
        double squares = 0;
        for (Complex entry : rest) {
            squares += entry.getReal() * entry.getReal() + entry.getImaginary() * entry.getImaginary();
        }
        if (squares > ONE_EIGENVALUE) {
            double length = Math.sqrt(squares);
            Arrays.setAll(rest, i -> rest[i].divide(length));
            others.add(rest);
        }
    }

    /**
     * The largest transient growth. No power after one below 1 is the largest: {@code |M^(t+s)| <= |M^t| |M^s|}.
     */
    public TransientGrowth largestGrowth() {
        return isBounded() ? largestGrowth(MOST_POWERS) : new TransientGrowth(Double.POSITIVE_INFINITY, 0, true, false);
    }

    private boolean isBounded() {
        return spectralRadius() <= 1 + ROUNDING;
    }

    /**
     * That of the first powers.
     *
     * @param most how many to look at
     */
    public TransientGrowth largestGrowth(int most) {
        double factor = 1;
        double attained = 1;
        int power = 0;
        DMatrixRMaj before = null;
        DMatrixRMaj present = CommonOps_DDRM.identity(size);
        boolean isEnd = false;
        for (int t = 1; t <= most && !isEnd; t++) {
            DMatrixRMaj next = new DMatrixRMaj(size, size);
            CommonOps_DDRM.mult(present, matrix, next);
            double norm = singularValues(next)[size - 1];
            if (norm > attained * (1 + NOTABLE)) {
                attained = norm;
                power = t;
            }
            factor = power > 0 ? Math.max(factor, norm) : factor;
            isEnd = norm < 1 || (before != null && isSame(before, next));
            before = present;
            present = next;
        }
        return new TransientGrowth(factor, power, isEnd, isBounded());
    }

    /** Whether powers two steps apart are one up to rounding, so that only -1 and 1 are left of them. */
    private static boolean isSame(DMatrixRMaj one, DMatrixRMaj other) {
        DMatrixRMaj difference = new DMatrixRMaj(one.getNumRows(), one.getNumCols());
        CommonOps_DDRM.subtract(one, other, difference);
        return CommonOps_DDRM.elementMaxAbs(difference) <= ROUNDING * CommonOps_DDRM.elementMaxAbs(other);
    }
}
