package org.selfstab.dynamics;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.ClosedEigengapException;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.ProjectionException;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.numeric.Norm;
import org.selfstab.run.RunEnd;
import org.selfstab.vocabulary.Interruption;

/**
 * Plain gradient descent until the first iterate whose projection lies on the boundary {@code S = 2/eta} (theory.md section 3). Every
 * iterate is projected, whatever its own sharpness: the first one from many starts, the later ones by a search that the nearest point of the
 * one before vouches for, and the one found from many starts again. Once an iterate returns to the last place of its numbers, all
 * later ones have been seen, and the search ends.
 *
 * @param <T> the field's elements
 */
public final class EdgeSearch<T extends CalculusFieldElement<T>> {

    private final Model<T> model;
    private final StableSetProjection<T> projection;
    private final int maxSteps;
    private final IntConsumer progress;

    /**
     * Prepares a search.
     *
     * @param maxSteps the last step of gradient descent that is tried
     * @param progress is told each step that is done
     */
    public EdgeSearch(Model<T> model, StableSetProjection<T> projection, int maxSteps, IntConsumer progress) {
        this.model = model;
        this.projection = projection;
        this.maxSteps = maxSteps;
        this.progress = progress;
    }

    /** What a search ended with. */
    public sealed interface Outcome<T extends CalculusFieldElement<T>> {

        /** The first iterate before that could not be projected. */
        Optional<FailedProjection> failure();

        /** The edge was reached at a step, by an iterate. */
        record Reached<T extends CalculusFieldElement<T>>(
                int step, FieldVector<T> iterate, Optional<FailedProjection> failure) implements Outcome<T> {}

        /** It was not. */
        record NotReached<T extends CalculusFieldElement<T>>(RunEnd end, Optional<FailedProjection> failure)
                implements Outcome<T> {}
    }

    /**
     * Searches from the setting's start; step 0 is the start itself.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Outcome<T> search() {
        Descent<T> descent = model.descent(model.start());
        SharpnessEvaluator<T> iterate = model.sharpness();
        Follower follower = new Follower();
        Recurrence<T> recurrence = new Recurrence<>();
        double largest = Double.NEGATIVE_INFINITY;
        double previousNorm = Double.NaN;
        int largestAt = 0;
        Optional<Integer> recurredAt = Optional.empty();
        for (int step = 0; step <= maxSteps; step++) {
            Interruption.check();
            FieldVector<T> theta = descent.iterate();
            double norm = Norm.of(theta).getReal();
            try {
                iterate.moveTo(theta);
            } catch (UndefinedGeometryException notFinite) {
                return new Outcome.NotReached<>(NotFinite.at(step, theta, previousNorm, notFinite), follower.failure);
            }
            if (!Double.isFinite(norm)) {
                return new Outcome.NotReached<>(new RunEnd.Diverged(step, previousNorm), follower.failure);
            }
            double sharpness = iterate.sharpness().getReal();
            if (sharpness > largest) {
                largest = sharpness;
                largestAt = step;
            }
            if (follower.isAtEdge(step, theta, sharpness)) {
                return new Outcome.Reached<>(step, theta, follower.failure);
            }
            if (recurrence.isSeenIn(theta)) {
                recurredAt = Optional.of(step);
                break;
            }
            previousNorm = norm;
            progress.accept(step);
            descent.step();
        }
        double threshold = model.edge().getReal();
        return new Outcome.NotReached<>(
                new RunEnd.EdgeNeverReached(maxSteps, largest, largestAt, threshold, recurredAt), follower.failure);
    }

    /** The iterates' projections, each from the one before. */
    private final class Follower {

        private Optional<LocalGeometry<T>> nearest = Optional.empty();
        private Optional<FailedProjection> failure = Optional.empty();
        /** Failures one after another: many starts are tried again at the second, third, fifth, ninth iterate, ... and one at the others. */
        private int failures;

        boolean isAtEdge(int step, FieldVector<T> theta, double sharpness) {
            try {
                Projection<T> projected = project(theta);
                nearest = Optional.of(projected.geometry());
                failures = 0;
                return projected.onBoundary();
            } catch (ClosedEigengapException meeting) {
                // Some unit vector of their eigenspace is orthogonal to the gradient: a point of the stable set, inside
                // or at the edge.
                nearest = Optional.empty();
                return !meeting.isInside();
            } catch (UndefinedGeometryException undefined) {
                nearest = Optional.empty();
                // Below the edge, where two eigenvalues are the largest, an iterate is a point of the stable set, of
                // its inside.
                if (!undefined.isTopNotSimple() || sharpness >= model.edge().getReal()) {
                    fail(step, undefined);
                }
                return false;
            } catch (ProjectionException noProjection) {
                // The search goes on to where there is a nearest point, and says that this one is missing.
                fail(step, noProjection);
                return false;
            }
        }

        private Projection<T> project(FieldVector<T> theta) {
            boolean many = nearest.isEmpty() && Integer.bitCount(failures) <= 1;
            if (many) {
                return projectFromManyStarts(theta);
            }
            Projection<T> projected = nearest.isPresent()
                    ? projection.projectNear(theta, nearest.get())
                    : projection.projectByOneSearch(theta, SignConvention.largestComponentPositive());
            return projected.onBoundary() ? projectFromManyStarts(theta) : projected;
        }

        private void fail(int step, RuntimeException noProjection) {
            nearest = Optional.empty();
            failures++;
            failure = failure.or(() -> Optional.of(new FailedProjection(step, noProjection.getMessage())));
        }

        private Projection<T> projectFromManyStarts(FieldVector<T> theta) {
            return projection.project(theta, SignConvention.largestComponentPositive());
        }
    }

    /**
     * Whether gradient descent, which is a function of its iterate alone, has come back to an iterate in every digit, as it does once it has
     * converged. By Brent's method: each iterate is compared with one earlier one, which is exchanged after 1, 2, 4, 8, ... steps
     * (R. P. Brent, <i>An improved Monte Carlo factorization algorithm</i>, BIT 20, 1980).
     *
     * @param <T> the iterates' numbers
     */
    static final class Recurrence<T extends CalculusFieldElement<T>> {

        private FieldVector<T> earlier;
        private long age;
        private long exchangedAt = 1;

        /** Whether the next iterate equals an earlier one; found after at most three times as many steps as the first return takes. */
        boolean isSeenIn(FieldVector<T> theta) {
            if (theta.equals(earlier)) {
                return true;
            }
            age++;
            if (age == exchangedAt) {
                earlier = theta.copy();
                exchangedAt *= 2;
                age = 0;
            }
            return false;
        }
    }
}
