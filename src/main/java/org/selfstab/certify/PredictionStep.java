package org.selfstab.certify;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.Parallelepiped;
import org.selfstab.geometry.EigenpairGeometry;
import org.selfstab.interval.Interval;

/** One step of the predicted dynamics in the moving frame, theory.md (11), of all displacements in a set. */
final class PredictionStep {

    private final Interval eta;
    private final EigenpairGeometry<Interval> here;
    private final EigenpairGeometry<Interval> next;

    /**
     * The step from {@code dagger_t} to {@code dagger_{t+1}}.
     *
     * @param here the geometry at {@code dagger_t}
     * @param next the geometry at {@code dagger_{t+1}}
     */
    PredictionStep(Interval eta, EigenpairGeometry<Interval> here, EigenpairGeometry<Interval> next) {
        this.eta = eta;
        this.here = here;
        this.next = next;
    }

    /**
     * A set that contains the next displacements.
     *
     * @param centre the centre of that set, of dimension n
     */
    Parallelepiped image(Parallelepiped displacements, double[] centre) {
        return displacements.image(derivative(displacements.box()), value(displacements.centre()), Boxes.at(centre));
    }

    private FieldVector<Interval> value(FieldVector<Interval> v) {
        Interval x = here.u().dotProduct(v);
        Interval y = here.gradSPerp().dotProduct(v);
        Interval push = here.deltaSquared().subtract(x.square()).multiply(0.5).multiply(eta);
        FieldVector<Interval> off = here.orthogonalToU(v);
        FieldVector<Interval> descended = off.subtract(
                        here.hessian().operate(off).mapMultiply(eta))
                .add(here.gradSPerp().mapMultiply(push));
        Interval along = y.multiply(eta).add(1.0).multiply(x);
        return next.orthogonalToU(descended).subtract(next.u().mapMultiply(along));
    }

    /** The derivative by v: {@code P' [(I - eta H) P - eta x gradS_perp u'] - u+ [(1 + eta y) u' + eta x gradS_perp']}. */
    private FieldMatrix<Interval> derivative(FieldVector<Interval> v) {
        int n = v.getDimension();
        Interval x = here.u().dotProduct(v);
        Interval y = here.gradSPerp().dotProduct(v);
        FieldMatrix<Interval> descended = Boxes.identity(n)
                .subtract(here.hessian().scalarMultiply(eta))
                .multiply(here.projector())
                .subtract(here.gradSPerp().mapMultiply(eta.multiply(x)).outerProduct(here.u()));
        FieldVector<Interval> along = here.u()
                .mapMultiply(y.multiply(eta).add(1.0))
                .add(here.gradSPerp().mapMultiply(eta.multiply(x)));
        return next.projector().multiply(descended).subtract(next.u().outerProduct(along));
    }
}
