package org.selfstab.recheck;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;

/**
 * The predicted dynamics in the moving frame, theory.md (11).
 *
 * @param here the geometry at {@code dagger_t}
 * @param next the geometry at {@code dagger_{t+1}}
 */
record PredictionMap(Decimals decimals, DecimalInterval eta, DecimalGeometry here, DecimalGeometry next) {

    /** Contains {@code v*_{t+1}} for {@code v*_t} in a box. */
    FieldVector<DecimalInterval> value(FieldVector<DecimalInterval> v) {
        DecimalInterval x = here.u().dotProduct(v);
        DecimalInterval y = here.across().dotProduct(v);
        FieldVector<DecimalInterval> off = here.off(v);
        DecimalInterval push =
                here.deltaSquared().subtract(x.square()).multiply(0.5).multiply(eta);
        FieldVector<DecimalInterval> moved = off.subtract(
                        here.local().hessian().operate(off).mapMultiply(eta))
                .add(here.across().mapMultiply(push));
        return next.off(moved)
                .subtract(next.u().mapMultiply(y.multiply(eta).add(1.0).multiply(x)));
    }

    /** Contains the derivatives by v over a box. */
    FieldMatrix<DecimalInterval> derivative(FieldVector<DecimalInterval> v) {
        DecimalInterval etaX = here.u().dotProduct(v).multiply(eta);
        DecimalInterval growth = here.across().dotProduct(v).multiply(eta).add(1.0);
        FieldMatrix<DecimalInterval> off = decimals.identity(v.getDimension())
                .subtract(here.local().hessian().scalarMultiply(eta))
                .multiply(here.projector(decimals))
                .subtract(here.across().mapMultiply(etaX).outerProduct(here.u()));
        FieldVector<DecimalInterval> along =
                here.u().mapMultiply(growth).add(here.across().mapMultiply(etaX));
        return next.projector(decimals).multiply(off).subtract(next.u().outerProduct(along));
    }
}
