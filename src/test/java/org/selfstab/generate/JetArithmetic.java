package org.selfstab.generate;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.selfstab.dynamics.Arithmetic;
import org.selfstab.dynamics.Model;
import org.selfstab.expression.Expression;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.numeric.Eigensolver;
import org.selfstab.problem.Problem;

/**
 * The numbers of another arithmetic, on losses by automatic differentiation.
 *
 * @param numbers the other arithmetic
 * @param eigensolver finds eigenvectors in these numbers
 * @param <T> the numbers
 */
record JetArithmetic<T extends CalculusFieldElement<T>>(Arithmetic<T> numbers, Eigensolver<T> eigensolver)
        implements Arithmetic<T> {

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
    public Model<T> model(Problem problem, LossDerivatives unused) {
        return model(problem);
    }

    Model<T> model(Problem problem) {
        T eta = valueOf(problem.stepSize());
        JetLoss<T> loss = new JetLoss<>(problem.variables(), problem.lossOfVariables(), field());
        GeometryEvaluator<T> evaluator = new GeometryEvaluator<>(loss, eigensolver);
        return Model.overAnyField(evaluator, eta, startOf(problem));
    }
}
