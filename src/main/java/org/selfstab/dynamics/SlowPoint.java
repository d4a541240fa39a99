package org.selfstab.dynamics;

import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.geometry.FloorGeometry;

/**
 * What the slow drift takes of a point of the constrained trajectory, theory.md section 18. An observed state is the parameters, and of RMSProp the second moment after them.
 *
 * @param floor the geometry, of RMSProp in the coordinates {@code sqrt(P) theta}
 * @param alpha how fast the sharpness rises without an oscillation: that of (D1), with a second moment A of (53) on the floor
 * @param beta what the oscillation lowers it by: that of (D1), with a second moment B of (53) on the floor
 * @param moment what the second moment of RMSProp adds to the law
 * @param unit times a change of the parameters it is the change in the coordinates of the geometry
 * @param position the observed state of the trajectory
 * @param velocity how it moves in a step
 * @param alongU times the displacement of an observed state it is x
 * @param toSharpness times the displacement of an observed state it is the change of the sharpness by way of the floor and the second moment
 */
public record SlowPoint(
        FloorGeometry<Binary64> floor,
        double alpha,
        double beta,
        Optional<SecondMoment> moment,
        double unit,
        FieldVector<Binary64> position,
        FieldVector<Binary64> velocity,
        FieldVector<Binary64> alongU,
        FieldVector<Binary64> toSharpness) {

    /**
     * The second moment in the law, theory.md (58).
     *
     * @param gamma what it adds to Gamma, (58a)
     * @param curvatureShare a
     * @param momentShare h
     * @param forgetting {@code 1 - beta2}
     */
    public record SecondMoment(double gamma, double curvatureShare, double momentShare, double forgetting) {}

    /** The parameters. */
    public FieldVector<Binary64> theta() {
        return ofParameters(position);
    }

    /** How the parameters move in a step. */
    FieldVector<Binary64> thetaVelocity() {
        return ofParameters(velocity);
    }

    private FieldVector<Binary64> ofParameters(FieldVector<Binary64> state) {
        return state.getSubVector(0, floor.g().getDimension());
    }

    /** {@code sqrt(2 alpha/beta)}, in the coordinates of the geometry. */
    public double delta() {
        return Math.sqrt(2 * alpha / beta);
    }

    /** {@code g . grad_N log(alpha/beta)}, by the parameters alone. */
    public double slopeOfLogRatio() {
        FloorGeometry.Slopes<Binary64> slopes = floor.slopes();
        return slopes.alpha().getReal() / alpha - slopes.beta().getReal() / beta;
    }
}
