package org.selfstab.noise;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;
import org.selfstab.numeric.GeneralMatrix;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;

/** A linear optimizer in doubles, {@code s' = A s + B g}, {@code psi = C s}, theory.md (28). */
final class MethodMatrices {

    /** The rows of A, q by q. */
    private final double[][] a;

    private final double[] b;
    private final double[] c;

    MethodMatrices(double[][] a, double[] b, double[] c) {
        this.a = a;
        this.b = b;
        this.c = c;
    }

    /** That of a problem. */
    static MethodMatrices of(Problem problem) {
        Optimizer.Linear closed = problem.closedOptimizer();
        return new MethodMatrices(
                closed.a().stream().map(MethodMatrices::doubles).toArray(double[][]::new),
                doubles(closed.b()),
                doubles(closed.c()));
    }

    /** That of a problem with another step size. */
    static MethodMatrices of(Problem problem, double eta) {
        return of(problem.with(Problem.STEP_SIZE, Expression.constant(new BigFraction(eta))));
    }

    /** Without the copies that neither the loss nor another copy sees, as the last iterate under momentum 0: then gradient descent is known for what it is. */
    MethodMatrices seen() {
        int[] kept = IntStream.range(0, copies()).filter(this::isSeen).toArray();
        return new MethodMatrices(
                Arrays.stream(kept)
                        .mapToObj(i ->
                                Arrays.stream(kept).mapToDouble(j -> a[i][j]).toArray())
                        .toArray(double[][]::new),
                Arrays.stream(kept).mapToDouble(i -> b[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> c[i]).toArray());
    }

    private boolean isSeen(int copy) {
        return c[copy] != 0 || IntStream.range(0, copies()).anyMatch(i -> i != copy && a[i][copy] != 0);
    }

    private static double[] doubles(List<Expression> closed) {
        return closed.stream().mapToDouble(RealValue::of).toArray();
    }

    /** The rows of A, q by q. */
    double[][] a() {
        return a;
    }

    /** B, of q entries. */
    double[] b() {
        return b;
    }

    /** C, of q entries. */
    double[] c() {
        return c;
    }

    /** The number q of copies. */
    int copies() {
        return b.length;
    }

    /**
     * {@code C s}: where the loss is evaluated.
     *
     * @param state the copies of r numbers one after the other
     * @param seen takes the r numbers
     */
    void read(double[] state, double[] seen) {
        int r = seen.length;
        Arrays.fill(seen, 0.0);
        for (int j = 0; j < copies(); j++) {
            double weight = c[j];
            for (int i = 0; i < r; i++) {
                seen[i] += weight * state[j * r + i];
            }
        }
    }

    /**
     * {@code A s + B g}.
     *
     * @param gradient of r numbers
     * @param next takes the copies
     */
    void next(double[] state, double[] gradient, double[] next) {
        int r = gradient.length;
        for (int j = 0; j < copies(); j++) {
            double[] row = a[j];
            double step = b[j];
            for (int i = 0; i < r; i++) {
                double sum = step * gradient[i];
                for (int k = 0; k < row.length; k++) {
                    sum += row[k] * state[k * r + i];
                }
                next[j * r + i] = sum;
            }
        }
    }

    /** {@code A + curvature B C}, which multiplies the state on a quadratic loss of a curvature. */
    DMatrixRMaj closedLoop(double curvature) {
        DMatrixRMaj loop = new DMatrixRMaj(a);
        for (int i = 0; i < copies(); i++) {
            for (int j = 0; j < copies(); j++) {
                loop.add(i, j, curvature * b[i] * c[j]);
            }
        }
        return loop;
    }

    /** The largest magnitude of the closed loop's eigenvalues. */
    double multiplier(double curvature) {
        return spectralRadius(closedLoop(curvature));
    }

    static double spectralRadius(DMatrixRMaj matrix) {
        if (matrix.getNumRows() == 1) {
            return Math.abs(matrix.get(0));
        }
        return GeneralMatrix.largest(GeneralMatrix.eigenvalues(matrix));
    }

    /**
     * {@code h = ||G/(1 - lambda G)||^2} of theory.md (43): the variance of {@code C s} that white gradient noise of variance 1 keeps up at a curvature lambda, C P C' with the
     * solution P of {@code P = M P M' + B B'}, M the closed loop; infinite where that is not stable.
     */
    double gain(double curvature) {
        if (!(multiplier(curvature) < 1.0)) {
            return Double.POSITIVE_INFINITY;
        }
        int q = copies();
        DMatrixRMaj loop = closedLoop(curvature);
        DMatrixRMaj system = CommonOps_DDRM.identity(q * q);
        DMatrixRMaj squares = CommonOps_DDRM.kron(loop, loop, null);
        CommonOps_DDRM.subtractEquals(system, squares);
        DMatrixRMaj source = new DMatrixRMaj(q * q, 1);
        for (int i = 0; i < q * q; i++) {
            source.set(i, b[i / q] * b[i % q]);
        }
        DMatrixRMaj solution = new DMatrixRMaj(q * q, 1);
        if (!CommonOps_DDRM.solve(system, source, solution)) {
            return Double.POSITIVE_INFINITY;
        }
        double gain = 0;
        for (int i = 0; i < q * q; i++) {
            gain += c[i / q] * c[i % q] * solution.get(i);
        }
        return gain;
    }
}
