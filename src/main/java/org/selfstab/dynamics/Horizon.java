package org.selfstab.dynamics;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RunSettings;

/** How many steps a run does. */
public sealed interface Horizon {

    /** Whether the number of steps is known, given the geometry at t = 0. */
    <T extends CalculusFieldElement<T>> boolean isDefinedAt(LocalGeometry<T> start);

    /** Why a run ends where the number of steps is not known. */
    default <T extends CalculusFieldElement<T>> RunEnd undefinedAt(LocalGeometry<T> start) {
        return new RunEnd.NoDefaultHorizon(start.alpha().getReal(), start.alphaRounding());
    }

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
     * A number of steps that an expression of delta and alpha at t = 0 gives, rounded down.
     *
     * @param steps the expression, of symbols {@link Problem#AT_START}
     */
    record OfStart(Expression steps) implements Horizon {
        @Override
        public <T extends CalculusFieldElement<T>> boolean isDefinedAt(LocalGeometry<T> start) {
            return start.hasOscillation() && value(start) >= 1 && value(start) < RunSettings.MAX_STEPS + 1.0;
        }

        @Override
        public <T extends CalculusFieldElement<T>> int steps(LocalGeometry<T> start, T eta) {
            return (int) value(start);
        }

        @Override
        public <T extends CalculusFieldElement<T>> RunEnd undefinedAt(LocalGeometry<T> start) {
            return start.hasOscillation()
                    ? new RunEnd.HorizonOutOfRange(value(start), RunSettings.MAX_STEPS)
                    : Horizon.super.undefinedAt(start);
        }

        private <T extends CalculusFieldElement<T>> double value(LocalGeometry<T> start) {
            FieldInterpreter<Binary64> interpreter = new FieldInterpreter<>(
                    StraightLineProgram.of(
                            Problem.AT_START.stream().map(Expression::symbol).toList(), List.of(List.of(steps))),
                    Binary64Field.getInstance());
            interpreter.setInput(0, new Binary64(start.delta().getReal()));
            interpreter.setInput(1, new Binary64(start.alpha().getReal()));
            interpreter.run(0);
            return interpreter.output(0, 0).getReal();
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
