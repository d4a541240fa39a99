package org.selfstab.sweep;

import java.util.Locale;
import java.util.Map;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.run.RunEnd;

/** What became of a point. */
public enum PointStatus {
    /** The run reached its horizon and the theory applies, or no run was needed. */
    COMPLETE,
    /** The theory's hypothesis of progressive sharpening is not met. */
    NOT_APPLICABLE,
    EDGE_NOT_REACHED,
    NO_SELF_STABILIZATION,
    DIVERGED,
    LEFT_DOMAIN,
    PREDICTION_DIVERGED,
    PROJECTION_FAILED,
    GEOMETRY_UNDEFINED,
    /** No run was needed, and some quantity is undefined. */
    UNDEFINED,
    /** The parameters make no valid problem. */
    INVALID,
    /** The loss is too large to be derived. */
    TOO_LARGE,
    /** An internal error. */
    ERROR;

    private static final Map<Class<? extends RunEnd>, PointStatus> OF_END = Map.ofEntries(
            Map.entry(RunEnd.ReachedHorizon.class, COMPLETE),
            Map.entry(RunEnd.Diverged.class, DIVERGED),
            Map.entry(RunEnd.LeftDomain.class, LEFT_DOMAIN),
            Map.entry(RunEnd.EdgeNeverReached.class, EDGE_NOT_REACHED),
            Map.entry(RunEnd.ProjectionFailed.class, PROJECTION_FAILED),
            Map.entry(RunEnd.EigenvaluesMeet.class, GEOMETRY_UNDEFINED),
            Map.entry(RunEnd.EdgesMeet.class, GEOMETRY_UNDEFINED),
            Map.entry(RunEnd.MoreUnstable.class, GEOMETRY_UNDEFINED),
            Map.entry(RunEnd.GeometryUndefined.class, GEOMETRY_UNDEFINED),
            Map.entry(RunEnd.NoSelfStabilization.class, NO_SELF_STABILIZATION),
            Map.entry(RunEnd.HorizonOutOfRange.class, UNDEFINED),
            Map.entry(RunEnd.NoDefaultHorizon.class, NOT_APPLICABLE));

    /** The status of a run. */
    static PointStatus of(Verification verification) {
        if (verification.lacksProgressiveSharpening()) {
            return NOT_APPLICABLE;
        }
        PointStatus ofEnd = OF_END.get(verification.end().getClass());
        boolean predicted =
                verification.constants().flatMap(RunConstants::predictionEnd).isEmpty();
        return ofEnd == COMPLETE && !predicted ? PREDICTION_DIVERGED : ofEnd;
    }

    /** The words in tables, for instance {@code not applicable}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
