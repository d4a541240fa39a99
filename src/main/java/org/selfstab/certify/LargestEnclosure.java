package org.selfstab.certify;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.selfstab.interval.Interval;

/** The largest of numbers of which each is only enclosed. */
final class LargestEnclosure {

    private double lower = Double.NEGATIVE_INFINITY;
    private double upper = Double.NEGATIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private Optional<StepEnclosures> at = Optional.empty();

    /** Takes in a step's number. */
    void include(Interval number, StepEnclosures step) {
        if (at.isEmpty() || number.midpoint() > highest) {
            highest = number.midpoint();
            at = Optional.of(step);
        }
        lower = Math.max(lower, number.lower());
        upper = Math.max(upper, number.upper());
    }

    /** The largest number, with the step whose enclosure lies highest; the whole line if there was no number. */
    EnclosedExtreme get() {
        return get(step -> List.of());
    }

    /**
     * The same, with a direction.
     *
     * @param direction the direction in which a step's number is attained
     */
    EnclosedExtreme get(Function<StepEnclosures, List<Double>> direction) {
        return at.map(step -> EnclosedExtreme.at(step, new Interval(lower, upper), direction.apply(step)))
                .orElseGet(() -> new EnclosedExtreme(Interval.wholeLine(), 0, List.of(), List.of()));
    }
}
