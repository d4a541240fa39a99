package org.selfstab.run;

/** Why a central flow ended. */
public sealed interface CentralFlowEnd {

    /** One sentence for people. */
    String description();

    /** Whether the flow went as far as it was asked to. */
    default boolean isComplete() {
        return false;
    }

    /** All steps were done. */
    record ReachedHorizon(int steps) implements CentralFlowEnd {
        @Override
        public String description() {
            return "the central flow reached the horizon of " + steps + " steps";
        }

        @Override
        public boolean isComplete() {
            return true;
        }
    }

    /** The start's sharpness exceeds 2/eta, where the flow is not defined. */
    record StartsAboveEdge(double sharpness, double threshold) implements CentralFlowEnd {
        @Override
        public String description() {
            return "the central flow is defined only where S is at most the edge: S = " + sharpness
                    + " at the start, the edge is at " + threshold;
        }
    }

    /** The top eigenvalue is not simple at the edge, so that grad S is not defined. */
    record TopEigenvalueNotSimple(double time, double sharpness, double gap) implements CentralFlowEnd {
        @Override
        public String description() {
            return "the central flow stopped at t = " + time + ": the top eigenvalue is not simple, lambda_1 = "
                    + sharpness + ", lambda_1 - lambda_2 = " + gap + "; grad S and sigma^2 are undefined";
        }
    }

    /**
     * Beside several eigenvalues that are followed another one is at the edge.
     *
     * @param k how many are followed
     * @param next {@code lambda_{k+1}}
     */
    record MoreUnstable(double time, int k, double next, double threshold) implements CentralFlowEnd {
        @Override
        public String description() {
            return "the central flow stopped at t = " + time + ": beside the " + k
                    + " eigenvalues followed another one is at the edge, lambda_" + (k + 1) + " = " + next + ", S_c is "
                    + threshold + RunEnd.MoreUnstable.remedy(k);
        }
    }

    /** The sharpness does not change to first order, so that nothing holds it at the edge. */
    record NoSelfStabilization(double time) implements CentralFlowEnd {
        @Override
        public String description() {
            return "the central flow stopped at t = " + time + ": grad S is 0 at the edge, so sigma^2 is undefined";
        }
    }

    /** The loss or a derivative is not finite at a point that the integrator came to. */
    record NotFinite(double time, String reason) implements CentralFlowEnd {
        @Override
        public String description() {
            return "the central flow stopped after t = " + time + ": " + reason;
        }
    }

    /** The integrator cannot keep its tolerance. */
    record IntegratorStalled(double time, String reason) implements CentralFlowEnd {
        @Override
        public String description() {
            return "the central flow's integrator stopped after t = " + time + ": " + reason;
        }
    }
}
