package org.selfstab.run;

import java.util.List;

/** Is told how far a computation is; of several runs by several threads at once. */
public interface RunListener {

    /**
     * Tells how far a task is.
     *
     * @param task what is done, for people; blank for the steps of the run itself
     * @param done how many steps of it are done; 0 where it begins
     */
    void progress(String task, int done);

    /**
     * Shows a step of a run from t = 0 on, where one unstable eigenvalue is followed; nothing by default.
     *
     * @param step valid until this returns
     */
    default void step(StepView step) {}

    /** Tells all of them. */
    static RunListener together(List<? extends RunListener> listeners) {
        return (task, done) -> {
            for (RunListener listener : listeners) {
                listener.progress(task, done);
            }
        };
    }

    /** One that does nothing. */
    static RunListener none() {
        return (task, done) -> {};
    }
}
