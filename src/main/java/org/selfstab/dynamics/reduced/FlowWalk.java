package org.selfstab.dynamics.reduced;

import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.run.CentralFlowEnd;
import org.selfstab.vocabulary.Interruption;

/** A central flow on its way, sampled after each step of the optimizer. */
abstract class FlowWalk {

    /** Where it is, in steps of the optimizer. */
    double time;

    /** Goes so many steps, or as far as the flow is defined. */
    final CentralFlowEnd walk(int steps) {
        try {
            return walkOn(steps);
        } catch (UndefinedGeometryException notFinite) {
            return new CentralFlowEnd.NotFinite(time, notFinite.getMessage());
        } catch (MathRuntimeException stalled) {
            return new CentralFlowEnd.IntegratorStalled(time, stalled.getMessage());
        }
    }

    private CentralFlowEnd walkOn(int steps) {
        Optional<CentralFlowEnd> end = begin();
        if (end.isEmpty()) {
            sample(0);
        }
        for (int t = 1; end.isEmpty() && t <= steps; t++) {
            Interruption.check();
            end = advanceTo(t);
            if (end.isEmpty()) {
                sample(t);
            }
        }
        return end.orElseGet(() -> new CentralFlowEnd.ReachedHorizon(steps));
    }

    /** Sees whether the start is at the edge; gives why the flow is not defined there if it is not. */
    abstract Optional<CentralFlowEnd> begin();

    /** Goes to a time; gives why the flow ended before if it did. */
    abstract Optional<CentralFlowEnd> advanceTo(int t);

    /** Keeps where the flow is at a time. */
    abstract void sample(int t);
}
