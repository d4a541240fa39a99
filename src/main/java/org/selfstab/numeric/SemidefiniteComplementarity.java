package org.selfstab.numeric;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.selfstab.numeric.SymmetricMatrices.Spectrum;

/**
 * The semidefinite linear complementarity problem {@code Z >= 0, W = Q + M[Z] >= 0, <Z, W> = 0} in symmetric k by k matrices, k at most {@link
 * #MOST}, for a symmetric M with {@code <Z, M[Z]> >= 0}: the optimality conditions of {@code min <Z, M[Z]>/2 + <Q, Z>} over {@code Z >= 0}.
 *
 * <p>M[Z], and so W, is the same in all solutions. Where Z is not, one from their middle is found, which has the largest rank
 * and turns with the problem.
 *
 * <p>By Newton's method along the central path {@code Z W = mu^2 I} to {@code mu = 0}, with the smoothing function {@code Z + W - sqrt((Z - W)^2 + 4 mu^2)} (Chen
 * and Tseng, <i>Non-interior continuation methods for solving semidefinite complementarity problems</i>, Math. Program. 95, 2003), and for k = 1 and, where M
 * is positive definite, k = 2 in closed form: {@link LorentzComplementarity}.
 */
public final class SemidefiniteComplementarity {

    /** The largest k. */
    public static final int MOST = 8;

    private static final double PATH_RATIO = 0.1;
    private static final double LAST_MU = 1e-13;
    private static final int NEWTON_STEPS = 30;
    /** On the way it is enough to be near the path. */
    private static final double NEAR_PATH = 1e-3;

    private static final double CONVERGED = 1e-15;
    private static final double FIRST_TRY = 0.05;
    private static final double SHORTEST_STEP = 1e-6;
    private static final double SUFFICIENT = 1e-4;
    /** Of the largest eigenvalue of {@code Z - W}: one below counts for none in the rank. */
    private static final double RANK_TOLERANCE = 1e-7;
    /** Of M's largest eigenvalue: an eigenvalue below leaves Z undetermined along its vector. */
    private static final double SINGULAR = 1e-10;

    private final int k;
    private final double[] q;
    private final DMatrixRMaj m;
    private final double scaleOfW;
    private final double scaleOfM;

    private SemidefiniteComplementarity(DMatrixRMaj q, DMatrixRMaj m) {
        this.k = q.numRows;
        double largestOfM = CommonOps_DDRM.elementMaxAbs(m);
        double largestOfQ = CommonOps_DDRM.elementMaxAbs(q);
        this.scaleOfM = largestOfM > 0 ? largestOfM : 1.0;
        this.scaleOfW = largestOfQ > 0 ? largestOfQ : 1.0;
        this.q = SymmetricMatrices.toVector(q);
        for (int i = 0; i < this.q.length; i++) {
            this.q[i] /= scaleOfW;
        }
        this.m = m.copy();
        CommonOps_DDRM.divide(this.m, scaleOfM);
    }

    /**
     * A solution.
     *
     * @param z Z, k by k
     * @param w W, k by k
     * @param rank of Z: how many eigenvalues exceed 1e-7 of the largest of {@code Z - W}, in units of Q and M
     * @param isUnique whether there is no other Z
     * @param isTraceUnique whether tr Z is the same in all solutions
     */
    public record Solution(DMatrixRMaj z, DMatrixRMaj w, int rank, boolean isUnique, boolean isTraceUnique) {

        /** {@code tr Z}. */
        public double trace() {
            return CommonOps_DDRM.trace(z);
        }
    }

    /**
     * Solves a problem that has a solution, as every one does whose Q is in no direction of M's null space negative.
     *
     * @param q Q, k by k
     * @param m M in the coordinates of {@link SymmetricMatrices}, k (k + 1)/2 square
     * @return empty if there is none, to rounding
     */
    public static Optional<Solution> solve(DMatrixRMaj q, DMatrixRMaj m) {
        return new SemidefiniteComplementarity(q, m).solve();
    }

    private Optional<Solution> solve() {
        double[] z = LorentzComplementarity.solve(k, q, m).orElseGet(this::followPath);
        double[] w = image(z);
        double[] ofM = ArrayVectors.copy(w);
        ArrayVectors.add(-1.0, q, ofM);
        if (!(residual(z, w) <= Math.sqrt(Math.ulp(1.0)) * Math.max(1.0, ArrayVectors.norm(ofM)))) {
            return Optional.empty();
        }
        DMatrixRMaj found = SymmetricMatrices.toMatrix(k, z);
        Spectrum spectrum = SymmetricMatrices.spectrum(found);
        int rank = rank(spectrumOfDifference(z, w));
        Undetermined undetermined = undetermined(spectrum, rank);
        CommonOps_DDRM.scale(scaleOfW / scaleOfM, found);
        DMatrixRMaj slack = SymmetricMatrices.toMatrix(k, w);
        CommonOps_DDRM.scale(scaleOfW, slack);
        return Optional.of(new Solution(found, slack, rank, !undetermined.any, !undetermined.trace));
    }

