package org.selfstab.generate;

/** From where and how long the generated problem runs. */
sealed interface RunPlan {

    /**
     * From the edge, for a time of the reduced dynamics.
     *
     * @param tau the time, positive
     */
    record AtEdge(ClosedNumber tau) implements RunPlan {}

    /** From below the edge towards a floor that it does not reach. */
    record BelowEdge() implements RunPlan {

        /** Of plain gradient descent. */
        static final int MAX_STEPS = 2000;
    }
}
