package org.selfstab.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.dynamics.CoupledStep;

/** Follows the largest or smallest value of a quantity over the steps, with the point and direction where it is attained. */
final class WitnessedExtreme {

    private final int sign;
    private double value;
    private Witness witness;

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
            keep(
                    newValue.getReal(),
                    new Witness(step.t(), numbers(step.geometry().point()), List.of()));
        }
    }

    /** Takes in a value at {@code dagger_t} in a direction. */
    <T extends CalculusFieldElement<T>> void include(T newValue, CoupledStep<T> step, FieldVector<T> direction) {
        if (isNew(newValue.getReal())) {
            keep(
                    newValue.getReal(),
                    new Witness(step.t(), numbers(step.geometry().point()), numbers(direction)));
        }
    }

    /** A value that is not a number is the worst there is, and stays. */
    private boolean isNew(double newValue) {
        return witness == null || (!Double.isNaN(value) && (Double.isNaN(newValue) || sign * newValue > sign * value));
    }

    private void keep(double newValue, Witness newWitness) {
        value = newValue;
        witness = newWitness;
    }

    /** The extreme; not a number before the first value. */
    double value() {
        return witness == null ? Double.NaN : value;
    }

    /** Where it is attained; empty before the first value. */
    Optional<Witness> witness() {
        return Optional.ofNullable(witness);
    }

    static <T extends CalculusFieldElement<T>> List<Double> numbers(FieldVector<T> vector) {
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < vector.getDimension(); i++) {
            numbers.add(vector.getEntry(i).getReal());
        }
        return numbers;
    }
}
