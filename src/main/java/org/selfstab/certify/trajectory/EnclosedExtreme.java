package org.selfstab.certify.trajectory;

import java.util.List;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.interval.Interval;

/**
 * An extreme over a run.
 *
 * @param value contains it
 * @param step a step at which it is attained, or nearly
 * @param point the numeric {@code dagger_t} there, before t = 0 the numeric iterate, in the order of the variables; empty if the step says it all
 * @param direction the direction in which it is attained there; empty if there is none to name
 */
public record EnclosedExtreme(Interval value, int step, List<Double> point, List<Double> direction) {

    public EnclosedExtreme {
        point = List.copyOf(point);
        direction = List.copyOf(direction);
    }

    static EnclosedExtreme at(StepEnclosures step, Interval value) {
        return new EnclosedExtreme(value, step.t(), Boxes.listed(step.dagger().centre()), List.of());
    }

    EnclosedExtreme negated() {
        return withValue(value.negate());
    }

    EnclosedExtreme dividedBy(Interval unit) {
        return withValue(value.divide(unit));
    }

    /** Another quantity that is extreme at the same step. */
    EnclosedExtreme withValue(Interval other) {
        return new EnclosedExtreme(other, step, point, direction);
    }
}
