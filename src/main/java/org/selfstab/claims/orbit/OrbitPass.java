package org.selfstab.claims.orbit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;

/**
 * Some steps of an optimizer from a state, with their derivatives: what equations for periodic orbits are made of.
 *
 * @param <T> the numbers
 */
final class OrbitPass<T extends CalculusFieldElement<T>> {

    private final StepMap<T> map;
    private final List<FieldVector<T>> states = new ArrayList<>();
    private final List<StepMap<T>.Local> steps = new ArrayList<>();
    private FieldMatrix<T> derivative;

    /**
     * Does the steps.
     *
     * @param start a state, of dimension N
     * @param p the parameter
     * @param count how many, positive
     */
    OrbitPass(StepMap<T> map, FieldVector<T> start, T p, int count) {
        this.map = map;
        FieldVector<T> state = start;
        for (int i = 0; i < count; i++) {
            states.add(state);
            StepMap<T>.Local here = map.local(state, p);
            steps.add(here);
            state = here.next();
        }
        states.add(state);
    }

    /** The states, from the start on, without the one after the last step. */
    List<FieldVector<T>> states() {
        return Collections.unmodifiableList(states.subList(0, steps.size()));
    }

    /** {@code F^k(s) - s}. */
    FieldVector<T> residual() {
        return states.get(steps.size()).subtract(states.get(0));
    }

    /** {@code dF^k/ds}, N by N. */
    FieldMatrix<T> derivative() {
        if (derivative == null) {
            derivative = steps.get(0).jacobian();
            for (StepMap<T>.Local step : steps.subList(1, steps.size())) {
                derivative = step.jacobian().multiply(derivative);
            }
        }
        return derivative;
    }

    /** {@code dF^k/ds v}. */
    FieldVector<T> along(FieldVector<T> v) {
        FieldVector<T> carried = v;
        for (StepMap<T>.Local step : steps) {
            carried = step.along(carried);
        }
        return carried;
    }

    /** {@code dF^k/dp}. */
    FieldVector<T> alongParameter() {
        FieldVector<T> carried = map.backend().zero(map.dimension());
        for (StepMap<T>.Local step : steps) {
            carried = step.along(carried).add(step.alongParameter());
        }
        return carried;
    }

    /** The derivative of {@code dF^k/ds v} as the start changes by ds and p by dp. */
    FieldVector<T> second(FieldVector<T> ds, T dp, FieldVector<T> v) {
        FieldVector<T> moved = ds;
        FieldVector<T> carried = v;
        FieldVector<T> bent = map.backend().zero(map.dimension());
        for (StepMap<T>.Local step : steps) {
            bent = step.along(bent).add(step.second(moved, dp, carried));
            carried = step.along(carried);
            moved = step.along(moved);
            if (!dp.isZero()) {
                moved = moved.add(step.alongParameter().mapMultiply(dp));
            }
        }
        return bent;
    }
}
