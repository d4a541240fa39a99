package org.selfstab.numeric;

import java.util.Arrays;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.ConjugateGradient;
import org.hipparchus.linear.RealLinearOperator;
import org.hipparchus.linear.RealVector;

/** Solves linear equations of a symmetric operator that is positive definite where it counts, by Hipparchus's conjugate gradients. */
public final class ConjugateGradients {

    private static final int ITERATIONS_PER_DIMENSION = 2;
    private static final int MOST_ITERATIONS = 2000;

    private ConjugateGradients() {}

    /**
     * Solves {@code A x = b}.
     *
     * @param operator n by n
     * @param b the right-hand side, of length n
     * @param x where it starts, and what receives the solution, of length n
     * @param tolerance the residual that is enough, relatively to b
     * @return whether the operator showed itself positive definite; the iterations may have ended before the tolerance was reached, by rounding
     */
    public static boolean solve(SymmetricOperator operator, double[] b, double[] x, double tolerance) {
        int n = b.length;
        RealVector right = new ArrayRealVector(b, false);
        if (right.getNorm() == 0) {
            Arrays.fill(x, 0.0);
            return true;
        }
        ArrayRealVector solution = new ArrayRealVector(x, false);
        try {
            new ConjugateGradient(Math.min(MOST_ITERATIONS, ITERATIONS_PER_DIMENSION * n + 20), tolerance, true)
                    .solveInPlace(new Adapted(operator, n), null, right, solution);
            return true;
        } catch (MathIllegalStateException manyIterations) {
            return true;
        } catch (MathIllegalArgumentException notPositive) {
            return false;
        }
    }

    private record Adapted(SymmetricOperator operator, int n) implements RealLinearOperator {

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
            double[] product = new double[n];
            operator.apply(x instanceof ArrayRealVector array ? array.getDataRef() : x.toArray(), product);
            return new ArrayRealVector(product, false);
        }
    }
}
