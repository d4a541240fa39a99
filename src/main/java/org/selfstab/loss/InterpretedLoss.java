package org.selfstab.loss;

import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.FieldProgram;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.autodiff.LossDerivatives;

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
        return () -> new Interpretation<>(field, shared.interpreter());
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
        return new LazyLossAtPoint<>(program, theta.copy());
    }

    private record Interpretation<T extends CalculusFieldElement<T>>(Field<T> field, FieldInterpreter<T> interpreter)
            implements Evaluation<T> {

        @Override
        public void setInputs(int first, FieldVector<T> values) {
            for (int i = 0; i < values.getDimension(); i++) {
                interpreter.setInput(first + i, values.getEntry(i));
            }
        }

        @Override
        public void run(int section) {
            interpreter.run(section);
        }

        @Override
        public T output(int section) {
            return interpreter.output(section, 0);
        }

        @Override
        public FieldVector<T> outputVector(int section, int n) {
            FieldVector<T> vector = new ArrayFieldVector<>(field, n);
            for (int i = 0; i < n; i++) {
                vector.setEntry(i, interpreter.output(section, i));
            }
            return vector;
        }

        @Override
        public FieldMatrix<T> outputMatrix(int section, int n) {
            FieldMatrix<T> matrix = new Array2DRowFieldMatrix<>(field, n, n);
            int index = 0;
            for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                    T entry = interpreter.output(section, index++);
                    matrix.setEntry(i, j, entry);
                    matrix.setEntry(j, i, entry);
                }
            }
            return matrix;
        }
    }
}
