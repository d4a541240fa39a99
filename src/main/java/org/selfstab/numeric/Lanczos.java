package org.selfstab.numeric;

import static org.selfstab.numeric.ArrayVectors.add;
import static org.selfstab.numeric.ArrayVectors.dot;
import static org.selfstab.numeric.ArrayVectors.norm;

import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The largest eigenvalue of a symmetric operator and its eigenvector, by Lanczos' method from a vector at hand, each basis vector made
 * orthogonal to all others twice, with thick restarts (K. Wu and H. Simon, <i>Thick-restart Lanczos method for large symmetric eigenvalue
 * problems</i>, SIAM J. Matrix Anal. Appl. 22, 2000). A good start saves products: what counts is by how many digits the residual falls.
 *
 * <p>A start that is orthogonal to the eigenvector sought leads to another one. Where that is to be excluded, a pseudo-random vector is mixed in
 * ({@link #mix}): an eigenvalue above the one that is found then shows among the Ritz values unless that vector too is orthogonal to it.
 *
 * <p>In arrays that are used again.
 */
public final class Lanczos {

    private static final int MOST_VECTORS = 64;
    private static final int KEPT = 12;
    private static final int MOST_RESTARTS = 40;
    /** From so many vectors on the projected matrix is solved now and then, which costs as much as some products of a small problem. */
    private static final int FIRST_LOOK = 3;
    /** Residuals below this part of the operator's magnitude are rounding. */
    private static final double ROUNDING = 4.0 * Math.ulp(1.0);

    private final int n;
    private final int most;
    private final double[][] basis;
    private final double[] rest;
    private final DMatrixRMaj projected;
    private final double[] coefficients;
    private final TridiagonalTop tridiagonal;
    /** The largest Ritz value, and its vector's coefficients; the smallest Ritz value where the whole projected matrix was solved. */
    private double value;

    private double[] top;
    private double least;
    private boolean isWhole;
    private boolean isTridiagonal;
    private int size;
    private double beta;
    private int products;

    /** Room for n dimensions, at least 1. */
    public Lanczos(int n) {
        this.n = n;
        this.most = Math.min(n, MOST_VECTORS);
        this.basis = new double[most][];
        this.rest = new double[n];
        this.projected = new DMatrixRMaj(most, most);
        this.coefficients = new double[most];
        this.tridiagonal = new TridiagonalTop(most);
    }

    /**
     * Finds the largest eigenvalue.
     *
     * @param operator n by n
     * @param vector where it starts, not zero, and what receives the unit eigenvector; of length n
     * @param tolerance the residual {@code |A v - value v|} that is enough, relatively to the value found: relatively to one far below zero,
     *     as at a saddle, it would let what is a little larger than the value pass
     * @return whether it was reached, to rounding; false where a product is not finite
     */
    public boolean solve(SymmetricOperator operator, double[] vector, double tolerance) {
        products = 0;
        size = 0;
        isTridiagonal = true;
        System.arraycopy(vector, 0, rest, 0, n);
        beta = norm(rest);
        int look = 1;
        for (int restarts = 0; ; ) {
            extend(operator);
            if (!(beta < Double.POSITIVE_INFINITY)) {
                return false;
            }
            if (size == look || size == most) {
                look = size < FIRST_LOOK ? FIRST_LOOK : size + 1 + size / 6;
                findTop();
                if (isReached(tolerance) || size == n) {
                    combine(top, vector);
                    return true;
                }
                if (size == most) {
                    if (restarts == MOST_RESTARTS) {
                        combine(top, vector);
                        return false;
                    }
                    restart();
                    look = size + FIRST_LOOK;
                    restarts++;
                }
            }
        }
    }

    /** Makes the rest a basis vector, and the new rest what the operator makes of it off the basis. */
    private void extend(SymmetricOperator operator) {
        if (basis[size] == null) {
            basis[size] = new double[n];
        }
        double[] last = basis[size];
        for (int i = 0; i < n; i++) {
            last[i] = rest[i] / beta;
        }
        size++;
        operator.apply(last, rest);
        products++;
        for (int j = 0; j < size; j++) {
            coefficients[j] = 0;
        }
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j < size; j++) {
                double along = dot(basis[j], rest);
                coefficients[j] += along;
                add(-along, basis[j], rest);
            }
        }
        for (int j = 0; j < size; j++) {
            projected.unsafe_set(j, size - 1, coefficients[j]);
            projected.unsafe_set(size - 1, j, coefficients[j]);
        }
        beta = norm(rest);
    }

    private boolean isReached(double tolerance) {
        double residual = residual();
        return residual <= tolerance * Math.abs(value)
                || ((isWhole || residual <= ROUNDING * tridiagonal.magnitude()) && residual <= ROUNDING * magnitude());
    }

    /** The largest Ritz value and its vector; until a restart the projected matrix is tridiagonal but for rounding. */
    private void findTop() {
        isWhole = !(isTridiagonal && tridiagonal.solve(projected, size));
        if (isWhole) {
            diagonalise();
        } else {
            value = tridiagonal.value();
            top = tridiagonal.vector();
        }
    }

    private Ritz diagonalise() {
        double[] values = new double[size];
        DMatrixRMaj[] vectors = ArrayEigensolver.roomForVectors(size);
        ArrayEigensolver.solve(CommonOps_DDRM.extract(projected, 0, size, 0, size), values, vectors);
        value = values[0];
        top = vectors[0].data;
        least = values[size - 1];
        return new Ritz(values, vectors);
    }

    private void combine(double[] ritz, double[] sum) {
        Arrays.fill(sum, 0, n, 0.0);
        for (int j = 0; j < size; j++) {
            add(ritz[j], basis[j], sum);
        }
        double norm = norm(sum);
        for (int i = 0; i < n; i++) {
            sum[i] /= norm;
        }
    }

    /** Goes on from the Ritz vectors of the largest values, of all of which the rest is the residual's direction. */
    private void restart() {
        Ritz found = diagonalise();
        int kept = Math.min(KEPT, size - 1);
        double[][] ritz = new double[kept][n];
        for (int k = 0; k < kept; k++) {
            combine(found.vectors[k].data, ritz[k]);
        }
        projected.zero();
        for (int k = 0; k < kept; k++) {
            basis[k] = ritz[k];
            projected.unsafe_set(k, k, found.values[k]);
        }
        size = kept;
        isTridiagonal = false;
    }

    /** The largest eigenvalue found. */
    public double value() {
        return value;
    }

    /** The smallest Ritz value: not below the least eigenvalue, and near it only where the products were many. */
    public double lowest() {
        return isWhole ? least : tridiagonal.lowest();
    }

    /** The magnitude of {@code A v - value v}, up to rounding; not finite where a product is not. */
    public double residual() {
        return beta < Double.POSITIVE_INFINITY ? beta * Math.abs(top[size - 1]) : Double.NaN;
    }

    /** How many products the last search took. */
    public int products() {
        return products;
    }

    private double magnitude() {
        return Math.max(Math.abs(value()), Math.abs(lowest()));
    }

    /**
     * Adds a pseudo-random vector to another.
     *
     * @param part its length relatively to the other's, or, if that is zero, its length
     * @param vector changed
     */
    public static void mix(double part, long seed, double[] vector) {
        Random random = new Random(seed);
        double[] any = random.doubles(vector.length, -1.0, 1.0).toArray();
        double length = norm(vector);
        add(part * (length > 0 ? length : 1.0) / norm(any), any, vector);
    }

    /** All Ritz values, largest first, and their vectors. */
    private static final class Ritz {

        private final double[] values;
        private final DMatrixRMaj[] vectors;

        Ritz(double[] values, DMatrixRMaj[] vectors) {
            this.values = values;
            this.vectors = vectors;
        }
    }
}
