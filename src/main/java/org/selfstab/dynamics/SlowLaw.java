package org.selfstab.dynamics;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.run.FloorDirections;

/** How the slow drift of an optimizer's oscillation follows from the loss, theory.md section 18: of a linear optimizer by (D5), of scalar RMSProp by (58a). */
public interface SlowLaw {

    /**
     * That of a problem's optimizer.
     *
     * @param model of a linear optimizer, or of one second moment without momentum
     */
    static SlowLaw of(Model<Binary64> model, FloorDirections.Limits limits) {
        return model instanceof AdaptiveModel<Binary64> adaptive
                ? new ScalarSlowLaw(adaptive, limits)
                : new LinearSlowLaw((LinearModel<Binary64>) model, limits);
    }

    /** Edge and rates in the coordinates of the points' geometry. */
    Rates<Binary64> rates();

    /**
     * A point near the constrained trajectory.
     *
     * @param theta the parameters
     * @param u that of the point before, whose sign is taken on
     * @throws org.selfstab.geometry.UndefinedGeometryException if the geometry is undefined there
     */
    SlowPoint at(FieldVector<Binary64> theta, FieldVector<Binary64> u);

    /** The displacement of the parameters from the trajectory that a Newton step takes away. */
    FieldVector<Binary64> offTrajectory(SlowPoint point);

    /** How long an observed state is. */
    int stateLength();

    /** Writes the present state of the iterates. */
    void observe(Descent<Binary64> descent, double[] state);
}
