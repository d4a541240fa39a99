package org.selfstab.descent;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.PlainDescent;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.numeric.EvenSample;
import org.selfstab.run.DescentEnd;
import org.selfstab.run.RunEnd;

/**
 * The sharpness along plain gradient descent.
 *
 * @param points the iterates' sharpness, as far as memory lasts, in their order
 * @param firstAtEdge the first iterate with {@code S >= 2/eta}, if there is one
 * @param lastRise the last step to which S rose from below {@code 2/eta}, or the first with that; 0 if there is none
 * @param largest the iterate with the largest sharpness
 * @param steps the last step done
 * @param failure how it ended early: it diverged or left the loss's domain
 * @param isSettled whether the iterates have come to rest in every digit
 */
public record DescentCourse(
        List<Point> points,
        Optional<Point> firstAtEdge,
        int lastRise,
        Point largest,
        int steps,
        Optional<RunEnd> failure,
        boolean isSettled) {

    private static final int MOST_POINTS = 2000;

    public DescentCourse {
        points = List.copyOf(points);
    }

    /**
     * An iterate.
     *
     * @param step from 0
     * @param sharpness S there
     */
    public record Point(int step, double sharpness) {}

    /**
     * Runs plain gradient descent.
     *
     * @param model the problem
     * @param maxSteps the last step, positive
     * @param progress is told each step
     * @throws UndefinedGeometryException if the loss or a derivative is not finite at the start
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    static DescentCourse of(Model<Binary64> model, int maxSteps, IntConsumer progress) {
        Watch watch = new Watch(model);
        DescentEnd end = new PlainDescent<>(model, maxSteps, progress).run(watch);
        return new DescentCourse(
                watch.points.elements(),
                watch.first,
                watch.lastRise,
                watch.largest,
                end.steps(),
                end.failure(),
                end.isSettled());
    }

    /** What is seen on the way. */
    private static final class Watch implements PlainDescent.Visitor<Binary64> {

        private final SharpnessEvaluator<Binary64> evaluator;
        private final double edge;
        private final EvenSample<Point> points = new EvenSample<>(MOST_POINTS);
        private Optional<Point> first = Optional.empty();
        private Point largest = new Point(0, Double.NEGATIVE_INFINITY);
        private int lastRise;
        private boolean wasOver;

        Watch(Model<Binary64> model) {
            this.evaluator = model.sharpness();
            this.edge = model.edge().getReal();
        }

        @Override
        public boolean visit(int step, FieldVector<Binary64> theta, Descent<Binary64> descent) {
            evaluator.moveTo(theta);
            Point point = new Point(step, evaluator.sharpness().getReal());
            largest = point.sharpness() > largest.sharpness() ? point : largest;
            boolean isOver = point.sharpness() >= edge;
            first = first.isEmpty() && isOver ? Optional.of(point) : first;
            lastRise = isOver && !wasOver ? step : lastRise;
            wasOver = isOver;
            points.offer(step, point);
            return true;
        }
    }
}
