package org.selfstab.dynamics;

import java.util.function.IntConsumer;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.Norm;
import org.selfstab.geometry.Orientation;
import org.selfstab.geometry.ProjectionException;
import org.selfstab.geometry.SharpnessSurveyor;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.geometry.UndefinedGeometryException;

/**
 * Plain gradient descent until the first iterate whose projection lies on the boundary {@code S = 2/eta} (theory.md section 3).
 *
 * @param <T> the field's elements
 */
public final class EdgeSearch<T extends CalculusFieldElement<T>> {

    /**
     * Projections are tried only where {@code S(theta) > 1.8/eta}: on the way to the edge the iterates follow the stable set,
     * so that the projection's sharpness is the iterate's up to a fraction.
     */
    private static final double NEAR_EDGE = 0.9;

    private final Setting<T> setting;
    private final StableSetProjection<T> projection;
    private final int maxSteps;
    private final IntConsumer progress;

    /**
     * Prepares a search.
     *
     * @param maxSteps the last step of gradient descent that is tried
     * @param progress is told each step that is done
     */
    public EdgeSearch(Setting<T> setting, StableSetProjection<T> projection, int maxSteps, IntConsumer progress) {
        this.setting = setting;
        this.projection = projection;
        this.maxSteps = maxSteps;
        this.progress = progress;
    }

    /** What a search ended with. */
    public sealed interface Outcome<T extends CalculusFieldElement<T>> {

        /** The edge was reached at a step, by an iterate. */
        record Reached<T extends CalculusFieldElement<T>>(int step, FieldVector<T> iterate) implements Outcome<T> {}

        /** It was not. */
        record NotReached<T extends CalculusFieldElement<T>>(RunEnd end) implements Outcome<T> {}
    }

    /**
     * Searches from the setting's start; step 0 is the start itself.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Outcome<T> search() {
        GradientDescent<T> descent = setting.descent().apply(setting.start());
        SharpnessSurveyor<T> iterate = setting.iterateSurveyor().get();
        double largest = Double.NEGATIVE_INFINITY;
        double previousNorm = Double.NaN;
        int largestAt = 0;
        for (int step = 0; step <= maxSteps; step++) {
            Interruption.check();
            FieldVector<T> theta = descent.iterate();
            double norm = Norm.of(theta).getReal();
            try {
                iterate.moveTo(theta);
            } catch (UndefinedGeometryException notFinite) {
                return new Outcome.NotReached<>(NotFinite.at(step, theta, previousNorm));
            }
            if (!Double.isFinite(norm)) {
                return new Outcome.NotReached<>(new RunEnd.Diverged(step, previousNorm));
            }
            double sharpness = iterate.sharpness().getReal();
            if (sharpness > largest) {
                largest = sharpness;
                largestAt = step;
            }
            if (isAtEdge(theta, sharpness)) {
                return new Outcome.Reached<>(step, theta);
            }
            previousNorm = norm;
            progress.accept(step);
            descent.step();
        }
        double threshold = setting.sharpnessBound().getReal();
        return new Outcome.NotReached<>(new RunEnd.EdgeNeverReached(maxSteps, largest, largestAt, threshold));
    }

    private boolean isAtEdge(FieldVector<T> theta, double sharpness) {
        if (sharpness < NEAR_EDGE * setting.sharpnessBound().getReal()) {
            return false;
        }
        try {
            return projection
                    .project(theta, Orientation.largestComponentPositive())
                    .onBoundary();
        } catch (ProjectionException | UndefinedGeometryException noProjection) {
            // Far from the stable set there need not be a nearest point; the search goes on to where there is one.
            return false;
        }
    }
}
