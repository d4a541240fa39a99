package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.run.FloorDirections;

/**
 * How the slow drift is looked at.
 *
 * @param steps the last step, positive; empty for as many as the drift takes to be seen, and at least the problem's horizon
 * @param limits what makes directions stiff and soft
 */
public record DriftOptions(Optional<Integer> steps, FloorDirections.Limits limits) {

    /** The default limits, and as many steps as it takes. */
    public static DriftOptions defaults() {
        return new DriftOptions(Optional.empty(), FloorDirections.Limits.DEFAULT);
    }
}
