package org.selfstab.dynamics;

import java.util.List;
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
import org.selfstab.run.DescentEnd;
import org.selfstab.run.FailedProjection;
import org.selfstab.run.RunEnd;

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

        /**
         * The edge was reached.
         *
         * @param step of the iterate that reached it
         * @param iterate where the loss is evaluated then, of dimension n
         * @param state the optimizer's, of as many copies as it keeps; empty where the iterate was put there, so that the state is {@link
         *     LinearModel#oscillating}
         */
        record Reached<T extends CalculusFieldElement<T>>(
                int step,
                FieldVector<T> iterate,
                Optional<List<FieldVector<T>>> state,
                Optional<FailedProjection> failure)
                implements Outcome<T> {

            /** A point that a run begins with. */
            public static <T extends CalculusFieldElement<T>> Reached<T> at(FieldVector<T> start) {
                return new Reached<>(0, start, Optional.empty(), Optional.empty());
            }
        }

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
        Follower follower = new Follower();
        try {
            DescentEnd end = new PlainDescent<>(model, maxSteps, progress).run(follower);
            return follower.reached.orElseGet(() ->
                    new Outcome.NotReached<>(end.failure().orElseGet(() -> follower.never(end)), follower.failure));
        } catch (UndefinedGeometryException atStart) {
            return new Outcome.NotReached<>(NotFinite.at(0, model.start(), Double.NaN, atStart), follower.failure);
        }
    }

    /** The iterates' projections, each from the one before. */
    private final class Follower implements PlainDescent.Visitor<T> {

        private final SharpnessEvaluator<T> iterate = model.sharpness();
        private double largest = Double.NEGATIVE_INFINITY;
        private int largestAt;
        private Optional<Outcome<T>> reached = Optional.empty();
        private Optional<LocalGeometry<T>> nearest = Optional.empty();
        private Optional<FailedProjection> failure = Optional.empty();
        /** Failures one after another: many starts are tried again at the second, third, fifth, ninth iterate, ... and one at the others. */
        private int failures;

        @Override
        public boolean visit(int step, FieldVector<T> theta, Descent<T> descent) {
            iterate.moveTo(theta);
            double sharpness = iterate.sharpness().getReal();
            if (sharpness > largest) {
                largest = sharpness;
                largestAt = step;
            }
            if (isAtEdge(step, theta, sharpness)) {
                reached = Optional.of(new Outcome.Reached<>(step, theta, Optional.of(descent.state()), failure));
            }
            return reached.isEmpty();
        }

        RunEnd never(DescentEnd end) {
            return new RunEnd.EdgeNeverReached(
                    maxSteps,
                    largest,
                    largestAt,
                    model.edge().getReal(),
                    end.isSettled() ? Optional.of(end.steps()) : Optional.empty());
        }

        private boolean isAtEdge(int step, FieldVector<T> theta, double sharpness) {
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
}
