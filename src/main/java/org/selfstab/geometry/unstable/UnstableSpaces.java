package org.selfstab.geometry.unstable;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.ArrayDerivatives;
import org.selfstab.numeric.ArrayVectors;
import org.selfstab.numeric.SymmetricMatrices;

/** Finds the geometry of the k largest eigenvalues at one point after another; for one thread. */
public final class UnstableSpaces {

    private static final double TIE = 1e-9;
    /** Of residuals; an eigenvalue's error is of its square. */
    private static final double ACCURACY_OF_VALUES = 0.25 * Math.sqrt(Math.ulp(1.0));

    private final ArrayDerivatives kernel;
    private final TopEigenvectors top;
    private final int n;
    private final int k;
    private final double[] here;
    private double accuracyHere = Double.POSITIVE_INFINITY;

    /**
     * For a loss.
     *
     * @param kernel the loss, used by this alone
     * @param k how many eigenvalues, from 1 to n
     */
    public UnstableSpaces(ArrayDerivatives kernel, int k) {
        this.kernel = kernel;
        this.top = TopEigenvectors.of(kernel, k);
        this.n = kernel.dimension();
        this.k = k;
        this.here = new double[n];
    }

    /** The most eigenvalues that can be followed. */
    public int dimension() {
        return n;
    }

    /**
     * The geometry at a point, U being the eigenvectors.
     *
     * @throws UndefinedGeometryException if a derivative is not finite there
     */
    public UnstableSpace at(double[] theta) {
        return at(theta, 0.0);
    }

    /**
     * The same for a step on the way to a point.
     *
     * @param accuracy what the eigenvectors' residuals may be, relatively, where they are found by iterations
     */
    UnstableSpace at(double[] theta, double accuracy) {
        goTo(theta, accuracy);
        double[][] basis = new double[k][];
        for (int j = 0; j < k; j++) {
            basis[j] = ArrayVectors.copy(top.vector(j));
        }
        return on(basis, theta);
    }

