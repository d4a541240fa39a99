package org.selfstab.dynamics;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Projection;
import org.selfstab.numeric.FieldVectors;
import org.selfstab.numeric.Norm;

/**
 * The exact iterate, the constrained trajectory and the prediction at one step. Several observers of a run ask for the same displacements, which are computed once.
 *
 * @param <T> the field's elements
 */
public final class CoupledStep<T extends CalculusFieldElement<T>> {

    private final int t;
    private final FieldVector<T> theta;
    private final Supplier<List<FieldVector<T>>> state;
    private final T loss;
    private final T sharpness;
    private final Projection<T> dagger;
    private final Optional<FieldVector<T>> source;
    private final FieldVector<T> predicted;
    private final Optional<Moments<T>> moments;
    private final FieldVector<T> displacement;
    private final T x;
    private final T predictedX;
    private final boolean isPredicted;

    /**
     * A step.
     *
     * @param t the step, from 0
     * @param theta the exact iterate {@code theta_t}, of dimension n
     * @param state the copies of the parameters of which the optimizer makes the next iterate, of gradient descent {@code theta_t} alone; made when
     *     asked for, and only while the step is observed
     * @param loss {@code L(theta_t)}
     * @param sharpness {@code S(theta_t)}
     * @param dagger the constrained trajectory's point {@code dagger_t}
     * @param source what {@code dagger_t} is the projection of, where that is not the step of gradient descent from the point before
     * @param predicted the predicted displacement {@code v*_t}, of dimension n; from the step on at which the prediction diverged, not a number
     * @param moments of an adaptive optimizer the second moments; then all vectors but those of {@code state} are in the coordinates {@code sqrt(P) theta}, and sharpnesses are the
     *     largest eigenvalues of {@code P^{-1} H}
     */
    public CoupledStep(
            int t,
            FieldVector<T> theta,
            Supplier<List<FieldVector<T>>> state,
            T loss,
            T sharpness,
            Projection<T> dagger,
            Optional<FieldVector<T>> source,
            FieldVector<T> predicted,
            Optional<Moments<T>> moments) {
        this.t = t;
        this.theta = theta;
        this.state = state;
        this.loss = loss;
        this.sharpness = sharpness;
        this.dagger = dagger;
        this.source = source;
        this.predicted = predicted;
        this.moments = moments;
        FieldVector<T> u = dagger.geometry().u();
        this.displacement = theta.subtract(dagger.geometry().point());
        this.x = u.dotProduct(displacement);
        this.predictedX = u.dotProduct(predicted);
        this.isPredicted = FieldVectors.isFinite(predicted);
    }

    /** A step of a linear optimizer. */
    public CoupledStep(
            int t,
            FieldVector<T> theta,
            Supplier<List<FieldVector<T>>> state,
            T loss,
            T sharpness,
            Projection<T> dagger,
            Optional<FieldVector<T>> source,
            FieldVector<T> predicted) {
        this(t, theta, state, loss, sharpness, dagger, source, predicted, Optional.empty());
    }

    /** The step, from 0. */
    public int t() {
        return t;
    }

    /** The exact iterate {@code theta_t}, of dimension n. */
    public FieldVector<T> theta() {
        return theta;
    }

    /** Makes the copies of the parameters of which the optimizer makes the next iterate, while the step is observed. */
    public Supplier<List<FieldVector<T>>> state() {
        return state;
    }

    /** {@code L(theta_t)}. */
    public T loss() {
        return loss;
    }

    /** {@code S(theta_t)}. */
    public T sharpness() {
        return sharpness;
    }

    /** The constrained trajectory's point {@code dagger_t}. */
    public Projection<T> dagger() {
        return dagger;
    }

    /** What {@code dagger_t} is the projection of, where that is not the step of gradient descent from the point before. */
    public Optional<FieldVector<T>> source() {
        return source;
    }

    /** The predicted displacement {@code v*_t}, of dimension n; from the step on at which the prediction diverged, not a number. */
    public FieldVector<T> predicted() {
        return predicted;
    }

