package org.selfstab.certify;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.JetSystem;
import org.selfstab.certify.region.Piece;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.Norm;

/**
 * The Karush-Kuhn-Tucker conditions of the point q of the stable set nearest to theta (theory.md section 2) without eigenvalue
 * derivatives: u and {@code w = R grad L} of formula (9) are unknowns of their own.
 *
 * <pre>
 * q + mu (S u + D3L(u, w)) + nu D3L(u, u) = theta
 * H u - S u = 0,   S w - H w - grad L = 0,   u . w = 0,   (|u|^2 - 1)/2 = 0
 * </pre>
 *
 * <p>The third equation, multiplied by u, contains {@code grad L . u = 0}. The unknowns are q, u, w, mu and a last one: on the
 * boundary {@code S = 2/eta} and the last is the multiplier nu; inside {@code nu = 0} and the last is S. All in all 3n + 2.
 *
 * @param variables the number n of variables
 * @param edge {@code 2/eta}, closed
 * @param piece whether the nearest point lies on the boundary
 */
record NearestPointEquations(int variables, Expression edge, Piece piece) implements JetSystem.Equations {

    @Override
    public int dimension() {
        return 3 * variables + 2;
    }

    @Override
    public <T extends CalculusFieldElement<T>> FieldVector<T> value(Loss<T> loss, FieldVector<T> unknowns) {
        int n = variables;
        LossAtPoint<T> local = loss.at(unknowns.getSubVector(0, n));
        FieldVector<T> u = unknowns.getSubVector(n, n);
        FieldVector<T> w = unknowns.getSubVector(2 * n, n);
        T mu = unknowns.getEntry(3 * n);
        T last = unknowns.getEntry(3 * n + 1);
        T zero = loss.field().getZero();
        T sharpness = piece == Piece.BOUNDARY ? FieldInterpreter.evaluate(edge, loss.field()) : last;
        T nu = piece == Piece.BOUNDARY ? last : zero;

        FieldMatrix<T> thirdAlongU = local.third(u);
        FieldVector<T> stationarity = local.point()
                .add(u.mapMultiply(sharpness).add(thirdAlongU.operate(w)).mapMultiply(mu))
                .add(thirdAlongU.operate(u).mapMultiply(nu));
        FieldVector<T> eigenvector = local.hessian().operate(u).subtract(u.mapMultiply(sharpness));
        FieldVector<T> resolvent =
                w.mapMultiply(sharpness).subtract(local.hessian().operate(w)).subtract(local.gradient());
        FieldVector<T> scalars = new ArrayFieldVector<>(loss.field(), 2);
        scalars.setEntry(0, u.dotProduct(w));
        scalars.setEntry(1, Norm.squared(u).subtract(1.0).multiply(0.5));
        return stationarity.append(eigenvector).append(resolvent).append(scalars);
    }
}
