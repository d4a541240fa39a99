package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.problem.Problem;

/**
 * The numbers that a run is done in.
 *
 * @param <T> the numbers
 */
public interface Arithmetic<T extends CalculusFieldElement<T>> {

    /** The field of the numbers. */
    Field<T> field();

    /** A name for people, for instance {@code double precision}. */
    String name();

    /** A number as the shortest text that reads back as the same number, or as all its trustworthy digits. */
    String write(T number);

    /**
     * The problem's setting in these numbers.
     *
     * @param derivatives the problem's loss with the parameters' values put in
     */
    Model<T> model(Problem problem, LossDerivatives derivatives);

    /** The number that a closed expression stands for. */
    default T valueOf(Expression closed) {
        return FieldInterpreter.evaluate(closed, field());
    }

    /** The zero vector of some dimension. */
    default FieldVector<T> zero(int dimension) {
        return new ArrayFieldVector<>(field(), dimension);
    }

    /** The problem's start, of dimension n. */
    default FieldVector<T> startOf(Problem problem) {
        FieldVector<T> start = zero(problem.variables().size());
        for (int i = 0; i < start.getDimension(); i++) {
            start.setEntry(i, valueOf(problem.startPoint().get(i)));
        }
        return start;
    }
}
