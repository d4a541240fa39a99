package org.selfstab.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.DerivativeKernel;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;

/**
 * The edges of stability at a minimum.
 *
 * @param point the minimum
 * @param sharpness there
 * @param interpolates whether the gradients of all items vanish there, so that the noise does
 * @param fullBatchEdge the step size at which the optimizer becomes unstable without batches
 * @param meanSquare where the second moment of the linearization begins to grow
 * @param almostSure where it begins to grow almost surely
 * @param spikeIndex kappa with {@code E|1 - eta lambda_B|^kappa = 1} for the problem's own step size: the tail index of the largest excursion; of gradient descent in one
 *     variable below the almost-sure edge
 */
public record Minimum(
        CriticalPoint point,
        double sharpness,
        boolean interpolates,
        double fullBatchEdge,
        MeanSquareEdge meanSquare,
        AlmostSureEdge almostSure,
        Optional<Double> spikeIndex) {

    /** Of the sum of items' curvatures times the distance that rounding stands for; below it a gradient vanishes. */
    private static final double VANISHES = 1e-9;

    private static final int MOST_VARIABLES = 32;
    private static final int MOST_STATES = 64;
    private static final double LARGEST_INDEX = 64;
    private static final double ACCURACY = 1e-13;
    private static final int ORDER = 5;
    private static final int MOST_EVALUATIONS = 200;

    /**
     * Finds the minimum and the edges there.
     *
     * @throws NoEdgeException if there is none
     */
    static Minimum of(Problem problem, LossDerivatives derivatives, NoiseSource source) {
        int n = problem.variables().size();
        if (n > MOST_VARIABLES || n * problem.linear().copies() > MOST_STATES) {
            throw new NoEdgeException(
                    "second moments are followed in up to " + MOST_VARIABLES + " variables, and here are " + n);
        }
        double[] start =
                problem.startPoint().stream().mapToDouble(RealValue::of).toArray();
        CriticalPoint point = CriticalPoint.near(start, derivatives, source.whole())
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

    private static Minimum edges(Problem problem, CriticalPoint point, Linearization at, boolean interpolates) {
        Function<Double, MethodMatrices> methods = eta -> MethodMatrices.of(problem, eta);
        double full = new EdgeFinder(eta -> methods.apply(eta).multiplier(at.sharpness()) - 1).near(2 / at.sharpness());
        MeanSquareEdge meanSquare = MeanSquareEdge.of(at, methods);
        AlmostSureEdge almostSure = AlmostSureEdge.of(
                at,
                methods,
                meanSquare.stepSize(),
                problem.noise().orElseThrow().seed());
        return new Minimum(
                point,
                at.sharpness(),
                interpolates,
                full,
                meanSquare,
                almostSure,
                spikeIndex(at, MethodMatrices.of(problem)));
    }

    private static Optional<Double> spikeIndex(Linearization at, MethodMatrices method) {
        if (method.copies() > 1 || at.drawing().isWhole()) {
            return Optional.empty();
        }
        return AlmostSureEdge.factors(at).flatMap(factors -> {
            Function<Double, Double> excess = kappa -> {
                double sum = -1;
                for (int k = 0; k < factors[0].length; k++) {
                    double factor = method.a()[0][0] + method.b()[0] * method.c()[0] * factors[0][k];
                    sum += factors[1][k] * Math.pow(Math.abs(factor), kappa);
                }
                return sum;
            };
            double small = 1e-6;
            return excess.apply(small) < 0 && excess.apply(LARGEST_INDEX) > 0
                    ? Optional.of(new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ACCURACY, ORDER)
                            .solve(MOST_EVALUATIONS, excess::apply, small, LARGEST_INDEX))
                    : Optional.empty();
        });
    }
}
