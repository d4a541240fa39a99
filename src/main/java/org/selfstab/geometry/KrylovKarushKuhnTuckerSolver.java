package org.selfstab.geometry;

import static org.ejml.dense.row.mult.VectorVectorMult_DDRM.innerProd;
import static org.selfstab.numeric.ArrayVectors.add;
import static org.selfstab.numeric.ArrayVectors.dot;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealLinearOperator;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SymmLQ;

/**
 * {@link KarushKuhnTuckerSolver} without matrices. As long as steps shorten well W is taken for the identity, which leaves a system of as many equations
 * as there are constraints; where they do not, W's part off the normals is inverted by SymmLQ, as W need not be positive definite away from a minimum.
 */
final class KrylovKarushKuhnTuckerSolver implements KarushKuhnTuckerSolver {

    /** After two steps that are longer than this part of the one before the identity is given up; one may be long by inaccuracy. */
    private static final double CONTRACTION = 0.3;

    private static final int MOST_ITERATIONS = 200;
    private static final double ACCURACY = 1e-10;

    private final int n;
    private final int m;
    private final KrylovLagrangian lagrangian;
    private final double[] off;
    private final double[] image;
    private final double[] right;
    private boolean isNewton;
    private boolean shortened;
    private double lengthBefore;

    /** Room for n variables and m constraints. */
    KrylovKarushKuhnTuckerSolver(int n, int m) {
        this.n = n;
        this.m = m;
        this.lagrangian = new KrylovLagrangian(n);
        this.off = new double[n];
        this.image = new double[n];
        this.right = new double[m];
    }

    @Override
    public void begin() {
        isNewton = false;
        shortened = true;
        lengthBefore = Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean isNewton() {
        return isNewton;
    }

    @Override
    public void step(
            ArrayGeometry geometry, double[] weights, DMatrixRMaj[] normals, DMatrixRMaj residual, DMatrixRMaj step) {
        // The one kind of geometry that LinearAlgebra.MATRIX_FREE makes.
        lagrangian.set((MatrixFreeGeometry) geometry, weights[0], m > 1 ? weights[1] : 0.0);
        if (!isNewton) {
            firstOrderStep(normals, residual, step);
            double length = length(step);
            boolean shortens = length <= CONTRACTION * lengthBefore;
            isNewton = !shortens && !shortened;
            shortened = shortens;
            lengthBefore = length;
        }
        if (isNewton) {
            newtonStep(normals, residual, step);
        }
    }

    private double length(DMatrixRMaj step) {
        double square = 0.0;
        for (int i = 0; i < n; i++) {
            square += step.data[i] * step.data[i];
        }
        return Math.sqrt(square);
    }

    /** With the identity for W: {@code N'N dmu = c - N'r}, {@code dq = -r - N dmu}. */
    private void firstOrderStep(DMatrixRMaj[] normals, DMatrixRMaj residual, DMatrixRMaj step) {
        for (int k = 0; k < m; k++) {
            right[k] = residual.data[n + k] - dot(normals[k].data, residual.data);
        }
        solveNormalEquations(normals);
        for (int i = 0; i < n; i++) {
            step.data[i] = -residual.data[i];
        }
        for (int k = 0; k < m; k++) {
            step.data[n + k] = right[k];
            add(-right[k], normals[k].data, step.data);
        }
    }

    /** First the least step to the linearised constraints, then off the normals, then the multipliers. */
    private void newtonStep(DMatrixRMaj[] normals, DMatrixRMaj residual, DMatrixRMaj step) {
        Arrays.fill(step.data, 0.0);
        for (int k = 0; k < m; k++) {
            right[k] = -residual.data[n + k];
        }
        solveNormalEquations(normals);
        for (int k = 0; k < m; k++) {
            add(right[k], normals[k].data, step.data);
        }
        lagrangian.setNormals(normals);
        double[] least = Arrays.copyOf(step.data, n);
        lagrangian.apply(least, image);
        for (int i = 0; i < n; i++) {
            off[i] = -residual.data[i] - image[i];
        }
        lagrangian.offNormals(off);
        add(1.0, tangentStep(), step.data);
        lagrangian.apply(Arrays.copyOf(step.data, n), image);
        for (int k = 0; k < m; k++) {
            right[k] = -dot(normals[k].data, residual.data) - dot(normals[k].data, image);
        }
        solveNormalEquations(normals);
        System.arraycopy(right, 0, step.data, n, m);
    }

    /** Solves for what is off the normals; as far as the iterations come. */
    private double[] tangentStep() {
        ArrayRealVector solution = new ArrayRealVector(n);
        try {
            new SymmLQ(MOST_ITERATIONS, ACCURACY, false)
                    .solveInPlace(new OffNormals(), null, new ArrayRealVector(off), solution, false, 0.0);
        } catch (MathIllegalStateException manyIterations) {
            // What was reached is a step towards the solution.
        } catch (MathIllegalArgumentException singular) {
            solution.set(Double.NaN);
        }
        double[] step = solution.toArray();
        lagrangian.offNormals(step);
        return step;
    }

    /** Replaces the right-hand side by the solution of {@code N'N x = right}, m at most 2. */
    private void solveNormalEquations(DMatrixRMaj... normals) {
        double first = innerProd(normals[0], normals[0]);
        if (m == 1) {
            right[0] /= first;
            return;
        }
        double mixed = innerProd(normals[0], normals[1]);
        double second = innerProd(normals[1], normals[1]);
        double determinant = first * second - mixed * mixed;
        double x = (second * right[0] - mixed * right[1]) / determinant;
        right[1] = (first * right[1] - mixed * right[0]) / determinant;
        right[0] = x;
    }

    @Override
    public boolean isMinimum(DMatrixRMaj[] normals, int active) {
        return lagrangian.isMinimum(normals, active);
    }

    @Override
    public double smallestReducedEigenvalue(DMatrixRMaj[] normals, int active, DMatrixRMaj direction) {
        return lagrangian.smallestEigenvalue(normals, active, direction);
    }

    /** {@code Z W Z}, Z the projector off the normals, and the identity along them. */
    private final class OffNormals implements RealLinearOperator {

        @Override
        public int getRowDimension() {
            return n;
        }

        @Override
        public int getColumnDimension() {
            return n;
        }

        @Override
        public RealVector operate(RealVector x) {
            double[] v = x.toArray();
            double[] product = new double[n];
            lagrangian.offNormals(v);
            lagrangian.apply(v, product);
            lagrangian.offNormals(product);
            for (int i = 0; i < n; i++) {
                product[i] += x.getEntry(i) - v[i];
            }
            return new ArrayRealVector(product, false);
        }
    }
}
