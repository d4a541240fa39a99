package org.selfstab.dynamics;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.numeric.Norm;
import org.selfstab.run.DescentEnd;
import org.selfstab.run.RunEnd;
import org.selfstab.vocabulary.Interruption;

/**
 * The optimizer's exact iterates from the problem's start, one after another, until somebody has seen enough or they repeat themselves.
 *
 * @param <T> the numbers
 */
public final class PlainDescent<T extends CalculusFieldElement<T>> {

    private final Model<T> model;
    private final int maxSteps;
    private final IntConsumer progress;

    /**
     * A run.
     *
     * @param maxSteps the last step, not negative
     * @param progress is told each step
     */
    public PlainDescent(Model<T> model, int maxSteps, IntConsumer progress) {
        this.model = model;
        this.maxSteps = maxSteps;
        this.progress = progress;
    }

    /** Sees iterates. */
    @FunctionalInterface
    public interface Visitor<T extends CalculusFieldElement<T>> {

        /**
         * Sees an iterate.
         *
         * @param step from 0
         * @param theta the iterate, of dimension n
         * @param descent what made it, and is not to be moved
         * @return whether to go on
         * @throws UndefinedGeometryException if the loss, or a derivative that is looked at, is not finite there
         */
        boolean visit(int step, FieldVector<T> theta, Descent<T> descent);
    }

    /**
     * Runs.
     *
     * @throws UndefinedGeometryException if the visitor finds the start undefined
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public DescentEnd run(Visitor<T> visitor) {
        Descent<T> descent = model.descent(model.start());
        Recurrence<T> recurrence = new Recurrence<>();
        double previousNorm = Double.NaN;
        for (int step = 0; ; step++) {
            Interruption.check();
            FieldVector<T> theta = descent.iterate();
            double norm = Norm.of(theta).getReal();
            if (!Double.isFinite(norm)) {
                return new DescentEnd(step - 1, Optional.of(new RunEnd.Diverged(step, previousNorm)), false);
            }
            boolean isEnough;
            try {
                isEnough = !visitor.visit(step, theta, descent);
            } catch (UndefinedGeometryException notFinite) {
                if (step == 0) {
                    throw notFinite;
                }
                return new DescentEnd(step - 1, Optional.of(NotFinite.at(step, theta, previousNorm, notFinite)), false);
            }
            if (isEnough) {
                return new DescentEnd(step, Optional.empty(), false);
            }
            progress.accept(step);
            boolean isSettled = recurrence.isSeenIn(descent.state());
            if (isSettled || step == maxSteps) {
                return new DescentEnd(step, Optional.empty(), isSettled);
            }
            previousNorm = norm;
            descent.step();
        }
    }

    /**
     * Whether an optimizer, which is a function of its state alone, has come back to a state in every digit, as it does once it has
     * converged. By Brent's method: each state is compared with one earlier one, which is exchanged after 1, 2, 4, 8, ... steps
     * (R. P. Brent, <i>An improved Monte Carlo factorization algorithm</i>, BIT 20, 1980).
     *
     * @param <T> the iterates' numbers
     */
    static final class Recurrence<T extends CalculusFieldElement<T>> {

        private List<FieldVector<T>> earlier;
        private long age;
        private long exchangedAt = 1;

        /** Whether the next state equals an earlier one; found after at most three times as many steps as the first return takes. */
        boolean isSeenIn(List<FieldVector<T>> state) {
            if (state.equals(earlier)) {
                return true;
            }
            age++;
            if (age == exchangedAt) {
                earlier = state;
                exchangedAt *= 2;
                age = 0;
            }
            return false;
        }
    }
}
