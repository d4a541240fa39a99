package org.selfstab.dynamics;

import java.util.function.Consumer;

/** Watches runs of several unstable eigenvalues; where one finds more of them than it follows, another one begins. */
@FunctionalInterface
public interface UnstableObserver {

    /** What sees every step of a run that begins, of so many eigenvalues at most. */
    Consumer<UnstableStep> of(int most);
}
