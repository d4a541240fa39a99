package org.selfstab.geometry;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.ArrayDerivatives;
import org.selfstab.numeric.ArrayEigensolver;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.Eigensystem;

/** The gradient of a loss at a point and the eigensystem of its Hessian there, in arrays that are used again at the next point. */
final class ArrayEigensystem implements TopTwo {

    private static final double ROOT_OF_ULP = Math.sqrt(Math.ulp(1.0));

    private final ArrayDerivatives kernel;
    private final int n;
    private final DMatrixRMaj gradient;
    private final DMatrixRMaj hessian;
    private final double[] values;
    private final DMatrixRMaj[] vectors;

    ArrayEigensystem(ArrayDerivatives kernel) {
        this.kernel = kernel;
        this.n = kernel.dimension();
        this.gradient = new DMatrixRMaj(n, 1);
        this.hessian = new DMatrixRMaj(n, n);
        this.values = new double[n];
        this.vectors = ArrayEigensolver.roomForVectors(n);
    }

    @Override
    public void moveTo(double[] theta) {
        kernel.moveTo(theta);
        kernel.gradient(gradient.data);
        kernel.hessian(hessian.data);
        int defined = finiteDerivatives();
        if (defined < 3) {
            throw UndefinedGeometryException.notFinite(defined, Arrays.stream(theta));
        }
        ArrayEigensolver.solve(hessian, values, vectors);
    }

    /** How many of loss, gradient and Hessian are finite, up to the first that is not. */
    private int finiteDerivatives() {
        if (!Double.isFinite(kernel.value())) {
            return 0;
        }
        if (!areFinite(gradient.data, n)) {
            return 1;
        }
        return areFinite(hessian.data, n * n) ? 3 : 2;
    }

    private static boolean areFinite(double[] entries, int count) {
        boolean finite = true;
        for (int i = 0; i < count; i++) {
            finite &= Double.isFinite(entries[i]);
        }
        return finite;
    }

    /** {@code grad L}, n by 1, to be read only. */
    DMatrixRMaj gradient() {
        return gradient;
    }

    /** The j-th largest eigenvalue, j from 0. */
    @Override
    public double value(int j) {
        return values[j];
    }

    /** The unit eigenvector of the j-th largest eigenvalue, n by 1, of either sign. */
    @Override
    public DMatrixRMaj vector(int j) {
        return vectors[j];
    }

    @Override
    public double spectralNorm() {
        return Math.max(Math.abs(values[0]), Math.abs(values[n - 1]));
    }

    /** The criterion of {@link Eigensystem#isTopSimple()}. */
    boolean isTopSimple() {
        return n == 1 || values[0] - values[1] > ROOT_OF_ULP * spectralNorm();
    }

    /** Eigenvalues and eigenvectors in objects that stay when this one moves on. */
    Eigensystem<Binary64> snapshot() {
        return DoubleEigensolver.eigensystem(values, vectors);
    }
}
