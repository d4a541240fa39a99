package org.selfstab.generate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.selfstab.expression.Expression;

/**
 * What a loss is built to have, exactly.
 *
 * @param numbers a value of each kind
 * @param directions the curvatures of the directions other than u
 * @param quartic the fourth derivative along the last coordinate, if it is not 0
 * @param run from where and how long it runs
 */
record Prescription(
        Map<Prescribed, ClosedNumber> numbers, Directions directions, Optional<ClosedNumber> quartic, RunPlan run) {

    Prescription {
        numbers = Map.copyOf(numbers);
    }

    ClosedNumber of(Prescribed kind) {
        return numbers.get(kind);
    }

    Expression expression(Prescribed kind) {
        return of(kind).expression();
    }

    /** {@code eta sqrt(alpha)}, theory.md (6). */
    Expression epsilon() {
        return expression(Prescribed.ETA).times(expression(Prescribed.ALPHA).sqrt());
    }

    /** epsilon in double precision. */
    double epsilonReal() {
        return new ClosedNumber(epsilon()).real();
    }

    /** The tangent of the angle between -grad L and gradS_perp. */
    double tangent() {
        double gamma = of(Prescribed.GAMMA).real();
        return Math.sqrt(Math.max(0.0, 1.0 / (gamma * gamma) - 1.0));
    }

    /** Whether the gradient has a part orthogonal to gradS_perp. */
    boolean drifts() {
        return directions.ofDrift().isPresent();
    }

    Prescription with(Prescribed kind, ClosedNumber value) {
        Map<Prescribed, ClosedNumber> changed = new EnumMap<>(numbers);
        changed.put(kind, value);
        return new Prescription(changed, directions, quartic, run);
    }

    Prescription with(Directions changed) {
        return new Prescription(numbers, changed, quartic, run);
    }

    Prescription withQuartic(ClosedNumber value) {
        return new Prescription(numbers, directions, Optional.of(value), run);
    }

    Prescription with(RunPlan changed) {
        return new Prescription(numbers, directions, quartic, changed);
    }

    /** From where and how long the generated problem runs. */
    sealed interface RunPlan {

        /**
         * From the edge, for a time of the reduced dynamics.
         *
         * @param tau the time, positive
         */
        record AtEdge(ClosedNumber tau) implements RunPlan {}

        /** From below the edge towards a floor that it does not reach. */
        record BelowEdge() implements RunPlan {

            /** Of plain gradient descent. */
            static final int MAX_STEPS = 2000;
        }
    }
}
