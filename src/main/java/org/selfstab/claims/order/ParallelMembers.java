package org.selfstab.claims.order;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Family;
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
        ExecutorService executor = Executors.newFixedThreadPool(threads, ParallelMembers::daemon);
        try {
            List<Future<M>> runs = new ArrayList<>();
            family.values().forEach(value -> runs.add(executor.submit(() -> run.apply(value))));
            List<M> members = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                members.add(resultOf(runs.get(i), family.values().get(i)));
            }
            return members;
        } finally {
            executor.shutdownNow();
        }
    }

    /** A daemon does not keep the program from ending on an interrupt. */
    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "family member");
        thread.setDaemon(true);
        return thread;
    }

    private <M> M resultOf(Future<M> run, Expression value) {
        try {
            return run.get();
        } catch (ExecutionException failure) {
            String member = "the family's member with " + family.parameter() + " = " + value;
            if (failure.getCause() instanceof SelfstabException known) {
                throw known.within(member + ": ");
            }
            throw new IllegalStateException(member, failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the family was interrupted");
        }
    }
}
