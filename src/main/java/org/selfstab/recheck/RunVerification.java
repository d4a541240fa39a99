package org.selfstab.recheck;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.selfstab.recheck.CheckedClaim.Outcome;
import org.selfstab.recheck.taylor.FormulaException;
import org.selfstab.recheck.taylor.UndefinedException;

/** Verifies one run of a certificate while it is read: the sets before t = 0, the steps, and the claims. What is objected first is objected to all claims. */
final class RunVerification {

    private final Decimals decimals;
    private final StatedProblem stated;
    private Optional<String> objection;
    private Optional<VerifiedRun> run = Optional.empty();
    private boolean endsEarly;

    /**
     * Prepares a verification.
     *
     * @param stated the run's problem
     * @param objection what is objected already
     */
    RunVerification(Decimals decimals, StatedProblem stated, Optional<String> objection) {
        this.decimals = decimals;
        this.stated = stated;
        this.objection = objection;
    }

    /**
     * Reads and verifies the run, once.
     *
     * @param progress is told each step that is verified
     * @throws CertificateException if what is read is no run, or its problem none
     * @throws CancellationException if the thread is interrupted, and leaves it so
     */
    RecheckReport read(CertificateReader reader, IntConsumer progress) {
        run = enclosed(reader.file()).map(problem -> new VerifiedRun(decimals, problem));
        reader.begin("approach");
        while (reader.more()) {
            Written.Approach iterate = reader.approach();
            attempt("before t = 0: ", () -> run.orElseThrow().approach(iterate));
            endIfInterrupted();
        }
        reader.begin("steps");
        while (reader.more()) {
            Written.Step step = reader.step();
            attempt("t = " + step.t() + ": ", () -> run.orElseThrow().step(step));
            if (objection.isEmpty()) {
                progress.accept(step.t());
            }
            endIfInterrupted();
        }
        Written.End end = reader.end();
        List<Written.Claim> claims = reader.claims();
        endsEarly = ClaimChecker.endsEarly(claims);
        attempt("", () -> run.orElseThrow().requireEnd(end, endsEarly));
        return new RecheckReport(
                stated,
                run.map(VerifiedRun::approach).orElse(0),
                run.flatMap(VerifiedRun::doubtfulApproach),
                run.map(VerifiedRun::lastStep).orElse(-1),
                run.flatMap(VerifiedRun::tube),
                judged(claims));
    }

    /** As every long computation of the program does, which this one shares nothing with. */
    private static void endIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }

    /** What is objected to all claims, after the reading. */
    Optional<String> objection() {
        return objection;
    }

    /** The bounds of a conclusion's constant over the whole run, after the reading; none if the run was not verified to its horizon. */
    Bounds overTheRun(String constant) {
        return objection.isEmpty() && !endsEarly
                ? run.flatMap(verified -> verified.bounds(constant)).orElse(Bounds.NONE)
                : Bounds.NONE;
    }

    private Optional<EnclosedProblem> enclosed(String file) {
        try {
            return Optional.of(EnclosedProblem.of(stated, decimals.field()));
        } catch (FormulaException wrong) {
            throw new CertificateException(file + ":2:1: the problem: " + wrong.getMessage());
        } catch (RejectedException undefined) {
            object(undefined.getMessage());
            return Optional.empty();
        }
    }

    private void object(String reason) {
        objection = objection.or(() -> Optional.of(reason));
    }

    /** Does one verification, unless something was rejected before. */
    private void attempt(String where, Runnable verification) {
        if (objection.isPresent()) {
            return;
        }
        try {
            verification.run();
        } catch (RejectedException rejected) {
            object(where + rejected.getMessage());
        } catch (UndefinedException undefined) {
            object(where + "the loss is not certainly defined and smooth: " + undefined.getMessage());
        } catch (ArithmeticException
                | IllegalStateException
                | IllegalArgumentException
                | UnsupportedOperationException failed) {
            object(where + "a bound could not be computed: " + failed.getMessage());
        }
    }

    private List<CheckedClaim> judged(List<Written.Claim> claims) {
        return objection
                .map(reason -> claims.stream()
                        .map(claim -> new CheckedClaim(
                                claim.name(), claim.quantity(), claim.verdict(), Outcome.REJECTED, reason))
                        .toList())
                .orElseGet(() -> run.orElseThrow().check(claims));
    }
}
