package org.selfstab.claims.orbit;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.DescentCourse;
import org.selfstab.claims.DescentCourse.Point;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.PlainDescent;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.numeric.EvenSample;
import org.selfstab.run.DescentEnd;

/** Watches the sharpness along plain gradient descent, and when it comes to the edge. Used once. */
final class SharpnessWatch implements PlainDescent.Visitor<Binary64> {

    private static final int MOST_POINTS = 2000;

    private final SharpnessEvaluator<Binary64> evaluator;
    private final double edge;
    private final EvenSample<Point> points = new EvenSample<>(MOST_POINTS);
    private Optional<Point> first = Optional.empty();
    private Point largest = new Point(0, Double.NEGATIVE_INFINITY);
    private int lastRise;
    private boolean wasOver;

    private SharpnessWatch(Model<Binary64> model) {
        this.evaluator = model.sharpness();
        this.edge = model.edge().getReal();
    }

    /**
     * Runs plain gradient descent.
     *
     * @param model the problem
     * @param maxSteps the last step, positive
     * @param progress is told each step
     * @throws UndefinedGeometryException if the loss or a derivative is not finite at the start
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    static DescentCourse along(Model<Binary64> model, int maxSteps, IntConsumer progress) {
        SharpnessWatch watch = new SharpnessWatch(model);
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
