package org.selfstab.noise;

import org.ejml.data.DMatrixRMaj;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.Settling;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.DerivativeKernel;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.SymmetricMatrices;

/**
 * Where the noisy edge settles, theory.md (64), at the points beside a given one at which the loss has no slope along u: {@code h(S) (V + sigma_u^2/delta^2) = 1}, with the
 * variance V of the batch's curvature along u, that of the gradient along u, and {@code delta^2 = 2 alpha/beta}, each of them there.
 */
final class SettlingPrediction {

    /** The least curvature of a direction, as a share of the edge: below it directions are as flat as one another. */
    private static final double FLAT = 1e-6;

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
    private final DerivativeKernel whole;
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
        this.whole = source.whole().derivativeKernel();
        this.items = source.itemDerivatives();
        this.edge = edge;
        this.near = DoubleVector.of(near);
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
        double[] rising = new double[n];
        DoubleVector.copy(there.gradSPerp(), rising, 0);
        double[] curvatures = new double[items.length];
        double[] slopes = new double[items.length];
        double[] rises = new double[items.length];
        double[] product = new double[n];
        for (int k = 0; k < items.length; k++) {
            items[k].moveTo(point);
            items[k].hessian(u, product);
            curvatures[k] = dot(u, product);
            items[k].gradient(product);
            slopes[k] = dot(u, product);
            rises[k] = dot(rising, product);
        }
        double factor = source.drawing().map(Drawing::varianceFactor).orElse(0.0);
        return new Settling.At(
                sharpness,
                factor == 0 ? 0 : factor * variance(curvatures),
                source.addedVariance(u) + (factor == 0 ? 0 : factor * variance(slopes)),
                source.addedVariance(rising) + (factor == 0 ? 0 : factor * variance(rises)),
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

    /**
     * The point of a sharpness where {@code u . grad L = 0}, by Newton's method from the last one. Of all steps that solve its equations it takes the shortest in the norm of the Hessian: stiff
     * directions stay where the runs hold them, and what changes the sharpness is what drifts, the flat ones.
     */
    private LocalGeometry<Binary64> moved(double sharpness) {
        SignConvention<Binary64> orientation = SignConvention.largestComponentPositive();
        for (int i = 0; i < NEWTON_STEPS; i++) {
            LocalGeometry<Binary64> here = geometry.evaluate(near, orientation);
            orientation = SignConvention.along(here.u());
            SymmetricMatrices.Spectrum spectrum = spectrum();
            FieldVector<Binary64> first = softened(here.gradS(), spectrum);
            FieldVector<Binary64> second = softened(here.gradientOfGradientAlongU(), spectrum);
            double missing = sharpness - here.sharpness().getReal();
            double slope = -here.gradientAlongU().getReal();
            double a = first.dotProduct(here.gradS()).getReal();
            double b = first.dotProduct(here.gradientOfGradientAlongU()).getReal();
            double d = second.dotProduct(here.gradientOfGradientAlongU()).getReal();
            double determinant = a * d - b * b;
            if (!(determinant > ACCURACY * a * d)) {
                throw new NoEdgeException(
                        "points without slope along u are not on a curve along which the sharpness changes");
            }
            FieldVector<Binary64> step = first.mapMultiply(new Binary64((missing * d - slope * b) / determinant))
                    .add(second.mapMultiply(new Binary64((slope * a - missing * b) / determinant)));
            near = near.add(step);
            if (Math.abs(missing) <= ACCURACY * edge && slope * slope <= ACCURACY * ACCURACY * d * edge) {
                return geometry.evaluate(near, orientation);
            }
        }
        throw new NoEdgeException("no point of sharpness " + sharpness + " without slope along u was found");
    }

    private SymmetricMatrices.Spectrum spectrum() {
        int n = near.getDimension();
        double[] point = new double[n];
        DoubleVector.copy(near, point, 0);
        whole.moveTo(point);
        DMatrixRMaj hessian = new DMatrixRMaj(n, n);
        whole.hessian(hessian.data);
        return SymmetricMatrices.spectrum(hessian);
    }

    /** The inverse Hessian, of curvatures by their magnitude, applied to a vector; flat directions have a least curvature. */
    private FieldVector<Binary64> softened(FieldVector<Binary64> vector, SymmetricMatrices.Spectrum spectrum) {
        double[] entries = new double[vector.getDimension()];
        DoubleVector.copy(vector, entries, 0);
        double[] softened = new double[entries.length];
        for (int j = 0; j < entries.length; j++) {
            double[] direction = spectrum.vectors()[j].data;
            double curvature = Math.max(Math.abs(spectrum.values()[j]), FLAT * edge);
            double along = dot(direction, entries) / curvature;
            for (int i = 0; i < entries.length; i++) {
                softened[i] += along * direction[i];
            }
        }
        return DoubleVector.of(softened);
    }
}
