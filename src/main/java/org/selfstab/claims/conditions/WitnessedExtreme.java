package org.selfstab.claims.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.numeric.ArgMax;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Witness;

/**
 * An {@link ArgMax} with the point and direction where the extreme is attained. They are written only when asked for: where a quantity climbs, each
 * step is a new extreme.
 */
final class WitnessedExtreme {

    private final ArgMax extreme;
    private Optional<Place<?>> place = Optional.empty();

    private WitnessedExtreme(ArgMax extreme) {
        this.extreme = extreme;
    }

    static WitnessedExtreme largest() {
        return new WitnessedExtreme(ArgMax.largest());
    }

    static WitnessedExtreme smallest() {
        return new WitnessedExtreme(ArgMax.smallest());
    }

    /** Takes in a value at {@code dagger_t} that has no direction. */
    <T extends CalculusFieldElement<T>> void include(double newValue, CoupledStep<T> step) {
        if (extreme.include(newValue, step.t())) {
            place = Optional.of(new Place<>(step, Optional.empty()));
        }
    }

    /** Takes in a value at {@code dagger_t} in a direction, which may move on. */
    <T extends CalculusFieldElement<T>> void include(double newValue, CoupledStep<T> step, FieldVector<T> direction) {
        if (extreme.include(newValue, step.t())) {
            place = Optional.of(new Place<>(step, Optional.of(direction.copy())));
        }
    }

    /** Where a value is attained, not yet in the coordinates of the parameters. */
    private record Place<T extends CalculusFieldElement<T>>(CoupledStep<T> step, Optional<FieldVector<T>> direction) {

        Witness witness() {
            return new Witness(
                    step.t(),
                    ofParameters(step.geometry().point()),
                    direction.map(this::ofParameters).orElse(List.of()));
        }

        private List<Double> ofParameters(FieldVector<T> vector) {
            return numbers(step.ofParameters(vector));
        }
    }

    /** The extreme; not a number before the first value. */
    double value() {
        return extreme.get().map(Extremum::value).orElse(Double.NaN);
    }

    /** Where it is attained; empty before the first value. */
    Optional<Witness> witness() {
        return place.map(Place::witness);
    }

    static <T extends CalculusFieldElement<T>> List<Double> numbers(FieldVector<T> vector) {
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < vector.getDimension(); i++) {
            numbers.add(vector.getEntry(i).getReal());
        }
        return numbers;
    }
}
