package org.selfstab.recheck;

import java.util.List;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.TaylorLoss;

/** {@code f(theta) = theta - (2/S_c) grad L(theta)}, of gradient descent its step: its orbits are those of every linear optimizer with the same edge. */
record CheckedDescent(Decimals decimals, List<String> names, TaylorLoss loss, EnclosedOptimizer optimizer)
        implements CheckedMap {

    @Override
    public int stateSize() {
        return optimizer.copies() * names.size();
    }

    @Override
    public FieldVector<DecimalInterval> image(FieldVector<DecimalInterval> box) {
        return box.subtract(loss.over(box).gradient().mapMultiply(optimizer.step()));
    }

    /** {@code I - (2/S_c) H}. */
    @Override
    public FieldMatrix<DecimalInterval> derivative(FieldVector<DecimalInterval> box) {
        return decimals.identity(names.size()).subtract(hessian(box).scalarMultiply(optimizer.step()));
    }

    @Override
    public FieldMatrix<DecimalInterval> stateDerivative(FieldVector<DecimalInterval> box) {
        return optimizer.derivative(hessian(box));
    }

    private FieldMatrix<DecimalInterval> hessian(FieldVector<DecimalInterval> box) {
        return CentredForm.over(decimals, loss, box).hessian();
    }
}
