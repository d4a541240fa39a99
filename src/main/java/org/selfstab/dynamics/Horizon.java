package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.selfstab.geometry.LocalGeometry;

/** How many steps a run does. */
public sealed interface Horizon {

    /** Whether the number of steps is known, given the geometry at t = 0. */
    <T extends CalculusFieldElement<T>> boolean isDefinedAt(LocalGeometry<T> start);

    /** The number of steps, given the geometry at t = 0. */
    <T extends CalculusFieldElement<T>> int steps(LocalGeometry<T> start, T eta);

    /** A number of steps stated beforehand. */
    record Fixed(int steps) implements Horizon {
        @Override
        public <T extends CalculusFieldElement<T>> boolean isDefinedAt(LocalGeometry<T> start) {
            return true;
        }

        @Override
        public <T extends CalculusFieldElement<T>> int steps(LocalGeometry<T> start, T eta) {
            return steps;
        }
    }

    /**
     * {@code c / eps} steps with eps from t = 0 (theory.md section 7), rounded down.
     *
     * @param c the horizon in units of the reduced dynamics' time, positive
     * @param maxSteps never more than this
     */
    record ReducedTime(double c, int maxSteps) implements Horizon {

        /** The default c. */
        public static final double DEFAULT = 5.0;

        @Override
        public <T extends CalculusFieldElement<T>> boolean isDefinedAt(LocalGeometry<T> start) {
            return start.hasOscillation();
        }

        @Override
        public <T extends CalculusFieldElement<T>> int steps(LocalGeometry<T> start, T eta) {
            return (int) Math.min(Math.floor(c / start.epsilon(eta).getReal()), maxSteps);
        }
    }
}
