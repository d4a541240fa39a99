package org.selfstab.claims.members;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Family;
import org.selfstab.run.Workers;
import org.selfstab.vocabulary.SelfstabException;

/** Runs the members of a family in parallel; what they give comes in the order of the family's values. */
public final class ParallelMembers {

    private final Family family;
    private final int threads;

    /**
     * Prepares the runs.
     *
     * @param threads how many at a time, at least 1
     */
    public ParallelMembers(Family family, int threads) {
        this.family = family;
        this.threads = threads;
    }

    /**
     * Runs all members.
     *
     * @param run one member's run, called by several threads
     * @throws CancellationException if the calling thread is interrupted; the runs are interrupted too
     * @throws SelfstabException if a member's run throws one; its message names the member
     */
    public <M> List<M> run(Function<Expression, M> run) {
        try (Workers workers = new Workers(threads)) {
            List<Future<M>> runs = new ArrayList<>();
            family.values().forEach(value -> runs.add(workers.submit(() -> run.apply(value))));
            List<M> members = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                members.add(resultOf(runs.get(i), family.values().get(i), workers));
            }
            return members;
        }
    }

    private <M> M resultOf(Future<M> run, Expression value, Workers workers) {
        String member = "the family's member with " + family.parameter() + " = " + value;
        try {
            return workers.resultOf(run, member);
        } catch (SelfstabException known) {
            throw known.within(member + ": ");
        }
    }
}