    /** The second moments of an adaptive optimizer. */
    public Optional<Moments<T>> moments() {
        return moments;
    }

    /**
     * The second moments of an adaptive optimizer at one step, theory.md (59).
     *
     * @param root the diagonal of {@code sqrt(P(N_t))}, of dimension n
     * @param exact {@code nu_t}, one of each group
     * @param constrained {@code N_t}
     * @param predicted m
     * @param shift what {@code nu_t - N_t} adds to the largest eigenvalue
     * @param predictedShift what m adds to it
     * @param work {@code grad L(D) . w_p}, of the order of {@code x^2}
     */
    public record Moments<T extends CalculusFieldElement<T>>(
            FieldVector<T> root,
            FieldVector<T> exact,
            FieldVector<T> constrained,
            FieldVector<T> predicted,
            T shift,
            T predictedShift,
            T work) {

        /** The largest {@code |nu - N - m|/N}. */
        public T deviation() {
            T largest = work.getField().getZero();
            for (int g = 0; g < exact.getDimension(); g++) {
                T error = exact.getEntry(g)
                        .subtract(constrained.getEntry(g))
                        .subtract(predicted.getEntry(g))
                        .divide(constrained.getEntry(g))
                        .abs();
                largest = error.getReal() > largest.getReal() ? error : largest;
            }
            return largest;
        }
    }

    /** A vector of this step, of points or displacements, in the coordinates of the parameters. */
    public FieldVector<T> ofParameters(FieldVector<T> vector) {
        return moments.map(known -> vector.ebeDivide(known.root())).orElse(vector);
    }

    /** A vector of parameters in the coordinates of this step. */
    public FieldVector<T> ofGeometry(FieldVector<T> parameters) {
        return moments.map(known -> parameters.ebeMultiply(known.root())).orElse(parameters);
    }

    /** The geometry at {@code dagger_t}. */
    public LocalGeometry<T> geometry() {
        return dagger.geometry();
    }

    /** {@code v_t = theta_t - dagger_t}. */
    public FieldVector<T> displacement() {
        return displacement;
    }

    /** {@code x_t = u_t . v_t}. */
    public T x() {
        return x;
    }

    /** {@code y_t = gradS_perp_t . v_t}, and what the second moments add to it. */
    public T y() {
        T alongGradS = geometry().gradSPerp().dotProduct(displacement);
        return moments.isPresent() ? alongGradS.add(moments.get().shift()) : alongGradS;
    }

    /** Whether there is a prediction: it is over once it is not finite, while the iterates go on. */
    public boolean isPredicted() {
        return isPredicted;
    }

    /** {@code x*_t = u_t . v*_t}. */
    public T predictedX() {
        return predictedX;
    }

    /** {@code y*_t = gradS_perp_t . v*_t}, and what the predicted second moments add to it: z of theory.md (59). */
    public T predictedY() {
        T alongGradS = geometry().gradSPerp().dotProduct(predicted);
        return moments.isPresent() ? alongGradS.add(moments.get().predictedShift()) : alongGradS;
    }

    /** {@code L(theta_t) - L(dagger_t)}; of adaptive optimizers without the slow displacement off u, which the second moments answer to, too: above the loss of the mean. */
    public T elevation() {
        T difference = loss.subtract(geometry().loss());
        return moments.isEmpty()
                ? difference
                : difference.subtract(
                        geometry().gradient().dotProduct(geometry().orthogonalToU(displacement)));
    }

    /** What the prediction says of {@code L(theta_t) - L(dagger_t)}, theory.md (25) and (59). */
    public T predictedElevation(Rates<T> rates) {
        T ofOscillation = predictedX.multiply(predictedX).divide(rates.step());
        return moments.isPresent() ? ofOscillation.add(moments.get().work()) : ofOscillation;
    }

    /** {@code |v_t - v*_t|}. */
    public T deviation() {
        return Norm.of(displacement.subtract(predicted));
    }
}
