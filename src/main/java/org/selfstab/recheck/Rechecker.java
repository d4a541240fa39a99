package org.selfstab.recheck;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.recheck.CheckedClaim.Outcome;
import org.selfstab.recheck.taylor.FormulaException;
import org.selfstab.recheck.taylor.UndefinedException;

/**
 * Verifies a certificate without the prover: rebuilds the problem from its exact expressions, verifies step by step, part by part or point by
 * point in directed decimal arithmetic, and derives each claim's bounds anew. certificates.md says what is verified and on which assumptions.
 */
public final class Rechecker {

    /** The decimal digits of the arithmetic, where a certificate does not ask for more. */
    public static final int DIGITS = 40;

    private static final Set<Integer> KNOWN_DIGITS = new TreeSet<>(Set.of(DIGITS, 2 * DIGITS, 4 * DIGITS));

    private final Path file;
    private final Optional<StatedProblem> readersProblem;
    private final IntConsumer progress;
    private final Objections objections = new Objections();

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
                objections.include("the file was changed after it was written: its digest is another");
            }
            return check(reader);
        } catch (IOException unreadable) {
            throw new CertificateException(file + ":1:1: cannot be read: " + unreadable.getMessage());
        }
    }

    private RecheckReport check(CertificateReader reader) {
        StatedProblem stated = reader.problem();
        return switch (reader.kind()) {
            case RUN -> run(reader, stated);
            case CYCLE -> cycle(reader, stated);
            case BOX -> box(reader, stated);
        };
    }

    private RecheckReport run(CertificateReader reader, StatedProblem stated) {
        compare(stated::differences);
        Decimals decimals = decimals(DIGITS);
        Optional<VerifiedRun> run = enclosed(() -> EnclosedProblem.of(stated, decimals.field()))
                .map(problem -> new VerifiedRun(decimals, problem));
        reader.begin("approach");
        while (reader.more()) {
            Written.Approach iterate = reader.approach();
            objections.attempt("before t = 0: ", () -> run.orElseThrow().approach(iterate));
        }
        reader.begin("steps");
        while (reader.more()) {
            Written.Step step = reader.step();
            objections.attempt("t = " + step.t() + ": ", () -> {
                run.orElseThrow().step(step);
                progress.accept(step.t());
            });
        }
        Written.End end = reader.end();
        List<Written.Claim> claims = reader.claims();
        reader.digest();
        objections.attempt("", () -> run.orElseThrow().requireEnd(end, ClaimChecker.endsEarly(claims)));
        return new RecheckReport(
                CertificateKind.RUN,
                stated,
                Map.of(),
                run.map(VerifiedRun::approach).orElse(0),
                run.flatMap(VerifiedRun::doubtfulApproach),
                run.map(VerifiedRun::lastStep).orElse(-1),
                run.flatMap(VerifiedRun::tube),
                judged(run, claims));
    }

    private List<CheckedClaim> judged(Optional<VerifiedRun> run, List<Written.Claim> claims) {
        return objections
                .first()
                .map(objection -> claims.stream()
                        .map(claim -> new CheckedClaim(
                                claim.name(), claim.quantity(), claim.verdict(), Outcome.REJECTED, objection))
                        .toList())
                .orElseGet(() -> run.orElseThrow().check(claims));
    }

    private RecheckReport cycle(CertificateReader reader, StatedProblem stated) {
        compare(own -> stated.differencesInLoss(own, Set.of()));
        Optional<Written.Orbit> orbit = reader.orbit();
        reader.digest();
        Decimals decimals = decimals(orbit.map(Written.Orbit::digits).orElse(DIGITS));
        Optional<EnclosedProblem> problem = enclosed(() -> EnclosedProblem.of(stated, decimals.field()));
        List<CheckedClaim> claims = orbit.isPresent() && objections.first().isEmpty()
                ? new CycleChecker(decimals, problem.orElseThrow(), orbit.get()).check()
                : CycleChecker.unverified(orbit, objections.first());
        return RecheckReport.of(CertificateKind.CYCLE, stated, Map.of(), claims);
    }

    private RecheckReport box(CertificateReader reader, StatedProblem stated) {
        Written.Box box = reader.box();
        reader.digest();
        List<String> names = box.sides().stream().map(Written.Side::name).toList();
        compare(own -> stated.differencesInLoss(own, Set.copyOf(names)));
        Decimals decimals = decimals(box.digits());
        Optional<BoxChecker> checker =
                enclosed(() -> new BoxChecker(decimals, BoxedProblem.of(stated, names, decimals), box, progress));
        List<CheckedClaim> claims = objections
                .first()
                .map(objection -> BoxChecker.rejected(box, objection))
                .orElseGet(() -> checker.orElseThrow().check());
        Map<String, String> sides = new LinkedHashMap<>();
        box.sides().forEach(side -> sides.put(side.name(), "[" + side.from() + ", " + side.to() + "]"));
        return RecheckReport.of(CertificateKind.BOX, stated, sides, claims);
    }

    /** Objects if the reader's own problem differs. */
    private void compare(Function<StatedProblem, List<String>> differences) {
        readersProblem.ifPresent(own -> differences.apply(own).stream()
                .findFirst()
                .ifPresent(difference -> objections.include("the problem is another: " + difference)));
    }

    private Decimals decimals(int digits) {
        if (!KNOWN_DIGITS.contains(digits)) {
            throw new CertificateException(
                    file + ":1:1: " + digits + " digits; certificates take " + KNOWN_DIGITS + ", certify anew");
        }
        return new Decimals(new DecimalIntervalField(digits));
    }

    /** What is built from a problem's text; empty, with an objection, if it is not certainly real-valued. */
    private <V> Optional<V> enclosed(Supplier<V> part) {
        try {
            return Optional.of(part.get());
        } catch (FormulaException wrong) {
            throw new CertificateException(file + ":2:1: the problem: " + wrong.getMessage());
        } catch (UndefinedException undefined) {
            objections.include("the problem is not certainly real-valued: " + undefined.getMessage());
            return Optional.empty();
        } catch (RejectedException undefined) {
            objections.include(undefined.getMessage());
            return Optional.empty();
        }
    }
}
