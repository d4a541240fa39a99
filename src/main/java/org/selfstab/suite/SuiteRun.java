package org.selfstab.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.selfstab.run.Workers;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.Mutation;
import org.selfstab.vocabulary.SelfstabException;

/** Judges the claims of files, several files at a time. */
public final class SuiteRun {

    private final int threads;
    private final Function<StatedClaim, Optional<Mutation>> mutating;

    private SuiteRun(int threads, Function<StatedClaim, Optional<Mutation>> mutating) {
        this.threads = threads;
        this.mutating = mutating;
    }

    /** A run that judges the claims as they are, with a number of files at a time. */
    public static SuiteRun judging(int threads) {
        return new SuiteRun(threads, claim -> Optional.empty());
    }

    /** A run that also tries the wrong variants of each claim that passes. */
    public static SuiteRun mutating(int threads) {
        return new SuiteRun(threads, claim -> Optional.of(claim.mutate()));
    }

    /**
     * Judges every claim.
     *
     * @param listener told each result as soon as it and all before it are known
     * @return the results in the order of the files
     * @throws CancellationException if the calling thread is interrupted
     */
    public List<FileResult> run(List<ClaimFile> files, Consumer<FileResult> listener) {
        try (Workers workers = new Workers(threads)) {
            List<Future<FileResult>> running = files.stream()
                    .map(file -> workers.submit(() -> judge(file)))
                    .toList();
            List<FileResult> results = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                FileResult result = workers.resultOf(
                        running.get(i), "the claims of " + files.get(i).file());
                results.add(result);
                listener.accept(result);
            }
            return results;
        }
    }

    private FileResult judge(ClaimFile file) {
        List<ClaimResult> results = new ArrayList<>();
        try {
            file.claims().forEach(claim -> results.add(judge(claim)));
            return new FileResult(file, results, file.error());
        } catch (SelfstabException unusable) {
            SelfstabException placed =
                    unusable.where().isPresent() ? unusable : unusable.at(Location.startOf(file.file()));
            return new FileResult(file, results, Optional.of(placed.getMessage()));
        }
    }

    private ClaimResult judge(StatedClaim claim) {
        long begin = System.nanoTime();
        Judgement judgement = claim.judge();
        Optional<Mutation> mutation = judgement.passes() ? mutating.apply(claim) : Optional.empty();
        double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
        return new ClaimResult(claim, judgement, mutation, seconds);
    }
}
