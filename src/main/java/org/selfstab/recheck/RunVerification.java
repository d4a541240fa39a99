package org.selfstab.recheck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/** Verifies one run of a certificate while it is read: the sets before t = 0, the steps, and the claims. What is objected first is objected to all claims. */
final class RunVerification {

    private final Decimals decimals;
    private final StatedProblem stated;
    private final Objections objections = new Objections();
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
        objection.ifPresent(objections::include);
    }

    /**
     * Reads and verifies the run, once.
     *
     * @param progress is told each step that is verified
     * @throws CertificateException if what is read is no run, or its problem none
     * @throws CancellationException if the thread is interrupted, and leaves it so
     */
    RecheckResult read(CertificateReader reader, IntConsumer progress) {
        run = EnclosedProblem.of(stated, decimals.field(), reader.placeOfProblem(), objections)
                .map(problem -> new VerifiedRun(decimals, problem));
        reader.begin("approach");
        while (reader.more()) {
            CertificateRecords.Approach iterate = reader.approach();
            objections.attempt("before t = 0: ", () -> run.orElseThrow().approach(iterate));
            Objections.endIfInterrupted();
        }
        reader.begin("steps");
        while (reader.more()) {
            CertificateRecords.Step step = reader.step();
            objections.attempt("t = " + step.t() + ": ", () -> run.orElseThrow().step(step));
            if (objections.first().isEmpty()) {
                progress.accept(step.t());
            }
            Objections.endIfInterrupted();
        }
        CertificateRecords.End end = reader.end();
        List<CertificateRecords.Claim> claims = reader.claims();
        endsEarly = ClaimChecker.endsEarly(claims);
        objections.attempt("", () -> run.orElseThrow().requireEnd(end, endsEarly));
        return new RecheckResult(
                CertificateKind.RUN,
                stated,
                Map.of(),
                run.map(VerifiedRun::approach).orElse(0),
                run.flatMap(VerifiedRun::doubtfulApproach),
                run.flatMap(VerifiedRun::doubtfulNearest),
                run.map(VerifiedRun::lastStep).orElse(-1),
                1,
                run.flatMap(VerifiedRun::tube),
                judged(claims));
    }

    /** What is objected to all claims, after the reading. */
    Optional<String> objection() {
        return objections.first();
    }

    /** The bounds of a conclusion's constant over the whole run, after the reading; none if the run was not verified to its horizon. */
    Bounds overTheRun(String constant) {
        return objections.first().isEmpty() && !endsEarly
                ? run.flatMap(verified -> verified.bounds(constant)).orElse(Bounds.NONE)
                : Bounds.NONE;
    }

    private List<CheckedClaim> judged(List<CertificateRecords.Claim> claims) {
        return ExpectedClaim.judged(claims, objections, () -> run.orElseThrow().check(claims));
    }
}
