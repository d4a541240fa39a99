package org.selfstab.recheck;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.recheck.CheckedClaim.Outcome;
import org.selfstab.recheck.taylor.FormulaException;
import org.selfstab.recheck.taylor.UndefinedException;

/**
 * Verifies a certificate without the prover: rebuilds the problem from its exact expressions, verifies step by step in directed decimal
 * arithmetic, and derives each claim's bounds anew. certificates.md says what is verified and on which assumptions.
 */
public final class Rechecker {

    /** The decimal digits of the arithmetic. */
    public static final int DIGITS = 40;

    private final Path file;
    private final Optional<StatedProblem> readersProblem;
    private final IntConsumer progress;
    private final Decimals decimals = new Decimals(new DecimalIntervalField(DIGITS));
    private Optional<String> objection = Optional.empty();
    private Optional<VerifiedRun> run = Optional.empty();

    private Rechecker(Path file, Optional<StatedProblem> readersProblem, IntConsumer progress) {
        this.file = file;
        this.readersProblem = readersProblem;
        this.progress = progress;
    }

    /**
     * Verifies a certificate.
     *
     * @param progress is told each step that is verified
     * @throws CertificateException if the file cannot be read or is no certificate
     */
    public static RecheckReport check(Path file, IntConsumer progress) {
        return new Rechecker(file, Optional.empty(), progress).check();
    }

    /**
     * Verifies a certificate, and that it is about a problem; otherwise all claims are rejected with the difference.
     *
     * @param own the reader's own problem
     * @param progress is told each step that is verified
     * @throws CertificateException if the file cannot be read or is no certificate
     */
    public static RecheckReport check(Path file, StatedProblem own, IntConsumer progress) {
        return new Rechecker(file, Optional.of(own), progress).check();
    }

    private RecheckReport check() {
        boolean isUnchanged = ContentDigest.matches(file);
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file));
                CertificateReader reader = new CertificateReader(file.toString(), input)) {
            if (!isUnchanged) {
                object("the file was changed after it was written: its digest is another");
            }
            return check(reader);
        } catch (IOException unreadable) {
            throw new CertificateException(file + ":1:1: cannot be read: " + unreadable.getMessage());
        }
    }

    private RecheckReport check(CertificateReader reader) {
        StatedProblem stated = reader.problem();
        readersProblem.ifPresent(own -> stated.differences(own).stream()
                .findFirst()
                .ifPresent(difference -> object("the problem is another: " + difference)));
        run = enclosed(stated).map(problem -> new VerifiedRun(decimals, problem));
        reader.begin("approach");
        while (reader.more()) {
            Written.Approach iterate = reader.approach();
            attempt("before t = 0: ", () -> run.orElseThrow().approach(iterate));
        }
        reader.begin("steps");
        while (reader.more()) {
            Written.Step step = reader.step();
            attempt("t = " + step.t() + ": ", () -> {
                run.orElseThrow().step(step);
                progress.accept(step.t());
            });
        }
        Written.End end = reader.end();
        List<Written.Claim> claims = reader.claims();
        reader.digest();
        attempt("", () -> run.orElseThrow().requireEnd(end, ClaimChecker.endsEarly(claims)));
        return new RecheckReport(
                stated,
                run.map(VerifiedRun::approach).orElse(0),
                run.flatMap(VerifiedRun::doubtfulApproach),
                run.map(VerifiedRun::lastStep).orElse(-1),
                run.flatMap(VerifiedRun::tube),
                judged(claims));
    }

    private Optional<EnclosedProblem> enclosed(StatedProblem stated) {
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
        if (objection.isEmpty()) {
            return run.orElseThrow().check(claims);
        }
        return claims.stream()
                .map(claim -> new CheckedClaim(
                        claim.name(), claim.quantity(), claim.verdict(), Outcome.REJECTED, objection.get()))
                .toList();
    }
}
