package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.TaylorLoss;

/** A step of a linear optimizer's whole state, {@code s' = A s + B grad L(C s)}. */
record CheckedStates(Decimals decimals, List<String> variables, TaylorLoss loss, EnclosedOptimizer optimizer)
        implements CheckedMap {

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>(variables);
        for (int copy = 2; copy <= optimizer.copies(); copy++) {
            for (String variable : variables) {
                names.add(variable + " (copy " + copy + ")");
            }
        }
        return names;
    }

    @Override
    public int stateSize() {
        return optimizer.copies() * variables.size();
    }

    @Override
    public FieldVector<DecimalInterval> image(FieldVector<DecimalInterval> box) {
        return optimizer.next(box, loss.over(optimizer.read(box)).gradient());
    }

    @Override
    public FieldMatrix<DecimalInterval> derivative(FieldVector<DecimalInterval> box) {
        return optimizer.derivative(
                CentredForm.over(decimals, loss, optimizer.read(box)).hessian());
    }

    @Override
    public FieldMatrix<DecimalInterval> stateDerivative(FieldVector<DecimalInterval> box) {
        return derivative(box);
    }
}
