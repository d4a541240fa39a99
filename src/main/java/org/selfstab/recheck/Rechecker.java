package org.selfstab.recheck;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.interval.NoEnclosureException;
import org.selfstab.problem.Problem;

/**
 * Verifies a certificate without the prover: rebuilds the problem from its exact expressions, verifies step by step in directed decimal
 * arithmetic, and derives each claim's bounds anew. certificates.md says what is verified and on which assumptions.
 */
public final class Rechecker {

    /** The decimal digits of the arithmetic. */
    public static final int DIGITS = 40;

    private static final double DEFAULT_REDUCED_TIME = 5.0;

    private final Path file;
    private final IntConsumer progress;
    private final Decimals decimals = new Decimals(new DecimalIntervalField(DIGITS));
    private Optional<String> objection = Optional.empty();
    private int lastStep = -1;

    private Rechecker(Path file, IntConsumer progress) {
        this.file = file;
        this.progress = progress;
    }

    /**
     * Verifies a certificate.
     *
     * @param progress is told each step that is verified
     * @throws CertificateException if the file cannot be read or is no certificate
     */
    public static RecheckReport check(Path file, IntConsumer progress) {
        return new Rechecker(file, progress).check();
    }

    private RecheckReport check() {
        boolean isUnchanged = ContentDigest.matches(file);
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file));
                CertificateReader reader = new CertificateReader(file.toString(), input)) {
            if (!isUnchanged) {
                objection = Optional.of("the file was changed after it was written: its digest is another");
            }
            return check(reader);
        } catch (IOException unreadable) {
            throw new CertificateException(file + ":1:1: cannot be read: " + unreadable.getMessage());
        }
    }

    private RecheckReport check(CertificateReader reader) {
        Written.ProblemText text = reader.problem();
        Problem problem = RebuiltProblem.of(file.toString(), text);
        LossDerivatives derivatives = problem.derivatives();
        StepChecker steps = stepsOf(problem, derivatives);
        Extremes extremes = new Extremes(decimals, steps.eta());
        reader.begin("approach");
        while (reader.more()) {
            Written.Set set = reader.set();
            attempt("before t = 0: ", () -> extremes.includeApproach(steps.approach(set)));
        }
        reader.begin("steps");
        while (reader.more()) {
            Written.Step step = reader.step();
            attempt("t = " + step.t() + ": ", () -> verify(steps, extremes, step));
        }
        Written.End end = reader.end();
        List<Written.Claim> claims = reader.claims();
        reader.digest();
        ClaimChecker checker = new ClaimChecker(decimals, extremes, steps.eta(), problem);
        attempt("", () -> checker.requireRadii(end));
        if (!ClaimChecker.endsEarly(claims)) {
            attempt("", () -> requireHorizon(problem, text.steps(), extremes));
        }
        return new RecheckReport(problem, lastStep, judged(claims, () -> checker.check(claims, lastStep >= 0)));
    }

    private StepChecker stepsOf(Problem problem, LossDerivatives derivatives) {
        try {
            return new StepChecker(decimals, problem, derivatives);
        } catch (RejectedException | NoEnclosureException noStepSize) {
            throw new CertificateException(
                    file + ":2:1: the problem: no step size to be sure of: " + noStepSize.getMessage());
        }
    }

    private void verify(StepChecker steps, Extremes extremes, Written.Step step) {
        extremes.include(steps.check(step));
        lastStep = step.t();
        progress.accept(lastStep);
    }

    /** Does one verification, unless something was rejected before. */
    private void attempt(String where, Runnable verification) {
        if (objection.isPresent()) {
            return;
        }
        try {
            verification.run();
        } catch (RejectedException rejected) {
            objection = Optional.of(where + rejected.getMessage());
        } catch (ArithmeticException
                | IllegalStateException
                | IllegalArgumentException
                | UnsupportedOperationException failed) {
            objection = Optional.of(where + "a bound could not be computed: " + failed.getMessage());
        }
    }

    private List<CheckedClaim> judged(List<Written.Claim> claims, Supplier<List<CheckedClaim>> checked) {
        if (objection.isEmpty()) {
            return checked.get();
        }
        List<CheckedClaim> rejected = new ArrayList<>();
        claims.forEach(claim -> rejected.add(
                new CheckedClaim(claim.name(), claim.quantity(), claim.verdict(), false, objection.get())));
        return rejected;
    }

    /** A run that does not say that it ended early has to reach its horizon: as asked for, as the problem states, or 5/eps. */
    private void requireHorizon(Problem problem, Optional<Integer> asked, Extremes extremes) {
        OptionalInt stated = asked.isPresent() ? OptionalInt.of(asked.get()) : problem.horizonSteps();
        boolean reached = stated.isPresent()
                ? lastStep == stated.getAsInt()
                : isDefaultHorizon(problem.run().maxSteps(), extremes);
        RejectedException.unless(reached, "the steps end at t = " + lastStep + ", which is not the horizon");
    }

    private boolean isDefaultHorizon(int maxSteps, Extremes extremes) {
        DecimalInterval steps = decimals.field().of(DEFAULT_REDUCED_TIME).divide(extremes.startEpsilon());
        if (!steps.isFinite()) {
            return false;
        }
        BigDecimal last = BigDecimal.valueOf(lastStep);
        BigDecimal least = steps.lower().setScale(0, RoundingMode.FLOOR).min(BigDecimal.valueOf(maxSteps));
        BigDecimal most = steps.upper().setScale(0, RoundingMode.FLOOR).min(BigDecimal.valueOf(maxSteps));
        return least.compareTo(last) <= 0 && last.compareTo(most) <= 0;
    }
}
