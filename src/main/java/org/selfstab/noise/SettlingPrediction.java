package org.selfstab.noise;

import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.DerivativeKernel;
import org.selfstab.numeric.DoubleVector;

/**
 * Where the noisy edge settles, theory.md (64), at the points beside a given one at which the loss has no slope along u: {@code h(S) (V + sigma_u^2/delta^2) = 1}, with the
 * variance V of the batch's curvature along u, that of the gradient along u, and {@code delta^2 = 2 alpha/beta}, each of them there.
 */
final class SettlingPrediction {

    private static final double NEAREST = 1e-7;
    private static final double STEP = 1.0 / 64;
    private static final double LEAST_SHARE = 1.0 / 128;
    private static final double ACCURACY = 1e-12;
    private static final int ORDER = 5;
    private static final int MOST_EVALUATIONS = 100;
    private static final int NEWTON_STEPS = 40;

    private final MethodMatrices method;
    private final NoiseSource source;
    private final GeometryEvaluator<Binary64> geometry;
    private final DerivativeKernel[] items;
    private final double edge;
    private FieldVector<Binary64> near;

    /**
     * A prediction.
     *
     * @param edge the curvature at which the optimizer becomes unstable, S_c
     * @param near the point beside which, of dimension n
     */
    SettlingPrediction(MethodMatrices method, NoiseSource source, double edge, double[] near) {
        this.method = method;
        this.source = source;
        this.geometry = GeometryEvaluator.of(source.whole());
        this.items = source.itemDerivatives();
        this.edge = edge;
        this.near = DoubleVector.of(near.clone());
    }

    /**
     * Where it settles.
     *
     * @throws NoEdgeException if alpha is not positive there, or no sharpness above a small share of the edge solves the equation
     * @throws UndefinedGeometryException if the geometry is undefined beside the point
     */
    Settling.At settled() {
        double above = edge * (1 - NEAREST);
        if (!(excess(above) > 0)) {
            throw new NoEdgeException("there is no noise along u, so that it settles at the edge");
        }
        for (double gap = 2 * NEAREST; gap < 1 - LEAST_SHARE; gap = gap < STEP ? 2 * gap : gap + STEP) {
            double sharpness = edge * (1 - gap);
            if (excess(sharpness) <= 0) {
                return at(new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY * edge, ACCURACY, ORDER)
                        .solve(MOST_EVALUATIONS, this::excess, sharpness, above));
            }
            above = sharpness;
        }
        throw new NoEdgeException("no sharpness below the edge is stable in mean square");
    }

    /** What the formula of a weak noise alone rests on, at the edge itself. */
    Settling.At atEdge() {
        return at(edge);
    }

    private double excess(double sharpness) {
        Settling.At at = at(sharpness);
        if (!(at.alpha() > 0)) {
            throw new NoEdgeException("alpha is not positive: the sharpness does not rise");
        }
        double gain = method.gain(sharpness);
        return Double.isInfinite(gain)
                ? Double.MAX_VALUE
                : gain * (at.curvatureVariance() + at.gradientVariance() / at.meanSquare()) - 1;
    }

    private Settling.At at(double sharpness) {
        LocalGeometry<Binary64> there = moved(sharpness);
        int n = there.u().getDimension();
        double[] u = new double[n];
        DoubleVector.copy(there.u(), u, 0);
        double[] point = new double[n];
        DoubleVector.copy(there.point(), point, 0);
        double[] curvatures = new double[items.length];
        double[] slopes = new double[items.length];
        double[] product = new double[n];
        for (int k = 0; k < items.length; k++) {
            items[k].moveTo(point);
            items[k].hessian(u, product);
            curvatures[k] = dot(u, product);
            items[k].gradient(product);
            slopes[k] = dot(u, product);
        }
        double factor = source.drawing().map(Drawing::varianceFactor).orElse(0.0);
        return new Settling.At(
                sharpness,
                factor == 0 ? 0 : factor * variance(curvatures),
                source.addedVariance(u) + (factor == 0 ? 0 : factor * variance(slopes)),
                there.alpha().getReal(),
                there.beta().getReal());
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double variance(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / values.length;
        }
        return variance;
    }

    /** The point of a sharpness where {@code u . grad L = 0}, by Newton's method with the shortest steps from the last one. */
    private LocalGeometry<Binary64> moved(double sharpness) {
        SignConvention<Binary64> orientation = SignConvention.largestComponentPositive();
        for (int i = 0; i < NEWTON_STEPS; i++) {
            LocalGeometry<Binary64> here = geometry.evaluate(near, orientation);
            orientation = SignConvention.along(here.u());
            FieldVector<Binary64> first = here.gradS();
            FieldVector<Binary64> second = here.gradientOfGradientAlongU();
            double missing = sharpness - here.sharpness().getReal();
            double slope = -here.gradientAlongU().getReal();
            double a = first.dotProduct(first).getReal();
            double b = first.dotProduct(second).getReal();
            double d = second.dotProduct(second).getReal();
            double determinant = a * d - b * b;
            if (!(determinant > ACCURACY * a * d)) {
                throw new NoEdgeException(
                        "points without slope along u are not on a curve along which the sharpness changes");
            }
            FieldVector<Binary64> step = first.mapMultiply(new Binary64((missing * d - slope * b) / determinant))
                    .add(second.mapMultiply(new Binary64((slope * a - missing * b) / determinant)));
            near = near.add(step);
            if (Math.abs(missing) <= ACCURACY * edge && Math.abs(slope) * Math.abs(slope) <= ACCURACY * ACCURACY * d) {
                return geometry.evaluate(near, orientation);
            }
        }
        throw new NoEdgeException("no point of sharpness " + sharpness + " without slope along u was found");
    }
}
