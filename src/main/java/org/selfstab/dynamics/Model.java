package org.selfstab.dynamics;

import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.loss.Backend;
import org.selfstab.loss.Loss;
import org.selfstab.problem.Problem;

/**
 * A problem in one number system, with the algorithms that fit it: what theory.md section 1 starts from. What it hands out belongs to the
 * calling thread.
 *
 * @param <T> the numbers
 */
public sealed interface Model<T extends CalculusFieldElement<T>> permits LinearModel, AdaptiveModel {

    /**
     * A problem in a number system: with kernels of its own where the loss is compiled, by the algorithms that work over any field otherwise.
     *
     * @param derivatives the problem's loss with the parameters' values put in
     */
    static <T extends CalculusFieldElement<T>> Model<T> of(
            Problem problem, LossDerivatives derivatives, Backend<T> backend) {
        return problem.adaptive().isPresent()
                ? new AdaptiveModel<>(problem, problem.adaptive().get(), backend, backend.loss(derivatives))
                : LinearModel.of(problem, derivatives, backend);
    }

    /** The number system. */
    Backend<T> backend();

    /** The loss. */
    Loss<T> loss();

    /** Whether the optimizer remembers more than its last iterate. */
    boolean keepsMemory();

    /** The optimizer's state that rests at a point, of which an iteration starts: of a linear optimizer as many copies of the point as it keeps. */
    List<FieldVector<T>> resting(FieldVector<T> from);

    /** The edge of stability of the optimizer with its parameters as they are in these numbers; for gradient descent {@code 2/eta}. */
    T edge();

    /** What the theory takes of the optimizer. */
    Rates<T> rates();

    /** The initial point, of dimension n. */
    FieldVector<T> start();

    /** The largest magnitude by which a step multiplies a state on a quadratic loss of a curvature; of gradient descent {@code |1 - eta curvature|}. */
    double multiplier(double curvature);

    /** The steps of a linear optimizer of several copies in the planes of eigenvectors; empty of others. */
    default Optional<StepBlocks> blocks() {
        return Optional.empty();
    }

    /** How a push off u is felt later. */
    Response<T> response(FieldVector<T> push);

    /** The optimizer's exact iterates from a point at which it rests. */
    default Descent<T> descent(FieldVector<T> from) {
        return descent(resting(from));
    }

    /** The optimizer's exact iterates from a state of it. */
    Descent<T> descent(List<FieldVector<T>> state);

    /**
     * Runs of several unstable eigenvalues.
     *
     * @param most how many at most, from 1 to n
     * @param isGiven whether so many are followed at all steps; otherwise as many as are near the edge
     * @return empty for numbers and optimizers that they are not made for
     */
    default Optional<UnstableRun> unstableRun(int most, boolean isGiven) {
        return Optional.empty();
    }

    /** Finds the local geometry of the loss. */
    GeometryEvaluator<T> geometry();

    /** Finds loss and sharpness at the exact iterates. */
    SharpnessEvaluator<T> sharpness();
}
