package org.selfstab.claims.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
    private Optional<Supplier<Witness>> witness = Optional.empty();

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
            witness = Optional.of(() -> witness(step, List.of()));
        }
    }

    /** Takes in a value at {@code dagger_t} in a direction, which may move on. */
    <T extends CalculusFieldElement<T>> void include(double newValue, CoupledStep<T> step, FieldVector<T> direction) {
        if (extreme.include(newValue, step.t())) {
            FieldVector<T> present = direction.copy();
            witness = Optional.of(() -> witness(step, numbers(step.ofParameters(present))));
        }
    }

    private static <T extends CalculusFieldElement<T>> Witness witness(CoupledStep<T> step, List<Double> direction) {
        return new Witness(step.t(), numbers(step.ofParameters(step.geometry().point())), direction);
    }

    /** The extreme; not a number before the first value. */
    double value() {
        return extreme.get().map(Extremum::value).orElse(Double.NaN);
    }

    /** Where it is attained; empty before the first value. */
    Optional<Witness> witness() {
        return witness.map(Supplier::get);
    }

    static <T extends CalculusFieldElement<T>> List<Double> numbers(FieldVector<T> vector) {
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < vector.getDimension(); i++) {
            numbers.add(vector.getEntry(i).getReal());
        }
        return numbers;
    }
}