    /** {@code Q + M[Z]}. */
    private double[] image(double[] z) {
        double[] w = ArrayVectors.copy(q);
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w.length; j++) {
                w[i] += m.get(i, j) * z[j];
            }
        }
        return w;
    }

    /** {@code |Z - (Z - W)_+|}, zero at solutions alone. */
    private double residual(double[] z, double[] w) {
        Spectrum difference = spectrumOfDifference(z, w);
        double[] positive =
                Arrays.stream(difference.values()).map(v -> Math.max(v, 0.0)).toArray();
        double[] projected = SymmetricMatrices.toVector(difference.with(positive));
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += (z[i] - projected[i]) * (z[i] - projected[i]);
        }
        return Math.sqrt(sum);
    }

    private Spectrum spectrumOfDifference(double[] z, double[] w) {
        double[] difference = ArrayVectors.copy(z);
        ArrayVectors.add(-1.0, w, difference);
        return SymmetricMatrices.spectrum(SymmetricMatrices.toMatrix(k, difference));
    }

    /** Along the path until Newton's method reaches its end at once: farther down it is worse conditioned. */
    private double[] followPath() {
        double[] z = SymmetricMatrices.toVector(CommonOps_DDRM.identity(k));
        double[] best = z;
        double smallest = Double.POSITIVE_INFINITY;
        for (double mu = 1.0; mu > LAST_MU && smallest > 1.0; mu *= PATH_RATIO) {
            z = newton(z, mu).z;
            if (mu < FIRST_TRY) {
                Iterate end = newton(z, 0.0);
                double size = end.size / end.tolerance();
                if (size < smallest) {
                    best = end.z;
                    smallest = size;
                }
            }
        }
        return best;
    }

    /** Newton's method, each step halved until it brings the defect down. */
    private Iterate newton(double[] start, double mu) {
        Iterate here = new Iterate(start, mu);
        for (int step = 0; step < NEWTON_STEPS && here.size > here.tolerance(); step++) {
            Optional<double[]> change = step(here.defect, here.difference, mu);
            Optional<Iterate> next = change.flatMap(here::down);
            if (next.isEmpty()) {
                break;
            }
            here = next.get();
        }
        return here;
    }

    /** A point on the way, with how far it is from the path at mu. */
    private final class Iterate {

        private final double[] z;
        private final double mu;
        private final Spectrum difference;
        private final double[] defect;
        private final double size;

        Iterate(double[] z, double mu) {
            double[] w = image(z);
            this.z = z;
            this.mu = mu;
            this.difference = spectrumOfDifference(z, w);
            this.defect = defect(z, w, difference, mu);
            this.size = ArrayVectors.norm(defect);
        }

        double tolerance() {
            return mu > 0 ? NEAR_PATH * mu : CONVERGED * (1.0 + difference.norm());
        }

        Optional<Iterate> down(double[] change) {
            for (double part = 1.0; part > SHORTEST_STEP; part *= 0.5) {
                double[] moved = ArrayVectors.copy(z);
                ArrayVectors.add(-part, change, moved);
                Iterate next = new Iterate(moved, mu);
                if (next.size < (1.0 - SUFFICIENT * part) * size) {
                    return Optional.of(next);
                }
            }
            return Optional.empty();
        }
    }

    /** {@code Z + W - sqrt((Z - W)^2 + 4 mu^2)}. */
    private static double[] defect(double[] z, double[] w, Spectrum difference, double mu) {
        double[] roots = roots(difference, mu);
        double[] defect = SymmetricMatrices.toVector(difference.with(roots));
        for (int i = 0; i < z.length; i++) {
            defect[i] = z[i] + w[i] - defect[i];
        }
        return defect;
    }

    private static double[] roots(Spectrum difference, double mu) {
        return Arrays.stream(difference.values())
                .map(value -> Math.hypot(value, 2.0 * mu))
                .toArray();
    }

    /** What Newton's method changes Z by, downwards: {@code [(1 - J) + (1 + J) M]^-1 defect}, J the derivative of the root. */
    private Optional<double[]> step(double[] defect, Spectrum difference, double mu) {
        int length = q.length;
        DMatrixRMaj j = derivativeOfRoot(difference, mu);
        DMatrixRMaj system = new DMatrixRMaj(length, length);
        DMatrixRMaj onePlusJ = j.copy();
        for (int i = 0; i < length; i++) {
            onePlusJ.add(i, i, 1.0);
        }
        CommonOps_DDRM.mult(onePlusJ, m, system);
        CommonOps_DDRM.subtractEquals(system, j);
        for (int i = 0; i < length; i++) {
            system.add(i, i, 1.0);
        }
        // On the path the system is regular; at its end the shortest step leaves what M does not determine as it is.
        LinearSolverDense<DMatrixRMaj> solver =
                mu > 0 ? LinearSolverFactory_DDRM.lu(length) : LinearSolverFactory_DDRM.pseudoInverse(true);
        DMatrixRMaj change = new DMatrixRMaj(length, 1);
        if (!solver.setA(system)) {
            return Optional.empty();
        }
        solver.solve(DMatrixRMaj.wrap(length, 1, defect), change);
        return Optional.of(change.data);
    }

    /** The derivative of {@code D -> sqrt(D^2 + 4 mu^2)}, by divided differences between eigenvalues. */
    private DMatrixRMaj derivativeOfRoot(Spectrum difference, double mu) {
        double[] values = difference.values();
        double[] roots = roots(difference, mu);
        int length = q.length;
        DMatrixRMaj derivative = new DMatrixRMaj(length, length);
        for (int a = 0; a < k; a++) {
            for (int b = a; b < k; b++) {
                double sum = roots[a] + roots[b];
                double quotient = sum > 0 ? (values[a] + values[b]) / sum : 0.0;
                double[] direction = SymmetricMatrices.toVector(symmetricProduct(
                        difference.vectors()[a].data, difference.vectors()[b].data));
                for (int i = 0; i < length; i++) {
                    for (int l = 0; l < length; l++) {
                        derivative.add(i, l, quotient * direction[i] * direction[l]);
                    }
                }
            }
        }
        return derivative;
    }

    /** {@code v v^T} or {@code (v w^T + w v^T)/sqrt 2}, of length 1 for unit vectors that are equal or orthogonal. */
    private static DMatrixRMaj symmetricProduct(double[] v, double[] w) {
        int k = v.length;
        DMatrixRMaj product = new DMatrixRMaj(k, k);
        double factor = v == w ? 0.5 : 1.0 / SymmetricMatrices.weight(0, 1);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                product.set(i, j, factor * (v[i] * w[j] + w[i] * v[j]));
            }
        }
        return product;
    }

    /** Of Z and W together each eigenvector has one eigenvalue that is not zero. */
    private static int rank(Spectrum difference) {
        double smallest = RANK_TOLERANCE * difference.norm();
        return (int) Arrays.stream(difference.values())
                .filter(value -> value > smallest)
                .count();
    }

    private record Undetermined(boolean any, boolean trace) {}

    /** Solutions differ by matrices on Z's range, if that is of full rank among them, that M takes to nothing. */
    private Undetermined undetermined(Spectrum spectrum, int rank) {
        if (rank == 0) {
            return new Undetermined(false, false);
        }
        int length = SymmetricMatrices.length(rank);
        double[][] face = new double[length][];
        double[] traces = new double[length];
        int index = 0;
        for (int a = 0; a < rank; a++) {
            for (int b = a; b < rank; b++) {
                traces[index] = a == b ? 1.0 : 0.0;
                face[index++] = SymmetricMatrices.toVector(
                        symmetricProduct(spectrum.vectors()[a].data, spectrum.vectors()[b].data));
            }
        }
        DMatrixRMaj restricted = new DMatrixRMaj(length, length);
        for (int i = 0; i < length; i++) {
            for (int j = 0; j < length; j++) {
                restricted.set(i, j, bilinear(face[i], face[j]));
            }
        }
        Spectrum ofM = SymmetricMatrices.spectrum(restricted);
        boolean any = false;
        boolean trace = false;
        for (int i = 0; i < length; i++) {
            if (ofM.values()[i] <= SINGULAR * Math.max(1.0, ofM.values()[0])) {
                any = true;
                trace |= Math.abs(ArrayVectors.dot(ofM.vectors()[i].data, traces)) > Math.sqrt(SINGULAR);
            }
        }
        return new Undetermined(any, trace);
    }

    private double bilinear(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                sum += a[i] * m.get(i, j) * b[j];
            }
        }
        return sum;
    }
}
