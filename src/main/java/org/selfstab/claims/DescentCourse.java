package org.selfstab.claims;

import java.util.List;
import java.util.Optional;
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
}
