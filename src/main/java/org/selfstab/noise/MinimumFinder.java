package org.selfstab.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.selfstab.claims.AlmostSureEdge;
import org.selfstab.claims.CriticalPoint;
import org.selfstab.claims.MeanSquareEdge;
import org.selfstab.claims.MinimumEdges;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.DerivativeKernel;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.run.RunListener;

/** Finds a minimum and the edges of stability there. */
final class MinimumFinder {

    /** Of the sum of items' curvatures times the distance that rounding stands for; below it a gradient vanishes. */
    private static final double VANISHES = 1e-9;

    private static final int MOST_VARIABLES = 32;
    private static final int MOST_STATES = 64;

    private MinimumFinder() {}

    /**
     * Finds the minimum and the edges there.
     *
     * @throws NoEdgeException if there is none
     */
    static MinimumEdges of(Problem problem, LossDerivatives derivatives, NoiseSource source, RunListener listener) {
        int n = problem.variables().size();
        if (n > MOST_VARIABLES || n * problem.linear().copies() > MOST_STATES) {
            throw new NoEdgeException(
                    "second moments are followed in up to " + MOST_VARIABLES + " variables, and here are " + n);
        }
        double[] start =
                problem.startPoint().stream().mapToDouble(RealValue::of).toArray();
        CriticalPoint point = CriticalPointSearch.near(start, derivatives, source.whole())
                .orElseThrow(() -> new NoEdgeException("Newton's method finds no minimum from the start"));
        List<CompiledLoss> items = source.items().isEmpty() ? List.of(source.whole()) : source.items();
        List<DMatrixRMaj> hessians = new ArrayList<>();
        double slope = 0;
        double curvature = 0;
        for (CompiledLoss item : items) {
            DerivativeKernel kernel = item.derivativeKernel();
            kernel.moveTo(point.coordinates());
            DMatrixRMaj hessian = new DMatrixRMaj(n, n);
            kernel.hessian(hessian.data);
            hessians.add(hessian);
            listener.progress("Hessians of items", hessians.size());
            double[] gradient = new double[n];
            kernel.gradient(gradient);
            for (int i = 0; i < n; i++) {
                slope = Math.max(slope, Math.abs(gradient[i]));
                curvature = Math.max(curvature, Math.abs(hessian.get(i, i)) * (1 + Math.abs(point.coordinates()[i])));
            }
        }
        Drawing drawing = Drawing.of(problem, items.size()).orElse(new Drawing(1, 1, false));
        return edges(problem, point, Linearization.of(hessians, drawing), slope <= VANISHES * curvature);
    }

    private static MinimumEdges edges(Problem problem, CriticalPoint point, Linearization at, boolean interpolates) {
        Function<Double, MethodMatrices> methods =
                eta -> MethodMatrices.of(problem, eta).seen();
        double full = new EdgeFinder(eta -> methods.apply(eta).multiplier(at.sharpness()) - 1).near(2 / at.sharpness());
        Function<MethodMatrices, SecondMoment> moments = MeanSquareEdgeFinder.moments(at);
        MeanSquareEdge meanSquare = MeanSquareEdgeFinder.of(at, moments, methods);
        long seed = problem.noise().orElseThrow().seed();
        AlmostSureEdge almostSure = AlmostSureEdgeFinder.of(at, methods, meanSquare.stepSize(), seed);
        MethodMatrices own = MethodMatrices.of(problem).seen();
        return new MinimumEdges(
                point,
                at.sharpness(),
                interpolates,
                full,
                meanSquare,
                moments.apply(own).growth(),
                almostSure,
                almostSure.stepSize() > RealValue.of(problem.stepSize())
                        ? TailIndexFinder.of(at, own, seed)
                        : Optional.empty());
    }
}
