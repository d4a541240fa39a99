package org.selfstab.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.vocabulary.Witness;

/** Follows the largest or smallest value of a quantity over the steps, with the point and direction where it is attained. */
final class WitnessedExtreme {

    private final int sign;
    private double value;
    private Supplier<Witness> witness;

    private WitnessedExtreme(int sign) {
        this.sign = sign;
    }

    static WitnessedExtreme largest() {
        return new WitnessedExtreme(1);
    }

    static WitnessedExtreme smallest() {
        return new WitnessedExtreme(-1);
    }

    /** Takes in a value at {@code dagger_t} that has no direction. */
    <T extends CalculusFieldElement<T>> void include(T newValue, CoupledStep<T> step) {
        if (isNew(newValue.getReal())) {
            keep(newValue.getReal(), () -> witness(step, List.of()));
        }
    }

    /** Takes in a value at {@code dagger_t} in a direction. */
    <T extends CalculusFieldElement<T>> void include(T newValue, CoupledStep<T> step, FieldVector<T> direction) {
        if (isNew(newValue.getReal())) {
            keep(newValue.getReal(), () -> witness(step, numbers(direction)));
        }
    }

    /** A value that is not a number is the worst there is, and stays. */
    private boolean isNew(double newValue) {
        return witness == null || (!Double.isNaN(value) && (Double.isNaN(newValue) || sign * newValue > sign * value));
    }

    /** The witness is written only when asked for: where a quantity climbs, each step is a new extreme. */
    private void keep(double newValue, Supplier<Witness> newWitness) {
        value = newValue;
        witness = newWitness;
    }

    private static <T extends CalculusFieldElement<T>> Witness witness(CoupledStep<T> step, List<Double> direction) {
        return new Witness(step.t(), numbers(step.geometry().point()), direction);
    }

    /** The extreme; not a number before the first value. */
    double value() {
        return witness == null ? Double.NaN : value;
    }

    /** Where it is attained; empty before the first value. */
    Optional<Witness> witness() {
        return Optional.ofNullable(witness).map(Supplier::get);
    }

    static <T extends CalculusFieldElement<T>> List<Double> numbers(FieldVector<T> vector) {
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < vector.getDimension(); i++) {
            numbers.add(vector.getEntry(i).getReal());
        }
        return numbers;
    }
}
