package org.selfstab.generate;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.FieldModel;
import org.selfstab.dynamics.LinearModel;
import org.selfstab.expression.Expression;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.Backend;
import org.selfstab.loss.Loss;
import org.selfstab.numeric.Eigensolver;
import org.selfstab.problem.Problem;

/**
 * The numbers of another backend, on losses by automatic differentiation.
 *
 * @param numbers the other backend
 * @param eigensolver finds eigenvectors in these numbers
 * @param <T> the numbers
 */
record JetBackend<T extends CalculusFieldElement<T>>(Backend<T> numbers, Eigensolver<T> eigensolver)
        implements Backend<T> {

    @Override
    public Field<T> field() {
        return numbers.field();
    }

    @Override
    public String name() {
        return numbers.name();
    }

    @Override
    public String write(T number) {
        return numbers.write(number);
    }

    @Override
    public T valueOf(Expression closed) {
        return numbers.valueOf(closed);
    }

    @Override
    public Loss<T> loss(LossDerivatives derivatives) {
        return new JetLoss<>(derivatives.variables(), derivatives.value(), field());
    }

    LinearModel<T> model(Problem problem) {
        return new FieldModel<>(problem, this, loss(DerivedLoss.of(problem)), eigensolver);
    }
}
