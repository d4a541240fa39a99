package org.selfstab.recheck;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.FieldGradient;
import org.hipparchus.analysis.differentiation.FieldGradientField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.loss.InterpretedLoss;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.symbolic.LossDerivatives;

/**
 * What the point q of the stable set nearest to theta satisfies, in the unknowns q, u, w, mu and nu (on the boundary, where
 * {@code S = 2/eta}) or S (inside, where {@code nu = 0}):
 *
 * <pre>
 * q + mu (S u + D3L(u, w)) + nu D3L(u, u) = theta,  H u = S u,  S w - H w = grad L,  u . w = 0,  (u . u - 1)/2 = 0
 * </pre>
 */
final class StationarityEquations {

    private final int n;
    private final Expression edge;
    private final Loss<DecimalInterval> loss;
    private final FieldGradientField<DecimalInterval> jets;
    private final Loss<FieldGradient<DecimalInterval>> jetLoss;

    StationarityEquations(LossDerivatives derivatives, Loss<DecimalInterval> loss, Expression edge) {
        this.n = loss.dimension();
        this.edge = edge;
        this.loss = loss;
        this.jets = FieldGradientField.getField(loss.field(), 3 * n + 2);
        this.jetLoss = InterpretedLoss.of(derivatives, jets);
    }

    /** Contains the left-hand sides, theta left out, at all points of a box. */
    FieldVector<DecimalInterval> value(FieldVector<DecimalInterval> unknowns, boolean boundary) {
        return value(loss, unknowns, boundary);
    }

    /** Contains their Jacobians. */
    FieldMatrix<DecimalInterval> jacobian(FieldVector<DecimalInterval> unknowns, boolean boundary) {
        int size = unknowns.getDimension();
        FieldVector<FieldGradient<DecimalInterval>> variables = new ArrayFieldVector<>(jets, size);
        for (int i = 0; i < size; i++) {
            variables.setEntry(i, FieldGradient.variable(size, i, unknowns.getEntry(i)));
        }
        FieldVector<FieldGradient<DecimalInterval>> values = value(jetLoss, variables, boundary);
        FieldMatrix<DecimalInterval> jacobian = new Array2DRowFieldMatrix<>(loss.field(), size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                jacobian.setEntry(i, j, values.getEntry(i).getPartialDerivative(j));
            }
        }
        return jacobian;
    }

    private <T extends CalculusFieldElement<T>> FieldVector<T> value(
            Loss<T> over, FieldVector<T> unknowns, boolean boundary) {
        FieldVector<T> q = unknowns.getSubVector(0, n);
        FieldVector<T> u = unknowns.getSubVector(n, n);
        FieldVector<T> w = unknowns.getSubVector(2 * n, n);
        T mu = unknowns.getEntry(3 * n);
        T last = unknowns.getEntry(3 * n + 1);
        T s = boundary ? FieldInterpreter.evaluate(edge, over.field()) : last;
        LossAtPoint<T> local = over.at(q);
        FieldMatrix<T> hessian = local.hessian();
        FieldMatrix<T> alongU = local.third(u);
        FieldVector<T> force = u.mapMultiply(s).add(alongU.operate(w)).mapMultiply(mu);
        FieldVector<T> all = new ArrayFieldVector<>(over.field(), 3 * n + 2);
        all.setSubVector(0, boundary ? q.add(force).add(alongU.operate(u).mapMultiply(last)) : q.add(force));
        all.setSubVector(n, hessian.operate(u).subtract(u.mapMultiply(s)));
        all.setSubVector(2 * n, w.mapMultiply(s).subtract(hessian.operate(w)).subtract(local.gradient()));
        all.setEntry(3 * n, u.dotProduct(w));
        all.setEntry(3 * n + 1, Decimals.squareSum(u).subtract(1.0).multiply(0.5));
        return all;
    }
}
