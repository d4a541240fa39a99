package org.selfstab.loss;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.autodiff.LossDerivatives;

/**
 * A number system with its way to evaluate a loss.
 *
 * @param <T> the numbers
 */
public interface Backend<T extends CalculusFieldElement<T>> {

    /** The field of the numbers. */
    Field<T> field();

    /** A name for people, for instance {@code double precision}. */
    String name();

    /** A number as the shortest text that reads back as the same number, or as all its trustworthy digits. */
    String write(T number);

    /**
     * A loss in these numbers.
     *
     * @param derivatives a loss without symbols other than its variables
     * @throws IllegalArgumentException if value, gradient or Hessian contain another symbol
     */
    Loss<T> loss(LossDerivatives derivatives);

    /** The number that a closed expression stands for: the one rule for turning expressions into numbers. */
    default T valueOf(Expression closed) {
        return FieldInterpreter.evaluate(closed, field());
    }

    /** The numbers that closed expressions stand for. */
    default FieldVector<T> valuesOf(List<Expression> closed) {
        FieldVector<T> values = zero(closed.size());
        for (int i = 0; i < values.getDimension(); i++) {
            values.setEntry(i, valueOf(closed.get(i)));
        }
        return values;
    }

    /** The zero vector of some dimension. */
    default FieldVector<T> zero(int dimension) {
        return new ArrayFieldVector<>(field(), dimension);
    }
}