    /**
     * The geometry at a point, U being the basis of the eigenspace that is nearest to coordinate axes: on the k coordinates that carry most of the space it
     * is a positive definite matrix. So it does not depend on which eigenvectors were found where eigenvalues are equal, and for k = 1 the largest component
     * of u is positive.
     *
     * @throws UndefinedGeometryException if a derivative is not finite there
     */
    public UnstableSpace nearAxesAt(double[] theta) {
        UnstableSpace own = at(theta);
        int[] axes = axesOf(own.basis());
        DMatrixRMaj overlap = new DMatrixRMaj(k, k);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                overlap.set(i, j, own.basis()[i][axes[j]]);
            }
        }
        return on(turned(own.basis(), polar(overlap)), theta);
    }

    /** The coordinates that carry most of a space, one after the other off those before, in their order. */
    private int[] axesOf(double[][] basis) {
        double[][] left = new double[k][];
        for (int i = 0; i < k; i++) {
            left[i] = ArrayVectors.copy(basis[i]);
        }
        int[] axes = new int[k];
        for (int found = 0; found < k; found++) {
            int axis = 0;
            double largest = -1;
            for (int l = 0; l < n; l++) {
                double square = 0;
                for (double[] vector : left) {
                    square += vector[l] * vector[l];
                }
                // A tie goes to the first, whatever rounding says.
                if (square > largest + TIE) {
                    largest = square;
                    axis = l;
                }
            }
            axes[found] = axis;
            takeAway(left, axis);
        }
        Arrays.sort(axes);
        return axes;
    }

    /** Projects k vectors, read as the rows of a matrix with n columns, to those orthogonal to one of its columns. */
    private static void takeAway(double[][] rows, int column) {
        double[] direction = Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
        double square = ArrayVectors.dot(direction, direction);
        if (square == 0) {
            return;
        }
        double[] sum = new double[rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            ArrayVectors.add(direction[i] / square, rows[i], sum);
        }
        for (int i = 0; i < rows.length; i++) {
            ArrayVectors.add(-direction[i], sum, rows[i]);
        }
    }

    private double[][] turned(double[][] basis, DMatrixRMaj turn) {
        double[][] turned = new double[k][n];
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < k; i++) {
                ArrayVectors.add(turn.get(i, j), basis[i], turned[j]);
            }
        }
        return turned;
    }

    /**
     * The geometry at a point, U carried on from another: {@code U <- U polar(U^T U_before)}.
     *
     * @throws UndefinedGeometryException if a derivative is not finite there
     */
    public UnstableSpace at(double[] theta, UnstableSpace before) {
        UnstableSpace own = at(theta);
        DMatrixRMaj overlap = new DMatrixRMaj(k, k);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                overlap.set(i, j, ArrayVectors.dot(own.basis()[i], before.basis()[j]));
            }
        }
        return on(turned(own.basis(), polar(overlap)), theta);
    }

    /** The loss and the k largest eigenvalues at a point. */
    public Sharpnesses sharpnesses(double[] theta) {
        goTo(theta, ACCURACY_OF_VALUES);
        double[] values = new double[k];
        for (int j = 0; j < k; j++) {
            values[j] = top.value(j);
        }
        return new Sharpnesses(kernel.value(), values);
    }

    /** A loss and its sharpnesses. */
    public static final class Sharpnesses {

        private final double loss;
        private final double[] values;

        public Sharpnesses(double loss, double[] values) {
            this.loss = loss;
            this.values = values;
        }

        /** {@code L}. */
        public double loss() {
            return loss;
        }

        /** The k largest eigenvalues, largest first. */
        public double[] values() {
            return values;
        }
    }

    /** {@code H v} at the point visited last, of length n. */
    public double[] hessian(double[] v) {
        double[] product = new double[n];
        kernel.hessian(v, product);
        return product;
    }

    /**
     * The gradients of {@code u_j . grad L} at the point visited last, where U are the eigenvectors, up to what vanishes with {@code U^T grad L} itself: {@code
     * lambda_j u_j + D3L(u_j, R_j grad L, .)}, k vectors of length n.
     */
    double[][] gradientsAlong(UnstableSpace space) {
        double[][] rows = new double[k][n];
        for (int j = 0; j < k; j++) {
            kernel.third(space.basis()[j], top.resolve(j, space.gradient()), rows[j]);
            ArrayVectors.add(space.eigenvalues()[j], space.basis()[j], rows[j]);
        }
        return rows;
    }

    private void goTo(double[] theta, double accuracy) {
        if (accuracy >= accuracyHere && Arrays.equals(theta, here)) {
            return;
        }
        accuracyHere = Double.POSITIVE_INFINITY;
        System.arraycopy(theta, 0, here, 0, n);
        kernel.moveTo(theta);
        if (!Double.isFinite(kernel.value())) {
            throw UndefinedGeometryException.notFinite(0, Arrays.stream(theta));
        }
        double[] gradient = new double[n];
        kernel.gradient(gradient);
        requireFinite(1, gradient);
        top.find(accuracy);
        accuracyHere = accuracy;
    }

    static void requireFinite(int order, double[] derivative) {
        if (!Arrays.stream(derivative).allMatch(Double::isFinite)) {
            throw UndefinedGeometryException.notFinite(order, Arrays.stream(derivative));
        }
    }

    private UnstableSpace on(double[][] basis, double[] theta) {
        double[] gradient = new double[n];
        kernel.gradient(gradient);
        double[] values = new double[k];
        DMatrixRMaj a = new DMatrixRMaj(k, k);
        double[] product = new double[n];
        for (int j = 0; j < k; j++) {
            values[j] = top.value(j);
            kernel.hessian(basis[j], product);
            for (int i = 0; i <= j; i++) {
                double entry = ArrayVectors.dot(basis[i], product);
                a.set(i, j, entry);
                a.set(j, i, entry);
            }
        }
        double[][] third = new double[SymmetricMatrices.length(k)][n];
        double[][] thirdOff = new double[third.length][];
        int index = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                double[] vector = third[index];
                kernel.third(basis[i], basis[j], vector);
                requireFinite(3, vector);
                double weight = SymmetricMatrices.weight(i, j);
                for (int l = 0; l < n; l++) {
                    vector[l] *= weight;
                }
                thirdOff[index] = ArrayVectors.copy(vector);
                for (double[] u : basis) {
                    ArrayVectors.add(-ArrayVectors.dot(u, vector), u, thirdOff[index]);
                }
                index++;
            }
        }
        return new UnstableSpace(
                ArrayVectors.copy(theta),
                kernel.value(),
                gradient,
                values,
                top.value(k),
                top.spectralNorm(),
                basis,
                a,
                third,
                thirdOff);
    }

    /** The orthogonal factor of a square matrix, {@code C (C^T C)^{-1/2}}; the identity where it is singular. */
    private static DMatrixRMaj polar(DMatrixRMaj c) {
        int k = c.numRows;
        DMatrixRMaj square = new DMatrixRMaj(k, k);
        CommonOps_DDRM.multTransA(c, c, square);
        SymmetricMatrices.Spectrum spectrum = SymmetricMatrices.spectrum(square);
        double[] roots =
                Arrays.stream(spectrum.values()).map(v -> 1.0 / Math.sqrt(v)).toArray();
        if (!Arrays.stream(roots).allMatch(Double::isFinite)) {
            return CommonOps_DDRM.identity(k);
        }
        DMatrixRMaj polar = new DMatrixRMaj(k, k);
        CommonOps_DDRM.mult(c, spectrum.with(roots), polar);
        return polar;
    }
}
