package org.selfstab.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.selfstab.numeric.ArrayEigensolver;

/**
 * The unit vectors from which a form at a point is searched: the Hessian's eigenvectors and, in up to {@value #PAIRS_DIMENSION}
 * dimensions, all their normalised sums and differences in pairs, and generic directions, the same on each call.
 */
final class StartDirections {

    private static final int PAIRS_DIMENSION = 10;
    private static final int GENERIC = 24;
    private static final int FEW_EIGENVECTORS = 3;
    private static final int FEW_GENERIC = 6;
    private static final long SEED = 20230501;

    private final Supplier<DMatrixRMaj> hessian;
    private DMatrixRMaj[] eigenvectors;

    /** Directions for the point of a Hessian, which is asked for if directions are. */
    StartDirections(Supplier<DMatrixRMaj> hessian) {
        this.hessian = hessian;
    }

    /** Some of the directions. */
    List<DMatrixRMaj> few() {
        List<DMatrixRMaj> few = new ArrayList<>(
                Arrays.asList(eigenvectors()).subList(0, Math.min(FEW_EIGENVECTORS, eigenvectors().length)));
        addGeneric(FEW_GENERIC, few);
        return few;
    }

    /** All the directions. */
    List<DMatrixRMaj> all() {
        List<DMatrixRMaj> all = new ArrayList<>(Arrays.asList(eigenvectors()));
        int n = eigenvectors().length;
        for (int i = 0; i < n && n <= PAIRS_DIMENSION; i++) {
            for (int j = 0; j < i; j++) {
                all.add(combination(eigenvectors()[i], 1.0, eigenvectors()[j]));
                all.add(combination(eigenvectors()[i], -1.0, eigenvectors()[j]));
            }
        }
        addGeneric(GENERIC, all);
        return all;
    }

    private DMatrixRMaj[] eigenvectors() {
        if (eigenvectors == null) {
            DMatrixRMaj matrix = hessian.get();
            int n = matrix.getNumRows();
            eigenvectors = ArrayEigensolver.roomForVectors(n);
            ArrayEigensolver.solve(matrix, new double[n], eigenvectors);
        }
        return eigenvectors;
    }

    private void addGeneric(int count, List<DMatrixRMaj> directions) {
        Random random = new Random(SEED);
        int n = eigenvectors().length;
        for (int i = 0; i < count; i++) {
            directions.add(unit(
                    new DMatrixRMaj(n, 1, true, random.doubles(n, -1.0, 1.0).toArray())));
        }
    }

    private static DMatrixRMaj combination(DMatrixRMaj a, double factor, DMatrixRMaj b) {
        DMatrixRMaj sum = new DMatrixRMaj(a.getNumRows(), 1);
        CommonOps_DDRM.add(1.0, a, factor, b, sum);
        return unit(sum);
    }

    private static DMatrixRMaj unit(DMatrixRMaj vector) {
        CommonOps_DDRM.divide(vector, NormOps_DDRM.normF(vector));
        return vector;
    }
}
