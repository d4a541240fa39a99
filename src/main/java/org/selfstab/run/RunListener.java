package org.selfstab.run;

/** Is told how far a computation is; of several runs by several threads at once. */
public interface RunListener {

    /**
     * Tells how far a task is.
     *
     * @param task what is done, for people; blank for the steps of the run itself
     * @param done how many steps of it are done; 0 where it begins
     */
    void progress(String task, int done);

    /** One that does nothing. */
    static RunListener none() {
        return (task, done) -> {};
    }
}
