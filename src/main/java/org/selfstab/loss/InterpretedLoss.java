package org.selfstab.loss;

import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.linear.FieldVector;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.FieldProgram;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.symbolic.LossDerivatives;

/**
 * A loss over any field, by interpretation: decimal numbers of many digits, jets, intervals.
 *
 * <p>Immutable but for derivatives added when first asked for; several threads may use it at once where the field's
 * elements allow that (those of a {@code DfpField} do not quite: its flags are shared). A {@link LossAtPoint} belongs to
 * one thread.
 *
 * @param <T> the field's elements
 */
public final class InterpretedLoss<T extends CalculusFieldElement<T>> implements Loss<T> {

    private final Field<T> field;
    private final LossProgram<Evaluation<T>> program;

    private InterpretedLoss(LossDerivatives derivatives, Field<T> field) {
        this.field = field;
        this.program = new LossProgram<>(derivatives, lowered -> interpretations(lowered, field));
    }

    /**
     * The loss over a field.
     *
     * @param derivatives a loss without symbols other than its variables
     * @throws IllegalArgumentException if value, gradient or Hessian contain another symbol
     */
    public static <T extends CalculusFieldElement<T>> InterpretedLoss<T> of(
            LossDerivatives derivatives, Field<T> field) {
        return new InterpretedLoss<>(derivatives, field);
    }

    private static <T extends CalculusFieldElement<T>> Supplier<Evaluation<T>> interpretations(
            StraightLineProgram lowered, Field<T> field) {
        FieldProgram<T> shared = new FieldProgram<>(lowered, field);
        return () -> new Interpretation<>(shared.interpreter());
    }

    @Override
    public int dimension() {
        return program.dimension();
    }

    @Override
    public Field<T> field() {
        return field;
    }

    @Override
    public LossAtPoint<T> at(FieldVector<T> theta) {
        return new LazyLossAtPoint<>(program, theta);
    }

    private record Interpretation<T extends CalculusFieldElement<T>>(FieldInterpreter<T> interpreter)
            implements Evaluation<T> {

        @Override
        public void setInput(int index, T value) {
            interpreter.setInput(index, value);
        }

        @Override
        public void run(int section) {
            interpreter.run(section);
        }

        @Override
        public T output(int section, int index) {
            return interpreter.output(section, index);
        }
    }
}
