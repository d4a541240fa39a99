package org.selfstab.certify;

import java.util.List;
import java.util.stream.DoubleStream;
import org.selfstab.interval.Interval;

/**
 * An extreme over a run.
 *
 * @param value contains it
 * @param step a step at which it is attained, or nearly
 * @param point the numeric {@code dagger_t} there, in the order of the variables; empty if the step says it all
 */
public record EnclosedExtreme(Interval value, int step, List<Double> point) {

    public EnclosedExtreme {
        point = List.copyOf(point);
    }

    static EnclosedExtreme at(StepEnclosures step, Interval value) {
        double[] point = Boxes.numbers(step.dagger().centre());
        return new EnclosedExtreme(
                value, step.t(), DoubleStream.of(point).boxed().toList());
    }

    EnclosedExtreme negated() {
        return withValue(value.negate());
    }

    EnclosedExtreme dividedBy(Interval unit) {
        return withValue(value.divide(unit));
    }

    /** Another quantity that is extreme at the same step. */
    EnclosedExtreme withValue(Interval other) {
        return new EnclosedExtreme(other, step, point);
    }
}
