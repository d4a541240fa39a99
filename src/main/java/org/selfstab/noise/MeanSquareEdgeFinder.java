package org.selfstab.noise;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.selfstab.claims.MeanSquareEdge;
import org.selfstab.numeric.ArrayEigensolver;

/** Finds the step size above which the second moment of an optimizer's linearization about a critical point grows, theory.md (60). */
final class MeanSquareEdgeFinder {

    private static final long MOST_ENUMERATED = 20_000;

    private MeanSquareEdgeFinder() {}

    /**
     * Finds it.
     *
     * @param methods the optimizer by its step size
     */
    static MeanSquareEdge of(Linearization at, Function<Double, MethodMatrices> methods) {
        return of(at, moments(at), methods);
    }

    /**
     * The same, of second moments that are asked for elsewhere too.
     *
     * @param moments those by the optimizer
     * @param methods the optimizer by its step size
     */
    static MeanSquareEdge of(
            Linearization at,
            Function<MethodMatrices, SecondMoment> moments,
            Function<Double, MethodMatrices> methods) {
        Function<Double, SecondMoment> byStepSize = methods.andThen(moments);
        double edge = new EdgeFinder(eta -> byStepSize.apply(eta).radius() - 1).near(2 / at.sharpness());
        DMatrixRMaj mode = byStepSize.apply(edge).mode();
        double sharpness = inner(at.meanCube(), mode) / inner(at.meanSquare(), mode);
        return new MeanSquareEdge(
                edge,
                isEnumerated(at) ? Optional.of(at.drawing().batches()) : Optional.empty(),
                closedForm(at, methods, edge),
                sharpness);
    }

    /** The second moment by the optimizer: all rest on one covariance, which takes long where batches are gone through. */
    static Function<MethodMatrices, SecondMoment> moments(Linearization at) {
        DMatrixRMaj covariance = isEnumerated(at) ? at.enumeratedCovariance() : at.covariance();
        return method -> new SecondMoment(method, at.mean(), covariance);
    }

    private static boolean isEnumerated(Linearization at) {
        return at.drawing().batches() <= MOST_ENUMERATED;
    }

    private static double inner(DMatrixRMaj one, DMatrixRMaj other) {
        return CommonOps_DDRM.trace(CommonOps_DDRM.mult(one, other, null));
    }

    private static Optional<Double> closedForm(
            Linearization at, Function<Double, MethodMatrices> methods, double edge) {
        if (methods.apply(edge).copies() == 1) {
            return Optional.of(ofGradientDescent(at));
        }
        if (at.dimension() > 1) {
            return Optional.empty();
        }
        double curvature = at.mean().get(0);
        double variance = at.covariance().get(0);
        return Optional.of(new EdgeFinder(eta -> {
                    double gain = methods.apply(eta).gain(curvature);
                    return Double.isInfinite(gain) ? 1 : variance * gain - 1;
                })
                .near(2 / curvature));
    }

    /** {@code 2/lambda_max(C^+ D)} in the eigenbasis of H, in which C is diagonal, on symmetric matrices. */
    private static double ofGradientDescent(Linearization at) {
        int r = at.dimension();
        double[] values = new double[r];
        DMatrixRMaj[] vectors = ArrayEigensolver.roomForVectors(r);
        ArrayEigensolver.solve(at.mean(), values, vectors);
        int[][] pairs = IntStream.range(0, r)
                .boxed()
                .flatMap(i -> IntStream.rangeClosed(0, i).mapToObj(j -> new int[] {i, j}))
                .toArray(int[][]::new);
        DMatrixRMaj covariance = at.covariance();
        DMatrixRMaj matrix = new DMatrixRMaj(pairs.length, pairs.length);
        for (int k = 0; k < pairs.length; k++) {
            DMatrixRMaj image = imageOf(symmetric(vectors, pairs[k]), at.mean(), covariance);
            for (int l = 0; l <= k; l++) {
                double scale = Math.sqrt(average(values, pairs[k]) * average(values, pairs[l]));
                double entry = inner(symmetric(vectors, pairs[l]), image) / scale;
                matrix.set(k, l, entry);
                matrix.set(l, k, entry);
            }
        }
        double[] ratios = new double[pairs.length];
        ArrayEigensolver.solve(matrix, ratios, ArrayEigensolver.roomForVectors(pairs.length));
        return 2 / ratios[0];
    }

    private static double average(double[] values, int[] pair) {
        return (values[pair[0]] + values[pair[1]]) / 2;
    }

    /** Of norm 1. */
    private static DMatrixRMaj symmetric(DMatrixRMaj[] vectors, int[] pair) {
        DMatrixRMaj product = CommonOps_DDRM.multTransB(vectors[pair[0]], vectors[pair[1]], null);
        DMatrixRMaj sum = CommonOps_DDRM.add(product, CommonOps_DDRM.transpose(product, null), null);
        CommonOps_DDRM.scale(pair[0] == pair[1] ? 0.5 : Math.sqrt(0.5), sum);
        return sum;
    }

    /** {@code D(X) = H X H + E[(H_B - H) X (H_B - H)]}. */
    private static DMatrixRMaj imageOf(DMatrixRMaj x, DMatrixRMaj mean, DMatrixRMaj covariance) {
        DMatrixRMaj image = CommonOps_DDRM.mult(CommonOps_DDRM.mult(mean, x, null), mean, null);
        SecondMoment.addSpread(x, covariance, image);
        return image;
    }
}
