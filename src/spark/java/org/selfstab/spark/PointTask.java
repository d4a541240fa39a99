package org.selfstab.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.selfstab.sweep.PointLine;
import org.selfstab.sweep.SweepJob;
import org.selfstab.sweep.SweptProblem;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Runs the points of one task on an executor. Tasks of one sweep in one process share the derivation of its loss. */
final class PointTask extends AbstractFunction1<Iterator<Integer>, String[]> implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Prepared PREPARED = new Prepared();

    private final SweepJob job;

    PointTask(SweepJob job) {
        this.job = job;
    }

    @Override
    public String[] apply(Iterator<Integer> points) {
        SweptProblem problem = PREPARED.problemOf(job);
        List<String> lines = new ArrayList<>();
        while (points.hasNext()) {
            lines.add(PointLine.write(problem.run(points.next())));
        }
        return lines.toArray(String[]::new);
    }

    /** The problem of the latest sweep. */
    private static final class Prepared {

        private SweepJob job;
        private SweptProblem problem;

        synchronized SweptProblem problemOf(SweepJob wanted) {
            if (!wanted.equals(job)) {
                problem = new SweptProblem(wanted);
                job = wanted;
            }
            return problem;
        }
    }
}
