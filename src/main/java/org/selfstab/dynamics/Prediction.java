package org.selfstab.dynamics;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.numeric.FieldVectors;

/**
 * The predicted displacement of every copy of the parameters that an optimizer keeps, theory.md (34), on its way along the constrained trajectory; for
 * gradient descent the one of (11).
 *
 * @param <T> the field's elements
 */
public final class Prediction<T extends CalculusFieldElement<T>> {

    private final MethodSteps<T> steps;
    private final PredictedForce<T> force;
    private List<FieldVector<T>> copies;

    /**
     * Starts.
     *
     * @param start the displacement {@code V_0} of each copy from {@code dagger_0}
     */
    Prediction(MethodSteps<T> steps, PredictedForce<T> force, List<FieldVector<T>> start) {
        this.steps = steps;
        this.force = force;
        this.copies = List.copyOf(start);
    }

    /** {@code v*_t = C V_t}, of dimension n. */
    public FieldVector<T> displacement() {
        return steps.read(copies);
    }

    /**
     * Goes one step on.
     *
     * @param here the geometry at {@code dagger_t}
     * @param next the geometry at {@code dagger_{t+1}}
     */
    public void step(LocalGeometry<T> here, LocalGeometry<T> next) {
        List<FieldVector<T>> moved = steps.next().next(copies, force.at(displacement(), here));
        if (force.turnsWithU()) {
            List<FieldVector<T>> carried = new ArrayList<>();
            for (FieldVector<T> copy : moved) {
                carried.add(FieldVectors.plus(
                        next.orthogonalToU(here.orthogonalToU(copy)), here.u().dotProduct(copy), next.u()));
            }
            moved = carried;
        }
        copies = List.copyOf(moved);
    }
}
