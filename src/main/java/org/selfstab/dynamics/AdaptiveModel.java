package org.selfstab.dynamics;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.geometry.FieldSharpnessEvaluator;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.MetricLoss;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.geometry.SignConvention;
import org.selfstab.loss.Backend;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.Eigensolver;
import org.selfstab.numeric.JacobiEigensolver;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.SelfstabException;

/**
 * A problem with an adaptive optimizer. Rates and multipliers are those in the coordinates {@code sqrt(P) theta}, in which everything is as for gradient descent with step size 1
 * (theory.md (51), (55)).
 *
 * @param <T> the numbers
 */
public final class AdaptiveModel<T extends CalculusFieldElement<T>> implements Model<T> {

    /** Whole spectra are taken at every step. */
    private static final int MOST_VARIABLES = 64;

    private final Backend<T> backend;
    private final Loss<T> loss;
    private final Eigensolver<T> eigensolver;
    private final AdaptiveMethod<T> method;
    private final FieldVector<T> start;
    private final FieldVector<T> moments;
    private final boolean isScaledToEdge;

    @SuppressWarnings("unchecked") // Where numbers are doubles, T is Binary64.
    AdaptiveModel(Problem problem, Optimizer.Adaptive optimizer, Backend<T> backend, Loss<T> loss) {
        if (loss.dimension() > MOST_VARIABLES) {
            throw new SelfstabException(
                    optimizer.name() + " takes at most " + MOST_VARIABLES + " variables, and the loss has "
                            + loss.dimension(),
                    "take a smaller loss, or a linear optimizer");
        }
        this.backend = backend;
        this.loss = loss;
        this.eigensolver = (Eigensolver<T>)
                (backend.field().getOne() instanceof Binary64 ? new DoubleEigensolver() : new JacobiEigensolver<T>());
        this.method = AdaptiveMethod.of(problem, optimizer, backend);
        this.start = backend.valuesOf(problem.startPoint());
        this.moments = backend.valuesOf(
                optimizer.start().values().stream().map(problem::withValues).toList());
        this.isScaledToEdge = optimizer.start().isScaledToEdge();
    }

    /** The optimizer's numbers. */
    public AdaptiveMethod<T> method() {
        return method;
    }

    /**
     * The geometry at a point with second moments.
     *
     * @throws org.selfstab.geometry.UndefinedGeometryException if it is undefined there
     */
    public AdaptiveGeometry<T> geometryAt(FieldVector<T> theta, FieldVector<T> nu, SignConvention<T> sign) {
        return AdaptiveGeometry.at(method, loss, eigensolver, theta, nu, sign);
    }

    /**
     * What is watched of an iterate.
     *
     * @param loss {@code L}
     * @param lambda the largest eigenvalue of {@code P^{-1} H}
     */
    record Watched<T extends CalculusFieldElement<T>>(T loss, T lambda) {}

    /**
     * Loss and largest eigenvalue of {@code P^{-1} H} at a point with second moments.
     *
     * @throws org.selfstab.geometry.UndefinedGeometryException if the loss or a derivative is not finite there, or P is singular
     */
    Watched<T> watch(FieldVector<T> theta, FieldVector<T> nu) {
        FieldVector<T> root = AdaptiveGeometry.requireRegular(method, nu);
        GeometryEvaluator<T> inMetric = new GeometryEvaluator<>(new MetricLoss<>(loss, root), eigensolver);
        LossAtPoint<T> local = inMetric.at(theta.ebeMultiply(root));
        return new Watched<>(local.value(), inMetric.eigensystem(local).top());
    }

    /** Whether the second moments of the file are those of the first step, and not only their ratios. */
    public boolean hasGivenMoments() {
        return !isScaledToEdge;
    }

    /** The second moments of the first step from a point: those of the file, scaled to the edge there if only ratios are given. */
    public FieldVector<T> momentsAt(FieldVector<T> theta) {
        return isScaledToEdge ? scaledToEdge(theta, moments) : moments;
    }

    /**
     * Second moments in some ratio such that the largest eigenvalue is at the edge; P goes like the square root of them.
     *
     * @throws SelfstabException if nothing curves upwards
     */
    public FieldVector<T> scaledToEdge(FieldVector<T> theta, FieldVector<T> ratio) {
        T lambda = watch(theta, ratio).lambda();
        if (!(lambda.getReal() > 0)) {
            throw new SelfstabException(
                    "no second moments bring the start to the edge: the Hessian's largest eigenvalue there is not positive",
                    "move the start");
        }
        T factor = lambda.divide(method.edge());
        return ratio.mapMultiply(factor.multiply(factor));
    }

    @Override
    public Backend<T> backend() {
        return backend;
    }

    @Override
    public Loss<T> loss() {
        return loss;
    }

    @Override
    public boolean keepsMemory() {
        return true;
    }

    @Override
    public List<FieldVector<T>> resting(FieldVector<T> from) {
        FieldVector<T> nu = momentsAt(from);
        return method.hasMomentum()
                ? List.of(from, nu, new ArrayFieldVector<>(backend.field(), from.getDimension()))
                : List.of(from, nu);
    }

    /**
     * The state that oscillates about a point at the edge.
     *
     * @param nu the second moments in the first step
     * @param about the point in the middle, from which the state stands off in the directions of eigenvalues at the edge
     */
    public List<FieldVector<T>> oscillating(FieldVector<T> at, FieldVector<T> nu, FieldVector<T> about) {
        if (!method.hasMomentum()) {
            return List.of(at, nu);
        }
        LossAtPoint<T> middle = loss.at(about);
        return List.of(
                at, nu, middle.gradient().add(middle.hessian(at.subtract(about)).mapMultiply(method.alternating())));
    }

    @Override
    public T edge() {
        return method.edge();
    }

    @Override
    public Rates<T> rates() {
        T one = backend.field().getOne();
        return new Rates<>(method.edge(), method.edge().reciprocal().multiply(2.0), one, one);
    }

    @Override
    public FieldVector<T> start() {
        return start;
    }

    @Override
    public double multiplier(double curvature) {
        return method.inMetric().multiplier(curvature);
    }

    @Override
    public Response<T> response(FieldVector<T> push) {
        return new Response<>(method.inMetric(), backend.field().getOne(), push);
    }

    @Override
    public Descent<T> descent(List<FieldVector<T>> state) {
        return new AdaptiveDescent<>(method, loss, state);
    }

    @Override
    public GeometryEvaluator<T> geometry() {
        return new GeometryEvaluator<>(loss, eigensolver);
    }

    @Override
    public SharpnessEvaluator<T> sharpness() {
        return new FieldSharpnessEvaluator<>(geometry());
    }
}
