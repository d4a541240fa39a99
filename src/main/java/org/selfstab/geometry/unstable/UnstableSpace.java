package org.selfstab.geometry.unstable;

import org.ejml.data.DMatrixRMaj;
import org.selfstab.numeric.ArrayVectors;
import org.selfstab.numeric.SymmetricMatrices;

/**
 * The geometry of the k largest eigenvalues at a point, theory.md section 11. Symmetric k by k matrices are those of {@link SymmetricMatrices}.
 */
public final class UnstableSpace {

    private final double[] point;
    private final double loss;
    private final double[] gradient;
    private final double[] eigenvalues;
    private final double next;
    private final double spectralNorm;
    private final double[][] basis;
    private final DMatrixRMaj a;
    private final double[][] third;
    private final double[][] thirdOff;

    public UnstableSpace(
            double[] point,
            double loss,
            double[] gradient,
            double[] eigenvalues,
            double next,
            double spectralNorm,
            double[][] basis,
            DMatrixRMaj a,
            double[][] third,
            double[][] thirdOff) {
        this.point = point;
        this.loss = loss;
        this.gradient = gradient;
        this.eigenvalues = eigenvalues;
        this.next = next;
        this.spectralNorm = spectralNorm;
        this.basis = basis;
        this.a = a;
        this.third = third;
        this.thirdOff = thirdOff;
    }

    /** Of length n. */
    public double[] point() {
        return point;
    }

    /** {@code L} there. */
    public double loss() {
        return loss;
    }

    /** Of length n. */
    public double[] gradient() {
        return gradient;
    }

    /** {@code lambda_1 ... lambda_k}, largest first. */
    public double[] eigenvalues() {
        return eigenvalues;
    }

    /** {@code lambda_{k+1}}; minus infinity for k = n. */
    public double next() {
        return next;
    }

    /** The largest magnitude of an eigenvalue. */
    public double spectralNorm() {
        return spectralNorm;
    }

    /** U: k orthonormal vectors of length n that span the eigenvectors. */
    public double[][] basis() {
        return basis;
    }

    /** {@code A = U^T H U}, k by k. */
    public DMatrixRMaj a() {
        return a;
    }

    /** The vectors {@code D3L(u_i, u_j, .)}, of length n, each with the {@link SymmetricMatrices#weight} of its entry. */
    public double[][] third() {
        return third;
    }

    /** How many eigenvalues. */
    public int k() {
        return basis.length;
    }

    /** {@code U^T v}, of length k. */
    public double[] along(double[] v) {
        double[] x = new double[basis.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = ArrayVectors.dot(basis[i], v);
        }
        return x;
    }

    /** {@code U x}, of length n. */
    public double[] spanned(double[] x) {
        double[] sum = new double[point.length];
        for (int i = 0; i < x.length; i++) {
            ArrayVectors.add(x[i], basis[i], sum);
        }
        return sum;
    }

    /** {@code P v}, of length n. */
    public double[] off(double[] v) {
        double[] off = ArrayVectors.copy(v);
        ArrayVectors.add(-1.0, spanned(along(v)), off);
        return off;
    }

    /** {@code alpha_ij = -grad L . dA_ij}. */
    public DMatrixRMaj alpha() {
        DMatrixRMaj alpha = derivativeAlong(thirdOff, gradient);
        for (int i = 0; i < alpha.data.length; i++) {
            alpha.data[i] = -alpha.data[i];
        }
        return alpha;
    }

    /** {@code Y_ij = dA_ij . v}. */
    public DMatrixRMaj y(double[] v) {
        return derivativeAlong(thirdOff, v);
    }

    /** {@code D3L(u_i, u_j, v)}: how A changes along v, to first order. */
    public DMatrixRMaj changeOfA(double[] v) {
        return derivativeAlong(third, v);
    }

    private DMatrixRMaj derivativeAlong(double[][] derivatives, double[] v) {
        double[] change = new double[derivatives.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = ArrayVectors.dot(derivatives[i], v);
        }
        return SymmetricMatrices.toMatrix(k(), change);
    }

    /** {@code dA : Z}, of length n. */
    public double[] push(DMatrixRMaj z) {
        double[] weights = SymmetricMatrices.toVector(z);
        double[] sum = new double[point.length];
        for (int i = 0; i < weights.length; i++) {
            ArrayVectors.add(weights[i], thirdOff[i], sum);
        }
        return sum;
    }

    /** {@code B_{ij,kl} = dA_ij . dA_kl}, a matrix on symmetric matrices. */
    public DMatrixRMaj b() {
        return gram(thirdOff);
    }

    static DMatrixRMaj gram(double[][] vectors) {
        int length = vectors.length;
        DMatrixRMaj gram = new DMatrixRMaj(length, length);
        for (int i = 0; i < length; i++) {
            for (int j = i; j < length; j++) {
                double product = ArrayVectors.dot(vectors[i], vectors[j]);
                gram.set(i, j, product);
                gram.set(j, i, product);
            }
        }
        return gram;
    }

    /** Whether the space is determined: its eigenvalues are told apart from the next one. */
    public boolean isSeparated() {
        return eigenvalues[k() - 1] - next > Math.sqrt(Math.ulp(1.0)) * spectralNorm;
    }
}
