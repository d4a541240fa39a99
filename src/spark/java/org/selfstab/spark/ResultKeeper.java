package org.selfstab.spark;

import java.util.function.Consumer;
import org.selfstab.sweep.PointLine;
import org.selfstab.sweep.PointResult;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** Hands on the results of tasks as they end; Spark calls it for one task at a time, on the driver. */
final class ResultKeeper extends AbstractFunction2<Object, String[], BoxedUnit> {

    private final Consumer<PointResult> done;
    private volatile RuntimeException failure;

    ResultKeeper(Consumer<PointResult> done) {
        this.done = done;
    }

    @Override
    public BoxedUnit apply(Object task, String[] lines) {
        try {
            for (String line : lines) {
                done.accept(PointLine.read(line).orElseThrow());
            }
        } catch (RuntimeException stopping) {
            failure = stopping;
            throw stopping;
        }
        return BoxedUnit.UNIT;
    }

    /** Throws what the consumer of the results threw, if it did. */
    void rethrow() {
        if (failure != null) {
            throw failure;
        }
    }
}
